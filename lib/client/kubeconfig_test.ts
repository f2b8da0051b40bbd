import { deepStrictEqual, match, rejects, strictEqual } from "node:assert/strict";
import { type FakeOutside, fakeWorld } from "../../tests/fake_world.ts";
import { Failure, type RunOptions } from "../core/mod.ts";
import { readLogin } from "./kubeconfig.ts";
import type { Login } from "./login.ts";

const { signal } = new AbortController();
const CA = "-----BEGIN CERTIFICATE-----";
const SERVICE_ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

const first = `
current-context: dev
contexts:
- { name: dev, context: { cluster: dev, user: dev, namespace: shop } }
clusters:
- { name: dev, cluster: { server: "https://dev:6443/", certificate-authority: pki/ca.crt } }
users:
- name: dev
  user:
    as: alice
    as-groups: [admins, ops]
    exec: { command: ./bin/login, args: [a, 1], env: [{ name: A, value: b }] }
`;
const second = `
current-context: prod
contexts:
- { name: dev, context: { cluster: other, user: other } }
- { name: prod, context: { cluster: prod, user: prod } }
clusters:
- { name: prod, cluster: { server: "http://127.0.0.1:8001", proxy-url: "http://proxy:3128" } }
users:
- { name: prod, user: { tokenFile: token, token: stale } }
`;
const files = {
  "/k/first": first,
  "/k/pki/ca.crt": CA,
  "/home/.kube/config": second,
  "/repo/relative": second,
};

async function read(
  outside: FakeOutside,
  given: { kubeconfig?: string; context?: string } = {},
): Promise<Login> {
  return await readLogin({ world: fakeWorld(outside).world, signal, ...given });
}

/** A kubeconfig with one cluster. */
function withCluster(cluster: string, user = ""): string {
  return `current-context: x
contexts: [{ name: x, context: { cluster: c, user: "${user}" } }]
clusters: [{ name: c, cluster: ${cluster} }]`;
}

async function failure(outside: FakeOutside, kubeconfig?: string): Promise<string> {
  try {
    await read(outside, kubeconfig === undefined ? {} : { kubeconfig });
  } catch (cause) {
    if (cause instanceof Failure) return `${cause.code} ${cause.message}`;
    throw cause;
  }
  return "";
}

Deno.test("readLogin() reads what a context refers to, relative to its file", async () => {
  const { info, cluster, user, headers } = await read({ files }, { kubeconfig: "/k/first" });
  deepStrictEqual(info, {
    name: "dev",
    cluster: "dev",
    server: "https://dev:6443",
    user: "dev",
    namespace: "shop",
  });
  strictEqual(cluster.caData, btoa(CA));
  strictEqual(cluster.skipTLSVerify, false);
  strictEqual(user.impersonateUser, "alice");
  deepStrictEqual(headers, { "Impersonate-Group": ["admins", "ops"] });
});

Deno.test("readLogin() finds what gives credentials: a plugin beside its file, or a file", async () => {
  const ran: string[] = [];
  const programs = {
    "/k/./bin/login": ({ args, env = {} }: RunOptions) => {
      ran.push(...args, env["A"] ?? "");
      return { code: 0, stdout: '{"status":{"token":"t"}}', stderr: "" };
    },
  };
  const { source } = await read({ files, programs }, { kubeconfig: "/k/first" });
  deepStrictEqual([await source?.ask(signal), ran], [{ token: "t" }, ["a", "1", "b"]]);
  const withToken = { ...files, "/home/.kube/token": "fresh" };
  const { source: file, user } = await read({ files: withToken, env: { HOME: "/home" } });
  strictEqual((await file?.ask(signal))?.token, "fresh");
  strictEqual(user.token, undefined, "a token file beats a token");
});

Deno.test("readLogin() prefers --kubeconfig, then $KUBECONFIG, then the home folder", async () => {
  const env = { HOME: "/home", KUBECONFIG: "/k/first:/k/missing" };
  const name = async (login: Promise<Login>) => (await login).info.name;
  strictEqual(await name(read({ files, env }, { kubeconfig: "relative" })), "prod");
  strictEqual(await name(read({ files, env })), "dev");
  strictEqual(await name(read({ files, env: { HOME: "/home" } })), "prod");
});

Deno.test("readLogin() lets the first of several files win, as kubectl does", async () => {
  const env = { KUBECONFIG: "/k/first:/home/.kube/config" };
  strictEqual((await read({ files, env })).info.server, "https://dev:6443");
  const { info, cluster } = await read({ files, env }, { context: "prod" });
  strictEqual(info.server, "http://127.0.0.1:8001");
  strictEqual(cluster.proxyUrl, "http://proxy:3128");
  strictEqual(cluster.skipTLSVerify, true, "plain HTTP has nothing to verify");
});

Deno.test("readLogin() takes the proxy of the environment where the kubeconfig names none", async () => {
  const env = { HOME: "/home", HTTPS_PROXY: "http://secret@proxy.example:3128" };
  const { info, cluster } = await read({ files, env }, { kubeconfig: "/k/first" });
  strictEqual(cluster.proxyUrl, env.HTTPS_PROXY);
  strictEqual(info.proxy, "proxy.example:3128");
});

Deno.test("readLogin() uses the service account of its pod where there is no kubeconfig", async () => {
  const env = { KUBERNETES_SERVICE_HOST: "fd00::1", KUBERNETES_SERVICE_PORT: "443" };
  const pod = {
    [`${SERVICE_ACCOUNT}/token`]: "secret",
    [`${SERVICE_ACCOUNT}/ca.crt`]: CA,
    [`${SERVICE_ACCOUNT}/namespace`]: "monitoring\n",
  };
  const { info, cluster } = await read({ files: pod, env });
  deepStrictEqual(info, {
    name: "in-cluster",
    cluster: "in-cluster",
    server: "https://[fd00::1]",
    user: "in-cluster",
    namespace: "monitoring",
  });
  strictEqual(cluster.caData, btoa(CA));
});

Deno.test("readLogin() says what is wrong with a kubeconfig", async () => {
  const odd = {
    "/empty": "",
    "/yaml": "a: [\n",
    "/list": "contexts: 7\ncurrent-context: x",
    "/dangling": "current-context: x\ncontexts: [{ name: x, context: { cluster: gone } }]",
    "/ftp": withCluster("{ server: 'ftp://x' }"),
    "/proxy": withCluster("{ server: x, proxy-url: nonsense }"),
    "/pem": withCluster("{ server: x, certificate-authority-data: b2Rk }"),
    "/user": withCluster("{ server: x }", "nobody"),
  };
  match(await failure({}), /^USAGE Cannot tell which mesh to look at: there is no kubeconfig/);
  match(await failure({}, "/missing"), /^FILE_NOT_READABLE .*"\/missing"/);
  match(await failure({ files: odd }, "/yaml"), /^FILE_NOT_READABLE .*"\/yaml": line 2: /);
  match(await failure({ files: odd }, "/empty"), /^FILE_NOT_READABLE .*has no current context$/);
  match(await failure({ files: odd }, "/list"), /^USAGE .*none of that name$/);
  match(
    await failure({ files: odd }, "/dangling"),
    /^FILE_NOT_READABLE .*no server for cluster "gone"$/,
  );
  match(await failure({ files: odd }, "/ftp"), /: its server "ftp:\/\/x" is no http or https URL$/);
  match(await failure({ files: odd }, "/proxy"), /: its proxy-url is no http, https or socks URL$/);
  match(await failure({ files: odd }, "/pem"), /authority-data of .* there is no PEM in it$/);
  match(await failure({ files: odd }, "/user"), /has no user "nobody"$/);
  await rejects(read({ files: { "/k/first": first } }, { kubeconfig: "/k/first" }), /ca\.crt/);
});
