import { defineRule } from "../../analysis/rule.ts";
import { unverifiedServers, verification } from "./_server_certificates.ts";

/** Proxies that start TLS to a port verify the certificate of the server. */
export const unverifiedServerPort = defineRule({
  code: "IST0129",
  name: "unverified-server-port",
  title: "TLS to a port is started without verifying the server",
  severity: "warning",
  since: "0.1.0",
  inputs: ["DestinationRule"],
  peer: "destinationrule.CaCertificateAnalyzer",
  docs: {
    why:
      "Whoever answers at the port is believed to be the service: the connection is encrypted, but " +
      "to anybody. The settings of a port replace those of the rule as a whole.",
    remedy:
      "Delete `insecureSkipVerify`. Without `caCertificates` the proxies trust the roots of the " +
      "operating system and check the name; set it for a private CA.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings",
    ],
  },

  *check({ mesh, compat }) {
    for (const found of unverifiedServers(mesh.list("DestinationRule"), compat)) {
      const { dr, at, message, port } = found;
      if (port === undefined) continue;
      yield { on: dr, at, message: `${message} at port number:${port}`, fix: verification(found) };
    }
  },
});
