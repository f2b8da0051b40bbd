import { Command } from "@commander-js/extra-typings";
import { revealed } from "../../snapshot/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { readNames } from "../input/pseudonyms.ts";
import { readText } from "../input/text.ts";

const LIMIT_BYTES = 100_000_000;

/** `meshmedic snapshot reveal`: an answer about a mesh with pseudonyms, with the real names. */
export const snapshotRevealCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("<names>", "what --names-file of capture or redact wrote")
      .argument("[file]", "a text with pseudonyms, or - for stdin", "-"),

  async run(shell, _flags, names, file) {
    const originals = await readNames(shell, names);
    await shell.print(revealed(await readText(shell, file, LIMIT_BYTES), originals));
    return EXIT.clean;
  },
});
