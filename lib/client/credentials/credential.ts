import type { Clock } from "../../core/mod.ts";

/** What proves to an API server who the user is. */
export interface Credential {
  /** Bearer token. */
  readonly token?: string;
  /** PEM of a client certificate. */
  readonly cert?: string;
  /** PEM of its key. */
  readonly key?: string;
  /** When it ends; not known, or never, where it is not given. */
  readonly until?: Date;
}

/** Where credentials come from that are not written in a kubeconfig: a plugin, a login server, a file. */
export interface CredentialSource {
  /** A fresh credential. Throws a {@linkcode NoCredential}. */
  ask(signal: AbortSignal): Promise<Credential>;
}

/** Why a source gives no credential. */
export class NoCredential extends Error {
  /** Always `"NoCredential"`. */
  override readonly name = "NoCredential";

  /** Creates a reason. */
  constructor(
    message: string,
    /** What the user can do about it. */
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** The newest credential of a source, asked for once until it ends. */
export class KeptCredential {
  readonly #source: CredentialSource;
  readonly #clock: Clock;
  #kept: Promise<Credential> | undefined;

  /** Asks nothing yet. */
  constructor(source: CredentialSource, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  /** The credential, asked for where there is none that still counts. */
  async get(signal: AbortSignal): Promise<Credential> {
    const before = this.#kept;
    const kept = await before?.catch(() => undefined);
    if (kept !== undefined && !this.#hasEnded(kept)) return kept;
    // Of several that wait the first asks for all.
    if (this.#kept === before) this.#kept = this.#source.ask(signal);
    return await this.#kept!;
  }

  /** Asks anew the next time. */
  forget(): void {
    this.#kept = undefined;
  }

  #hasEnded({ until }: Credential): boolean {
    return until !== undefined && until <= this.#clock.now();
  }
}
