import { isRecord, valueAt, type World } from "../../core/mod.ts";
import { withoutSecrets } from "../unreachable.ts";
import { type Credential, type CredentialSource, NoCredential } from "./credential.ts";

/** A credential plugin, as `exec` of a user in a kubeconfig describes it. */
export interface PluginOptions {
  /** Program: a path, or a name that is looked up in `$PATH`. */
  readonly command: string;
  /** Its arguments. */
  readonly args: readonly string[];
  /** Variables beside those of the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Version of `ExecCredential` that it speaks. */
  readonly apiVersion: string;
  /** Whether it may, must or must not ask the person at the terminal. */
  readonly interactiveMode: "Never" | "IfAvailable" | "Always";
  /** How to install it. */
  readonly installHint?: string | undefined;
  /** What it is told about the cluster, where it wants to know. */
  readonly cluster?: object | undefined;
}

/** What a plugin is run with. */
export type PluginWorld = Pick<World, "run" | "stdin" | "stderr">;

/** A plugin that asks nobody may take that long: some call a cloud, and that another one. */
const PATIENCE_SECONDS = 60;

/**
 * A program that logs in, run as kubectl does: see "client-go credential plugins" in the documentation
 * of Kubernetes.
 */
export class CredentialPlugin implements CredentialSource {
  readonly #options: PluginOptions;
  readonly #world: PluginWorld;

  /** Runs nothing yet. */
  constructor(options: PluginOptions, world: PluginWorld) {
    this.#options = options;
    this.#world = world;
  }

  /** Runs it. Throws a {@linkcode NoCredential}; what the plugin printed is in no message. */
  async ask(signal: AbortSignal): Promise<Credential> {
    const { command, args, env, installHint, interactiveMode } = this.#options;
    const { stdin, stderr } = this.#world;
    const interactive = interactiveMode !== "Never" && stdin.isTerminal;
    if (interactiveMode === "Always" && !interactive) {
      throw this.#trouble("asks questions, and there is no terminal to answer at");
    }
    const limit = interactive ? undefined : AbortSignal.timeout(PATIENCE_SECONDS * 1000);
    const ran = await this.#world.run(command, {
      args,
      env: { ...env, KUBERNETES_EXEC_INFO: this.#info(interactive) },
      stdin: interactive ? "terminal" : "nothing",
      stderr: stderr.isTerminal ? "terminal" : "kept",
      signal: limit === undefined ? signal : AbortSignal.any([signal, limit]),
    }).catch((cause) => {
      signal.throwIfAborted();
      if (limit?.aborted) throw this.#trouble(`gave nothing within ${PATIENCE_SECONDS} s`);
      throw cause;
    });
    if (ran === undefined) throw this.#trouble("is not installed", installHint);
    if (ran.code !== 0) {
      const said = withoutSecrets(ran.stderr);
      throw this.#trouble(`ended with exit status ${ran.code}${said === "" ? "" : `: ${said}`}`);
    }
    return this.#credentialIn(ran.stdout);
  }

  #info(interactive: boolean): string {
    const { apiVersion, cluster } = this.#options;
    const spec = { interactive, ...(cluster !== undefined && { cluster }) };
    return JSON.stringify({ apiVersion, kind: "ExecCredential", spec });
  }

  #credentialIn(printed: string): Credential {
    let status: unknown;
    try {
      status = valueAt(JSON.parse(printed), ["status"]);
    } catch {
      throw this.#trouble("printed no ExecCredential");
    }
    if (!isRecord(status)) throw this.#trouble("printed an ExecCredential without status");
    const text = (field: string) => {
      const value = status[field];
      return typeof value === "string" && value !== "" ? value : undefined;
    };
    const [token, cert, key] = ["token", "clientCertificateData", "clientKeyData"].map(text);
    if ((cert === undefined) !== (key === undefined)) {
      throw this.#trouble("gave a certificate or a key, and not both");
    }
    if (token === undefined && cert === undefined) {
      throw this.#trouble("gave neither a token nor a certificate");
    }
    const until = new Date(text("expirationTimestamp") ?? "");
    return {
      ...(token !== undefined && { token }),
      ...(cert !== undefined && key !== undefined && { cert, key }),
      ...(!Number.isNaN(until.getTime()) && { until }),
    };
  }

  #trouble(what: string, hint?: string): NoCredential {
    return new NoCredential(`the credential plugin "${this.#options.command}" ${what}`, hint);
  }
}
