import { attaches, policiesFor } from "../../../auth/mod.ts";
import { hasProxy, type Resource } from "../../../mesh/mod.ts";
import { creating } from "../../case/cure.ts";
import { resourceOf } from "../../case/objects.ts";
import { definePostureCause, type PostureCase } from "../../security/case.ts";

/** Requests without a token pass, although tokens are checked. */
export const tokenOptional = definePostureCause({
  id: "MM-A23",
  name: "token-optional",
  title: "A RequestAuthentication checks tokens, but none is required",
  category: "security",
  severity: "high",
  docs: {
    why:
      "RequestAuthentication rejects wrong tokens and lets requests without any token pass. Only an " +
      "AuthorizationPolicy that names requestPrincipals makes a token necessary.",
    symptom: "A request without a token is answered.",
    remedy: 'Deny notRequestPrincipals: ["*"], or allow only requestPrincipals.',
    verify: "A request without a token gets 403.",
    links: ["https://istio.io/latest/docs/tasks/security/authorization/authz-jwt/"],
  },

  *consider(of) {
    for (const authentication of of.mesh.list("RequestAuthentication")) {
      if ((authentication.spec.jwtRules ?? []).length === 0) continue;
      const open = podsOf(of, authentication).filter((pod) => !requiresToken(of, pod));
      const [pod] = open;
      if (!pod) continue;
      const { cluster, namespace, name, spec: { selector } } = authentication;
      yield {
        isSilent: true,
        objects: [resourceOf(authentication, "spec.jwtRules"), resourceOf(pod)],
        title: `RequestAuthentication ${namespace}/${name} lets requests without a token reach ` +
          `${open.length} ${open.length === 1 ? "pod" : "pods"}`,
        facts: [{
          weight: "proven",
          source: `RequestAuthentication ${namespace}/${name}`,
          detail: `no AuthorizationPolicy of ${pod.namespace}/${pod.name} names requestPrincipals`,
        }],
        remedy: {
          title: "Deny requests without a token",
          ...creating({
            apiVersion: "security.istio.io/v1",
            kind: "AuthorizationPolicy",
            metadata: { name: `${name}-require-token`, namespace },
            spec: {
              selector,
              action: "DENY",
              rules: [{ from: [{ source: { notRequestPrincipals: ["*"] } }] }],
            },
          }, cluster),
        },
      };
    }
  },
});

function podsOf(
  { mesh }: PostureCase,
  authentication: Resource<"RequestAuthentication">,
): Resource<"Pod">[] {
  const { namespace } = authentication;
  const pods = namespace === mesh.config.rootNamespace
    ? mesh.list("Pod")
    : mesh.list("Pod", namespace);
  return pods.filter((pod) => hasProxy(pod) && attaches(mesh, authentication, pod));
}

/** Whether some policy of a workload looks at the token's principal or claims. */
function requiresToken({ mesh }: PostureCase, pod: Resource<"Pod">): boolean {
  const { custom, deny, allow } = policiesFor(mesh, pod);
  if (custom.length > 0) return true;
  const denies = deny.some(({ spec: { rules = [] } }) =>
    rules.some(({ from = [] }) =>
      from.some(({ source }) => (source?.notRequestPrincipals ?? []).length > 0)
    )
  );
  const allowsOnly = allow.length > 0 &&
    allow.every(({ spec: { rules = [] } }) =>
      rules.every(({ from = [], when = [] }) =>
        from.length > 0 &&
          from.every(({ source }) => (source?.requestPrincipals ?? []).length > 0) ||
        when.some(({ key = "" }) => key.startsWith("request.auth."))
      )
    );
  return denies || allowsOnly;
}
