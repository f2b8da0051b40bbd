import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { createServer } from "node:http";
import { connect as connectSocket, type Socket } from "node:net";
import { Failure } from "../../lib/core/mod.ts";
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

async function script(text: string): Promise<string> {
  const file = await Deno.makeTempFile({ dir: bed.folder });
  await Deno.writeTextFile(file, text, { mode: 0o700 });
  return file;
}

Deno.test({
  ...LIVE,
  name: "a client logs in with certificates, tokens, token files and plugins",
  async fn() {
    const tokenFile = await script(token);
    const status = { apiVersion: "client.authentication.k8s.io/v1", kind: "ExecCredential" };
    const credential = JSON.stringify({ ...status, status: { token } });
    const plugin = `case "$KUBERNETES_EXEC_INFO" in *ExecCredential*) echo '${credential}';; esac`;
    await login({ credentials: bed.server.admin });
    await login({ credentials: { token } });
    await login({ credentials: { tokenFile } });
    await login({ credentials: { exec: { command: "sh", args: ["-c", plugin] } } });
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
    await rejects(connectWith(text, "nowhere"), (cause) => {
      ok(cause instanceof Failure);
      strictEqual(cause.code, "USAGE");
      match(cause.message, /^Cannot use context "nowhere": kubeconfig ".*" has none of that name$/);
      strictEqual(cause.hint, "It has: here, there.");
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
  name: "every reason not to reach or trust a cluster has a sentence of its own",
  async fn() {
    const other = await createAuthority(bed.folder, "other");
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
        /^Cannot log in to .*: bad \[redacted\]$/,
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
  name: "a server that never answers is given up after ten seconds",
  async fn() {
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const server = `https://127.0.0.1:${listener.addr.port}`;
    const { message } = await failure({ server });
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
