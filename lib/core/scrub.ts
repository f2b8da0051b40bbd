/** What stands for a value that was taken out. */
export const REDACTED = "[redacted]";

/** Forms of secrets inside of other text, and what of them stays. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, REDACTED],
  [/\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/g, REDACTED],
  [/\b(bearer|basic|negotiate)\s+[\w.~+/=-]{6,}/gi, `$1 ${REDACTED}`],
  [
    /\b(authorization|proxy-authorization|cookie|set-cookie)(["']?\s*[:=]\s*).+/gi,
    `$1$2${REDACTED}`,
  ],
  [
    /\b((?:[\w-]*[_-])?(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|credentials?)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,
    `$1${REDACTED}`,
  ],
  [/\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]+):[^\s@/]+@/gi, `$1:${REDACTED}@`],
  // AWS, GitHub, GitLab, Slack, Google: keys that are known by their first letters.
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, REDACTED],
  [/\b(?:gh[pousr]_|glpat-|xox[abprs]-|AIza)[\w-]{16,}/g, REDACTED],
];

const SHORTEST = 8;
const HINT =
  /PRIVATE KEY|eyJ|bearer|basic|negotiate|cookie|authorization|passw|pwd|secret|token|key|credential|:\/\/|AKIA|ASIA|gh[pousr]_|glpat|xox|AIza/i;

/** Text without what has the form of a secret: JWTs, private keys, passwords in URLs, and the like. */
export function scrub(text: string): string {
  if (text.length < SHORTEST || !HINT.test(text)) return text;
  return SECRETS.reduce((clean, [form, rest]) => clean.replace(form, rest), text);
}

/** Whether a header, a parameter or a field of this name holds what only its owner may know. */
export function isSensitiveName(name: string): boolean {
  return /authorization|cookie|passw|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential|session|signature/i
    .test(name);
}

/** A path without the values of its query and without segments that look like keys. */
export function scrubPath(path: string): string {
  const [before = "", query] = scrub(path).split("?", 2);
  const plain = before.split("/").map((segment) => isOpaque(segment) ? REDACTED : segment).join(
    "/",
  );
  if (query === undefined) return plain;
  const names = query.split("&").map((pair) => `${pair.split("=", 1)[0]}=${REDACTED}`);
  return `${plain}?${names.join("&")}`;
}

/** Whether a word is long and mixed like a key, and no name or UUID. */
function isOpaque(word: string): boolean {
  return word.length >= 32 && /\d/.test(word) && /[A-Za-z]/.test(word) && !/[.:]/.test(word) &&
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word);
}
