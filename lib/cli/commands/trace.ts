import { Command } from "@commander-js/extra-typings";
import { investigate } from "../../connectivity/mod.ts";
import { TRACE_FORMATS, traceRenderers } from "../../report/mod.ts";
import { traceRequest } from "../../trace/mod.ts";
import { defineCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { traceStatus } from "../exit_status.ts";
import { openObservedMesh } from "../input/observed_mesh.ts";
import {
  CONTEXT,
  EXIT_ZERO,
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

/** `meshmedic trace`: one request, hop by hop, with the object behind each decision. */
export const traceCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[source]", "same as --from")
      .argument("[destination]", "same as --to")
      .option("--from <source>", "POD.NS, WORKLOAD.NS, deploy/NAME.NS or external")
      .option("--to <target>", "HOST[:PORT] or a URL")
      .option("--method <method>", "HTTP method of the request (default: as seen, else GET)")
      .option("--path <path>", "path of the request, with query (default: as seen, else /)")
      .addOption(HEADER)
      .option("--jwt <file>", "file with the token of the request")
      .addOption(JWKS)
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(outputOption(TRACE_FORMATS, "table"))
      .addOption(reportOption(TRACE_FORMATS))
      .addOption(EXIT_ZERO)
      .addOption(STRICT),

  async run(shell, flags, source, destination) {
    const from = flags.from ?? source, to = flags.to ?? destination;
    const question = await questionOf(shell, { ...flags, from, to });
    const input = await shell.working("Reading the mesh", openObservedMesh(shell, flags));
    const of = await investigate(question, { ...input, signal: shell.signal });
    const report = await traceRequest(of, { jwks: await readJwks(shell, flags.jwks) });
    await deliver(shell, report, traceRenderers, flags);
    return traceStatus(report, flags);
  },
});
