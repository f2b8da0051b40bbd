import type { Resource } from "./resource.ts";

/** What stands in a recording in the place of a secret value. */
const REDACTED = "REDACTED";

/** The parts of a TLS Secret as text; absent where they are not there. */
export interface Credential {
  /** Certificate chain in PEM. */
  readonly certificate?: string;
  /** Private key in PEM, or whatever stands in its place where the values were not recorded. */
  readonly key?: string;
  /** Certificates of the authorities for clients, in PEM. */
  readonly ca?: string;
  /** Whether the key is the real one, not a mark that it was left out. */
  readonly isKeyReadable: boolean;
}

/**
 * The TLS parts of a Secret, under the names of Kubernetes (`tls.crt`) or of Istio (`cert`); `undefined`
 * where the values were not recorded.
 */
export function credentialOf({ object }: Resource<"Secret">): Credential | undefined {
  const values = new Map<string, string>([
    ...Object.entries(object.data ?? {}).map(([name, value]) => [name, decode(value)] as const),
    ...Object.entries(object.stringData ?? {}),
  ]);
  if (values.size === 0) return undefined;
  const pair = PAIRS.find(([certificate, key]) => values.get(certificate) && values.get(key)) ??
    PAIRS.find(([certificate]) => values.get(certificate));
  const certificate = pair && values.get(pair[0]);
  const key = pair && values.get(pair[1]);
  const ca = values.get("ca.crt") || values.get("cacert");
  if (certificate === REDACTED) return undefined;
  return {
    ...(certificate && { certificate }),
    ...(key && { key }),
    ...(ca && { ca }),
    isKeyReadable: key !== REDACTED,
  };
}

const PAIRS = [["tls.crt", "tls.key"], ["cert", "key"]] as const;

function decode(value: string): string {
  if (value === REDACTED) return value;
  try {
    return atob(value);
  } catch {
    return value; // No base64, which whoever parses the value will notice.
  }
}
