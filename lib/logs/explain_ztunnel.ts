import type { Explanation } from "./explanation.ts";
import { ztunnelError } from "./meanings/ztunnel_errors.ts";
import type { ZtunnelConnection } from "../evidence/mod.ts";

/** What a line of ztunnel means. */
export function explainZtunnel({ error }: ZtunnelConnection): Explanation {
  if (error === "") {
    return {
      isFailure: false,
      summary: "the connection ended normally",
      producedBy: "ztunnel",
      remedy: "",
      signs: [],
    };
  }
  const meaning = ztunnelError(error);
  return {
    isFailure: true,
    summary: `ztunnel gave up: ${meaning?.cause ?? error}`,
    producedBy: "ztunnel",
    remedy: meaning?.remedy ?? "",
    signs: [{ field: "error", value: error, cause: meaning?.cause ?? "an error of no known kind" }],
  };
}
