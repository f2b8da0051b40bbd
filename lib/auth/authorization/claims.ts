import type { Claims } from "./request.ts";
import { isRecord } from "../../core/mod.ts";
import type { Reading } from "./reading.ts";

// Envoy's JWT filter splits these claims at spaces whatever the rule says.
const SPACE_DELIMITED: ReadonlySet<string> = new Set(["scope", "permission"]);

/** The claim names of `[a][b]`; `undefined` where the brackets are not like that. */
export function claimPath(brackets: string): readonly string[] | undefined {
  if (!/^(\[[^[\]]+\])+$/.test(brackets)) return undefined;
  return brackets.slice(1, -1).split("][");
}

/** A claim of the accepted token. Policies can match strings and lists of strings only. */
export function readClaim(claims: Claims | null | undefined, path: readonly string[]): Reading {
  if (claims === undefined) return { state: "unknown" };
  if (claims === null) return { state: "absent", reason: "the request has no accepted token" };
  let value: unknown = claims;
  for (const name of path) {
    value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  const name = path.join(".");
  if (typeof value === "string") {
    const values = SPACE_DELIMITED.has(name) ? value.split(" ").filter((v) => v !== "") : [value];
    return { state: "known", values };
  }
  if (Array.isArray(value)) {
    return { state: "known", values: value.filter((one) => typeof one === "string") };
  }
  return {
    state: "absent",
    reason: value === undefined
      ? `the token has no claim ${name}`
      : `the claim ${name} is neither a string nor a list, so no policy can match it`,
  };
}
