import type { AnyRule } from "../../analysis/rule.ts";
import { tokenNotRequired } from "./token_not_required.ts";
import { unrestrictedJwksUri } from "./unrestricted_jwks_uri.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  tokenNotRequired,
  unrestrictedJwksUri,
];
