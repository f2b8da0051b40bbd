const ONE = "{*}";
const ANY = "{**}";
/** What RFC 3986 lets stand in a segment of a path. */
const SEGMENT = /^[-a-zA-Z0-9._~%!$&'()+,;:@=]+$/;

/** What is wrong with the first wrong path: `{*}` and `{**}` stand for segments, the latter last. */
export function pathTemplateProblem(key: string, paths: readonly string[]): string | undefined {
  for (const written of paths) {
    const isTemplate = written.includes(ONE) || written.includes(ANY);
    const path = written.replace(/^\/+|\/+$/g, "");
    const start = `invalid or unsupported path ${path}, found in ${key}.`;
    let isAfterAny = false;
    for (const segment of path.split("/")) {
      if (segment === ONE || segment === ANY) {
        if (isAfterAny) return `${start} {**} is not the last operator`;
        isAfterAny = segment === ANY;
      } else if (/[{}]/.test(segment)) {
        return `${start} Contains '{' or '}' beyond a supported path template`;
      } else if (isTemplate && !SEGMENT.test(segment)) {
        return `${start} Contains segment ${segment} with invalid string literal`;
      }
    }
  }
  return undefined;
}
