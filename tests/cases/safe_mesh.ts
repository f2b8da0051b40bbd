/** A mesh in which no door stands open, for the tests of what leaves one open. @module */
import { diagnoseSecurity } from "../../mod.ts";
import { type CaseParts, inputOf } from "./case_of.ts";
import { object, pod, service } from "./objects.ts";

/** The server of the safe mesh. */
export const WEB: object = pod("shop/web-1", { ip: "10.0.0.2" });
/** Only mTLS is taken. */
export const STRICT: object = object(
  "security.istio.io/v1 PeerAuthentication istio-system/default",
  {
    mtls: { mode: "STRICT" },
  },
);
/** Settings under which nobody may call undeclared hosts. */
export const CLOSED = {
  ...object("v1 ConfigMap istio-system/istio", {}),
  data: { mesh: "accessLogFile: /dev/stdout\noutboundTrafficPolicy: {mode: REGISTRY_ONLY}" },
};
/** A mesh without an open door. */
export const SAFE: readonly object[] = [
  pod("client/sleep-1", { ip: "10.0.0.1" }),
  WEB,
  service("shop/web"),
  STRICT,
  CLOSED,
];

/** What a look at the security of a mesh finds. */
export async function found(parts: CaseParts): Promise<string[]> {
  const { findings } = await diagnoseSecurity(inputOf(parts));
  return findings.map(({ cause, severity }) => `${cause} ${severity}`);
}

/** The AuthorizationPolicy `shop/policy`. */
export function policy(spec: object, metadata: object = {}): object {
  return object("security.istio.io/v1 AuthorizationPolicy shop/policy", spec, metadata);
}
