/** What lines of access logs and of ztunnel mean: flag, details and code to cause and remedy. Pure. @module */
export { explainLogs, type LogReading, type LogSource } from "./explain_logs.ts";
export { explainRequest } from "./explain_request.ts";
export { explainZtunnel } from "./explain_ztunnel.ts";
export type { Explanation } from "./explanation.ts";
export { type AccessLogFormat, formatsOf, parseFormat } from "./line_reader.ts";
export { linesOf } from "./lines_of.ts";
export type { Meaning } from "./meanings/meaning.ts";
export { RESPONSE_FLAGS, type ResponseFlag } from "./meanings/response_flags.ts";
export type { RemediedSign } from "./signs.ts";
