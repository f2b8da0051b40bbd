import { type Clock, valueAt } from "../../core/mod.ts";
import { text } from "../entry.ts";
import { withoutSecrets } from "../unreachable.ts";
import { type Credential, type CredentialSource, NoCredential } from "./credential.ts";

/** A user's login at an OpenID Connect provider, as `auth-provider: oidc` of a kubeconfig keeps it. */
export interface OpenIdLogin {
  /** The token for the API server, if there was one. */
  readonly idToken: string | undefined;
  /** What a new one is asked for with. */
  readonly refreshToken: string | undefined;
  /** Name of the client at the provider. */
  readonly clientId: string | undefined;
  /** Its secret, if it has one. */
  readonly clientSecret: string | undefined;
  /** URL of the provider. */
  readonly issuer: string | undefined;
}

/** How a provider is asked, and where what it gave is kept. */
export interface OpenIdSurroundings {
  /** The time. */
  readonly clock: Clock;
  /** One request with a form, or without one a GET; the body of the answer, whatever its status. */
  ask(url: string, form: URLSearchParams | undefined, signal: AbortSignal): Promise<string>;
  /** Keeps tokens that took the place of others: a refresh token may count only once. */
  keep(replaced: ReadonlyMap<string, string>, signal: AbortSignal): Promise<void>;
}

const LOG_IN = "Log in again with the tool that made this kubeconfig.";
/** A token that ends while it is on its way is of no use. */
const MARGIN_MS = 10_000;
/** For a token that does not say when it ends. */
const KEPT_MS = 60_000;

/**
 * The token of an OpenID Connect provider, refreshed when it has ended as OpenID Connect Core 1.0,
 * section 12 has it.
 */
export class OpenIdToken implements CredentialSource {
  #login: OpenIdLogin;
  readonly #surroundings: OpenIdSurroundings;

  /** Asks nothing yet. */
  constructor(login: OpenIdLogin, surroundings: OpenIdSurroundings) {
    this.#login = login;
    this.#surroundings = surroundings;
  }

  /** The token, refreshed where it has ended. Throws a {@linkcode NoCredential}. */
  async ask(signal: AbortSignal): Promise<Credential> {
    const { idToken } = this.#login;
    const until = endOf(idToken);
    const now = this.#surroundings.clock.now().getTime();
    if (idToken !== undefined && until !== undefined && until > now + MARGIN_MS) {
      return { token: idToken, until: new Date(until - MARGIN_MS) };
    }
    const token = await this.#refresh(signal);
    return { token, until: new Date(endOf(token) ?? now + KEPT_MS) };
  }

  async #refresh(signal: AbortSignal): Promise<string> {
    const { clientId, clientSecret, idToken, issuer, refreshToken } = this.#login;
    if (clientId === undefined || issuer === undefined || refreshToken === undefined) {
      const reason = "its id-token has ended, and it takes refresh-token, client-id and " +
        "idp-issuer-url to ask for another";
      throw new NoCredential(reason, LOG_IN);
    }
    const configuration = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const endpoint = text(await this.#answer(configuration, undefined, signal), "token_endpoint");
    if (endpoint === undefined) throw new NoCredential(`${issuer} names no token_endpoint`);
    const form = new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: refreshToken,
      client_id: clientId,
      ...(clientSecret !== undefined && { client_secret: clientSecret }),
    });
    const answer = await this.#answer(endpoint, form, signal);
    const token = text(answer, "id_token");
    if (token === undefined) {
      const why = text(answer, "error_description") ?? text(answer, "error") ?? "no id_token";
      throw new NoCredential(`${issuer} refreshes no token: ${withoutSecrets(why)}`, LOG_IN);
    }
    const renewed = text(answer, "refresh_token") ?? refreshToken;
    this.#login = { ...this.#login, idToken: token, refreshToken: renewed };
    if (renewed !== refreshToken) {
      const replaced = new Map([[refreshToken, renewed]]);
      if (idToken !== undefined) replaced.set(idToken, token);
      await this.#surroundings.keep(replaced, signal);
    }
    return token;
  }

  async #answer(url: string, form: URLSearchParams | undefined, signal: AbortSignal) {
    const said = await this.#surroundings.ask(url, form, signal).catch((cause) => {
      signal.throwIfAborted();
      const reason = cause instanceof Error ? withoutSecrets(cause.message) : "";
      throw new NoCredential(`the login server at ${url} gives no answer: ${reason}`);
    });
    try {
      return JSON.parse(said) as unknown;
    } catch {
      throw new NoCredential(`the login server at ${url} does not answer in JSON`);
    }
  }
}

/** When a token ends, in milliseconds; `undefined` where it does not say so. */
function endOf(token: string | undefined): number | undefined {
  const [, claims = ""] = token?.split(".") ?? [];
  try {
    const bytes = Uint8Array.fromBase64(claims, { alphabet: "base64url" });
    const seconds = valueAt(JSON.parse(new TextDecoder().decode(bytes)), ["exp"]);
    return typeof seconds === "number" ? seconds * 1000 : undefined;
  } catch {
    return undefined;
  }
}
