/** Command lines that only read a mesh: every command that can, about the mesh of the examples. @module */
import { CATALOG } from "../../lib/cli/catalog.ts";

/** Writes a file with this text, and gives its path. */
type WriteFile = (text: string, suffix?: string) => Promise<string>;

const PAIR = ["--from", "sleep.client", "--to", "reviews.bookinfo:9080"];
const PROXY = "sleep.client";
const OTHER_PROXY = "details-v1.bookinfo";
const SHOWN = [
  ...["cluster", "listener", "route", "endpoint", "bootstrap", "secret", "ecds", "all"],
  "config_dump",
];

/** A file with a token that no RequestAuthentication knows. */
async function tokenFile(write: WriteFile): Promise<string> {
  const part = (claims: object) => btoa(JSON.stringify(claims)).replaceAll("=", "");
  const token = `${part({ alg: "RS256" })}.${part({ iss: "testing@secure.istio.io" })}.c2ln`;
  return await write(token);
}

/** What can be asked of a recording and of a live mesh; the flags that name the mesh are to be added. */
export async function readingCommands(write: WriteFile): Promise<readonly string[][]> {
  const token = await tokenFile(write);
  return [
    ["analyze"],
    ["fix", "--unsafe"],
    ["diagnose", "connectivity", ...PAIR],
    ["diagnose", "performance", "--service", "reviews.bookinfo"],
    ["diagnose", "configuration"],
    ["diagnose", "security"],
    ["diagnose", "all"],
    ["check"],
    ["trace", ...PAIR],
    ["graph"],
    ["logs"],
    ["logs", "--each"],
    ...SHOWN.map((what) => ["proxy-config", what, PROXY]),
    ["proxy-config", "diff", PROXY, OTHER_PROXY],
    ["proxy-status"],
    ["proxy-status", PROXY],
    ["access", "check", ...PAIR, "--jwt", token],
    ["access", "matrix"],
    ["jwt", "verify", token, "--to", "reviews.bookinfo"],
    ["version"],
  ];
}

/** What can be asked of a live mesh only. */
export async function liveCommands(write: WriteFile): Promise<readonly string[][]> {
  const service = { apiVersion: "v1", kind: "Service", metadata: { name: "new" } };
  const manifest = await write(JSON.stringify(service), ".yaml");
  return [
    ["analyze", manifest, "--use-kube"],
    ["check", "--pre"],
    ["proxy-config", "log", PROXY],
    ["snapshot", "capture", "--dry-run"],
  ];
}

/** Names of the commands that can ask a live mesh. */
export async function commandsOfClusters(): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { name, load } of CATALOG) {
    const flags = (await load()).declare().options.map(({ long }) => long);
    if (flags.includes("--kubeconfig")) names.push(name);
  }
  return names;
}
