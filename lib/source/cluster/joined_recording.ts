import type { Manifest, Recording } from "../../evidence/mod.ts";

const FOLDER = "clusters";

/** Recordings of several clusters as one, as a snapshot has them: the first, with the others below `clusters`. */
export class JoinedRecording implements Recording {
  readonly #first: Recording;
  readonly #others: ReadonlyMap<string, Recording>;

  /** Joins recordings of clusters with different names. */
  constructor(first: Recording, others: readonly Recording[]) {
    this.#first = first;
    this.#others = new Map(others.map((other) => [other.manifest.clusterName, other]));
  }

  /** What the first says about itself, with the gaps of all. */
  get manifest(): Manifest {
    const further = [...this.#others].flatMap(([name, { manifest: { gaps = [] } }]) =>
      gaps.map((gap) => ({ ...gap, what: `${FOLDER}/${name}/${gap.what}` }))
    );
    return { ...this.#first.manifest, gaps: [...this.#first.manifest.gaps ?? [], ...further] };
  }

  /** Names directly below a folder of the layout. */
  list(folder: string, signal: AbortSignal): Promise<readonly string[]> {
    if (folder === FOLDER) return Promise.resolve([...this.#others.keys()].sort());
    const { recording, path } = this.#find(folder);
    return recording.list(path, signal);
  }

  /** Text of a file. */
  read(path: string, signal: AbortSignal): Promise<string | undefined> {
    const found = this.#find(path);
    return found.recording.read(found.path, signal);
  }

  /** Whose path it is, and the path there. */
  #find(path: string): { readonly recording: Recording; readonly path: string } {
    const [folder, name = "", ...rest] = path.split("/");
    const other = folder === FOLDER ? this.#others.get(name) : undefined;
    return other ? { recording: other, path: rest.join("/") } : { recording: this.#first, path };
  }
}
