const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Whether a text is a DNS label (RFC 1123): at most 63 lower-case letters, digits and dashes. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text);
}

/** Whether a text is a DNS name (RFC 1123), as most objects are named: at most 253 characters. */
export function isDnsName(text: string): boolean {
  return text.length <= 253 && text.split(".").every((part) => LABEL.test(part));
}

/** Whether a text may be the key of a label or an annotation: `app` or `example.com/app`. */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf("/");
  const name = text.slice(slash + 1);
  return (slash < 0 || isDnsName(text.slice(0, slash))) && name.length <= 63 &&
    QUALIFIED.test(name);
}

/** Whether a text may be the value of a label. */
export function isLabelValue(text: string): boolean {
  return text === "" || text.length <= 63 && QUALIFIED.test(text);
}
