import type { Resource } from "./resource.ts";

/**
 * The hosts of a Gateway's servers that VirtualServices of a namespace may use, without what stands before
 * the slash: a namespace, `.` for the Gateway's own, `*` for any.
 */
export function hostsServedTo(
  { namespace: own, spec }: Resource<"Gateway">,
  namespace: string,
): string[] {
  return (spec.servers ?? []).flatMap(({ hosts = [] }) => hosts).flatMap((host) => {
    const slash = host.indexOf("/");
    if (slash < 0) return [host];
    const scope = host.slice(0, slash);
    const isVisible = scope === "*" || (scope === "." ? own : scope) === namespace;
    return isVisible ? [host.slice(slash + 1)] : [];
  });
}
