/** One change to the healthy mesh, and names that several changes use. @module */
import type { CheckStatus } from "../../mod.ts";
import type { HealthyMesh } from "./healthy_mesh.ts";

/** One change to the healthy mesh, and what one check says then. */
export interface Row {
  /** Name of the check. */
  readonly check: string;
  /** Completes "is error …". */
  readonly when: string;
  /** Breaks the mesh. */
  readonly change: (mesh: HealthyMesh) => void;
  /** How the check ends. */
  readonly status: CheckStatus;
  /** What it says. */
  readonly says: RegExp;
}

/** Another root than that of the mesh, from 2020 to 2099. */
export const OTHER_ROOT = `-----BEGIN CERTIFICATE-----
MIIBizCCATGgAwIBAgIBATAKBggqhkjOPQQDAjANMQswCQYDVQQDDAJjYTAgFw0y
MDAxMDEwMDAwMDBaGA8yMDk5MDEwMTAwMDAwMFowGzEZMBcGA1UEAwwQc2hvcC5l
eGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHXTR8XYcrCAqhhK
+KC2EPCYff2BojGOQUahVlz6DuYN63BC+N6qa6zE2erUQtigRtM6PuJO+7l16ubz
/2xlwlyjcjBwMBsGA1UdEQQUMBKCEHNob3AuZXhhbXBsZS5jb20wHQYDVR0OBBYE
FJaLrL4FnotDAl9Jvd1PYBbbMipfMDIGA1UdIwQrMCmhEaQPMA0xCzAJBgNVBAMM
AmNhghQNinOV+rt/DKGpwpAeyunpLd0w3TAKBggqhkjOPQQDAgNIADBFAiATkXVt
JGoP6oxJ2CY1b/jZigMafKNimkoYKjEJVP3MqgIhAI6wXtfjBU7gdvuC/Irai/gK
EI4TwkhYliuhuQA2DRef
-----END CERTIFICATE-----
`;

export const INJECTOR = "MutatingWebhookConfiguration istio-sidecar-injector";
