/** A recorded mesh made live, and command lines at the time of the recording. @module */
import { run } from "../../lib/cli/mod.ts";
import type { World } from "../../lib/core/mod.ts";
import type { Recording } from "../../lib/evidence/mod.ts";
import { realWorld } from "../../lib/io/mod.ts";
import type { AnyResource } from "../../lib/mesh/mod.ts";
import { openSnapshot, type Snapshot } from "../../lib/source/mod.ts";
import { toResource } from "../../lib/source/object.ts";
import {
  createUser,
  type Etcd,
  type PolicyRule,
  type ServedMesh,
  serveRecordedMesh,
  Testbed,
} from "../../scripts/testbed/mod.ts";
import { signal } from "./cluster.ts";

/** What a command line did. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a recorded mesh is made live. */
export interface RecordingOptions {
  /** The text of a file of the recording, or under `resources` of an object, as it shall be. */
  readonly altered?: (path: string, text: string) => string;
  /** The store of another cluster, to share it. */
  readonly etcd?: Etcd;
}

/** A live mesh whose proxies say what they said when they were recorded. */
export class LiveRecording implements AsyncDisposable {
  private constructor(
    /** The archive. */
    readonly path: string,
    readonly snapshot: Snapshot,
    readonly bed: Testbed,
    /** Its proxies and istiod. */
    readonly served: ServedMesh,
    readonly parts: AsyncDisposableStack,
  ) {}

  /** Starts a cluster with the mesh of one of the examples. */
  static async start(example: string, options: RecordingOptions = {}): Promise<LiveRecording> {
    const { altered = (_, text) => text, etcd } = options;
    const path = new URL(`../../examples/${example}.tar.gz`, import.meta.url).pathname;
    const snapshot = await openSnapshot(path, { world: realWorld(), signal });
    await using parts = new AsyncDisposableStack();
    const bed = parts.use(
      await Testbed.start({ meshCrds: true, ...(etcd !== undefined && { etcd }) }),
    );
    const { recordings: [recorded] } = snapshot;
    const resources = snapshot.resources.map((each) => {
      const written = altered("resources", JSON.stringify(each.written));
      return toResource(JSON.parse(written), { cluster: "", defaultNamespace: "" }) as AnyResource;
    });
    const recording: Recording = {
      manifest: recorded.manifest,
      list: (folder, signal) => recorded.list(folder, signal),
      async read(path, signal) {
        const text = await recorded.read(path, signal);
        return text && altered(path, text);
      },
    };
    const served = parts.use(await serveRecordedMesh(bed, { resources, recording }));
    return new LiveRecording(path, snapshot, bed, served, parts.move());
  }

  /** A kubeconfig file of a user with these rights. */
  async kubeconfig(name: string, rules: readonly PolicyRule[]): Promise<string> {
    const token = await createUser(this.bed.server, name, rules);
    return await this.file(this.bed.server.kubeconfig({ token }));
  }

  /** A file with this text. */
  async file(text: string, suffix = ""): Promise<string> {
    const path = await Deno.makeTempFile({ dir: this.bed.folder, suffix });
    await Deno.writeTextFile(path, text);
    return path;
  }

  /** Runs a command line at the time of the recording. */
  async cli(argv: readonly string[], interrupt: AbortSignal = signal): Promise<Ran> {
    const out = { stdout: "", stderr: "" };
    const write = (name: keyof typeof out) => (text: string) =>
      Promise.resolve(void (out[name] += text));
    const real = realWorld();
    const now = new Date(this.snapshot.recordings[0].manifest.capturedAt);
    const world: World = {
      ...real,
      clock: { ...real.clock, now: () => now },
      stdout: { isTerminal: false, columns: 80, write: write("stdout") },
      stderr: { isTerminal: false, columns: 80, write: write("stderr") },
    };
    return { status: await run(argv, { world, signal: interrupt }), ...out };
  }

  /** The JSON that a command line prints. */
  // deno-lint-ignore no-explicit-any -- a test reads what it knows to be there
  async report(...argv: readonly string[]): Promise<any> {
    const { stdout, stderr } = await this.cli([...argv, "-o", "json"]);
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout);
  }

  /** How far the recording's window reaches back, as `--since` wants it. */
  get since(): string {
    const { capturedAt, windowStart } = this.snapshot.recordings[0].manifest;
    return `${(Date.parse(capturedAt) - Date.parse(windowStart ?? "")) / 1000}s`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.parts.disposeAsync();
  }
}
