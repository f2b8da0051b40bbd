import type { PlainObject } from "../object.ts";

const ENTRY = /^(\S[^:]*):\s*(.*)$/;
const PAIR = /^\s+([^:\s][^:]*):\s*(.*)$/;

/** The nodes in what `kubectl describe nodes` prints, as objects. */
export function describedNodes(text: string): readonly PlainObject[] {
  return text.split(/^(?=Name:\s)/m).flatMap((part) => {
    const sections = sectionsOf(part);
    const [name] = sections.get("Name") ?? [];
    return name ? [nodeOf(name, sections)] : [];
  });
}

/** By heading: what stands beside it, and the lines below. */
function sectionsOf(part: string): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of part.split("\n")) {
    const [, heading, beside] = ENTRY.exec(line) ?? [];
    if (heading !== undefined) sections.set(heading, lines = beside ? [beside] : []);
    else if (line.trim() !== "") lines.push(line);
  }
  return sections;
}

function nodeOf(name: string, sections: ReadonlyMap<string, readonly string[]>): PlainObject {
  const lines = (heading: string) => sections.get(heading) ?? [];
  const pairs = (heading: string) =>
    lines(heading).flatMap((line) => {
      const [, key, value] = PAIR.exec(line) ?? [];
      return key === undefined ? [] : [[key, value ?? ""] as const];
    });
  const info = new Map(pairs("System Info"));
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name, labels: labelsOf(lines("Labels")) },
    spec: {
      unschedulable: lines("Unschedulable")[0] === "true",
      taints: lines("Taints").flatMap((line) => taintOf(line.trim()) ?? []),
    },
    status: {
      addresses: pairs("Addresses").map(([type, address]) => ({ type, address })),
      allocatable: Object.fromEntries(pairs("Allocatable")),
      capacity: Object.fromEntries(pairs("Capacity")),
      conditions: lines("Conditions").flatMap((line) => {
        const [type = "", status = ""] = line.trim().split(/\s+/);
        return /^(?:True|False|Unknown)$/.test(status) ? [{ type, status }] : [];
      }),
      nodeInfo: {
        architecture: info.get("Architecture"),
        kernelVersion: info.get("Kernel Version"),
        kubeletVersion: info.get("Kubelet Version"),
        operatingSystem: info.get("Operating System"),
        osImage: info.get("OS Image"),
      },
    },
  };
}

function labelsOf(lines: readonly string[]): Record<string, string> {
  const labels = lines.map((line) => /^([^=\s]+)=(.*)$/.exec(line.trim()));
  return Object.fromEntries(labels.flatMap((label) => label ? [[label[1]!, label[2]!]] : []));
}

/** `KEY=VALUE:EFFECT`, or `KEY:EFFECT`. */
function taintOf(text: string): object | undefined {
  const [, key, value = "", effect] = /^([^=:\s]+)(?:=([^:]*))?:(\w+)$/.exec(text) ?? [];
  return key === undefined ? undefined : { key, value, effect };
}
