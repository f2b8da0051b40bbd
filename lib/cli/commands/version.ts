import { Command, Option } from "@commander-js/extra-typings";
import { VERSION } from "../../core/mod.ts";
import { defineCommand, EXIT } from "../command.ts";

/** `meshmedic version`: who is speaking. Works offline. */
export const versionCommand = defineCommand({
  declare: () =>
    new Command()
      .addOption(
        new Option("-o, --output <format>", "format").choices(["text", "json"]).default("text"),
      )
      .option("-s, --short", "only the number"),

  async run(shell, { output, short }) {
    if (output === "json") {
      await shell.print(JSON.stringify({ clientVersion: { version: VERSION } }, null, 2) + "\n");
    } else {
      await shell.print(short ? `${VERSION}\n` : `client version: ${VERSION}\n`);
    }
    return EXIT.clean;
  },
});
