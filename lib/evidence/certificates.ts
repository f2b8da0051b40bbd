/** A certificate as Envoy's `/certs` describes it. */
export interface CertificateStatus {
  /** Serial number in hexadecimal. */
  readonly serial: string;
  /** Subject alternative names: URIs, DNS names, addresses. */
  readonly names: readonly string[];
  /** Start of validity, in milliseconds since 1970. */
  readonly validFromMs: number;
  /** End of validity, in milliseconds since 1970. */
  readonly expiresMs: number;
}

/** The certificates that a proxy holds. */
export interface ProxyCertificates {
  /** Certificates of its own, without repetition. */
  readonly own: readonly CertificateStatus[];
  /** Roots that it trusts, without repetition. */
  readonly roots: readonly CertificateStatus[];
}

interface RawCertificate {
  serial_number?: string;
  subject_alt_names?: { uri?: string; dns?: string; ip_address?: string }[];
  valid_from?: string;
  expiration_time?: string;
}

/** Reads the answer of `/certs`. Throws on text that is no JSON. */
export function parseCertificates(text: string): ProxyCertificates {
  const raw = JSON.parse(text) as {
    certificates?: { ca_cert?: RawCertificate[]; cert_chain?: RawCertificate[] }[];
  } | null;
  const all = raw?.certificates ?? [];
  return {
    // The first certificate of a chain is the proxy's own; the others are intermediates.
    own: distinct(all.flatMap(({ cert_chain = [] }) => cert_chain.slice(0, 1))),
    roots: distinct(all.flatMap(({ ca_cert = [] }) => ca_cert)),
  };
}

function distinct(raw: readonly RawCertificate[]): CertificateStatus[] {
  const bySerial = new Map(
    raw.map((certificate) => [certificate.serial_number ?? "", certificate]),
  );
  return [...bySerial].map(([serial, { subject_alt_names, valid_from, expiration_time }]) => ({
    serial,
    names: (subject_alt_names ?? []).map(({ uri, dns, ip_address }) =>
      uri ?? dns ?? ip_address ?? ""
    ),
    validFromMs: Date.parse(valid_from ?? ""),
    expiresMs: Date.parse(expiration_time ?? ""),
  }));
}
