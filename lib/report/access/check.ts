import pc from "picocolors";
import {
  type AccessAnswer,
  type AccessGate,
  type AccessReport,
  formatRef,
  inCluster,
  type ServerAccess,
} from "../../core/mod.ts";
import { oneLine, sentence, wrap } from "../text.ts";
import type { Style } from "../style.ts";

/** A painter of answers. */
export function answerPainter(style: Style): (answer: AccessAnswer, text?: string) => string {
  const { green, red, yellow } = pc.createColors(style.color);
  const paint = { allow: green, deny: red, unknown: yellow };
  return (answer, text = answer) => paint[answer](text);
}

/** Whether a request would be allowed, for a person at a terminal: every gate of every group of pods. */
export function accessTable(report: AccessReport, style: Style): string {
  const { bold } = pc.createColors(style.color);
  const { source, target, method = "any method", path = "any path", hasToken } = report.question;
  const asked = `${source} → ${target}  ${method} ${path}${hasToken ? " with a token" : ""}`;
  return [
    `${bold(answerPainter(style)(report.answer))}  ${bold(oneLine(asked))}`,
    wrap(sentence(report.reason), style.columns, "  "),
    ...report.servers.map((server) => serverText(server, style)),
  ].join("\n\n") + "\n";
}

function serverText(server: ServerAccess, style: Style): string {
  const { bold } = pc.createColors(style.color);
  const { callerCluster, cluster, pods, port, gates } = server;
  const caller = callerCluster === undefined ? "" : `, for the caller${inCluster(callerCluster)}`;
  return [
    bold(wrap(`${pods.join(", ")} port ${port}${inCluster(cluster)}${caller}`, style.columns)),
    ...gates.map((gate) => gateText(gate, style)),
  ].join("\n");
}

const GATES: Readonly<Record<AccessGate["gate"], string>> = {
  network: "NetworkPolicy",
  tls: "TLS",
  token: "Token",
  authorization: "Authorization",
};

function gateText({ gate, answer, reason, objects, details }: AccessGate, style: Style): string {
  const { cyan, dim } = pc.createColors(style.color);
  const indent = " ".repeat(26);
  const head = `  ${GATES[gate].padEnd(15)}${answerPainter(style)(answer, answer.padEnd(9))}`;
  return [
    head + wrap(sentence(reason), style.columns, indent).trimStart(),
    ...objects.map(({ resource, path }) =>
      cyan(
        wrap(
          `${formatRef(resource)}${path === undefined ? "" : ` ${path}`}`,
          style.columns,
          indent,
        ),
      )
    ),
    ...(answer === "allow" ? [] : details.map((line) => dim(wrap(line, style.columns, indent)))),
  ].join("\n");
}
