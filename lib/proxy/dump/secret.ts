import { isRecord } from "../../core/mod.ts";
import { field, type JsonObject, text } from "../envoy/reader.ts";
import type { ConfigDump } from "./config_dump.ts";

/** A secret that a proxy holds; public parts only. */
export interface DumpedSecret {
  /** Name, such as `default` or `ROOTCA`. */
  readonly name: string;
  /** `ACTIVE`, `WARMING` or `UNINITIALIZED`. */
  readonly state: string;
  /** Certificates as PEM; `""` where there are none or they are in a file. */
  readonly pem: string;
  /** Trust domain for which these roots count, where they differ by trust domain (SPIRE). */
  readonly trustDomain: string | undefined;
  /** When it was last changed, as an RFC 3339 time. */
  readonly lastUpdated: string;
}

/** The dynamic secrets of a dump, those on their way first. */
export function secretsOf(dump: ConfigDump): readonly DumpedSecret[] {
  const section = dump.section("SecretsConfigDump");
  return [
    ...listOf(section, "dynamic_warming_secrets").flatMap((each) => readSecret(each, "WARMING")),
    ...listOf(section, "dynamic_active_secrets").flatMap((each) => {
      const isEmpty = field(each, "version_info") === "uninitialized";
      return readSecret(each, isEmpty ? "UNINITIALIZED" : "ACTIVE");
    }),
  ];
}

function listOf(section: JsonObject | undefined, name: string): readonly JsonObject[] {
  const list = field(section, name);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function readSecret(entry: JsonObject, state: string): DumpedSecret[] {
  const secret = entry["secret"];
  const validation = field(secret, "validation_context");
  const common = {
    name: text(entry["name"]),
    state,
    lastUpdated: text(field(entry, "last_updated")),
  };
  const bundles = field(
    field(field(validation, "custom_validator_config"), "typed_config"),
    "trust_domains",
  );
  if (Array.isArray(bundles) && bundles.length > 0) {
    return bundles.map((bundle: unknown) => ({
      ...common,
      pem: dataOf(field(bundle, "trust_bundle")),
      trustDomain: text(field(bundle, "name")),
    }));
  }
  const chain = dataOf(field(field(secret, "tls_certificate"), "certificate_chain"));
  return [{
    ...common,
    pem: chain || dataOf(field(validation, "trusted_ca")),
    trustDomain: undefined,
  }];
}

/** The text of a data source: written out, or in base64. */
function dataOf(source: unknown): string {
  const plain = field(source, "inline_string");
  if (typeof plain === "string") return plain;
  try {
    return atob(text(field(source, "inline_bytes")));
  } catch {
    return "";
  }
}
