import { Command, Option } from "@commander-js/extra-typings";
import { accessMatrix } from "../../access/mod.ts";
import { ACCESS_FORMATS, matrixRenderers } from "../../report/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { deliver } from "../deliver.ts";
import { openNamedMesh } from "../input/named_mesh.ts";
import { namespaceOfInterest } from "../input/namespace_of_interest.ts";
import {
  CONTEXT,
  FILENAME,
  ISTIO_NAMESPACE,
  KUBECONFIG,
  outputOption,
  reportOption,
  REVISION,
  SNAPSHOT,
  STRICT,
} from "../options.ts";

/** `meshmedic access matrix`: who may call what. */
export const accessMatrixCommand = defineCommand({
  declare: () =>
    new Command()
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(FILENAME)
      .addOption(
        new Option("-n, --namespace <namespace>", "only destinations in this namespace"),
      )
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(outputOption(ACCESS_FORMATS, "table"))
      .addOption(reportOption(ACCESS_FORMATS))
      .addOption(STRICT),

  async run(shell, flags) {
    const { namespace, ...named } = flags;
    const opened = openNamedMesh(shell, named);
    const { mesh, now, gaps } = await shell.working("Reading the mesh", opened);
    const matrix = accessMatrix(mesh, now, {
      namespace: namespace && namespaceOfInterest(mesh, namespace),
      gaps,
    });
    await deliver(shell, matrix, matrixRenderers, flags);
    return flags.strict && matrix.gaps.length > 0 ? EXIT.failure : EXIT.clean;
  },
});
