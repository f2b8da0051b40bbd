import type { Path } from "../../../core/mod.ts";
import type { VirtualServiceHttpRedirect, VirtualServiceHttpRewrite } from "../../../mesh/mod.ts";
import { portProblem, sayIf } from "../values/names.ts";
import type { Say } from "../say.ts";
import { expressionProblem } from "../values/values.ts";

/** Checks where clients are sent instead; as istiod, up to the first mistake. */
export function checkRedirect(
  redirect: VirtualServiceHttpRedirect | undefined,
  at: Path,
  say: Say,
): void {
  if (!redirect) return;
  const { uri, prefixRewrite, authority, port, derivePort, redirectCode = 0, scheme } = redirect;
  if (uri && prefixRewrite) {
    return say(at, "redirect may only contain one of URI or prefixRewrite");
  }
  const isEmpty = !uri && !prefixRewrite && !authority && port === undefined &&
    derivePort === undefined && !scheme;
  if (isEmpty) return say(at, "redirect must specify URI, authority, scheme, or port");
  if (redirectCode !== 0 && (redirectCode < 300 || redirectCode > 399)) {
    return say(
      [...at, "redirectCode"],
      `${redirectCode} is not a valid redirect code, must be 3xx`,
    );
  }
  if (scheme && scheme !== "http" && scheme !== "https") {
    return say([...at, "scheme"], 'invalid redirect scheme, must be "http" or "https"');
  }
  if (port) sayIf(say, [...at, "port"], portProblem(port));
}

/** Checks how a request is rewritten; as istiod, up to the first mistake. */
export function checkRewrite(
  rewrite: VirtualServiceHttpRewrite | undefined,
  at: Path,
  say: Say,
): void {
  if (!rewrite) return;
  const { uri, uriRegexRewrite, authority } = rewrite;
  if (uri && uriRegexRewrite) {
    return say(at, "rewrite may only contain one of URI or UriRegexRewrite");
  }
  if (!uri && !uriRegexRewrite && !authority) {
    return say(
      at,
      "rewrite must specify at least one of URI, UriRegexRewrite, or authority. Only one of URI or " +
        "UriRegexRewrite may be specified",
    );
  }
  if (!uriRegexRewrite) return;
  const { match = "", rewrite: replacement = "" } = uriRegexRewrite;
  const place = [...at, "uriRegexRewrite"];
  if (match === "" || replacement === "") {
    return say(place, "UriRegexRewrite requires both Rewrite and Match fields to be specified");
  }
  sayIf(say, place, expressionProblem(match, "HTTPRewrite.UriRegexRewrite.Match"));
}
