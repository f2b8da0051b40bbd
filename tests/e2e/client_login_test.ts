import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect as connectSocket, type Socket } from "node:net";
import { connect } from "../../lib/client/mod.ts";
import { Failure } from "../../lib/core/mod.ts";
import { realWorld } from "../../lib/io/mod.ts";
import {
  type ContextOptions,
  createAuthority,
  createUser,
  EVERYTHING,
  expiredToken,
  freePort,
  kubeconfig,
  Testbed,
  userName,
} from "../../scripts/testbed/mod.ts";
import { connectWith, LIVE, schema, signal } from "./cluster.ts";

let bed: Testbed;
let token: string;

Deno.test.beforeAll(async () => {
  bed = await Testbed.start();
  token = await createUser(bed.server, "login", EVERYTHING);
});
Deno.test.afterAll(async () => {
  await bed?.[Symbol.asyncDispose]();
});

/** A context of the test bed's cluster with some things changed. */
function contextOf(changed: Partial<ContextOptions> = {}): ContextOptions {
  const { authority, url: server } = bed.server;
  return { server, ca: authority.cert, credentials: { token }, ...changed };
}

/** Lists nodes with a kubeconfig; that needs a login. */
async function login(changed: Partial<ContextOptions>): Promise<void> {
  await using kube = await connectWith(kubeconfig(contextOf(changed)));
  const { gap, items } = await kube.list(schema("Node"), { signal });
  strictEqual(gap, undefined);
  strictEqual(items.length, 1);
}

/** The failure of a login, which must come in time and tell no secret. */
async function failure(changed: Partial<ContextOptions>): Promise<Failure> {
  const start = performance.now();
  try {
    await login(changed);
  } catch (cause) {
    ok(cause instanceof Failure, String(cause));
    ok(performance.now() - start < 11_000, "it took too long");
    ok(!`${cause.message}${cause.hint}`.includes(token.slice(0, 20)), "a token is told");
    match(cause.message, /"testbed"/);
    ok(cause.message.includes(changed.server ?? bed.server.url), cause.message);
    return cause;
  }
  throw new Error("the login did not fail");
}

/** A plugin that prints this, but only when it is told of `needs`. */
function plugin(
  version: string,
  status: object,
  { needs = "ExecCredential", ...more }: { needs?: string; [field: string]: unknown } = {},
) {
  const apiVersion = `client.authentication.k8s.io/${version}`;
  const credential = JSON.stringify({ apiVersion, kind: "ExecCredential", status });
  const script = `case "$KUBERNETES_EXEC_INFO" in *${needs}*) printf %s '${credential}';; esac`;
  return { exec: { apiVersion, command: "sh", args: ["-c", script], ...more } };
}

async function script(text: string): Promise<string> {
  const file = await Deno.makeTempFile({ dir: bed.folder });
  await Deno.writeTextFile(file, text, { mode: 0o700 });
  return file;
}

Deno.test({
  ...LIVE,
  name: "a client logs in with certificates, tokens, token files and plugins",
  async fn() {
    const tokenFile = await script(`${token}\n`);
    await login({ credentials: bed.server.admin });
    await login({ credentials: { token } });
    await login({ credentials: { tokenFile } });
    for (const version of ["v1", "v1beta1"]) {
      await login({ credentials: plugin(version, { token }) });
    }
    const { cert, key } = bed.server.admin;
    const pair = { clientCertificateData: cert, clientKeyData: key };
    await login({ credentials: plugin("v1", pair) });
    const told = { provideClusterInfo: true, needs: bed.server.url };
    await login({ credentials: plugin("v1", { token }, told) });
  },
});

Deno.test({
  ...LIVE,
  name: "a client honours tls-server-name, insecure-skip-tls-verify and proxy-url",
  async fn() {
    await login({ tlsServerName: "localhost" });
    const { ca: _, ...unverified } = contextOf();
    await using kube = await connectWith(kubeconfig(unverified));
    match(await kube.version(signal), /^v1\.35/);
    let tunnels = 0;
    const proxy = createServer();
    proxy.on("connect", (request: { url: string }, client: Socket) => {
      tunnels++;
      const [host, port] = request.url.split(":");
      const server = connectSocket({ host: host!, port: Number(port) }, () => {
        client.write("HTTP/1.1 200 OK\r\n\r\n");
        server.pipe(client).pipe(server);
      });
    });
    const port = freePort();
    await new Promise<void>((resolve) => proxy.listen(port, "127.0.0.1", resolve));
    await login({ proxyUrl: `http://127.0.0.1:${port}` });
    ok(tunnels > 0, "the proxy was asked");
    proxy.closeAllConnections();
    proxy.close();
  },
});

Deno.test({
  ...LIVE,
  name: "a client goes through a SOCKS proxy to a server that is named by its address",
  async fn() {
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    let tunnels = 0;
    const serve = async (client: Deno.Conn) => {
      const message = new Uint8Array(300);
      await client.read(message);
      await client.write(new Uint8Array([5, 0]));
      await client.read(message);
      tunnels++;
      const server = await Deno.connect({ port: Number(new URL(bed.server.url).port) });
      await client.write(new Uint8Array([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
      await Promise.allSettled([
        client.readable.pipeTo(server.writable),
        server.readable.pipeTo(client.writable),
      ]);
    };
    void (async () => {
      for await (const client of listener) void serve(client);
    })();
    await login({ proxyUrl: `socks5://127.0.0.1:${listener.addr.port}` });
    ok(tunnels > 0, "the proxy was asked");
  },
});

Deno.test({
  ...LIVE,
  name: "a client chooses among several contexts, and the current one by default",
  async fn() {
    const here = contextOf({ name: "here", namespace: "mine" });
    const there = contextOf({ name: "there", server: "https://127.0.0.1:1" });
    const text = kubeconfig(here, there);
    await using kube = await connectWith(text);
    match(await kube.version(signal), /^v1\.35/);
    deepStrictEqual(kube.context, {
      name: "here",
      cluster: "here",
      server: bed.server.url,
      user: "here",
      namespace: "mine",
    });
    await using other = await connectWith(text, "there");
    await rejects(other.version(signal), /"there" at https:\/\/127\.0\.0\.1:1: .*refused/);
    await rejects(connectWith(text, "thare"), (cause) => {
      ok(cause instanceof Failure);
      strictEqual(cause.code, "USAGE");
      match(cause.message, /^Cannot use context "thare": kubeconfig ".*" has none of that name$/);
      strictEqual(cause.hint, 'Did you mean "there"? It has: here, there.');
      return true;
    });
  },
});

Deno.test({
  ...LIVE,
  name: "a plugin is asked again when the API server no longer takes its token",
  async fn() {
    const state = await script(await expiredToken(bed.server));
    const fresh = await script(token);
    const status = `{"kind":"ExecCredential","status":{"token":"'$(cat ${state})'"}}`;
    const command = `echo '${status}'; cp ${fresh} ${state}`;
    await login({ credentials: { exec: { command: "sh", args: ["-c", command] } } });
  },
});

Deno.test({
  ...LIVE,
  name:
    "a token of an OpenID Connect provider is refreshed, and its successor kept as kubectl does",
  async fn() {
    const { cert, key } = await bed.server.authority.issue({ name: "login-server" });
    const provider = createSecureServer({ cert, key }, (request, response) => {
      const issuer = `https://127.0.0.1:${port}`;
      response.end(JSON.stringify(
        request.method === "GET"
          ? { issuer, token_endpoint: `${issuer}/token` }
          : { id_token: token, refresh_token: "second" },
      ));
    });
    const port = freePort();
    await new Promise<void>((resolve) => provider.listen(port, "127.0.0.1", resolve));
    const config = {
      "id-token": await expiredToken(bed.server),
      "refresh-token": "first",
      "client-id": "kubernetes",
      "idp-issuer-url": `https://127.0.0.1:${port}`,
      "idp-certificate-authority-data": btoa(bed.server.authority.cert),
    };
    const credentials = { "auth-provider": { name: "oidc", config } };
    const file = `${bed.folder}/oidc.kubeconfig`;
    await Deno.writeTextFile(file, kubeconfig(contextOf({ credentials })), { mode: 0o600 });
    const kube = await connect({ world: realWorld(), kubeconfig: file, signal });
    const { items } = await kube.list(schema("Node"), { signal });
    strictEqual(items.length, 1);
    await kube.close();
    match(await Deno.readTextFile(file), /"refresh-token": "second"/);
    strictEqual((await Deno.stat(file)).mode! & 0o777, 0o600);
    provider.closeAllConnections();
    provider.close();
  },
});

Deno.test({
  ...LIVE,
  name: "every reason not to reach or trust a cluster has a sentence of its own",
  async fn() {
    const other = await createAuthority(bed.folder, "other");
    const openId = (config: object) => ({ "auth-provider": { name: "oidc", config } });
    const quiet = { hostname: "127.0.0.1", port: 0, onListen: () => undefined };
    await using plain = Deno.serve(quiet, () => new Response("hello"));
    const rows: [string, Partial<ContextOptions>, RegExp][] = [
      ["nobody listens", { server: "https://127.0.0.1:1" }, /^Cannot reach .* is refused$/],
      ["no such name", { server: "https://nope.invalid" }, /^Cannot reach .*\(DNS\)$/],
      ["wrong authority", { ca: other.cert }, /^Cannot trust .*certificate authority/],
      ["wrong name", { tlsServerName: "other.example" }, /^Cannot trust .*other names$/],
      ["expired token", { credentials: { token: await expiredToken(bed.server) } }, /expired/],
      ["odd token", { credentials: { token: "odd" } }, /^Cannot log in to .* not accepted$/],
      [
        "no plugin",
        { credentials: { exec: { command: "no-such-plugin", args: [] } } },
        /^Cannot log in to .*plugin "no-such-plugin" is not installed$/,
      ],
      [
        "broken plugin",
        { credentials: { exec: { command: "sh", args: ["-c", `echo bad ${token} >&2; exit 1`] } } },
        /^Cannot log in to .* exit status 1: bad \[redacted\]$/,
      ],
      [
        "plugin that wants a person",
        { credentials: plugin("v1", { token }, { interactiveMode: "Always" }) },
        /^Cannot log in to .* there is no terminal to answer at$/,
      ],
      ["provider", { credentials: openId({}) }, /^Cannot log in to .*id-token has ended/],
      [
        "no TLS there",
        { server: `https://127.0.0.1:${plain.addr.port}` },
        /^Cannot reach .*: it does not speak TLS/,
      ],
      [
        "proxy is down",
        { proxyUrl: "http://user:secret@127.0.0.1:1" },
        /^Cannot reach .* through the proxy 127\.0\.0\.1:1: the connection is refused$/,
      ],
      [
        "plugin that does not speak JSON",
        { credentials: { exec: { command: "echo", args: [token] } } },
        /^Cannot log in to /,
      ],
    ];
    for (const [what, changed, message] of rows) {
      const { code, message: text } = await failure(changed);
      match(text, message, what);
      strictEqual(code, "CLUSTER_UNREACHABLE", what);
    }
  },
});

Deno.test({
  ...LIVE,
  name: "a server that never answers is given up after ten seconds, a plugin may take longer",
  async fn() {
    const { exec } = plugin("v1", { token });
    const slow = `sleep 11; read line; ${exec.args[1]}`;
    const slowLogin = { exec: { ...exec, args: ["-c", slow] } };
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const server = `https://127.0.0.1:${listener.addr.port}`;
    const [{ message }] = await Promise.all([
      failure({ server }),
      login({ credentials: slowLogin }),
    ]);
    match(message, /: no answer within 10 s$/);
  },
});

Deno.test({
  ...LIVE,
  name: "a client that only reads uses no verb but get and list",
  async fn() {
    const reader = await createUser(bed.server, "only-reads", EVERYTHING);
    await using kube = await connectWith(bed.server.kubeconfig({ token: reader }));
    await kube.version(signal);
    await kube.listAll([schema("Pod"), schema("Secret"), schema("Service")], { signal });
    await kube.get(schema("Pod"), { namespace: "default", name: "none" }, signal);
    const verbs = (await bed.server.audit(userName("only-reads"))).map(({ verb }) => verb);
    deepStrictEqual([...new Set(verbs)].sort(), ["get", "list"]);
  },
});
