/** Writes the table of kinds. @module */
import type { KindSource } from "./schema.ts";

const INFO = `
/** How a kind is called and served. */
export interface KindInfo {
  /** Unique among all kinds; the Gateway of Gateway API is \`KubernetesGateway\`. */
  readonly identifier: keyof KindMap;
  /** API group, empty for the core group. */
  readonly group: string;
  /** Readable versions, preferred first. */
  readonly versions: readonly string[];
  /** Name in \`kind:\`. */
  readonly kind: string;
  /** Name in URLs. */
  readonly plural: string;
  /** Whether its objects live in a namespace. */
  readonly namespaced: boolean;
}
`;

/** TypeScript text of `kinds.ts`, given the file in which the interface of each kind is. */
export function writeKinds(files: ReadonlyMap<string, readonly KindSource[]>): string {
  const imports = [...files].map(([file, kinds]) =>
    `import type { ${kinds.map((kind) => kind.identifier).join(", ")} } from "./${file}";`
  );
  const all = [...files.values()].flat();
  const map = all.map(({ identifier, group, kind }) =>
    `/** \`${kind}\` of ${group || "the core group"}. */\nreadonly ${identifier}: ${identifier};`
  );
  const table = all.map(({ schemas: _, ...info }) =>
    JSON.stringify(info).replaceAll(/"(\w+)":/g, "$1:")
  );
  return [
    ...imports,
    "/** Interface of each kind. */",
    `export interface KindMap {\n${map.join("\n")}\n}`,
    INFO,
    "/** Every kind that can be read. */",
    `export const KINDS = [\n${table.join(",\n")},\n] as const satisfies readonly KindInfo[];\n`,
  ].join("\n");
}
