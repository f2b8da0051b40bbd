import type { Resource, WorkloadGroupProbe } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { strictHeaderNameProblem } from "../values/http_headers.ts";
import { portProblem, sayIf } from "../values/names.ts";
import { checkLabels } from "../values/values.ts";

const NUMBERS = [
  "periodSeconds",
  "initialDelaySeconds",
  "timeoutSeconds",
  "successThreshold",
  "failureThreshold",
] as const;

/** Checks a WorkloadGroup. Of several wrong things only the first group is said. */
export function checkWorkloadGroup({ spec }: Resource<"WorkloadGroup">, say: Say): void {
  if (!spec.template) return say(["spec"], "template is required");
  let hasWrongLabel = false;
  checkLabels(spec.metadata?.labels, ["spec", "metadata", "labels"], (at, message) => {
    hasWrongLabel = true;
    say(at, `invalid labels: ${message}`);
  });
  if (!hasWrongLabel) checkProbe(spec.probe, say);
}

function checkProbe(probe: WorkloadGroupProbe | undefined, say: Say): void {
  if (!probe) return;
  const at = ["spec", "probe"];
  for (const field of NUMBERS) {
    if ((probe[field] ?? 0) < 0) say([...at, field], `${field} must be non-negative`);
  }
  const { httpGet, tcpSocket, exec, grpc } = probe;
  if (httpGet) {
    const place = [...at, "httpGet"];
    sayIf(say, [...place, "port"], portProblem(httpGet.port ?? 0));
    if (httpGet.scheme && httpGet.scheme !== "HTTPS" && httpGet.scheme !== "HTTP") {
      say([...place, "scheme"], 'httpGet.scheme must be one of "HTTPS", "HTTP"');
    }
    for (const [i, { name = "" }] of (httpGet.httpHeaders ?? []).entries()) {
      sayIf(say, [...place, "httpHeaders", i, "name"], strictHeaderNameProblem(name));
    }
  } else if (tcpSocket) {
    sayIf(say, [...at, "tcpSocket", "port"], portProblem(tcpSocket.port ?? 0));
  } else if (exec) {
    if ((exec.command ?? []).length === 0) say([...at, "exec"], "exec.command is required");
  } else if (grpc) {
    sayIf(say, [...at, "grpc", "port"], portProblem(grpc.port ?? 0));
  } else say(at, "unknown health check method");
}
