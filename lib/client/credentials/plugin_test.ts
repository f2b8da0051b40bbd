import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { fakeWorld } from "../../../tests/fake_world.ts";
import type { RunOptions, RunResult } from "../../core/mod.ts";
import { NoCredential } from "./credential.ts";
import { CredentialPlugin, type PluginOptions } from "./plugin.ts";

const { signal } = new AbortController();
const OPTIONS: PluginOptions = {
  command: "login",
  args: ["get-token"],
  env: { PROFILE: "dev" },
  apiVersion: "client.authentication.k8s.io/v1beta1",
  interactiveMode: "IfAvailable",
};

/** A plugin that ends like this, and what it was run with. */
function plugin(
  result: Partial<RunResult>,
  { isTerminal = false, ...options }: Partial<PluginOptions> & { isTerminal?: boolean } = {},
) {
  const runs: RunOptions[] = [];
  const login = (given: RunOptions) => {
    runs.push(given);
    return { code: 0, stdout: "", stderr: "", ...result };
  };
  const { world } = fakeWorld({ isTerminal, programs: { login } });
  return { runs, source: new CredentialPlugin({ ...OPTIONS, ...options }, world) };
}

function printed(status: object): Partial<RunResult> {
  return { stdout: JSON.stringify({ kind: "ExecCredential", status }) };
}

Deno.test("CredentialPlugin gives the token or the certificate that the plugin prints", async () => {
  const expirationTimestamp = "2026-01-01T00:10:00Z";
  const { runs, source } = plugin(printed({ token: "t", expirationTimestamp }));
  deepStrictEqual(await source.ask(signal), { token: "t", until: new Date(expirationTimestamp) });
  const [{ args, env = {}, stdin, stderr }] = runs as [RunOptions];
  deepStrictEqual([args, env["PROFILE"], stdin, stderr], [
    ["get-token"],
    "dev",
    "nothing",
    "kept",
  ]);
  deepStrictEqual(JSON.parse(env["KUBERNETES_EXEC_INFO"] ?? ""), {
    apiVersion: OPTIONS.apiVersion,
    kind: "ExecCredential",
    spec: { interactive: false },
  });
  const pair = { clientCertificateData: "CERT", clientKeyData: "KEY" };
  deepStrictEqual(await plugin(printed(pair)).source.ask(signal), { cert: "CERT", key: "KEY" });
});

Deno.test("CredentialPlugin lets a plugin ask the person at a terminal, unless it never does", async () => {
  const answer = printed({ token: "t" });
  const stdinOf = async (options: Parameters<typeof plugin>[1]) => {
    const { runs, source } = plugin(answer, options);
    await source.ask(signal);
    return runs[0]?.stdin;
  };
  strictEqual(await stdinOf({ isTerminal: true }), "terminal");
  strictEqual(await stdinOf({ isTerminal: true, interactiveMode: "Never" }), "nothing");
  strictEqual(await stdinOf({ isTerminal: true, interactiveMode: "Always" }), "terminal");
  await rejects(plugin(answer, { interactiveMode: "Always" }).source.ask(signal), {
    message: 'the credential plugin "login" asks questions, and there is no terminal to answer at',
  });
});

Deno.test("CredentialPlugin tells a plugin about its cluster where it wants to know", async () => {
  const { runs, source } = plugin(printed({ token: "t" }), { cluster: { server: "https://x" } });
  await source.ask(signal);
  const { spec } = JSON.parse(runs[0]?.env?.["KUBERNETES_EXEC_INFO"] ?? "");
  deepStrictEqual(spec, { interactive: false, cluster: { server: "https://x" } });
});

Deno.test("CredentialPlugin says what is wrong with a plugin, and nothing that it printed", async () => {
  const secret = "sec-ret";
  const rows: [Partial<RunResult>, string][] = [
    [{ code: 7, stdout: secret }, "ended with exit status 7"],
    [{ code: 1, stderr: "log in first\nsecond line" }, "ended with exit status 1: log in first"],
    [{ stdout: secret }, "printed no ExecCredential"],
    [{ stdout: "{}" }, "printed an ExecCredential without status"],
    [printed({ other: secret }), "gave neither a token nor a certificate"],
    [printed({ clientKeyData: secret }), "gave a certificate or a key, and not both"],
  ];
  for (const [result, message] of rows) {
    const expected = { message: `the credential plugin "login" ${message}` };
    await rejects(plugin(result).source.ask(signal), expected);
  }
  const { source } = plugin({}, { command: "gone", installHint: "brew install gone" });
  await rejects(source.ask(signal), (cause) => {
    strictEqual(cause instanceof NoCredential && cause.hint, "brew install gone");
    return true;
  });
});
