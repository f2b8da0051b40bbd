import { nearest } from "../../../core/mod.ts";
import { declaredProtocol, serviceProtocol } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";

const KNOWN = [
  "http",
  "http2",
  "https",
  "grpc",
  "grpc-web",
  "tls",
  "tcp",
  "mongo",
  "redis",
  "mysql",
];

/** The `appProtocol` of a port is one that Istio knows, where it is to tell the proxies something. */
export const appProtocolUnknown = defineRule({
  code: "MM1404",
  name: "app-protocol-unknown",
  title: "Istio does not know the appProtocol of a port",
  severity: "info",
  since: "0.1.0",
  inputs: ["Service"],
  equivalents: ["KIA0602"],
  mode: "default",
  docs: {
    why:
      "istiod passes over an `appProtocol` that it does not know and takes the name of the port. Where " +
      "that tells no protocol either, the proxies guess from the first bytes.",
    remedy: `Use one of ${KNOWN.join(", ")}, or name the port for its protocol.`,
    links: [
      "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
    ],
  },

  *check({ mesh }) {
    for (const on of mesh.list("Service")) {
      for (const [i, declared] of (on.spec.ports ?? []).entries()) {
        const { name = "", port, protocol, appProtocol } = declared;
        // A prefix says that the word is for another implementation.
        if (!appProtocol || appProtocol.includes("/")) continue;
        if (declaredProtocol(appProtocol) !== "auto") continue;
        if (serviceProtocol({ name, port, protocol, appProtocol }) !== "auto") continue;
        const at = ["spec", "ports", i, "appProtocol"];
        const meant = nearest(appProtocol, KNOWN);
        yield {
          on,
          at,
          message: `Istio does not know the protocol "${appProtocol}"`,
          fix: meant === undefined ? undefined : replacement(at, meant, `Write "${meant}"`),
        };
      }
    }
  },
});
