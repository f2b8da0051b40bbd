import { Command } from "@commander-js/extra-typings";
import { tokenInspection } from "../../auth/mod.ts";
import { ACCESS_FORMATS, inspectionRenderers } from "../../report/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { deliver } from "../deliver.ts";
import { EXIT_ZERO, outputOption } from "../options.ts";
import { readToken } from "../input/token.ts";

/** `meshmedic jwt inspect`: what a token says of itself. */
export const jwtInspectCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[file]", "file with the token, or - for stdin", "-")
      .addOption(outputOption(ACCESS_FORMATS, "table"))
      .addOption(EXIT_ZERO),

  async run(shell, { output, exitZero }, file) {
    const report = tokenInspection(await readToken(shell, file), shell.world.clock.now());
    await deliver(shell, report, inspectionRenderers, { output });
    return report.validity === "valid" || exitZero ? EXIT.clean : EXIT.findings;
  },
});
