import { isCidr } from "../../../core/mod.ts";
import { isAddress } from "../values/names.ts";

const MAX_SERVICE_ACCOUNTS = 16;
const MAX_SERVICE_ACCOUNT = 320;
const FORM = "expected format 'serviceAccount' or 'namespace/serviceAccount', found";

/** What is wrong where a value is empty. */
export function emptyProblem(key: string, values: readonly string[]): string | undefined {
  return values.includes("") ? `empty value not allowed, found in ${key}` : undefined;
}

/** What is wrong with addresses and ranges, all in one message. */
export function addressesProblems(values: readonly string[]): string[] {
  return values.flatMap((value) => {
    if (value.includes("/")) return isCidr(value) ? [] : [`bad CIDR range (${value})`];
    return isAddress(value) ? [] : [`bad IP address (${value})`];
  });
}

/** What is wrong with ports. */
export function portsProblems(values: readonly string[]): string[] {
  return values.flatMap((value) =>
    /^\d+$/.test(value) && Number(value) <= 65535 ? [] : [`bad port (${value})`]
  );
}

/** What is wrong with the first wrong service account. */
export function serviceAccountProblem(key: string, values: readonly string[]): string | undefined {
  if (values.length > MAX_SERVICE_ACCOUNTS) {
    return `may not have more than ${MAX_SERVICE_ACCOUNTS} values`;
  }
  for (const value of values) {
    const parts = value.split("/");
    if (value === "") return `empty value not allowed, found in ${key}`;
    if (value.includes("*")) return `wildcard not allowed, found in ${key}`;
    if (parts.length > 2) return `${FORM} "${value}" in ${key}`;
    if (value.length > MAX_SERVICE_ACCOUNT) {
      return `value cannot exceed ${MAX_SERVICE_ACCOUNT} characters, found "${value}" in ${key}`;
    }
    if (parts.length < 2) continue;
    if (parts[0] === "") return `${FORM} empty namespace "${value}" in ${key}`;
    if (parts[1] === "") return `${FORM} empty serviceAccount "${value}" in ${key}`;
  }
  return undefined;
}

/** What is wrong with the first wrong trust domain: a wildcard stands at one end alone. */
export function trustDomainProblem(key: string, values: readonly string[]): string | undefined {
  for (const value of values) {
    if (value === "") return `empty value not allowed, found in ${key}`;
    if (value.includes("/")) return `trust domain cannot contain '/', found "${value}" in ${key}`;
    const stars = value.split("*").length - 1;
    if (stars > 1) return `only one wildcard is allowed, found "${value}" in ${key}`;
    if (stars === 1 && !value.startsWith("*") && !value.endsWith("*")) {
      return `wildcard is only allowed at the start or end, found "${value}" in ${key}`;
    }
  }
  return undefined;
}
