/** One request, hop by hop, decided as the proxies decide. Pure, over a case and its dumps. @module */
export { type TraceOptions, traceRequest } from "./trace.ts";
