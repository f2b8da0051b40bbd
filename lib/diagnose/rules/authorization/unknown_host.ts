import { nearest } from "../../../core/mod.ts";
import { fqdn, parseServiceHost } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { isComplete } from "../_completeness.ts";
import { patternLists } from "./_attributes.ts";

/** Every service whose host an AuthorizationPolicy names is there. */
export const unknownHost = defineRule({
  code: "MM0513",
  name: "authorization-host-unknown",
  title: "AuthorizationPolicy names the host of a service that is not there",
  severity: "warning",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "Service", "ServiceEntry"],
  equivalents: ["KIA0104"],
  mode: "default",
  docs: {
    why:
      "No client has a reason to send a Host header of a service that does not exist: what the rule " +
      "is to allow is denied, and what it is to deny passes.",
    remedy: "Correct the host. It is compared with the Host header as the client wrote it.",
    links: [
      "https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation",
    ],
  },

  *check({ mesh }) {
    for (const on of mesh.list("AuthorizationPolicy")) {
      for (const { attribute, values, at } of patternLists(on)) {
        if (!/^(?:not)?hosts$/i.test(attribute)) continue;
        for (const [i, written] of values.entries()) {
          const [, host = "", port = ""] = /^([^*:]+)(:.*)?$/.exec(written) ?? [];
          const service = parseServiceHost(host);
          // Any other host may be a name that only clients know.
          if (!service || mesh.services.find(host, on.namespace)) continue;
          if (mesh.services.declarations(host).length > 0) continue;
          if (!isComplete(mesh, "Service", on, service.namespace)) continue;
          const names = mesh.list("Service", service.namespace).map(({ name }) => name);
          const meant = nearest(service.name, names);
          const path = [...at, i];
          yield {
            on,
            at: path,
            message: `There is no service ${host}`,
            fix: meant === undefined ? undefined : replacement(
              path,
              `${fqdn(meant, service.namespace)}${port}`,
              `Name the service "${meant}"`,
            ),
          };
        }
      }
    }
  },
});
