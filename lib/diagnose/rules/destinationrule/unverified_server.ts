import { defineRule } from "../../analysis/rule.ts";
import { unverifiedServers, verification } from "./_server_certificates.ts";

/** Proxies that start TLS verify the certificate of the server. */
export const unverifiedServer = defineRule({
  code: "IST0128",
  name: "unverified-server",
  title: "TLS is started without verifying the server",
  severity: "warning",
  since: "0.1.0",
  inputs: ["DestinationRule"],
  peer: "destinationrule.CaCertificateAnalyzer",
  docs: {
    why:
      "Whoever answers under the address of the service is believed to be it: the connection is " +
      "encrypted, but to anybody.",
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
      if (port === undefined) yield { on: dr, at, message, fix: verification(found) };
    }
  },
});
