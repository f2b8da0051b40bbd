import { createPrivateKey, X509Certificate } from "node:crypto";

/** What an X.509 certificate says. */
export interface CertificateFacts {
  /** Start of validity, in milliseconds since 1970. */
  readonly validFromMs: number;
  /** End of validity, in milliseconds since 1970. */
  readonly expiresMs: number;
  /** DNS names that it is for; wildcards as written. */
  readonly dnsNames: readonly string[];
  /** Distinguished name of the subject. */
  readonly subject: string;
  /** SHA-256 hash of the whole certificate. */
  readonly fingerprint: string;
}

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates of a PEM text, in order; `undefined` where one does not parse or there is none. */
export function parseCertificateChain(pem: string): readonly CertificateFacts[] | undefined {
  const blocks = pem.match(BLOCK) ?? [];
  const certificates: CertificateFacts[] = [];
  for (const block of blocks) {
    const certificate = parseBlock(block);
    if (!certificate) return undefined;
    certificates.push(certificate);
  }
  return certificates.length > 0 ? certificates : undefined;
}

function parseBlock(block: string): CertificateFacts | undefined {
  try {
    const { validFrom, validTo, subject, subjectAltName, fingerprint256 } = new X509Certificate(
      block,
    );
    return {
      validFromMs: Date.parse(validFrom),
      expiresMs: Date.parse(validTo),
      dnsNames: [...(subjectAltName ?? "").matchAll(/DNS:([^,\s]+)/g)].map(([, name]) => name!),
      subject,
      fingerprint: fingerprint256,
    };
  } catch {
    return undefined;
  }
}

/** Whether a private key in PEM belongs to the first certificate of a PEM text; `undefined` where one does not parse. */
export function isKeyOf(key: string, pem: string): boolean | undefined {
  try {
    const [block = ""] = pem.match(BLOCK) ?? [];
    return new X509Certificate(block).checkPrivateKey(createPrivateKey(key));
  } catch {
    return undefined;
  }
}
