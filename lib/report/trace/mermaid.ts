import type { TraceHop, TraceReport, TraceStep } from "../../core/mod.ts";
import { oneLine } from "../text.ts";
import { objectText, responseText, shareText, SIGNS } from "./head.ts";

/** The way as a Mermaid sequence diagram. */
export function traceMermaid({ question, response, hops, outcome }: TraceReport): string {
  const ids = hops.map((_, i) => `p${i}`);
  const lines = ["sequenceDiagram", `  participant c as ${text(question.source)}`];
  hops.forEach((hop, i) => lines.push(`  participant ${ids[i]} as ${nameOf(hop)}`));
  const begin = ids[0];
  if (begin === undefined) return lines.join("\n") + "\n";
  lines.push(
    `  c->>${begin}: ${text(`${question.method} ${question.path}`.trim() || "a connection")}`,
  );
  let sender = begin;
  hops.forEach((hop, i) => {
    const id = ids[i]!;
    if (i > 0) lines.push(`  ${sender}->>${id}: ${text(`${hop.via} ${shareText(hop.share)}`)}`);
    for (const step of hop.steps) lines.push(`  Note over ${id}: ${note(step)}`);
    if (hop.role === "gateway" || hop.role === "waypoint") sender = id;
  });
  const arrow = outcome === "fails" ? "--x" : "-->>";
  lines.push(`  ${begin}${arrow}c: ${text(responseText(response))}`);
  return lines.join("\n") + "\n";
}

function nameOf({ role, proxies }: TraceHop): string {
  const [first = "no proxy", ...others] = proxies;
  return text(
    others.length === 0 ? `${role} ${first}` : `${role} ${first} and ${others.length} more`,
  );
}

function note({ at, outcome, decision, objects }: TraceStep): string {
  const by = objects.map(objectText);
  return text([`${SIGNS[outcome]} ${at}: ${decision}`, ...by].join("\n")).replaceAll("\n", "<br/>");
}

/** Mermaid takes these characters for its own; it shows them where they are written as entities. */
function text(words: string): string {
  return words.split("\n").map(oneLine).join("\n")
    .replaceAll("#", "#35;").replaceAll(";", "#59;").replaceAll("#35#59;", "#35;")
    .replaceAll("<", "#lt;").replaceAll(">", "#gt;").replaceAll('"', "#quot;");
}
