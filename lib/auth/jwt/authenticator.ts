import type { Resource } from "../../mesh/mod.ts";
import { evaluateJwt, type JwtEvaluation } from "./evaluate.ts";
import type { TokenCarrier } from "./location.ts";
import type { JwtVerification } from "./verify.ts";

/** Authenticates requests as the JWT filter of one workload does. */
export class JwtAuthenticator {
  readonly #policies: readonly Resource<"RequestAuthentication">[];
  readonly #jwks: unknown;

  /** Takes the RequestAuthentications of the workload, and keys for rules that only name a URL. */
  constructor(
    policies: readonly Resource<"RequestAuthentication">[],
    options: { jwks?: unknown } = {},
  ) {
    this.#policies = policies;
    this.#jwks = options.jwks;
  }

  /** Judges a request, or a token in the `Authorization` header, at a time; `undefined` for no token. */
  authenticate(
    request: TokenCarrier | string | undefined,
    { now }: Pick<JwtVerification, "now">,
  ): Promise<JwtEvaluation> {
    return evaluateJwt(this.#policies, request, { now, jwks: this.#jwks });
  }
}
