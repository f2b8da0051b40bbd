import type { Clock, FileSystem } from "../../core/mod.ts";
import type { Credential, CredentialSource } from "./credential.ts";

const MAX_TOKEN_BYTES = 1e6;
/** client-go reads it again after that long. */
const KEPT_MS = 60_000;

/** A file with a token that somebody else renews, such as the kubelet in a pod. */
export class TokenFile implements CredentialSource {
  readonly #path: string;
  readonly #world: { readonly fs: FileSystem; readonly clock: Clock };

  /** Reads nothing yet. */
  constructor(path: string, world: { readonly fs: FileSystem; readonly clock: Clock }) {
    this.#path = path;
    this.#world = world;
  }

  /** The token as it is now. Throws a `Failure` `FILE_NOT_READABLE`. */
  async ask(signal: AbortSignal): Promise<Credential> {
    const { fs, clock } = this.#world;
    const bytes = await fs.read(this.#path, MAX_TOKEN_BYTES, signal);
    const token = new TextDecoder().decode(bytes).trim();
    return { token, until: new Date(clock.now().getTime() + KEPT_MS) };
  }
}
