import type { ProxyObservation } from "../../connectivity/mod.ts";

/** Beginnings of the moduli of istiod's placeholder keys, new and old (pilot/pkg/model/jwks_resolver.go). */
const PLACEHOLDERS = [
  "0xObjM0UvS_oaazjpEYlAbwctEJ4L8pH3",
  "RXJyb3ItSXN0aW9kRmFpbGVkVG9GZXRjaEp3a3NVcmkt",
];

/** Issuers for which a proxy holds istiod's placeholder instead of keys. */
export function placeholderProviders({ dump }: ProxyObservation): string[] {
  const issuers = new Set<string>();
  for (const { item } of dump?.listeners ?? []) {
    for (const chain of item?.filterChains ?? []) {
      for (const filter of chain.filters) {
        if (filter.kind !== "http_connection_manager") continue;
        for (const http of filter.config.httpFilters) {
          if (http.kind !== "jwt_authn") continue;
          for (const [name, provider] of http.config.providers) {
            const text = JSON.stringify(provider);
            if (PLACEHOLDERS.some((key) => text.includes(key))) {
              issuers.add(provider.issuer || name);
            }
          }
        }
      }
    }
  }
  return [...issuers].sort();
}
