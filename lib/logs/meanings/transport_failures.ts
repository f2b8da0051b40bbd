import type { Meaning } from "./meaning.ts";

/** What stands in `UPSTREAM_TRANSPORT_FAILURE_REASON`, most specific first. */
const FAILURES: readonly (readonly [RegExp, string, string])[] = [
  [
    /connect[ _]error:[ _]*(?:111|Connection[ _]refused)/,
    "the endpoint refuses connections: nothing listens on that address and port",
    "let the application listen on the Service's targetPort, on all addresses",
  ],
  [
    /connect[ _]error:[ _]*(?:113|101|No[ _]route[ _]to[ _]host|Network[ _]is[ _]unreachable)/,
    "there is no way to the endpoint's host",
    "look for a NetworkPolicy, a firewall, or an endpoint whose node is gone",
  ],
  [
    /connect[ _]error:[ _]*110|connection_timeout|timed?[ _]?out/i,
    "nothing answers on the endpoint's address",
    "look for a NetworkPolicy or firewall that drops packets, or for an endpoint that is gone",
  ],
  [
    /connect[ _]error:[ _]*(?:104|Connection[ _]reset)/,
    "the endpoint cut the connection off while it was made",
    "look for a restart, or for TLS on one side only",
  ],
  [
    /connect[ _]error:[ _]*(?:99|Cannot[ _]assign)/,
    "the proxy has no free local port left",
    "keep connections alive instead of opening one per request",
  ],
  [
    /WRONG_VERSION_NUMBER/,
    "the proxy speaks TLS to a server that answers in plain text",
    "set tls.mode DISABLE in the DestinationRule of this port, or let the server speak TLS",
  ],
  [
    /CERTIFICATE_VERIFY_FAILED|verify (?:cert|SAN)|SAN matcher/i,
    "the server's certificate is not accepted: another root, another name, or expired",
    "align root certificates and subjectAltNames, and renew what expired",
  ],
  [
    /CERTIFICATE_EXPIRED/,
    "a certificate has expired",
    "renew it; for workload certificates see that the proxy reaches istiod",
  ],
  [
    /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE/,
    "the server does not accept the handshake, mostly for want of a client certificate",
    "let the client speak mTLS (ISTIO_MUTUAL), or send the certificate that the server asks for",
  ],
  [
    /UNKNOWN_CA/,
    "the server does not trust the root of the client's certificate",
    "use one root for both sides",
  ],
  [
    /UNRECOGNIZED_NAME|NO_CERTIFICATE_SET/,
    "the server has no certificate for the name that was asked for",
    "correct the sni of the DestinationRule, or the server's certificates",
  ],
  [
    /TLSV1_ALERT|SSLV3_ALERT/,
    "the server ended the TLS handshake with an alert",
    "compare TLS versions, certificates and roots of both sides",
  ],
  [
    /TLS_error|SSL|OPENSSL/,
    "the TLS handshake failed",
    "compare the DestinationRule's TLS mode with what the server speaks",
  ],
  [
    /connect[ _]error|connection failure/i,
    "the connection could not be made",
    "see whether the endpoint lives and listens",
  ],
];

/** What a transport failure stands for; `undefined` for one that is not known. */
export function transportFailure(text: string): Meaning | undefined {
  const found = FAILURES.find(([pattern]) => pattern.test(text));
  return found && { cause: found[1], remedy: found[2] };
}
