import { isRecord, type PatchOperation, type Path } from "../core/mod.ts";

/** An operation with its places as paths. */
export interface Step {
  /** What it does. */
  readonly op: PatchOperation["op"];
  /** Where. */
  readonly path: Path;
  /** Where the value comes from, for `move` and `copy`. */
  readonly from?: Path;
  /** The value, for `add` and `replace`. */
  readonly value?: unknown;
}

/** An operation with its JSON Pointers resolved in `root`; `undefined` where one leads nowhere. */
export function resolveStep(root: unknown, operation: PatchOperation): Step | undefined {
  const path = resolve(root, operation.path);
  if ("from" in operation) {
    const from = resolve(root, operation.from);
    return path && from && { op: operation.op, path, from };
  }
  if (operation.op === "remove") return path && { op: "remove", path };
  const { op, value } = operation;
  return path && { op, path, value };
}

/** A JSON Pointer (RFC 6901) as the path that it is in `root`: a list has indexes, `-` is its end. */
function resolve(root: unknown, pointer: string): Path | undefined {
  const path: (string | number)[] = [];
  let value = root;
  for (const raw of pointer.split("/").slice(1)) {
    const key = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) {
      const index: number = key === "-" ? value.length : Number(key);
      if (!Number.isInteger(index) || index < 0 || index > value.length) return undefined;
      path.push(index);
      value = value[index];
    } else {
      if (value !== undefined && value !== null && !isRecord(value)) return undefined;
      path.push(key);
      value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }
  }
  return path;
}

/**
 * `root` after one operation of a JSON Patch (RFC 6902); `root` itself stays as it is. Maps on the way to a
 * field that is added are made. `undefined` where the operation does not fit.
 */
export function applyStep(root: unknown, step: Step): unknown {
  const { op, path, from = [] } = step;
  switch (op) {
    case "add":
      return write(root, path, step.value, true);
    case "replace":
      return read(root, path) === undefined ? undefined : write(root, path, step.value, false);
    case "remove":
      return remove(root, path);
    case "copy":
    case "move": {
      const value = read(root, from);
      if (value === undefined) return undefined;
      const rest = op === "copy" ? root : remove(root, from);
      return rest === undefined ? undefined : write(rest, path, value, true);
    }
  }
}

function read(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (Array.isArray(value) && typeof key === "number") value = value[key];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

function write(root: unknown, path: Path, value: unknown, isAddition: boolean): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(root) && typeof key === "number") {
    if (rest.length === 0 && isAddition) return root.toSpliced(key, 0, value);
    if (key >= root.length) return undefined;
    const item = write(root[key], rest, value, isAddition);
    return item === undefined ? undefined : root.with(key, item);
  }
  if (typeof key === "number" || root !== undefined && root !== null && !isRecord(root)) {
    return undefined;
  }
  const map = root ?? {};
  const inner = write(Object.hasOwn(map, key) ? map[key] : undefined, rest, value, isAddition);
  return inner === undefined ? undefined : { ...map, [key]: inner };
}

function remove(root: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  const inner = rest.length === 0 ? undefined : remove(read(root, [key]), rest);
  if (rest.length > 0 && inner === undefined) return undefined;
  if (Array.isArray(root) && typeof key === "number") {
    if (key >= root.length) return undefined;
    return rest.length === 0 ? root.toSpliced(key, 1) : root.with(key, inner);
  }
  if (!isRecord(root) || !Object.hasOwn(root, key)) return undefined;
  if (rest.length > 0) return { ...root, [key]: inner };
  return Object.fromEntries(Object.entries(root).filter(([each]) => each !== key));
}

/** A value after a JSON Patch; `undefined` where an operation does not fit. */
export function patched(root: unknown, patch: readonly PatchOperation[]): unknown {
  let value = root;
  for (const operation of patch) {
    const step = resolveStep(value, operation);
    value = step && applyStep(value, step);
    if (value === undefined) return undefined;
  }
  return value;
}
