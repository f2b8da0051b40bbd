import { nearest } from "../../../core/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { isComplete } from "../_completeness.ts";
import { GATEWAY_API, listenersOf, type Parent, PARENT_KINDS } from "./_attachment.ts";
import { grant, isGranted } from "./_grants.ts";

/** The certificates of a listener are there and may be used. */
export const certificateNotFound = defineRule({
  code: "MM0306",
  name: "listener-certificate-not-found",
  title: "Listener names a certificate that is not there or that it may not use",
  severity: "error",
  since: "0.1.0",
  inputs: ["KubernetesGateway", "Secret", "ReferenceGrant"],
  reads: PARENT_KINDS,
  mode: "default",
  docs: {
    why: "Without its certificate the listener cannot finish a TLS handshake: the gateway resets " +
      "every connection to it.",
    remedy: "Create the Secret, of type `kubernetes.io/tls`, or correct its name. Without a " +
      "namespace it is one of the Gateway's own namespace; in another one a ReferenceGrant must " +
      "let Gateways use it.",
    links: ["https://gateway-api.sigs.k8s.io/guides/tls/"],
  },

  *check({ mesh }) {
    for (const on of PARENT_KINDS.flatMap((kind): readonly Parent[] => mesh.list(kind))) {
      const from = { group: GATEWAY_API, kind: on.kind, namespace: on.namespace };
      for (const [i, { tls }] of listenersOf(on).entries()) {
        for (const [j, ref] of (tls?.certificateRefs ?? []).entries()) {
          const { group = "", kind = "Secret", name = "", namespace = on.namespace } = ref;
          if (group !== "" || kind !== "Secret") continue;
          const at = ["spec", "listeners", i, "tls", "certificateRefs", j];
          const secret = mesh.get("Secret", namespace, name);
          if (!secret && isComplete(mesh, "Secret", on, namespace)) {
            const names = mesh.list("Secret", namespace).map((secret) => secret.name);
            const meant = nearest(name, names);
            yield {
              on,
              at,
              message: `There is no Secret ${namespace}/${name}`,
              fix: meant === undefined
                ? undefined
                : replacement([...at, "name"], meant, `Use the Secret "${meant}"`),
            };
          } else if (secret && !isGranted(mesh, from, secret)) {
            yield {
              on,
              at,
              message: `No ReferenceGrant lets ${on.kind} objects of namespace ${on.namespace} ` +
                `use Secret ${namespace}/${name}`,
              fix: grant(mesh, from, secret),
            };
          }
        }
      }
    }
  },
});
