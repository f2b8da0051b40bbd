import { Command } from "@commander-js/extra-typings";
import { Mesh } from "../../mesh/mod.ts";
import { json } from "../../report/mod.ts";
import { capture } from "../../snapshot/mod.ts";
import { openSnapshot } from "../../source/mod.ts";
import { captureText } from "../capture_text.ts";
import { defineCommand, EXIT } from "../command.ts";
import { NAMES_FILE, newPseudonyms, PSEUDONYMS, writeNames } from "../input/pseudonyms.ts";
import { requestParser } from "../request_parser.ts";
import { outputOption } from "../options.ts";

/** `meshmedic snapshot redact`: a snapshot once more, without secrets. */
export const snapshotRedactCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("<snapshot>", "the recorded mesh, or bug report of istioctl: a folder or .tar.gz")
      .argument("<file>", "the redacted .tar.gz")
      .option("--logs", "keep the logs of applications, whatever they hold")
      .addOption(PSEUDONYMS)
      .addOption(NAMES_FILE)
      .addOption(outputOption(["text", "json"], "text")),

  async run(shell, { logs = false, pseudonyms: isWanted, namesFile, output }, path, file) {
    const { recordings, resources, gaps } = await openSnapshot(path, shell);
    const hasApplicationLogs = logs === true;
    const pseudonyms = isWanted ? newPseudonyms(shell, resources) : undefined;
    const report = await capture(recordings, {
      path: file,
      scope: { hasPod: () => true, hasApplicationLogs },
      ...(pseudonyms && { pseudonyms }),
      gaps,
      parseRequest: requestParser(new Mesh(resources).config),
      limitBytes: Infinity,
      limitMs: Infinity,
      world: shell.world,
      onFile: (name, done) => void shell.progress(`${done} files, now ${name}`),
      signal: shell.signal,
    });
    await shell.progress("");
    if (pseudonyms && namesFile !== undefined) await writeNames(shell, namesFile, pseudonyms);
    await shell.print(output === "json" ? json(report) : captureText(report));
    return EXIT.clean;
  },
});
