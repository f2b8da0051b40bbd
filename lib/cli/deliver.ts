import type { LazyRenderer, Presentation } from "../report/mod.ts";
import { PLAIN_STYLE, type Shell } from "./shell.ts";

/** One further document, from `--report FORMAT=FILE`. */
export interface FurtherReport<Format extends string> {
  /** How it is written. */
  readonly format: Format;
  /** Where. */
  readonly file: string;
}

/** The flags that say how a report is written. */
export interface FormatFlags<Format extends string> {
  /** `--output`. */
  readonly output: Format;
  /** `--report`. */
  readonly report?: readonly FurtherReport<Format>[] | undefined;
}

/** Writes a report: the document in the format that was asked for, and each file of `--report`. */
export async function deliver<Report, Format extends string>(
  shell: Shell,
  report: Report,
  renderers: Readonly<Record<Format, LazyRenderer<Report>>>,
  flags: FormatFlags<Format>,
  extras: Omit<Presentation, "color" | "columns"> = {},
): Promise<void> {
  await shell.print(await renderers[flags.output](report, { ...shell.style, ...extras }));
  for (const { format, file } of flags.report ?? []) {
    const text = await renderers[format](report, { ...PLAIN_STYLE, ...extras });
    await shell.world.fs.write(file, text);
    await shell.detail(`wrote ${file}`);
  }
}
