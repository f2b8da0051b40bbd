import { isRecord } from "../../core/mod.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { field, number, text } from "../envoy/reader.ts";
import type { TableOptions } from "./filters.ts";
import { requireSection } from "./section.ts";
import type { TextTable } from "./text_table.ts";

/** The versions of a proxy, and with `wide` who it is and where it gets its configuration. */
export function bootstrapTable(dump: ConfigDump, { wide }: TableOptions): TextTable {
  const node = field(field(requireSection(dump, "BootstrapConfigDump"), "bootstrap"), "node");
  const metadata = field(node, "metadata");
  const buildParts = memberText(metadata, "ISTIO_PROXY_SHA").split(":");
  const lines = [
    ["Istio Version:", memberText(metadata, "ISTIO_VERSION")],
    ["Istio Proxy Version:", buildParts[1] ?? buildParts[0] ?? ""],
    ["Envoy Version:", envoyVersion(field(node, "user_agent_build_version"))],
    ...wide
      ? [
        ["Node:", text(field(node, "id"))],
        ["Node cluster:", text(field(node, "cluster"))],
        ["Workload:", memberText(metadata, "WORKLOAD_NAME")],
        ["Service account:", memberText(metadata, "SERVICE_ACCOUNT")],
        ["Mesh:", memberText(metadata, "MESH_ID")],
        ["Cluster:", memberText(metadata, "CLUSTER_ID")],
        ["Network:", memberText(metadata, "NETWORK")],
      ]
      : [],
  ];
  return { gap: 1, header: [], rows: lines.filter(([, value]) => value !== "") };
}

function memberText(object: unknown, name: string): string {
  return isRecord(object) ? text(object[name]) : "";
}

function envoyVersion(build: unknown): string {
  const version = field(build, "version");
  const metadata = field(build, "metadata");
  const numbers = ["major_number", "minor_number", "patch"]
    .map((part) => number(field(version, part)) ?? 0).join(".");
  const has = (name: string) => isRecord(metadata) && Object.hasOwn(metadata, name);
  const label = has("build.label") ? `-${memberText(metadata, "build.label")}` : "";
  const parts = ["revision.status", "build.type", "ssl.version"].filter(has)
    .map((name) => `/${memberText(metadata, name)}`);
  return numbers + label + parts.join("");
}
