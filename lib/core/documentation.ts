const PAGES = "https://github.com/meshmedic/meshmedic/blob/main/docs";

/** Address of the page about a code: Istio's own page for istioctl's codes, ours for ours. */
export function documentationOf(code: string): string {
  return code.startsWith("IST")
    ? `https://istio.io/latest/docs/reference/config/analysis/${code.toLowerCase()}/`
    : `${PAGES}/rules/${code}.md`;
}

/** Address of what is said about a check. */
export function documentationOfCheck(name: string): string {
  return `${PAGES}/checks.md#${name}`;
}
