/** What commands that read do to a cluster, and what they tell of it. @module */
import { deepStrictEqual, match, ok } from "node:assert/strict";
import { createUser, EVERYTHING, kubeconfig, userName } from "../../scripts/testbed/mod.ts";
import { CANARY, CANARY_FORMS, CODE, OBJECTS, planted } from "./canary.ts";
import { LIVE } from "./cluster.ts";
import { LiveRecording, type Ran } from "./live_recording.ts";
import { commandsOfClusters, liveCommands, readingCommands } from "./reading_commands.ts";

const USER = "watched";

let mesh: LiveRecording;
let snapshot: string;
let signature: string;
const ran: { readonly argv: readonly string[]; readonly did: Ran }[] = [];

Deno.test.beforeAll(async () => {
  mesh = await LiveRecording.start("missing-subset", { altered: planted });
  for (const object of OBJECTS) await mesh.bed.server.api.apply(object);
  const file = await mesh.file(kubeconfig(await context()));
  snapshot = `${mesh.bed.folder}/canary.tar.gz`;
  const write = (text: string, suffix?: string) => mesh.file(text, suffix);
  const commands = [
    ["snapshot", "capture", snapshot],
    ...await readingCommands(write),
    ...await liveCommands(write),
  ];
  for (const argv of commands) {
    for (const format of [[], ["-o", "json"]]) {
      const did = await mesh.cli([...argv, ...format, "--kubeconfig", file]);
      ran.push({ argv, did });
    }
  }
});
Deno.test.afterAll(async () => {
  await mesh?.[Symbol.asyncDispose]();
});

/** The mesh for a user whose plugin talks. */
async function context() {
  const { url: server, authority: { cert: ca } } = mesh.bed.server;
  const token = await createUser(mesh.bed.server, USER, EVERYTHING);
  signature = token.split(".")[2]!;
  const apiVersion = "client.authentication.k8s.io/v1";
  const credential = JSON.stringify({ apiVersion, kind: "ExecCredential", status: { token } });
  const script = `echo ${CANARY} >&2; echo '${credential}'`;
  const env = [{ name: "LOGIN_SECRET", value: CANARY }];
  const exec = { apiVersion, command: "sh", args: ["-c", script], env };
  return { server, ca, credentials: { exec } };
}

Deno.test({
  ...LIVE,
  name: "commands that read succeed",
  fn() {
    for (const { argv, did: { status, stderr } } of ran) {
      // A proxy without extensions from istiod has none to show.
      ok(status < 2 || argv[1] === "ecds", `${argv.join(" ")}: ${stderr}`);
    }
  },
});

Deno.test({
  ...LIVE,
  name: "every command that can ask a cluster is among those that are watched here",
  async fn() {
    const lines = ran.map(({ argv }) => argv.join(" "));
    for (const name of await commandsOfClusters()) {
      ok(lines.some((line) => `${line} `.startsWith(`${name} `)), name);
    }
  },
});

Deno.test({
  ...LIVE,
  name: "commands that read get and list, open port-forwards, and ask about their own rights",
  async fn() {
    const audited = await mesh.bed.server.audit(userName(USER));
    ok(audited.length > 500, String(audited.length));
    ok(audited.some(({ uri }) => /\/pods\?.*resourceVersion=0/.test(uri)), "from memory");
    const others = audited.filter(({ verb }) => verb !== "get" && verb !== "list");
    const used = new Set(others.map(({ verb, uri }) => `${verb} ${uri.split("?")[0]}`));
    for (const each of used) {
      match(
        each,
        /^create \/api\/v1\/namespaces\/[^/]+\/pods\/[^/]+\/portforward$|^create \/apis\/authorization\.k8s\.io\/v1\/selfsubjectaccessreviews$/,
      );
    }
  },
});

Deno.test({
  ...LIVE,
  name: "of Secrets and of ConfigMaps of applications nobody gets the data",
  async fn() {
    const audited = await mesh.bed.server.audit(userName(USER));
    const secrets = audited.filter(({ uri }) => uri.includes("/secrets"));
    ok(secrets.length > 0);
    const kinds = new Set(secrets.map(({ answered }) => answered));
    deepStrictEqual([...kinds], ["PartialObjectMetadataList"]);
    const everywhere = audited.filter(({ uri }) => uri.startsWith("/api/v1/configmaps"));
    for (const { uri } of everywhere) match(uri, /fieldSelector=metadata\.name%3D/);
  },
});

/** What answers without changing anything: https://www.envoyproxy.io/docs/envoy/latest/operations/admin */
const ENVOY = [
  "GET /certs",
  "GET /clusters?format=json",
  "GET /config_dump?include_eds",
  "GET /listeners?format=json",
  "GET /memory",
  "GET /server_info",
  "GET /stats/prometheus",
  "GET /stats?format=json",
  // Without parameters it only tells the levels; Envoy takes it as POST alone.
  "POST /logging",
];

Deno.test({
  ...LIVE,
  name: "proxies and istiod are asked nothing that changes them",
  fn() {
    const asked = (port: number) => {
      const those = mesh.served.asked.filter((request) => request.port === port);
      return [...new Set(those.map(({ method, path }) => `${method} ${path}`))].sort();
    };
    deepStrictEqual(asked(15000).filter((request) => !ENVOY.includes(request)), []);
    ok(asked(15000).length > 5);
    for (const request of asked(15014)) {
      match(
        request,
        /^GET \/(?:metrics|version|debug\/(?!force_disconnect)\w+(?:\?proxyID=[^&]+)?)$/,
      );
    }
    ok(asked(15014).length > 3);
  },
});

Deno.test({
  ...LIVE,
  name: "a canary that is planted everywhere is in nothing that the program says or writes",
  async fn() {
    for (const { argv, did: { stdout, stderr } } of ran) {
      // A diff shows the lines around a change as they are, or nobody could apply it.
      const showsCode = argv[0] === "proxy-config" || argv[0] === "fix";
      const secrets = [...CANARY_FORMS, signature, ...showsCode ? [] : [CODE]];
      const told = secrets.filter((form) => `${stdout}${stderr}`.includes(form));
      deepStrictEqual(told, [], argv.join(" "));
    }
    const unpacked = await new Deno.Command("tar", { args: ["xzOf", snapshot] }).output();
    const content = new TextDecoder().decode(unpacked.stdout);
    ok(content.length > 1_000_000);
    const kept = [...CANARY_FORMS, CODE, signature].filter((form) => content.includes(form));
    deepStrictEqual(kept, []);
  },
});

Deno.test({
  ...LIVE,
  name: "a canary in a kubeconfig is in no message about it",
  async fn() {
    const { server, ca, credentials: { exec } } = await context();
    const plugin = { ...exec, args: ["-c", `echo ${CANARY}`] };
    const files = [
      kubeconfig({ server, ca, credentials: { token: CANARY } }),
      kubeconfig({ server, ca, credentials: { exec: plugin } }),
      kubeconfig({ server, ca, credentials: { exec }, proxyUrl: `http://u:${CANARY}@127.0.0.1:1` }),
      `users: [{ name: u, user: { token: ${CANARY} } }]\n\t- broken`,
    ];
    for (const text of files) {
      const { status, stdout, stderr } = await mesh.cli(
        ["analyze", "-v", "--kubeconfig", await mesh.file(text)],
      );
      deepStrictEqual([status, stdout], [3, ""], text);
      ok(stderr !== "" && !CANARY_FORMS.some((form) => stderr.includes(form)), stderr);
    }
  },
});
