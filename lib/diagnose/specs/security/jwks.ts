import { isRecord, type Path } from "../../../core/mod.ts";
import type { Say } from "../say.ts";

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  RSA: ["n", "e"],
  EC: ["crv", "x", "y"],
  OKP: ["crv", "x"],
  oct: ["k"],
};

/** Checks a set of keys, or one key, that tokens are verified with. */
export function checkJwks(jwks: string, at: Path, say: Say): void {
  const document = parsed(jwks);
  if (!isRecord(document)) return say(at, "jwks parse error: it is not a JSON object");
  const keys = Array.isArray(document.keys) ? document.keys : [document];
  for (const key of keys) {
    const problem = keyProblem(key);
    if (problem) return say(at, `jwks parse error: ${problem}`);
  }
  if (keys.some((key) => isRecord(key) && (key.d !== undefined || key.kty === "oct"))) {
    say(
      at,
      "jwks contains a private or symmetric key, which everybody who reads it can sign with",
      "warning",
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keyProblem(key: unknown): string | undefined {
  if (!isRecord(key)) return "a key is not a JSON object";
  const { kty } = key;
  if (typeof kty !== "string" || !Object.hasOwn(MEMBERS, kty)) return "a key has no known kty";
  const missing = MEMBERS[kty]!.find((member) => typeof key[member] !== "string");
  return missing === undefined ? undefined : `a key of type ${kty} has no ${missing}`;
}
