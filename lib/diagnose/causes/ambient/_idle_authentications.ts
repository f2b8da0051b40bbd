import { requestAuthenticationsFor } from "../../../auth/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import { isAmbient, type Resource } from "../../../mesh/mod.ts";
import { serversOf } from "../../case/case_facts.ts";

/** The RequestAuthentications that select a server in ambient mode: ztunnel, which gets them, checks no tokens. */
export function idleAuthentications(of: Case): readonly Resource<"RequestAuthentication">[] {
  const found = serversOf(of).filter(({ pod }) => isAmbient(pod))
    .flatMap(({ pod }) => requestAuthenticationsFor(of.mesh, pod))
    .filter(({ spec }) => (spec.jwtRules ?? []).length > 0);
  return [...new Set(found)];
}
