import type { FilterMetadata } from "../envoy/metadata.ts";

/** Every version of Istio's networking objects. */
const NETWORKING = /^\/apis\/networking\.istio\.io\/[^/]+\/namespaces\//;

/**
 * The object behind an entry as the peer's tables show it: `name.namespace`; `""` where none is said,
 * `<unknown>` for what is no networking object of Istio.
 */
export function managedBy(metadata: FilterMetadata): string {
  const istio = metadata.get("istio");
  if (istio === undefined || !Object.hasOwn(istio, "config")) return "";
  const config = istio["config"];
  if (typeof config !== "string" || !NETWORKING.test(config)) return "<unknown>";
  const pieces = config.split("/");
  return pieces.length === 8 ? `${pieces[7]}.${pieces[5]}` : "";
}
