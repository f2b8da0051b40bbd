import { compare, isRecord } from "../../core/mod.ts";
import { readCertificates } from "../certificate.ts";
import { redactSecrets } from "../document/redact.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { type DumpEntry, inUse } from "../dump/entry.ts";
import { secretsOf } from "../dump/secret.ts";
import { field, type JsonObject, list, object, text } from "../envoy/reader.ts";
import { type Difference, differencesOf, identity } from "./differences.ts";

/** The parts of a proxy's configuration that are compared. */
export type ComparedKind = "cluster" | "listener" | "route" | "endpoint" | "secret" | "ecds";

/** One entry that is not the same in both. */
export interface ChangedEntry {
  /** Part of the configuration. */
  readonly kind: ComparedKind;
  /** Name of the entry. */
  readonly name: string;
  /** Whether only the first, only the second, or both have it. */
  readonly change: "only-left" | "only-right" | "changed";
  /** Where the entries of both differ; empty where only one has it. */
  readonly differences: readonly Difference[];
}

/** How two proxies, or a proxy and what it should be, differ. */
export interface DumpDiff {
  /** The parts that both dumps have. */
  readonly compared: readonly ComparedKind[];
  /** The parts that only one of them has, such as endpoints of a dump without `include_eds`. */
  readonly uncompared: readonly ComparedKind[];
  /** The entries that differ, by part and name. */
  readonly changes: readonly ChangedEntry[];
}

const KINDS: readonly ComparedKind[] = [
  "cluster",
  "listener",
  "route",
  "endpoint",
  "secret",
  "ecds",
];

/**
 * Compares two config dumps by meaning. The order of entries, versions and times do not count, nor whether
 * an entry is static. Certificates count by serial number and names; keys are not looked at.
 */
export function diffConfigDumps(left: ConfigDump, right: ConfigDump): DumpDiff {
  const has = (dump: ConfigDump, kind: ComparedKind) => entriesOf(dump, kind) !== undefined;
  const present = KINDS.filter((kind) => has(left, kind) || has(right, kind));
  const compared = present.filter((kind) => has(left, kind) && has(right, kind));
  return {
    compared,
    uncompared: present.filter((kind) => !compared.includes(kind)),
    changes: compared.flatMap((kind) =>
      changesOf(kind, entriesOf(left, kind) ?? new Map(), entriesOf(right, kind) ?? new Map())
    ),
  };
}

type Entries = ReadonlyMap<string, JsonObject>;

function changesOf(kind: ComparedKind, left: Entries, right: Entries): ChangedEntry[] {
  const names = [...new Set([...left.keys(), ...right.keys()])].sort(compare);
  return names.flatMap((name): ChangedEntry[] => {
    const [ours, theirs] = [left.get(name), right.get(name)];
    if (ours === undefined || theirs === undefined) {
      const change = ours === undefined ? "only-right" : "only-left";
      return [{ kind, name, change, differences: [] }];
    }
    const differences = differencesOf(ours, theirs).map(withoutSecrets);
    return differences.length === 0 ? [] : [{ kind, name, change: "changed", differences }];
  });
}

function withoutSecrets(difference: Difference): Difference {
  const redacted = redactSecrets(difference).value;
  return isRecord(redacted) ? { ...difference, ...redacted } : difference;
}

/** The entries in use of one part by name; `undefined` where the dump does not have the part. */
function entriesOf(dump: ConfigDump, kind: ComparedKind): Entries | undefined {
  switch (kind) {
    case "cluster":
      return dump.section("ClustersConfigDump") && named(dump.clusters, "name");
    case "listener":
      return dump.section("ListenersConfigDump") && named(dump.listeners, "name");
    case "route":
      return dump.section("RoutesConfigDump") && named(dump.routes, "name");
    case "endpoint":
      return dump.section("EndpointsConfigDump") && named(dump.endpoints, "cluster_name");
    case "secret":
      return dump.section("SecretsConfigDump") && secrets(dump);
    case "ecds":
      return dump.section("EcdsConfigDump") && extensions(dump);
  }
}

function named(entries: readonly DumpEntry<unknown>[], key: string): Entries {
  return numbered(
    inUse(entries).map(({ json: { "@type": _, ...rest } }) => [
      text(field(rest, key)) || addressOf(rest),
      rest,
    ]),
  );
}

/** Entries of one name, such as inline routes of several chains, get numbers that no order decides. */
function numbered(entries: readonly (readonly [name: string, entry: JsonObject])[]): Entries {
  const found = new Map<string, JsonObject>();
  for (const [name, group] of Map.groupBy(entries, ([name]) => name)) {
    const sorted = group.map(([, entry]) => ({ entry, text: identity(entry) }))
      .sort((a, b) => compare(a.text, b.text));
    for (const [i, { entry }] of sorted.entries()) {
      found.set(i === 0 ? name : `${name}#${i}`, entry);
    }
  }
  return found;
}

/** Static listeners have no name. */
function addressOf(entry: JsonObject): string {
  const socket = field(entry["address"], "socket_address");
  return isRecord(socket) ? `${text(socket["address"])}_${field(socket, "port_value")}` : "";
}

function secrets(dump: ConfigDump): Entries {
  return numbered(
    secretsOf(dump).map(({ name, state, pem, trustDomain }) => [
      name,
      {
        state,
        ...trustDomain !== undefined && { trustDomain },
        certificates: readCertificates(pem).map(({ serial, names, issuer }) => ({
          serial,
          names,
          issuer,
        })),
      },
    ]),
  );
}

function extensions(dump: ConfigDump): Entries {
  const filters = list(object)(field(dump.section("EcdsConfigDump"), "ecds_filters"));
  return numbered(filters.map((entry) => {
    const filter = object(field(entry, "ecds_filter")) ?? {};
    return [text(filter["name"]), filter];
  }));
}
