const PAGES = "https://github.com/meshmedic/meshmedic/blob/main/docs/rules";

/** Address of the page about a code: Istio's own page for istioctl's codes, ours for ours. */
export function documentationOf(code: string): string {
  return code.startsWith("IST")
    ? `https://istio.io/latest/docs/reference/config/analysis/${code.toLowerCase()}/`
    : `${PAGES}/${code}.md`;
}
