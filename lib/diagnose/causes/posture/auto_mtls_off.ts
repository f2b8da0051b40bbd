import { resourceOf } from "../../case/objects.ts";
import { definePostureCause } from "../../security/case.ts";

/** Proxies do not use mTLS by themselves. */
export const autoMtlsOff = definePostureCause({
  id: "MM-T05",
  name: "auto-mtls-off",
  title: "Automatic mTLS is switched off for the whole mesh",
  category: "security",
  severity: "high",
  docs: {
    why:
      "With enableAutoMtls: false a proxy speaks plain text to everybody, unless a DestinationRule says " +
      "ISTIO_MUTUAL. Edges without such a rule are open to whoever listens on the network.",
    symptom: "Edges in plain text between workloads that both have a proxy.",
    remedy: "Remove enableAutoMtls: false, or write ISTIO_MUTUAL for every host.",
    verify: "diagnose security shows the edges as mTLS.",
  },

  *consider({ mesh, survey }) {
    if (mesh.config.enableAutoMtls) return;
    const [config] = mesh.list("ConfigMap", mesh.istioNamespace)
      .filter(({ name }) => name === "istio");
    const plain = survey.received.filter(({ secured, requests }) => secured < requests);
    yield {
      isSilent: true,
      objects: config ? [resourceOf(config, "data.mesh")] : [],
      title:
        "enableAutoMtls is false: proxies speak plain text where no DestinationRule says otherwise",
      facts: [
        {
          weight: "proven",
          source: config ? `ConfigMap ${config.namespace}/istio` : "mesh settings",
          detail: "enableAutoMtls: false",
        },
        ...(plain.length > 0
          ? [{
            weight: "decisive" as const,
            source: "access logs",
            detail: `${plain.length} of ${survey.received.length} edges carry plain text`,
          }]
          : []),
      ],
      remedy: { title: "Remove enableAutoMtls: false" },
    };
  },
});
