import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { fakeWorld } from "../../tests/fake_world.ts";
import { Failure, type World } from "../core/mod.ts";
import { openSnapshot, type Snapshot } from "./mod.ts";

const signal = new AbortController().signal;

const MANIFEST = {
  format: 1,
  tool: "test",
  capturedAt: "2025-12-31T12:00:00Z",
  windowStart: "2025-12-31T11:59:00Z",
  clusterName: "east",
  gaps: [{ what: "secrets", reason: "forbidden" }],
};

const SERVICE = { apiVersion: "v1", kind: "Service", metadata: { name: "a", namespace: "x" } };

const FILES = {
  "manifest.json": JSON.stringify(MANIFEST),
  "resources/services.json": list([SERVICE]),
  "resources/misnamed.json": list([{ ...SERVICE, kind: "Pod" }]),
  "proxies/x/a-1/config_dump.json": "{}",
  "proxies/x/a-2/config_dump.json": "not parsed when opened",
  "clusters/west/resources/services.json": list([SERVICE]),
};

function list(items: readonly unknown[]): string {
  return JSON.stringify({ apiVersion: "v1", kind: "List", items });
}

Deno.test("openSnapshot() does not follow links out of a folder", async () => {
  const { world } = fakeWorld({
    files: {
      "/snap/manifest.json": JSON.stringify(MANIFEST),
      "/snap/resources/services.json": list([SERVICE]),
      "/snap/istiod/istiod.log": "a secret of another file",
    },
  });
  const fs = {
    ...world.fs,
    realPath: (path: string) =>
      Promise.resolve(/services|istiod/.test(path) ? "/etc/passwd" : path),
  };
  const { resources, recordings: [recording], gaps } = await openSnapshot("/snap", {
    world: { ...world, fs },
    signal,
  });
  deepStrictEqual(resources, []);
  strictEqual(await recording.read("istiod/istiod.log", signal), undefined);
  deepStrictEqual(gaps.find(({ what }) => what === "resources/services.json"), {
    what: "resources/services.json",
    reason:
      'unreadable: Cannot read file "/snap/resources/services.json": it is a link out of the snapshot',
  });
});

type Files = Readonly<Record<string, string>>;

function worldOf(files: Files): World {
  const entries = Object.entries(files).map(([path, text]) => [`/snap/${path}`, text]);
  return fakeWorld({ files: Object.fromEntries(entries) }).world;
}

async function openFolder(files: Files): Promise<Snapshot> {
  return await openSnapshot("/snap", { world: worldOf(files), signal });
}

function tar(files: Files): Promise<Uint8Array<ArrayBuffer>> {
  return packTar(
    Object.entries(files).map(([name, body]) => ({
      header: { name, size: new TextEncoder().encode(body).length },
      body,
    })),
  );
}

async function openBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Snapshot> {
  const { world } = fakeWorld({ files: { "/snap.tar.gz": bytes } });
  return await openSnapshot("/snap.tar.gz", { world, signal });
}

async function openGzip(files: Files): Promise<Snapshot> {
  return await openBytes(new Uint8Array(gzipSync(await tar(files))));
}

/** What a snapshot says, without its methods. */
function plain({ recordings, resources, gaps }: Snapshot): unknown {
  return {
    manifests: recordings.map(({ manifest }) => manifest),
    resources: resources.map(({ ref }) => ref),
    gaps,
  };
}

Deno.test("openSnapshot() reads a folder, and an archive of it to the same", async () => {
  const folder = await openFolder(FILES);
  deepStrictEqual(folder.recordings.map(({ manifest }) => manifest.clusterName), ["east", "west"]);
  deepStrictEqual(folder.resources.map(({ ref }) => `${ref.cluster} ${ref.kind} ${ref.name}`), [
    "east Pod a",
    "east Service a",
    "west Service a",
  ]);
  deepStrictEqual(folder.gaps[0], MANIFEST.gaps[0]);
  for (const other of [await openGzip(FILES), await openBytes(await tar(FILES))]) {
    deepStrictEqual(plain(other), plain(folder));
    deepStrictEqual(await other.recordings[0].list("proxies/x", signal), ["a-1", "a-2"]);
    strictEqual(await other.recordings[0].read("proxies/x/a-1/config_dump.json", signal), "{}");
  }
});

Deno.test("openSnapshot() accepts one folder above the layout", async () => {
  const entries = Object.entries(FILES).map(([path, text]) => [`./top/${path}`, text]);
  deepStrictEqual(plain(await openGzip(Object.fromEntries(entries))), plain(await openGzip(FILES)));
});

Deno.test("a recording gives undefined for files that are not there or lie outside", async () => {
  for (const { recordings: [recording] } of [await openFolder(FILES), await openGzip(FILES)]) {
    for (
      const path of ["nothing.json", "../snap/manifest.json", "proxies", "/snap/manifest.json"]
    ) {
      strictEqual(await recording.read(path, signal), undefined, path);
    }
    deepStrictEqual(await recording.list("nothing", signal), []);
  }
});

Deno.test("openSnapshot() uses what it can read and names the rest as gaps", async () => {
  const { recordings, resources, gaps } = await openFolder({
    "resources/broken.json": "{",
    "resources/forbidden.json": JSON.stringify({ kind: "Status", message: "pods is forbidden" }),
    "resources/services.json": list([{ ...SERVICE, metadata: {} }, {
      ...SERVICE,
      metadata: { ...SERVICE.metadata, creationTimestamp: "2025-10-11T12:13:14Z" },
    }]),
  });
  strictEqual(resources.length, 1);
  strictEqual(recordings[0].manifest.capturedAt, "2025-10-11T12:13:14Z");
  deepStrictEqual(gaps.slice(0, 4).map(({ what }) => what), [
    "manifest.json",
    "resources/broken.json",
    "resources/forbidden.json",
    "resources/services.json",
  ]);
  strictEqual(gaps[3]?.reason, "unreadable: item 0: metadata.name is missing");
});

Deno.test("openSnapshot() names kinds without a list that the cluster had as gaps, each once", async () => {
  const name = "virtualservices.networking.istio.io";
  const definition = {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name },
  };
  const { gaps } = await openFolder({
    ...FILES,
    "resources/crds.json": list([definition]),
    "resources/nodes.json": list([]),
    "resources/deployments.apps.json": list([]),
    "resources/serviceaccounts.json": list([]),
  });
  deepStrictEqual(gaps.map(({ what, reason }) => `${what}: ${reason}`), [
    "secrets: forbidden",
    `${name}: not in the snapshot`,
    "namespaces: not in the snapshot",
    "configmaps: not in the snapshot",
    "endpointslices.discovery.k8s.io: not in the snapshot",
    "clusters/west/pods: not in the snapshot",
    "clusters/west/namespaces: not in the snapshot",
    "clusters/west/endpointslices.discovery.k8s.io: not in the snapshot",
  ]);
});

Deno.test("openSnapshot() reads no file but the manifest and the resources", async () => {
  const { fs, clock } = worldOf(FILES);
  const read: string[] = [];
  const watched: World["fs"] = {
    ...fs,
    read(path, limitBytes, signal) {
      read.push(path);
      return fs.read(path, limitBytes, signal);
    },
  };
  await openSnapshot("/snap", { world: { fs: watched, clock }, signal });
  deepStrictEqual(read, [
    "/snap/manifest.json",
    "/snap/resources/misnamed.json",
    "/snap/resources/services.json",
    "/snap/clusters/west/resources/services.json",
  ]);
});

Deno.test("a file that may not be read is a gap, and for a recording not there", async () => {
  const { fs, clock } = worldOf(FILES);
  const guarded: World["fs"] = {
    ...fs,
    read(path, limitBytes, signal) {
      if (/services|config_dump/.test(path)) {
        throw new Failure("FILE_NOT_READABLE", `Cannot read file "${path}": permission denied`);
      }
      return fs.read(path, limitBytes, signal);
    },
  };
  const snapshot = await openSnapshot("/snap", { world: { fs: guarded, clock }, signal });
  deepStrictEqual(snapshot.resources.map(({ kind }) => kind), ["Pod"]);
  deepStrictEqual(snapshot.gaps[1], {
    what: "resources/services.json",
    reason: 'unreadable: Cannot read file "/snap/resources/services.json": permission denied',
  });
  const path = "proxies/x/a-1/config_dump.json";
  strictEqual(await snapshot.recordings[0].read(path, signal), undefined);
});

Deno.test("openSnapshot() refuses what is no snapshot with one sentence", async () => {
  const refused = (reason: RegExp) => (error: unknown) =>
    error instanceof Failure && error.code === "SNAPSHOT_NOT_READABLE" &&
    reason.test(error.message);
  await rejects(openFolder({ "readme.txt": "" }), refused(/none of the files of a snapshot$/));
  await rejects(openFolder({ "manifest.json": '{"format":2}' }), refused(/its format is 2/));
  const text = new TextEncoder().encode("hello ".repeat(500));
  await rejects(openBytes(text), refused(/it is no intact .tar or .tar.gz archive/));
  const packed = new Uint8Array(gzipSync(await tar(FILES)));
  await rejects(openBytes(packed.slice(0, -9)), refused(/it is cut off$/));
});
