import { dump } from "js-yaml";

/** The report as it is, in JSON; the order of keys is part of the contract. */
export function json(report: object): string {
  return JSON.stringify(report, null, 2) + "\n";
}

/** The report as it is, in YAML. */
export function yaml(report: object): string {
  return dump(report, { lineWidth: -1, noRefs: true });
}
