/** Fails when a folder of `lib/` imports one that it may not, or reaches past a door. @module */

/** Folder → the folders it may import. Every edge points down, so there are no cycles. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  io: ["core"],
  report: ["core"],
  mesh: ["core"],
  schema: ["core", "mesh"],
  evidence: ["core", "mesh"],
  proxy: ["core", "mesh", "evidence"],
  auth: ["core", "mesh"],
  network: ["core", "mesh"],
  logs: ["core", "mesh", "evidence", "auth"],
  client: ["core", "mesh"],
  install: ["core", "mesh"],
  source: ["core", "mesh", "evidence", "client"],
  fix: ["core", "mesh", "source"],
  snapshot: ["core", "mesh", "evidence", "proxy", "source"],
  connectivity: ["core", "mesh", "evidence", "proxy", "auth", "network", "source"],
  access: ["core", "mesh", "auth", "network", "connectivity"],
  probe: ["core", "mesh", "client", "evidence", "connectivity"],
  traffic: ["core", "mesh", "evidence", "proxy", "connectivity"],
  graph: ["core", "mesh", "evidence", "auth", "connectivity", "traffic"],
  trace: ["core", "mesh", "evidence", "proxy", "auth", "connectivity"],
  diagnose: [
    "core",
    "mesh",
    "schema",
    "evidence",
    "proxy",
    "auth",
    "network",
    "source",
    "fix",
    "connectivity",
    "traffic",
  ],
  check: ["core", "mesh", "client", "evidence", "proxy", "connectivity", "diagnose"],
  // cli: everything but io, which only main.ts knows.
  cli: [
    "core",
    "report",
    "mesh",
    "client",
    "schema",
    "evidence",
    "install",
    "proxy",
    "auth",
    "network",
    "source",
    "snapshot",
    "fix",
    "connectivity",
    "probe",
    "access",
    "logs",
    "traffic",
    "diagnose",
    "check",
    "trace",
    "graph",
  ],
};

const root = new URL("../lib/", import.meta.url).href;

interface Target {
  specifier: string;
}

interface Module {
  specifier: string;
  dependencies?: { specifier: string; code?: Target; type?: Target; isDynamic?: boolean }[];
}

const modules = new Map<string, Module>();
for (const entry of ["main.ts", "mod.ts"]) {
  const { success, stdout, stderr } = await new Deno.Command("deno", {
    args: ["info", "--json", entry],
  }).output();
  if (!success) {
    console.error(new TextDecoder().decode(stderr));
    Deno.exit(1);
  }
  const graph = JSON.parse(new TextDecoder().decode(stdout)) as { modules: Module[] };
  for (const module of graph.modules) modules.set(module.specifier, module);
}

let bad = 0;
for (const { specifier: from, dependencies } of modules.values()) {
  if (!from.startsWith(root)) continue;
  for (const dependency of dependencies ?? []) {
    const to = (dependency.code ?? dependency.type)?.specifier;
    if (!to?.startsWith(root)) continue;
    const [a, b] = [folder(from), folder(to)];
    if (a === b) continue;
    const why = !MAY_IMPORT[a]?.includes(b)
      ? `${a} may not import ${b}`
      : !to.endsWith(`/${b}/mod.ts`)
      ? `import ${b}/mod.ts, not a file behind it`
      : undefined;
    if (why === undefined) continue;
    console.error(`${from.slice(root.length)}: ${why} (${dependency.specifier})`);
    bad++;
  }
}
console.log(`boundaries: ${modules.size} modules, ${bad} forbidden imports`);
Deno.exit(bad === 0 ? 0 : 1);

function folder(specifier: string): string {
  return specifier.slice(root.length).split("/")[0]!;
}
