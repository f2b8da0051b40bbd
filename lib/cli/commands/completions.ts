import { Argument, Command } from "@commander-js/extra-typings";
import { CATALOG } from "../catalog.ts";
import { defineCommand, EXIT } from "../command.ts";
import { completionOf, completionScripts, SHELLS } from "../completion/mod.ts";
import { completeCommand, PROGRAM } from "../program.ts";

/** `meshmedic completions`: a script that lets the shell complete commands, flags and values. */
export const completionsCommand = defineCommand({
  declare: () => new Command().addArgument(new Argument("<shell>", "shell").choices(SHELLS)),

  async run(shell, _, name) {
    const commands = await Promise.all(
      CATALOG.map(async (entry) => completionOf(entry, completeCommand(entry, await entry.load()))),
    );
    await shell.print(completionScripts[name](PROGRAM, commands));
    return EXIT.clean;
  },
});
