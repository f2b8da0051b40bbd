import { Command } from "@commander-js/extra-typings";
import { Failure, nearest } from "../../core/mod.ts";
import { explain, manuals, withExamples } from "../../diagnose/mod.ts";
import { json, manualPage, manualText } from "../../report/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { outputOption } from "../options.ts";

/** `meshmedic explain`: the manual of a rule or root cause, offline. */
export const explainCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("<code>", "code or name of a rule or root cause, such as IST0101 or MM-R01")
      .addOption(outputOption(["text", "json", "markdown"], "text")),

  async run(shell, { output }, code) {
    const meant = explain(code);
    if (meant.length === 0) throw unknown(code);
    const found = await withExamples(meant, shell);
    if (output === "json") await shell.print(json(found));
    else if (output === "markdown") await shell.print(manualPage(found));
    else await shell.print(manualText(found, shell.style));
    return EXIT.clean;
  },
});

function unknown(code: string): Failure {
  const words = manuals.flatMap((manual) => [manual.code, manual.name]);
  const meant = nearest(code, words);
  return new Failure("USAGE", `Cannot explain "${code}": no rule or root cause bears that name`, {
    ...(meant && { hint: `Did you mean ${meant}?` }),
  });
}
