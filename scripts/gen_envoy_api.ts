/**
 * Writes `lib/proxy/gen/envoy_api.ts`: the messages of Envoy's configuration with their fields in the
 * order of declaration, and which of them hold maps, structs and typed configurations.
 *
 * @module
 */
import { goModule } from "./gen/go_module.ts";
import { type MessageDescriptor, readGoDescriptors } from "./gen/file_descriptor.ts";

const MODULES: readonly (readonly [path: string, version: string, folders: readonly string[]])[] = [
  ["github.com/envoyproxy/go-control-plane/envoy", "v1.40.0", [
    "admin/v3",
    "config",
    "data",
    "extensions",
    "type",
  ]],
  ["github.com/cncf/xds/go", "v0.0.0-20260202195803-dba9d589def2", ["xds", "udpa/type"]],
];

/** Older versions of the API are not spoken any more. */
const CURRENT = /\.v3(?:alpha)?\.|^xds\.|^udpa\./;

const messages = new Map<string, MessageDescriptor>();
for (const [path, version, folders] of MODULES) {
  const directory = await goModule(path, version);
  for (const folder of folders) await readFolder(`${directory}/${folder}`);
}

const lines = [...messages.values()].filter(({ name, isMapEntry }) =>
  CURRENT.test(name) && !isMapEntry
).sort((a, b) => a.name < b.name ? -1 : 1).map(({ name, fields }) =>
  [name, ...fields.map((field) => field.name + suffixOf(field.message))].join(" ")
);
await Deno.writeTextFile(
  new URL("../lib/proxy/gen/envoy_api.ts", import.meta.url),
  `// Written by scripts/gen_envoy_api.ts. Do not edit.

/**
 * One message a line: its name, then its fields. After a field stand the message that it holds
 * (\`:name\`), \`*\` for a map with such values, \`=\` for what is written as it is.
 */
export const ENVOY_API = \`
${lines.join("\n")}
\`;
`,
);

async function readFolder(folder: string): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) await readFolder(path);
    else if (name.endsWith(".pb.go")) {
      for (const message of readGoDescriptors(await Deno.readTextFile(path))) {
        messages.set(message.name, message);
      }
    }
  }
}

/** How the values of a field are written. */
function suffixOf(message: string): string {
  if (message === "") return "";
  const found = messages.get(message);
  if (found?.isMapEntry) {
    const value = found.fields.find(({ name }) => name === "value");
    return `*${suffixOf(value?.message ?? "")}`;
  }
  if (/^google\.protobuf\.(?:Struct|Value|ListValue)$/.test(message)) return "=";
  // Wrappers and times are written as plain values; typed configurations name their own type.
  return message.startsWith("google.protobuf.") && message !== "google.protobuf.Any"
    ? ""
    : `:${message}`;
}
