const TYPE_PREFIX = "type.googleapis.com/";
const OLD_API = /^envoy\.(?:api\.v2|.+\.v2)\./;

/** What is wrong with the types that a piece of Envoy's configuration names. */
export function typeProblem(value: unknown): string | undefined {
  const old = [...namedTypes(value)].find((type) => OLD_API.test(type));
  return old === undefined
    ? undefined
    : "referenced type unknown (hint: try using the v3 XDS API): could not resolve Any message " +
      `type ${TYPE_PREFIX}${old}`;
}

/** The types of messages that stand anywhere in a piece of configuration. */
function* namedTypes(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "@type" && typeof member === "string") yield member.replace(TYPE_PREFIX, "");
    else yield* namedTypes(member);
  }
}
