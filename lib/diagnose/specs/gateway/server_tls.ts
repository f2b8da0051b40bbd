import type { Path } from "../../../core/mod.ts";
import type { GatewayServerTls } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";

const CIPHERS: ReadonlySet<string> = new Set(
  ("ECDHE-ECDSA-AES128-GCM-SHA256 ECDHE-RSA-AES128-GCM-SHA256 ECDHE-ECDSA-AES256-GCM-SHA384 " +
    "ECDHE-RSA-AES256-GCM-SHA384 ECDHE-ECDSA-CHACHA20-POLY1305 ECDHE-RSA-CHACHA20-POLY1305 " +
    "ECDHE-PSK-CHACHA20-POLY1305 ECDHE-ECDSA-AES128-SHA ECDHE-RSA-AES128-SHA " +
    "ECDHE-PSK-AES128-CBC-SHA ECDHE-ECDSA-AES256-SHA ECDHE-RSA-AES256-SHA " +
    "ECDHE-PSK-AES256-CBC-SHA AES128-GCM-SHA256 AES256-GCM-SHA384 AES128-SHA PSK-AES128-CBC-SHA " +
    "AES256-SHA PSK-AES256-CBC-SHA DES-CBC3-SHA").split(" "),
);

/** The settings of TLS on the side of the server; those of Sidecars know fewer fields. */
export type ServerTls = Partial<GatewayServerTls>;

/** Checks how a server ends TLS. */
export function checkServerTls(tls: ServerTls | undefined, at: Path, say: Say): void {
  if (!tls) return;
  const { mode = "PASSTHROUGH" } = tls;
  checkCiphers(tls, at, say);
  if (mode === "ISTIO_MUTUAL") return checkIstioMutual(tls, at, say);
  const isPassthrough = mode === "PASSTHROUGH" || mode === "AUTO_PASSTHROUGH";
  if (isPassthrough && hasCertificates(tls)) {
    say(at, `${mode} mode does not use certificates, they will be ignored`, "warning");
  }
  const hasCredential = Boolean(tls.credentialName) || (tls.credentialNames ?? []).length > 0;
  const sources = [
    tls.serverCertificate && tls.privateKey,
    tls.credentialName,
    (tls.credentialNames ?? []).length > 0,
    (tls.tlsCertificates ?? []).length > 0,
  ];
  if (sources.filter(Boolean).length > 1) {
    say(
      at,
      "only one of credential_name, credential_names, server_certificate/private_key, " +
        "tls_certificates should be specified",
    );
  }
  if (!isPassthrough && hasCredential) return;
  if (!isPassthrough) checkFiles(tls, mode, at, say);
  if (!tls.caCrl) return;
  if (tls.credentialName) {
    say(
      [...at, "caCrl"],
      "CRL is not supported with credentialName. CRL has to be specified in the credential",
    );
  }
  if (mode === "SIMPLE") say([...at, "caCrl"], "CRL is not supported with SIMPLE TLS");
}

function checkCiphers(
  { cipherSuites = [], minProtocolVersion }: ServerTls,
  at: Path,
  say: Say,
): void {
  const isOld = minProtocolVersion === "TLSV1_0" || minProtocolVersion === "TLSV1_1";
  if (isOld && cipherSuites.length === 0) {
    say(
      at,
      "TLS version below TLSV1_2 require setting compatible ciphers as by default they no longer " +
        "include compatible ciphers.",
      "warning",
    );
  }
  const list = (suites: readonly string[]) => `[${[...new Set(suites)].sort().join(" ")}]`;
  const unknown = cipherSuites.filter((suite) => !CIPHERS.has(suite));
  if (unknown.length > 0) {
    say([...at, "cipherSuites"], `ignoring invalid cipher suites: ${list(unknown)}`, "warning");
  }
  const repeated = cipherSuites.filter((suite, i) =>
    CIPHERS.has(suite) && cipherSuites.indexOf(suite) < i
  );
  if (repeated.length > 0) {
    say([...at, "cipherSuites"], `ignoring duplicate cipher suites: ${list(repeated)}`, "warning");
  }
}

function checkIstioMutual(tls: ServerTls, at: Path, say: Say): void {
  const nouns = {
    serverCertificate: "server certificate",
    privateKey: "private key",
    caCertificates: "CA bundle",
    tlsCertificates: "tlsCertificates",
    credentialName: "credentialName",
    credentialNames: "credentialNames",
  } as const;
  for (const [field, noun] of Object.entries(nouns)) {
    const value = tls[field as keyof typeof nouns];
    if (value && value.length > 0) {
      say([...at, field], `ISTIO_MUTUAL TLS cannot have associated ${noun}`);
    }
  }
}

function hasCertificates(tls: ServerTls): boolean {
  return Boolean(
    tls.caCrl || tls.serverCertificate || tls.privateKey || tls.caCertificates ||
      tls.credentialName,
  ) || (tls.tlsCertificates ?? []).length > 0 || (tls.credentialNames ?? []).length > 0;
}

/** Certificates in files of the proxy come with their keys, and with a CA where clients show one. */
function checkFiles(tls: ServerTls, mode: string, at: Path, say: Say): void {
  const isMutual = mode !== "SIMPLE";
  const prefix = isMutual ? "MUTUAL TLS" : "SIMPLE TLS";
  if (isMutual && !tls.caCertificates) say(at, `${prefix} requires a client CA bundle`);
  const listed = tls.tlsCertificates ?? [];
  if (listed.length > 2) {
    say(at, `${prefix} can support up to 2 server certificates`, "warning");
  }
  const pairs = listed.length > 0 ? listed : [tls];
  for (const { serverCertificate, privateKey } of pairs) {
    if (!serverCertificate) say(at, `${prefix} requires a server certificate`);
    if (!privateKey) say(at, `${prefix} requires a private key`);
  }
}
