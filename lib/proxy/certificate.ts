import { X509Certificate } from "node:crypto";

/** What a certificate says about itself; never its key. */
export interface Certificate {
  /** Who it is for; `""` in workload certificates, which carry names only. */
  readonly subject: string;
  /** Who signed it. */
  readonly issuer: string;
  /** Serial number in hexadecimal, in whole bytes. */
  readonly serial: string;
  /** Subject alternative names, such as `spiffe://cluster.local/ns/shop/sa/cart`. */
  readonly names: readonly string[];
  /** Start of validity, in milliseconds since 1970. */
  readonly notBeforeMs: number;
  /** End of validity, in milliseconds since 1970. */
  readonly notAfterMs: number;
  /** Whether it may sign others. */
  readonly isAuthority: boolean;
}

/** The state of a chain: each certificate must be signed by the next one, whose key can be read. */
export type ChainState = "ok" | "broken" | "single" | "unreadable";

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates of a PEM text, in its order; what is none is left out. */
export function readCertificates(pem: string): readonly Certificate[] {
  return parse(pem).map((certificate) => ({
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serial: wholeBytes(certificate.serialNumber.toLowerCase()),
    names: namesOf(certificate.subjectAltName),
    notBeforeMs: Date.parse(certificate.validFrom),
    notAfterMs: Date.parse(certificate.validTo),
    isAuthority: certificate.ca,
  }));
}

/** Whether every certificate of a PEM text is signed by the one after it. */
export function chainStateOf(pem: string): ChainState {
  const chain = parse(pem);
  if (chain.length < 2) return "single";
  try {
    const isWhole = chain.every((certificate, i) => {
      const issuer = chain[i + 1];
      return issuer === undefined ||
        certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
    });
    return isWhole ? "ok" : "broken";
  } catch {
    // A key of an unknown kind, or of a snapshot with pseudonyms.
    return "unreadable";
  }
}

function parse(pem: string): X509Certificate[] {
  return [...pem.matchAll(PEM)].flatMap(([text]) => {
    try {
      return [new X509Certificate(text)];
    } catch {
      return [];
    }
  });
}

function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").filter((part) => part !== "").join(",");
}

function namesOf(subjectAltName: string | undefined): readonly string[] {
  return (subjectAltName ?? "").split(", ").filter((name) => name !== "")
    .map((name) => name.replace(/^(?:URI|DNS|IP Address):/, ""));
}

function wholeBytes(hexadecimal: string): string {
  return hexadecimal.padStart(hexadecimal.length + hexadecimal.length % 2, "0");
}
