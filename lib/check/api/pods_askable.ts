import { defineCheck } from "../check.ts";

const WAYS = [
  { verb: "create", group: "", resource: "pods/portforward" },
  { verb: "create", group: "", resource: "pods/exec" },
] as const;

/** Proxies and istiod may be asked. */
export const podsAskable = defineCheck({
  name: "pods-askable",
  stage: "Kubernetes API",
  title: "Proxies and istiod may be asked, by port-forward or by a command",
  inputs: [],
  docs: {
    why:
      "Which configuration and which certificates a proxy has, only it and istiod can tell. They answer " +
      "on loopback, so the way there is a port-forward, or a command in their container.",
    remedy: "Allow `create` on pods/portforward, as `meshmedic snapshot capture --dry-run` prints.",
  },

  async run({ may }) {
    if (may === undefined) {
      return {
        saw: "",
        gaps: [{ what: "pods/portforward", reason: "a recording cannot be asked" }],
      };
    }
    for (const right of WAYS) {
      if ((await may(right)).allowed) return { saw: `${right.resource} is allowed` };
    }
    return {
      saw: "no way is allowed",
      troubles: WAYS.map(({ resource }) => ({
        level: "warning",
        source: resource,
        detail: `"create" is not allowed in the whole cluster`,
      })),
    };
  },
});
