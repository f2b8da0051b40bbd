import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";

/** A ServiceEntry whose endpoints are listed lists some. */
export const staticWithoutEndpoints = defineRule({
  code: "MM0401",
  name: "static-service-entry-without-endpoints",
  title: "ServiceEntry with resolution STATIC has no endpoints",
  severity: "error",
  since: "0.1.0",
  inputs: ["ServiceEntry"],
  mode: "default",
  docs: {
    why:
      "With resolution STATIC the proxies know no endpoints but those that the ServiceEntry lists " +
      "or selects. Without any, every request to its hosts fails with 503 and the flag UH.",
    remedy: "List `endpoints`, add a `workloadSelector`, or set the resolution to DNS.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution",
    ],
  },

  *check({ mesh }) {
    for (const on of mesh.list("ServiceEntry")) {
      const { resolution, endpoints = [], workloadSelector, hosts = [] } = on.spec;
      if (resolution !== "STATIC" || endpoints.length > 0 || workloadSelector) continue;
      const at = ["spec", "resolution"];
      const isResolvable = hosts.every((host) => !host.startsWith("*"));
      yield {
        on,
        at,
        message: `The hosts ${hosts.join(", ")} have no endpoints: none are listed or selected`,
        fix: isResolvable ? replacement(at, "DNS", "Look the hosts up in DNS") : undefined,
      };
    }
  },
});
