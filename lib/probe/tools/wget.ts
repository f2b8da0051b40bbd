import { type ProbeRequest, urlOf } from "../request.ts";
import {
  headersOf,
  lastLine,
  limited,
  linesOf,
  outcomeOf,
  type Ran,
  script,
  secondsOf,
  type Sighting,
  type Tool,
  type ToolCommand,
} from "./tool.ts";

/**
 * GNU wget takes headers only as arguments: the script adds them, so that the API server does not see them,
 * but they stand in the container's list of processes as long as the request lasts.
 */
export const wget: Tool = {
  name: "wget",
  needs: "wget",
  hidesHeaders: false,
  canSend: ({ scheme, isGrpc }) => scheme !== "tcp" && !isGrpc,
  command: (request, requestId, hasTimeout) =>
    commandOf(request, requestId, hasTimeout, [
      "wget",
      "--no-verbose",
      "--server-response",
      "--content-on-error",
      "--output-document=-",
      "--tries=1",
      "--max-redirect=0",
      "--no-proxy",
      `--timeout=${secondsOf(request)}`,
      `--method=${request.method}`,
    ]),
  read: sightingOf,
};

/** BusyBox's wget knows GET only, and does not show the text of an error. */
export const busyboxWget: Tool = {
  name: "busybox wget",
  needs: "busybox-wget",
  hidesHeaders: false,
  canSend: ({ scheme, method }) => scheme !== "tcp" && method === "GET",
  command: (request, requestId, hasTimeout) =>
    commandOf(request, requestId, hasTimeout, [
      "wget",
      "-S",
      "-O",
      "-",
      "-Y",
      "off",
      "-T",
      String(secondsOf(request)),
    ]),
  read: sightingOf,
};

function commandOf(
  request: ProbeRequest,
  requestId: string,
  hasTimeout: boolean,
  argv: readonly string[],
): ToolCommand {
  const addHeaders = 'url="$1"; shift; ' +
    'while IFS= read -r line && [ -n "$line" ]; do set -- "$@" --header "$line"; done';
  // wget's own limit is one for silence: an answer that drips would never end.
  const whole = limited(argv, secondsOf(request) + 1, hasTimeout);
  return {
    argv: [...script(`${addHeaders}; "$@" "$url"`), urlOf(request), ...whole],
    input: linesOf(headersOf(request, requestId)),
  };
}

/** wget shows the head of an answer beside its messages, two blanks before each line. */
function sightingOf(ran: Ran): Sighting {
  const head = ran.stderr.split("\n").filter((line) => line.startsWith("  "))
    .map((line) => line.trim());
  const isAnswered = head.some((line) => line.startsWith("HTTP/"));
  const [, refusal] = /server returned error: (HTTP\/.*)/.exec(ran.stderr) ?? [];
  const whole = isAnswered ? head : refusal === undefined ? [] : [refusal];
  const said = ran.stderr.split("\n").filter((line) => !line.startsWith("  ")).join("\n");
  const failure = outcomeOf({ ...ran, stderr: said });
  // Redirects and errors are answers, whatever wget calls them.
  const isCut = isAnswered && (failure === "timed-out" || failure === "connection-closed");
  return {
    outcome: whole.length > 0 && !isCut ? "answered" : failure,
    answer: whole.length > 0 ? `${whole.join("\n")}\n\n${ran.stdout}` : "",
    message: lastLine(said).replace(/^wget: /, ""),
  };
}
