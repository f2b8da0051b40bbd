import { dump } from "js-yaml";

/** An object as YAML to apply. Fields without a value are left out. */
export function patchOf(object: unknown): string {
  return dump(JSON.parse(JSON.stringify(object)), { lineWidth: 100, noRefs: true });
}
