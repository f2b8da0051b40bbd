/** People of a test: what they may do, and tokens that prove who they are. */

import type { ApiServer } from "./api_server.ts";

/** What a user may do, as in a ClusterRole. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** Every verb on everything. */
export const EVERYTHING: readonly PolicyRule[] = [
  { apiGroups: ["*"], resources: ["*"], verbs: ["*"] },
];

// One that no rule about the namespaces of a mesh looks at.
const NAMESPACE = "kube-system";

/** Makes a ServiceAccount with these rights and returns a token of it, once the rights are known. */
export async function createUser(
  { api }: ApiServer,
  name: string,
  rules: readonly PolicyRule[],
): Promise<string> {
  const rbac = "rbac.authorization.k8s.io";
  await api.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: NAMESPACE } });
  const account = { name, namespace: NAMESPACE };
  await api.apply({ apiVersion: "v1", kind: "ServiceAccount", metadata: account });
  const rbacObject = (kind: string, rest: object) =>
    api.apply({ apiVersion: `${rbac}/v1`, kind, metadata: { name: `testbed-${name}` }, ...rest });
  await rbacObject("ClusterRole", { rules });
  await rbacObject("ClusterRoleBinding", {
    roleRef: { apiGroup: rbac, kind: "ClusterRole", name: `testbed-${name}` },
    subjects: [{ kind: "ServiceAccount", ...account }],
  });
  const accounts = `/api/v1/namespaces/${NAMESPACE}/serviceaccounts/${name}`;
  const { body } = await api.send("POST", `${accounts}/token`, { spec: {} });
  await untilAllowed(api, userName(name), rules[0]);
  return body.status.token;
}

/** The name of such a user in the audit log and in RBAC. */
export function userName(name: string): string {
  return `system:serviceaccount:${NAMESPACE}:${name}`;
}

async function untilAllowed(
  api: ApiServer["api"],
  user: string,
  rule: PolicyRule | undefined,
): Promise<void> {
  if (rule === undefined) return;
  const [group, resource, verb] = [rule.apiGroups[0], rule.resources[0], rule.verbs[0]];
  const [plural, subresource] = resource?.split("/") ?? [];
  const spec = { user, resourceAttributes: { group, resource: plural, subresource, verb } };
  for (let attempt = 0; attempt < 200; attempt++) {
    const path = "/apis/authorization.k8s.io/v1/subjectaccessreviews";
    const { body } = await api.send("POST", path, { spec });
    if (body.status?.allowed === true) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the rights of ${user} are not in force after 5 s`);
}

/** A token that the API server issued and that has expired an hour ago. */
export async function expiredToken({ folder }: ApiServer): Promise<string> {
  const pem = await Deno.readTextFile(`${folder}/serving.key`);
  const der = Uint8Array.fromBase64(pem.replaceAll(/-----.*-----|\s/g, ""));
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: "https://kubernetes.default.svc",
    aud: ["https://kubernetes.default.svc"],
    sub: userName("expired"),
    iat: now - 7200,
    exp: now - 3600,
  };
  const encode = (part: object) => base64url(new TextEncoder().encode(JSON.stringify(part)));
  const signed = `${encode({ alg: "ES256", typ: "JWT" })}.${encode(claims)}`;
  const bytes = new TextEncoder().encode(signed);
  const signature = await crypto.subtle.sign(algorithm, key, bytes);
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}

function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}
