import { escapeMarkup } from "./text.ts";

const CSS = `
:root { color-scheme: light dark; --ink: #1c2733; --soft: #5b6b7b; --line: #d5dde5; --paper: #fff;
  --raised: #f5f7f9; --bad: #b3261e; --warn: #8a5a00; --good: #1b6e3c; --note: #1f5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9fb0c0; --line: #33414e;
  --paper: #10171e; --raised: #18222c; --bad: #ff8a80; --warn: #ffc266; --good: #7bd99b;
  --note: #8ec1ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 2rem 1.25rem 4rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .25rem 0 1rem; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0 0 .5rem; }
table + h3 { margin-top: 1.25rem; }
a { color: var(--note); }
p { margin: .5rem 0; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.bad { color: var(--bad); } .warn { color: var(--warn); }
.good { color: var(--good); } .note { color: var(--note); }
.tag { display: inline-block; border: 1px solid currentColor; border-radius: 1rem;
  padding: 0 .6rem; font-size: .85rem; font-weight: 600; }
section.card { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem;
  margin: 1rem 0; background: var(--raised); }
pre { background: var(--paper); border: 1px solid var(--line); border-radius: .375rem;
  padding: .75rem; overflow-x: auto; user-select: all; font-size: .875rem; }
code, pre { font-family: ui-monospace, "Liberation Mono", monospace; }
code { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td:first-child, td.short, th { white-space: nowrap; }
th { color: var(--soft); font-weight: 600; font-size: .85rem; }
figure { margin: 1rem 0; overflow-x: auto; }
svg text { font: 13px system-ui, sans-serif; fill: var(--ink); }
svg .soft text { fill: var(--soft); }
ul { padding-left: 1.25rem; }
`;

/** What an HTML page is made of. */
export interface PageParts {
  /** Title, as text. */
  readonly title: string;
  /** Style sheet. */
  readonly css: string;
  /** Markup of the body. */
  readonly body: string;
  /** A script at the end of the body; without one the page may run none. */
  readonly script?: string;
}

/**
 * A whole HTML page that needs no network: its content security policy forbids everything but its own
 * style sheet and script.
 */
export function htmlPage({ title, css, body, script }: PageParts): string {
  const policy = ["default-src 'none'", "style-src 'unsafe-inline'"];
  if (script !== undefined) policy.push("script-src 'unsafe-inline'");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<title>${escapeMarkup(title)}</title>
<style>${css}</style>
</head>
<body>
${body}
${script === undefined ? "" : `<script>${script}</script>\n`}</body>
</html>
`;
}

/** The page of a report, which runs no script. */
export function reportPage(title: string, body: string): string {
  return htmlPage({ title, css: CSS, body });
}

/** An element with text in it. */
export function element(tag: string, text: string, className?: string): string {
  const attribute = className === undefined ? "" : ` class="${className}"`;
  return `<${tag}${attribute}>${escapeMarkup(text)}</${tag}>`;
}

/** A bullet list; nothing where there are no lines. */
export function bullets(lines: readonly string[]): string {
  return lines.length === 0
    ? ""
    : `<ul>\n${lines.map((line) => element("li", line)).join("\n")}\n</ul>`;
}
