import { matchesRe2 } from "../../core/mod.ts";
import type { RouteMatch } from "../envoy/route/route_match.ts";

/** Whether a path (without query) matches; a match that asks for no path takes none. */
export function matchesPath(match: RouteMatch, path: string): boolean {
  const fold = (text: string) => match.caseSensitive ? text : text.toLowerCase();
  if (match.path !== undefined) return fold(path) === fold(match.path);
  if (match.prefix !== undefined) return fold(path).startsWith(fold(match.prefix));
  if (match.pathSeparatedPrefix !== undefined) {
    const prefix = fold(match.pathSeparatedPrefix);
    return fold(path) === prefix || fold(path).startsWith(`${prefix}/`);
  }
  if (match.safeRegex !== undefined) return matchesRe2(match.safeRegex, path);
  return match.pathTemplate !== undefined && matchesPathTemplate(match.pathTemplate, path);
}

/**
 * Whether a path matches a template of Envoy: `*` and `{name}` stand for one segment, `**` and `{name=**}`
 * for any number, `{name=a/*}` for what its own pattern says.
 */
export function matchesPathTemplate(template: string, path: string): boolean {
  const expression = template
    .replaceAll(/\{\w+(?:=([^{}]*))?\}/g, (_, pattern: string | undefined) => pattern ?? "*")
    .split(/(\*\*|\*)/)
    .map((part) => part === "**" ? ".*" : part === "*" ? "[^/]+" : escape(part))
    .join("");
  return new RegExp(`^${expression}$`, "su").test(path);
}

/** What a match asks of the path, in words. */
export function describePath(match: RouteMatch): string {
  if (match.path !== undefined) return `path is "${match.path}"`;
  if (match.prefix !== undefined) return `path starts with "${match.prefix}"`;
  if (match.pathSeparatedPrefix !== undefined) {
    return `path is under "${match.pathSeparatedPrefix}"`;
  }
  if (match.safeRegex !== undefined) return `path matches ${match.safeRegex}`;
  if (match.pathTemplate !== undefined) return `path has the form "${match.pathTemplate}"`;
  return match.connectMatcher ? "method is CONNECT" : "no path";
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
