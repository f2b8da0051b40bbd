import type { DiagnosisReport, Hop } from "../../core/mod.ts";
import { escapeMarkup } from "../text.ts";

const SIGNS = { ok: "✓", fail: "✗", unknown: "?" } as const;
const CLASSES = { ok: "good", fail: "bad", unknown: "warn" } as const;
const BOX = { width: 108, height: 54, gap: 30, top: 44 } as const;

/** The way of the request as a picture; the hop that fails is marked and what follows is faint. */
export function pathPicture({ hops, context }: DiagnosisReport): string {
  if (hops.length === 0) return "";
  const broken = hops.findIndex(({ outcome }) => outcome === "fail");
  const width = hops.length * (BOX.width + BOX.gap) + BOX.gap;
  const middle = BOX.top + BOX.height / 2;
  const label = `${context.source ?? "client"} to ${context.destination ?? "server"}`;
  return [
    `<figure><svg role="img" aria-label="${escapeMarkup(label)}" width="${width}" height="140" ` +
    `viewBox="0 0 ${width} 140" fill="none" stroke="currentColor">`,
    `<text x="4" y="20" stroke="none">${escapeMarkup(context.source ?? "client")}</text>`,
    `<text x="${width - 4}" y="128" text-anchor="end" stroke="none">${
      escapeMarkup(context.destination ?? "server")
    }</text>`,
    ...hops.map((hop, at) => station(hop, at, middle, broken >= 0 && at > broken)),
    "</svg></figure>",
  ].join("\n");
}

function station({ at, outcome, detail }: Hop, index: number, middle: number, isPast: boolean) {
  const x = BOX.gap + index * (BOX.width + BOX.gap);
  const dash = isPast ? ` stroke-dasharray="4 4"` : "";
  return [
    `<g class="${isPast ? "soft" : CLASSES[outcome]}"><title>${escapeMarkup(detail)}</title>`,
    `<path d="M${x - BOX.gap + 2} ${middle}H${x - 4}m-6 -4l6 4l-6 4"${dash}/>`,
    `<rect x="${x}" y="${BOX.top}" width="${BOX.width}" height="${BOX.height}" rx="8" ` +
    `stroke-width="${outcome === "fail" ? 3 : 1.5}"${dash}/>`,
    `<text x="${x + BOX.width / 2}" y="${middle + 5}" text-anchor="middle" stroke="none">${
      SIGNS[outcome]
    } ${at}</text></g>`,
  ].join("\n");
}
