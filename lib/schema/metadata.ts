import { isRecord } from "../core/mod.ts";
import { isDnsLabel, isDnsName, isLabelValue, isQualifiedName } from "./kubernetes_name.ts";
import { Report, shown, type Violation } from "./report.ts";

/**
 * What the API server would say to the names in `metadata` of a custom resource: its own name and
 * namespace, the keys and values of labels, the keys of annotations. Schemas say nothing about these.
 */
export function validateMetadata(object: unknown): Violation[] {
  const report = new Report();
  if (isRecord(object)) report.inside("metadata", object.metadata, checkNames);
  return report.violations;
}

function checkNames(metadata: unknown, report: Report): boolean {
  if (!isRecord(metadata)) return true;
  const { name, namespace, labels, annotations } = metadata;
  if (typeof name === "string" && !isDnsName(name)) {
    const message = `must be lower-case letters, digits, "-" and ".", unlike ${shown(name)}`;
    report.add("name", message, { field: "name" });
  }
  if (typeof namespace === "string" && namespace !== "" && !isDnsLabel(namespace)) {
    const message = `must be lower-case letters, digits and "-", unlike ${shown(namespace)}`;
    report.add("name", message, { field: "namespace" });
  }
  report.inside("labels", labels, checkKeys);
  report.inside("labels", labels, checkValues);
  report.inside("annotations", annotations, checkKeys);
  return true;
}

function checkKeys(map: unknown, report: Report): boolean {
  for (const key of isRecord(map) ? Object.keys(map) : []) {
    if (!isQualifiedName(key)) {
      report.add("name", "is not a name that labels and annotations may have", { field: key });
    }
  }
  return true;
}

function checkValues(map: unknown, report: Report): boolean {
  for (const [key, value] of isRecord(map) ? Object.entries(map) : []) {
    if (typeof value !== "string" || isLabelValue(value)) continue;
    report.add("name", `${shown(value)} is not a value that labels may have`, { field: key });
  }
  return true;
}
