/** One change to the healthy mesh, and names that several changes use. @module */
import type { CheckStatus } from "../../mod.ts";
import type { HealthyMesh } from "./healthy_mesh.ts";

/** Another root than that of the mesh. */
export { CERTIFICATE as OTHER_ROOT } from "../certificate.ts";

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

export const INJECTOR = "MutatingWebhookConfiguration istio-sidecar-injector";
