import { isDeepStrictEqual } from "node:util";
import { type Fix, formatPath, type Path, valueAt } from "../../core/mod.ts";
import { type AnyResource, schemas } from "../../mesh/mod.ts";
import { type SchemaCatalog, validateMetadata, type Violation } from "../../schema/mod.ts";
import { patched } from "../../fix/mod.ts";
import { move, removal, replacement } from "../analysis/fix.ts";
import type { Draft } from "../analysis/rule.ts";
import type { DocumentRule } from "./rule.ts";

/** Objects as people wrote them, that no API server has seen yet. */
export interface WrittenObjects {
  /** The objects. */
  readonly resources: readonly AnyResource[];
  /** What they are validated with. */
  readonly schemas: SchemaCatalog;
}

/** Yields what the API server would say to the objects, as far as `rules` want to know it. */
export function* violationsOf(
  { resources, schemas: catalog }: WrittenObjects,
  rules: readonly DocumentRule[],
): Generator<{ rule: DocumentRule; draft: Draft }> {
  const ruleOf = new Map(rules.flatMap((rule) => rule.finds.map((found) => [found, rule])));
  const validators = new Map<string, Validate>();
  for (const resource of ruleOf.size > 0 ? resources : []) {
    const type = `${resource.identifier} ${resource.apiVersion}`;
    const validate = validators.get(type) ?? validatorOf(resource, catalog);
    validators.set(type, validate);
    const found = validate(resource.written);
    for (const violation of found) {
      const rule = ruleOf.get(violation.kind);
      // What a file says of the status is dropped before anybody validates it.
      if (!rule || violation.path[0] === "status") continue;
      const fix = fixOf(resource.written, violation);
      const isCure = fix && cures(violation, found, validate(patched(resource.written, fix.patch)));
      yield { rule, draft: draftOf(resource, violation, isCure ? fix : undefined) };
    }
  }
}

/** Whether the object is better afterwards: what a renamed field holds may well be wrong within. */
function cures(
  { kind, path, suggestion }: Violation,
  before: readonly Violation[],
  after: readonly Violation[],
): boolean {
  if (kind === "wrong-type") return after.length < before.length;
  const renamed = formatPath([...path.slice(0, -1), suggestion ?? ""]);
  return kind !== "unknown-field" ||
    !after.some((other) => other.kind === "wrong-type" && formatPath(other.path) === renamed);
}

type Validate = (written: unknown) => readonly Violation[];

function validatorOf(resource: AnyResource, catalog: SchemaCatalog): Validate {
  const schema = catalog.get(resource.identifier, resource.apiVersion);
  const ofSchema: Validate = (written) => schema?.validate(written) ?? [];
  return isCustom(resource)
    ? (written) => [...ofSchema(written), ...validateMetadata(written)]
    : ofSchema;
}

/** Whether a CustomResourceDefinition declares the kind; Kubernetes' own have other rules for names. */
function isCustom({ identifier }: AnyResource): boolean {
  return /(?:^|\.)istio\.io$|\.networking\.k8s\.io$/.test(schemas.byIdentifier(identifier).group);
}

function draftOf(
  on: AnyResource,
  { path, kind, message, suggestion }: Violation,
  fix: Fix | undefined,
): Draft {
  const field = formatPath(path) || "The object";
  const colon = /^(?:is|must) /.test(message) ? "" : ":";
  const question = suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
  return {
    on,
    at: path,
    ...(kind === "unknown-field" && { part: "key" }),
    message: `${field}${colon} ${message}${question}`,
    fix,
  };
}

function fixOf(written: unknown, { path, kind, suggestion, types }: Violation): Fix | undefined {
  if (kind === "unknown-field" && suggestion !== undefined) {
    const meant = [...path.slice(0, -1), suggestion];
    return valueAt(written, meant) === undefined
      ? move(path, meant, `Rename the field to "${suggestion}"`)
      : undefined;
  }
  if (kind === "duplicate") return repeated(written, path);
  if (kind === "enum" && suggestion !== undefined) {
    return replacement(path, suggestion, `Write "${suggestion}"`);
  }
  return kind === "wrong-type" ? retyped(path, valueAt(written, path), types) : undefined;
}

/** An item that says nothing which an earlier one does not say. */
function repeated(written: unknown, path: Path): Fix | undefined {
  const list = valueAt(written, path.slice(0, -1));
  const item = valueAt(written, path);
  const isSame = Array.isArray(list) &&
    list.slice(0, Number(path.at(-1))).some((earlier) => isDeepStrictEqual(earlier, item));
  return isSame ? removal(path, "Delete the repeated item", "safe") : undefined;
}

/** A scalar that only lacks quotes, or has too many. */
function retyped(path: Path, value: unknown, types: readonly string[] = []): Fix | undefined {
  // How a fraction or a large number was written is not known any more.
  const isPlain = typeof value === "boolean" || Number.isSafeInteger(value);
  if (types.includes("string") && isPlain) {
    return replacement(path, String(value), `Write "${value}" as a string`);
  }
  if (typeof value !== "string") return undefined;
  if (types.includes("array") && value !== "") {
    return replacement(path, [value], "Write a list of one item");
  }
  if (types.includes("integer") && /^(?:0|-?[1-9]\d{0,14})$/.test(value)) {
    return replacement(path, Number(value), `Write ${value} as a number`, "safe");
  }
  if (types.includes("boolean") && /^(?:true|false)$/.test(value)) {
    return replacement(path, value === "true", `Write ${value} without quotes`, "safe");
  }
  return undefined;
}
