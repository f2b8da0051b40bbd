import type { ProbeRequest } from "../request.ts";
import { curl } from "./curl.ts";
import { netcat } from "./netcat.ts";
import type { Program, Tool } from "./tool.ts";
import { busyboxWget, wget } from "./wget.ts";

export {
  linesOf,
  type Program,
  ranOf,
  type Sighting,
  type Tool,
  type ToolCommand,
} from "./tool.ts";

/** Every tool, the most telling first. */
const TOOLS: readonly Tool[] = [curl, wget, netcat, busyboxWget];

/** Prints what a container has of the programs, each on a line of its own. */
export const FIND_PROGRAMS: readonly string[] = [
  "sh",
  "-c",
  'for name in curl wget nc; do command -v "$name" >/dev/null 2>&1 && echo "$name"; done; ' +
  'case "$(wget --help 2>&1)" in *BusyBox*) echo busybox-wget;; esac; ' +
  "timeout 5 true >/dev/null 2>&1 && echo timeout; true",
];

/** The programs that `FIND_PROGRAMS` printed. */
export function programsIn(text: string): ReadonlySet<Program> {
  const words = new Set(text.split("\n").map((line) => line.trim()));
  const all: readonly Program[] = ["curl", "wget", "nc", "busybox-wget", "timeout"];
  const isBusybox = words.has("busybox-wget");
  return new Set(all.filter((name) => words.has(name) && !(isBusybox && name === "wget")));
}

/** The best tool among the programs; one that shows headers to nobody where there are some to hide. */
export function toolFor(programs: ReadonlySet<Program>, request: ProbeRequest): Tool | undefined {
  const able = TOOLS.filter((tool) => programs.has(tool.needs) && tool.canSend(request));
  return (request.headers.size > 0 ? able.find(({ hidesHeaders }) => hidesHeaders) : undefined) ??
    able[0];
}
