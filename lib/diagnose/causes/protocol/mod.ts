import type { Cause } from "../../cause.ts";
import { http2Mismatch } from "./http2_mismatch.ts";
import { portIsNotHttp } from "./not_http.ts";
import { portProtocolsConflict } from "./port_protocols_conflict.ts";
import { requestRefused } from "./request_refused.ts";
import { serverSpeaksFirst } from "./server_speaks_first.ts";
import { tlsOnHttpPort } from "./tls_on_http_port.ts";

/** Every root cause in protocols. */
export const protocolCauses: readonly Cause[] = [
  portIsNotHttp, // MM-C09
  tlsOnHttpPort, // MM-C10
  serverSpeaksFirst, // MM-C11
  http2Mismatch, // MM-C12
  ...requestRefused, // MM-C32, MM-C33, MM-C34, MM-C51
  portProtocolsConflict, // MM-C35
];
