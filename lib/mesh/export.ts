/**
 * The namespaces that an `exportTo` list names: `.` is the declaration namespace, `~` is nobody, and no
 * list is everybody (or what the mesh settings say).
 */
export function exportTargets(
  exportTo: readonly string[] | undefined,
  namespace: string,
  defaults: readonly string[] = ["*"],
): readonly string[] {
  const targets = exportTo && exportTo.length > 0 ? exportTo : defaults;
  return targets.map((target) => target === "." ? namespace : target);
}

/** Whether clients of `namespace` see what is exported to `targets`. */
export function exportedTo(targets: readonly string[], namespace: string): boolean {
  return targets.includes("*") || targets.includes(namespace);
}
