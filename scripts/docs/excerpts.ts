/** Real output inside of hand-written pages. @module */
import { outputOf } from "./command_line.ts";
import { block } from "./pages.ts";

const EXCERPT = /(<!-- output of: (.+?) -->\n)[\s\S]*?(\n<!-- end of output -->)/g;

/**
 * The page with what each command prints today between `<!-- output of: … -->` and its end; with
 * `| head -N` only the first lines.
 */
export async function withExcerpts(page: string): Promise<string> {
  const outputs = new Map<string, string>();
  for (const [, , line = ""] of page.matchAll(EXCERPT)) {
    const [command = "", lines = Infinity] = line.split(" | head -");
    const output = (await outputOf(command)).split("\n").slice(0, Number(lines)).join("\n");
    outputs.set(line, block(`$ meshmedic ${line}\n${output}`));
  }
  return page.replace(
    EXCERPT,
    (_, start: string, line: string, end: string) => `${start}\n${outputs.get(line)}\n${end}`,
  );
}
