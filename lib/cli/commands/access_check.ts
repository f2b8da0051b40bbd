import { Command } from "@commander-js/extra-typings";
import { checkAccess } from "../../access/mod.ts";
import { ACCESS_FORMATS, accessRenderers } from "../../report/mod.ts";
import { defineCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { answerStatus } from "../exit_status.ts";
import { openNamedMesh } from "../input/named_mesh.ts";
import {
  CONTEXT,
  EXIT_ZERO,
  FILENAME,
  HEADER,
  ISTIO_NAMESPACE,
  JWKS,
  KUBECONFIG,
  NAMESPACE,
  outputOption,
  reportOption,
  REVISION,
  SNAPSHOT,
  STRICT,
} from "../options.ts";
import { questionOf } from "../input/question.ts";
import { readJwks } from "../input/token.ts";

/** `meshmedic access check`: would this request be allowed, and which policy and rule decides. */
export const accessCheckCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[source]", "same as --from")
      .argument("[destination]", "same as --to")
      .option("--from <source>", "POD.NS, WORKLOAD.NS or deploy/NAME.NS")
      .option("--to <target>", "HOST[:PORT] or a URL of a service of the mesh")
      .option("--method <method>", "HTTP method; may be anything where it is not given")
      .option("--path <path>", "path with query; may be anything where it is not given")
      .addOption(HEADER)
      .option("--jwt <file>", "file with the token of the request; without it there is none")
      .addOption(JWKS)
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(FILENAME)
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(outputOption(ACCESS_FORMATS, "table"))
      .addOption(reportOption(ACCESS_FORMATS))
      .addOption(EXIT_ZERO)
      .addOption(STRICT),

  async run(shell, flags, source, destination) {
    const from = flags.from ?? source, to = flags.to ?? destination;
    const question = await questionOf(shell, { ...flags, from, to });
    const named = await shell.working("Reading the mesh", openNamedMesh(shell, flags));
    const jwks = await readJwks(shell, flags.jwks);
    const report = await checkAccess(question, { ...named, jwks });
    await deliver(shell, report, accessRenderers, flags);
    return answerStatus(report, flags);
  },
});
