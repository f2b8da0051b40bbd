import { type Kind, parseApiVersion } from "../mesh/mod.ts";
import { Compiler } from "./compile.ts";
import { Defaults } from "./defaults.ts";
import type { SchemaFile } from "./node.ts";
import { Report, type Violation } from "./report.ts";

/** A schema that objects are validated with. */
export interface ObjectSchema {
  /**
   * What the API server would say to an object on `kubectl create --validate=strict`: unknown fields,
   * wrong types, values out of bounds, rules of the schema. Empty where it would accept it. Never throws.
   */
  validate(object: unknown): Violation[];
}

/** The schemas of all kinds. */
export interface SchemaCatalog {
  /**
   * The schema of a kind in the version of an `apiVersion`; `undefined` where nobody publishes one any
   * more, such as for versions that only old clusters serve.
   */
  get(identifier: Kind, apiVersion: string): ObjectSchema | undefined;
}

/** Reads the schemas. They are big, so this is for when they are needed; at most once a run. */
export async function loadSchemas(): Promise<SchemaCatalog> {
  const [istio, gatewayApi, kubernetes, { ruleCompiler }] = await Promise.all([
    import("./gen/istio.json", { with: { type: "json" } }),
    import("./gen/gateway_api.json", { with: { type: "json" } }),
    import("./gen/kubernetes.json", { with: { type: "json" } }),
    import("./rule.ts"),
  ]);
  const rules = ruleCompiler();
  const publishers = [istio, gatewayApi, kubernetes].map((module): Publisher => {
    const file = fileOf(module);
    return {
      file,
      compiler: new Compiler(file, rules),
      defaults: new Defaults(file),
      schemas: new Map(),
    };
  });
  return { get: (identifier, apiVersion) => find(publishers, identifier, apiVersion) };
}

interface Publisher {
  readonly file: SchemaFile;
  readonly compiler: Compiler;
  readonly defaults: Defaults;
  readonly schemas: Map<string, ObjectSchema>;
}

/** The generator writes this type; the compiler need not compare it with all the text. */
function fileOf({ default: file }: { readonly default: unknown }): SchemaFile {
  return file as SchemaFile;
}

function find(
  publishers: readonly Publisher[],
  identifier: Kind,
  apiVersion: string,
): ObjectSchema | undefined {
  const { version } = parseApiVersion(apiVersion);
  for (const publisher of publishers) {
    const versions = publisher.file.kinds[identifier] ?? {};
    const name = Object.hasOwn(versions, version) ? versions[version] : undefined;
    if (name === undefined) continue;
    const schema = publisher.schemas.get(name) ?? objectSchema(publisher, name);
    publisher.schemas.set(name, schema);
    return schema;
  }
  return undefined;
}

function objectSchema({ file, compiler, defaults }: Publisher, name: string): ObjectSchema {
  const node = file.definitions[name] ?? {};
  return {
    validate(object) {
      const report = new Report();
      const filled = defaults.fill(object, node);
      compiler.compile(node)(filled, report);
      return report.violations;
    },
  };
}
