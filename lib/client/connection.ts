import { gunzipSync } from "node:zlib";
import type { Clock } from "../core/mod.ts";
import { KeptCredential } from "./credentials/credential.ts";
import type { Dispatcher, KubeConfig } from "./library.ts";
import type { ContextInfo, Login } from "./login.ts";
import { socksDispatcher } from "./socks.ts";
import { noCredentials } from "./unreachable.ts";

/** One request to the API server. */
export interface ApiRequest {
  /** HTTP method. */
  readonly method: "DELETE" | "GET" | "PATCH" | "POST";
  /** Path and query. */
  readonly path: string;
  /** Media type of the answer; JSON where it is not given. */
  readonly accept?: string;
  /** What is sent, as JSON. */
  readonly body?: unknown;
  /** Media type of what is sent. */
  readonly contentType?: string;
}

/** What the API server answered. */
export interface ApiAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Seconds to wait before the next try, where the API server named them. */
  readonly retryAfterSeconds: number | undefined;
  /** The whole body. */
  readonly text: string;
}

/** An answer that is read while it comes. */
export interface ApiStream {
  /** HTTP status. */
  readonly status: number;
  /** The body, piece by piece; nothing of an answer that is not 200. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** An API server may be silent for that long while it answers. */
const SILENCE_MS = 30_000;

const HTTP1 = { allowH2: false };

const { signal: NEVER } = new AbortController();

type DispatcherOptions = ReturnType<KubeConfig["createDispatcherOptions"]>;

/**
 * The way to one API server as one user. Each method makes one attempt; errors are those of the network
 * and of the client library. The library is loaded with the first connection.
 */
export class Connection {
  /** The client library. */
  readonly library: typeof import("./library.ts");
  readonly #login: Login;
  readonly #credential: KeptCredential | undefined;
  #config: KubeConfig;
  #renewals = 0;
  #socks: Extract<DispatcherOptions, { type: "socks" }> | undefined;
  /** Keeps its connections open between requests. */
  #dispatcher: Dispatcher | undefined;

  private constructor(library: typeof import("./library.ts"), login: Login, clock: Clock) {
    this.library = library;
    this.#login = login;
    this.#credential = login.source && new KeptCredential(login.source, clock);
    this.#config = this.#newConfig();
  }

  /** Prepares a connection; nothing is sent yet. */
  static async prepare(login: Login, clock: Clock): Promise<Connection> {
    return new Connection(await import("./library.ts"), login, clock);
  }

  /** Which cluster, as whom. */
  get info(): ContextInfo {
    return this.#login.info;
  }

  /** Server and credentials as the client library holds them. */
  get config(): KubeConfig {
    return this.#config;
  }

  /**
   * Gets the credentials that the next request needs. A plugin may take its time for that, and a person
   * who is asked, too. Throws a `Failure` where there are none.
   */
  async logIn(signal: AbortSignal): Promise<void> {
    if (this.#credential === undefined) return;
    await interruptible(this.#credential.get(signal), signal).catch((cause) => {
      signal.throwIfAborted();
      throw noCredentials(this.info, cause);
    });
  }

  /** Counts how often {@linkcode renew} took effect. */
  get renewals(): number {
    return this.#renewals;
  }

  /**
   * Forgets credentials that a plugin or a login server gave, so that they are asked for anew; but not
   * twice for requests that failed together, which all know the same number of `renewals`.
   */
  async renew(renewals: number): Promise<void> {
    if (renewals !== this.#renewals) return;
    this.#renewals++;
    this.#credential?.forget();
    const dispatcher = this.#dispatcher;
    this.#config = this.#newConfig();
    this.#dispatcher = undefined;
    await dispatcher?.close();
  }

  /** Ends all open connections. */
  async close(): Promise<void> {
    await this.#dispatcher?.destroy();
  }

  /** Sends a request and reads the whole answer. */
  async send(request: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
    const { statusCode, headers, body } = await this.#request(request, signal, "gzip");
    const bytes = await body.bytes();
    const plain = headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes;
    const retryAfter = Number(headers["retry-after"]);
    return {
      status: statusCode,
      retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
      text: new TextDecoder().decode(plain),
    };
  }

  /** Sends a request and hands out the answer as it comes; `signal` ends it. */
  async stream(request: ApiRequest, signal: AbortSignal): Promise<ApiStream> {
    // How long a stream may be silent is for its reader to say.
    const { statusCode, body } = await this.#request(request, signal, "identity", 0);
    if (statusCode !== 200) await body.dump();
    return { status: statusCode, body };
  }

  async #request(
    { method, path, accept = "application/json", body, contentType }: ApiRequest,
    signal: AbortSignal,
    encoding: string,
    bodyTimeout: number = SILENCE_MS,
  ): Promise<Dispatcher.ResponseData> {
    const { HttpMethod, request, RequestContext } = this.library;
    const { server } = this.info;
    const context = new RequestContext(server, HttpMethod.GET);
    await this.#config.applySecurityAuthentication(context);
    this.#dispatcher ??= this.#socks === undefined
      ? context.getDispatcher()
      : socksDispatcher(this.library, this.#socks.uri, this.#socks.requestTls);
    return await request(server + path, {
      method,
      headers: {
        ...context.getHeaders(),
        ...multiple(this.#login.headers),
        accept,
        "accept-encoding": encoding,
        ...(body !== undefined && { "content-type": contentType ?? "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      headersTimeout: SILENCE_MS,
      bodyTimeout,
      signal,
      ...(this.#dispatcher !== undefined && { dispatcher: this.#dispatcher }),
    });
  }

  #newConfig(): KubeConfig {
    const { cluster, headers, user } = this.#login;
    const config = new this.library.KubeConfig();
    config.addAuthenticator({
      isAuthProvider: () => this.#credential !== undefined,
      applyAuthentication: async (_, options) => {
        const { cert, key, token } = await this.#credential!.get(NEVER);
        if (cert !== undefined) Object.assign(options, { cert, key });
        if (token === undefined) return;
        options.headers = { ...options.headers, Authorization: `Bearer ${token}` };
      },
    });
    config.loadFromClusterAndUser(cluster, user);
    const apply = config.applyToHTTPSOptions.bind(config);
    config.applyToHTTPSOptions = async (options) => {
      await apply(options);
      options.headers = { ...options.headers, ...multiple(headers) };
    };
    const dispatcher = config.createDispatcherOptions.bind(config);
    config.createDispatcherOptions = (...given) => {
      const options = withHttp1(dispatcher(...given));
      this.#socks = options.type === "socks" ? options : undefined;
      return options;
    };
    return config;
  }
}

/** An API server ends an HTTP/2 connection with its refusal, which Deno reports as a broken stream. */
function withHttp1(options: DispatcherOptions): DispatcherOptions {
  if (options.type === "none") return { type: "agent", connect: { keepAlive: true, ...HTTP1 } };
  if (options.type === "agent") return { ...options, connect: { ...options.connect, ...HTTP1 } };
  return { ...options, requestTls: { ...options.requestTls, ...HTTP1 } };
}

function multiple(headers: Login["headers"]): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === "string" ? value : [...value],
    ]),
  );
}

/** The result of a job that cannot be interrupted itself, such as a plugin that asks for a password. */
export async function interruptible<T>(job: Promise<T>, signal: AbortSignal): Promise<T> {
  // The job goes on when nobody waits for it any more; its end is of no interest then.
  job.catch(() => {});
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([job, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
