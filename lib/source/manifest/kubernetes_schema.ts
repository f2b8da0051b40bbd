import {
  boolYaml11Tag,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
  seqTag,
  strTag,
} from "js-yaml";

const INTEGER = /^[-+]?(?:0[bB][01]+|0[oO]?[0-7]+|0[xX][0-9a-fA-F]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** Numbers as kubectl's YAML library reads them: YAML 1.1, but no base 60, and with plain exponents. */
const numberTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [..."+-.0123456789"],
  resolve: toNumber,
  identify: () => false,
});

/**
 * YAML as kubectl reads it: booleans (`on`, `yes`), octals (`0644`) and merge keys of YAML 1.1, but times
 * stay strings, and tags that nobody knows are ignored.
 */
export const KUBERNETES_SCHEMA: Schema = new Schema([
  strTag,
  seqTag,
  mapTag,
  nullYaml11Tag,
  boolYaml11Tag,
  numberTag,
  { ...numberTag, tagName: "tag:yaml.org,2002:int", implicit: false },
  mergeTag,
  defineScalarTag("", { matchByTagPrefix: true, resolve: (text) => text, identify: () => false }),
  defineSequenceTag("", {
    matchByTagPrefix: true,
    create: seqTag.create,
    addItem: seqTag.addItem,
    identify: () => false,
  }),
  defineMappingTag("", {
    matchByTagPrefix: true,
    create: mapTag.create,
    addPair: mapTag.addPair,
    has: mapTag.has,
    keys: mapTag.keys,
    get: mapTag.get,
    identify: () => false,
  }),
]);

function toNumber(source: string): number | typeof NOT_RESOLVED {
  const plain = source.replaceAll("_", "");
  if (INTEGER.test(plain)) {
    const magnitude = Number(plain.replace(/^[-+]/, "").replace(/^0(?=[0-7])/, "0o"));
    return plain.startsWith("-") ? -magnitude : magnitude;
  }
  return FLOAT.test(plain) ? Number(plain) : NOT_RESOLVED;
}
