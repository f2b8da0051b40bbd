import { effectiveMtls } from "../../../auth/mod.ts";
import { compare } from "../../../core/mod.ts";
import { hasProxy, isAmbient, isWaypoint, type Resource } from "../../../mesh/mod.ts";
import { creating, setting } from "../../case/cure.ts";
import { resourceOf } from "../../case/objects.ts";
import type { Fact, Remedy } from "../../cause.ts";
import { definePostureCause, type PostureCase } from "../../security/case.ts";

/** Workloads take plain text beside mTLS. */
export const permissive = definePostureCause({
  id: "MM-T15",
  name: "permissive-mtls",
  title: "Workloads take plain text: mTLS is PERMISSIVE",
  category: "security",
  severity: "medium",
  docs: {
    why:
      "PERMISSIVE takes mTLS and plain text. Whoever reaches the pod's address may call it without an " +
      "identity, past every policy that names principals or namespaces. It is meant for migrations.",
    symptom: "The effective PeerAuthentication is PERMISSIVE.",
    remedy: "Watch until no plain text arrives any more, then set STRICT.",
    verify: "diagnose security shows every edge as mTLS.",
    links: ["https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/"],
  },

  *consider(of) {
    const pods = of.mesh.list("Pod").filter((pod) =>
      (hasProxy(pod) && !isWaypoint(pod) || isAmbient(pod)) &&
      pod.namespace !== of.mesh.istioNamespace
    ).map((pod) => ({ pod, ...effectiveMtls(of.mesh, pod) }))
      .filter(({ mode }) => mode === "PERMISSIVE");
    const byReason = Map.groupBy(pods, ({ from }) => from ? `${from.namespace}/${from.name}` : "");
    for (const [reason, some] of [...byReason].sort(([a], [b]) => compare(a, b))) {
      const { from } = some[0]!;
      const namespaces = [...new Set(some.map(({ pod }) => pod.namespace))];
      const plaintext = namespaces.flatMap((namespace) => plaintextInto(of, namespace));
      yield {
        isSilent: true,
        objects: [
          ...(from ? [resourceOf(from, "spec.mtls.mode")] : []),
          ...namespaces.map((name) => ({ kind: "Namespace", namespace: "", name })),
        ],
        title: `plain text is taken in ${namespaces.join(", ")}: mTLS is PERMISSIVE` +
          (from ? "" : " by default"),
        facts: [
          {
            weight: "proven",
            source: from ? `PeerAuthentication ${reason}` : "Istio's default",
            detail: `PERMISSIVE for ${names(some.map(({ pod }) => pod))}`,
          },
          ...plaintext,
        ],
        remedy: plaintext.length > 0
          ? { title: "Bring the callers in plain text into the mesh, then set STRICT" }
          : { title: "Set STRICT: no plain text was seen", ...strictness(of, from) },
      };
    }
  },
});

function strictness(
  { mesh }: PostureCase,
  from: Resource<"PeerAuthentication"> | undefined,
): Partial<Remedy> {
  if (from) return setting(from, "spec.mtls.mode", "STRICT");
  return creating({
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: { name: "default", namespace: mesh.config.rootNamespace },
    spec: { mtls: { mode: "STRICT" } },
  }, mesh.home);
}

/** The callers whose plain text the pods of a namespace took. */
function plaintextInto({ survey }: PostureCase, namespace: string): Fact[] {
  return survey.received.flatMap((edge) => {
    const plain = edge.requests - edge.secured - edge.failures;
    const { source, host, requests } = edge;
    if (plain <= 0 || source === "external" || host.split(".")[1] !== namespace) return [];
    return [{
      weight: "decisive" as const,
      source: "access logs",
      detail: `${plain} of ${requests} requests of ${source.name}.${source.namespace} to ${host} ` +
        "arrived in plain text",
    }];
  });
}

function names(pods: readonly Resource<"Pod">[]): string {
  const shown = pods.slice(0, 3).map(({ name }) => name).join(", ");
  return pods.length > 3 ? `${shown} and ${pods.length - 3} more` : shown;
}
