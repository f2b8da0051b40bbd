import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { fakeWorld } from "../../tests/fake_world.ts";
import { Failure } from "../core/mod.ts";
import { loadFiles } from "./mod.ts";

const { signal } = new AbortController();

function service(name: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n`;
}

const FILES = {
  "/repo/one.yaml": service("one"),
  "/repo/mesh/b.yml": service("b"),
  "/repo/mesh/a/z.json": '{"apiVersion":"v1","kind":"Service","metadata":{"name":"z"}}',
  "/repo/mesh/a/README.md": "nothing",
  "/repo/mesh/.git/c.yaml": service("hidden"),
  "/repo/mesh/.d.yaml": service("hidden"),
  "/repo/empty/x.txt": "",
};

async function load(...paths: string[]): Promise<readonly string[]> {
  const { world } = fakeWorld({ files: FILES, stdin: service("piped") });
  const { resources } = await loadFiles(paths, { world, signal });
  return resources.map(({ name, origin }) => `${name} ${origin?.file}`);
}

Deno.test("loadFiles() reads files, folders and stdin in the order in which they are named", async () => {
  deepStrictEqual(await load("one.yaml", "-", "mesh/"), [
    "one one.yaml",
    "piped -",
    "z mesh/a/z.json",
    "b mesh/b.yml",
  ]);
});

Deno.test("loadFiles() reads a file once, however often and in whatever way it is named", async () => {
  deepStrictEqual(await load("./one.yaml", "one.yaml", "-", "-", "mesh", "mesh/b.yml", "mesh"), [
    "one ./one.yaml",
    "piped -",
    "z mesh/a/z.json",
    "b mesh/b.yml",
  ]);
  deepStrictEqual(await load("one.yaml", "."), [
    "one one.yaml",
    "z mesh/a/z.json",
    "b mesh/b.yml",
  ]);
});

Deno.test("loadFiles() fails for what is not there and for a folder without manifests", async () => {
  const failure = (message: string, hint?: string) => (error: unknown) => {
    deepStrictEqual(error instanceof Failure && [error.code, error.message, error.hint], [
      "FILE_NOT_READABLE",
      message,
      hint,
    ]);
    return true;
  };
  await rejects(
    load("nothing.yaml"),
    failure('Cannot read "nothing.yaml": no such file or folder'),
  );
  await rejects(
    load("empty"),
    failure(
      'Cannot read folder "empty": it holds no manifests',
      "Manifests are files that end in .yaml, .yml or .json.",
    ),
  );
});

Deno.test("loadFiles() names links of a folder that lead nowhere, and reads the rest", async () => {
  const { world } = fakeWorld({ files: FILES });
  const { list } = world.fs;
  const fs = {
    ...world.fs,
    list: async (path: string) => [...await list(path), ...(path === "mesh" ? ["gone.yaml"] : [])],
  };
  const { resources, ignored } = await loadFiles(["mesh"], { world: { ...world, fs }, signal });
  strictEqual(resources.length, 2);
  deepStrictEqual(ignored.map(({ location, reason }) => [location.file, reason]), [
    ["mesh/gone.yaml", "the link leads nowhere"],
  ]);
});

Deno.test("loadFiles() reads files of up to 100 MB", async () => {
  const { world } = fakeWorld({ files: FILES });
  const limits: number[] = [];
  const fs = {
    ...world.fs,
    read: (path: string, limitBytes: number, signal: AbortSignal) => {
      limits.push(limitBytes);
      return world.fs.read(path, limitBytes, signal);
    },
  };
  await loadFiles(["one.yaml"], { world: { ...world, fs }, signal });
  strictEqual(limits[0], 100 * 2 ** 20);
});
