import type { CaptureReport } from "../snapshot/mod.ts";

const SHOWN_GAPS = 10;

/** What was captured, for people. */
export function captureText({ path, files, bytes, gaps, redactions }: CaptureReport): string {
  const lines = [
    `${path}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB before compression`,
    "",
    "Left out on purpose:",
    ...redactions.map((what) => `  ${what}`),
  ];
  if (gaps.length > 0) {
    const more = gaps.length - SHOWN_GAPS;
    lines.push("", "Could not be had:");
    lines.push(...gaps.slice(0, SHOWN_GAPS).map(({ what, reason }) => `  ${what}: ${reason}`));
    if (more > 0) lines.push(`  and ${more} more, which manifest.json names`);
  }
  return lines.join("\n") + "\n";
}
