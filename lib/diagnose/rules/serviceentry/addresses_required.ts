import { valueAt } from "../../../core/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { isAutoAllocated, isAutoAllocatedForIstioctl } from "./_addresses.ts";

/** A ServiceEntry for TCP has an address by which its connections are told from others. */
export const addressesRequired = defineRule({
  code: "IST0134",
  name: "service-entry-addresses-required",
  title: "ServiceEntry for TCP has no address",
  severity: "warning",
  since: "0.1.0",
  inputs: ["ServiceEntry"],
  peer: "serviceentry.Analyzer",
  docs: {
    why:
      "TCP has no host name in it. Without an address the proxy takes every connection to the port " +
      "for one to this service, whatever its destination.",
    remedy:
      "List `addresses`, set a `resolution` other than NONE so that istiod allocates one, or name " +
      "the protocol if it is HTTP or TLS.",
    links: ["https://istio.io/latest/docs/reference/config/networking/service-entry/"],
  },

  *check({ mesh, compat }) {
    if (compat && isAutoAllocatedForIstioctl(mesh.config)) return;
    for (const on of mesh.list("ServiceEntry")) {
      const { addresses, ports = [] } = on.spec;
      const hasAddress = (compat ? addresses !== undefined : (addresses ?? []).length > 0) ||
        Array.isArray(valueAt(on.object, ["status", "addresses"]));
      if (hasAddress || !compat && isAutoAllocated(on)) continue;
      for (const [i, { protocol = "" }] of ports.entries()) {
        if (protocol !== "" && protocol.toUpperCase() !== "TCP") continue;
        yield {
          on,
          at: ["spec", "ports", i, "name"],
          message: "ServiceEntry addresses are required for this protocol.",
        };
      }
    }
  },
});
