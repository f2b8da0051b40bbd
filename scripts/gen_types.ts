/**
 * Writes `lib/mesh/gen/`: interfaces of resources, the table of kinds, the types of mesh
 * configuration, and `lib/schema/gen/`: schemas for validation. All of it comes from what Istio,
 * Gateway API and Kubernetes publish.
 *
 * @module
 */
import { readCrds } from "./gen/crds.ts";
import { DESCRIBED } from "./gen/described.ts";
import { goModule } from "./gen/go_module.ts";
import { Interfaces } from "./gen/interfaces.ts";
import { writeKinds } from "./gen/kinds.ts";
import { kubernetesName, readKubernetes } from "./gen/kubernetes.ts";
import { meshConfigName, readMeshConfig } from "./gen/mesh_config.ts";
import { writeSchemas } from "./gen/schemas.ts";
import { Skeleton } from "./gen/skeleton.ts";
import type { KindSource } from "./gen/schema.ts";

const TYPES = new URL("../lib/mesh/gen/", import.meta.url);
const SCHEMAS = new URL("../lib/schema/gen/", import.meta.url);

const [istio, gatewayApi, kubernetes] = await Promise.all([
  goModule("istio.io/api", "v1.31.1"),
  goModule("sigs.k8s.io/gateway-api", "v1.7.0"),
  goModule("k8s.io/kubernetes", "v1.35.4"),
]);

const istioKinds = await readCrds(`${istio}/kubernetes/customresourcedefinitions.gen.yaml`);
const gatewayApiKinds = await readGatewayApi(`${gatewayApi}/config/crd/experimental`);
const own = await readKubernetes(`${kubernetes}/api/openapi-spec/swagger.json`);
const files = new Map<string, readonly KindSource[]>([
  ["istio.ts", istioKinds],
  ["gateway_api.ts", gatewayApiKinds],
  ["kubernetes.ts", own.kinds],
  ["described.ts", DESCRIBED],
]);
const skeleton = new Skeleton();
for (const [file, kinds] of files) {
  const interfaces = new Interfaces(own.definitions, kubernetesName);
  for (const { identifier: name, schemas } of kinds) {
    const root = { name, schema: [...schemas.values()][0]!, resource: true };
    interfaces.add(root);
    skeleton.add(root, own.definitions);
  }
  const imports = file === "kubernetes.ts"
    ? ""
    : `import type { ObjectMeta } from "./kubernetes.ts";\n`;
  await write(file, imports + interfaces.write());
}
await write("kinds.ts", writeKinds(files));

const { roots, definitions } = await readMeshConfig(istio);
const meshConfig = new Interfaces(definitions, meshConfigName);
for (const root of roots) {
  meshConfig.add(root);
  skeleton.add(root, definitions);
}
await write("mesh_config.ts", meshConfig.write());
await write("skeleton.ts", skeleton.write());
await write(
  "mod.ts",
  "/** Resources as their publishers describe them. @module */\n" +
    [...files.keys(), "kinds.ts", "mesh_config.ts"].map((file) => `export * from "./${file}";\n`)
      .join(""),
);

const shared = { definitions: own.definitions, nameOf: kubernetesName };
for (
  const [file, kinds, native] of [
    ["istio.json", istioKinds, false],
    ["gateway_api.json", gatewayApiKinds, false],
    ["kubernetes.json", own.kinds, true],
  ] as const
) {
  await Deno.writeTextFile(new URL(file, SCHEMAS), writeSchemas({ kinds, native, ...shared }));
}

async function readGatewayApi(directory: string): Promise<KindSource[]> {
  const names = (await Array.fromAsync(Deno.readDir(directory))).map(({ name }) => name);
  const crds = names.filter((name) => name.startsWith("gateway.")).sort();
  return (await Promise.all(crds.map((name) => readCrds(`${directory}/${name}`)))).flat();
}

async function write(file: string, text: string): Promise<void> {
  const header = "// Written by scripts/gen_types.ts. Do not edit.\n";
  const child = new Deno.Command("deno", {
    args: ["fmt", "--ext=ts", "--line-width=100", "-"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(header + text));
  await writer.close();
  const { success, stdout } = await child.output();
  if (!success) throw new Error(`${file} does not format`);
  await Deno.writeFile(new URL(file, TYPES), stdout);
}
