import { includesLabels } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** A Sidecar sends the pod's inbound requests to a port or socket where nothing listens. */
export const defaultEndpointDead = defineCause({
  id: "MM-C57",
  name: "sidecar-default-endpoint-dead",
  title: "A Sidecar hands inbound requests to a place where nothing listens",
  category: "configuration",
  severity: "high",
  explains: ["MM-C52", "MM-C03", "MM-C46", "MM-C04"],
  docs: {
    why:
      "Sidecar.ingress[].defaultEndpoint replaces the port of the application. Where nothing listens " +
      "there, every inbound request of that port is refused.",
    symptom:
      "503 UF at the server's proxy on the inbound cluster, to 127.0.0.1 and the other port.",
    remedy: "Correct defaultEndpoint, or remove the ingress listener.",
    verify: "The server's proxy logs via_upstream.",
  },

  *consider(of) {
    const sign = { side: "server", flags: ["UF"] } as const;
    const pods = [...new Set(linesWith(of, sign).flatMap(({ line }) => line.proxy.pod ?? []))];
    for (const pod of pods) {
      const port = [...of.destination.targetPorts];
      for (const sidecar of of.mesh.list("Sidecar", pod.namespace)) {
        if (!includesLabels(pod.labels, sidecar.spec.workloadSelector?.labels)) continue;
        for (const [i, ingress] of (sidecar.spec.ingress ?? []).entries()) {
          const { defaultEndpoint } = ingress;
          const number = ingress.port?.number ?? 0;
          if (!defaultEndpoint || !port.includes(number) && number !== of.destination.port) {
            continue;
          }
          // The same port as the application's, on the loopback address, is the usual meaning.
          if (Number(/:(\d+)$/.exec(defaultEndpoint)?.[1]) === number) continue;
          const object = resourceOf(sidecar, `spec.ingress[${i}].defaultEndpoint`);
          yield {
            objects: [object, resourceOf(pod)],
            title:
              `${
                label(object)
              } hands requests for port ${number} to ${defaultEndpoint}, where nothing ` +
              "listens",
            facts: [
              {
                weight: "proven",
                source: `${label(object)} ${object.path}`,
                detail: `${defaultEndpoint} instead of port ${number} of the application`,
              },
              ...logged(of, sign),
            ],
            remedy: {
              title: `Correct defaultEndpoint, such as 127.0.0.1:${number}`,
              action: edit(object),
            },
          };
        }
      }
    }
  },
});
