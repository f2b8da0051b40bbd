import { nearest } from "../../../core/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";

/** The authorizer that a CUSTOM policy asks is one of the mesh's settings. */
export const undefinedProvider = defineRule({
  code: "MM0512",
  name: "authorization-provider-undefined",
  title: "AuthorizationPolicy asks an authorizer that the mesh does not know",
  severity: "error",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy"],
  mode: "default",
  docs: {
    why: "istiod looks for the provider of a CUSTOM policy among the `extensionProviders` of the " +
      "mesh. Where there is none of that name with `envoyExtAuthzHttp` or `envoyExtAuthzGrpc`, the " +
      "proxies deny every request to the workload.",
    remedy: "Correct the name, or define the provider in the settings of the mesh.",
    links: ["https://istio.io/latest/docs/tasks/security/authorization/authz-custom/"],
  },

  *check({ mesh }) {
    const { source, extensionProviders = [] } = mesh.config;
    if (source === "defaults") return;
    const known = extensionProviders.flatMap(({ name, envoyExtAuthzHttp, envoyExtAuthzGrpc }) =>
      name !== undefined && (envoyExtAuthzHttp || envoyExtAuthzGrpc) ? [name] : []
    );
    for (const on of mesh.list("AuthorizationPolicy")) {
      const { action, provider } = on.spec;
      const name = provider?.name;
      if (action !== "CUSTOM" || name === undefined || known.includes(name)) continue;
      const meant = nearest(name, known);
      const at = ["spec", "provider", "name"];
      yield {
        on,
        at,
        message: `The settings of the mesh define no authorizer "${name}"`,
        fix: meant === undefined ? undefined : replacement(at, meant, `Ask "${meant}"`),
      };
    }
  },
});
