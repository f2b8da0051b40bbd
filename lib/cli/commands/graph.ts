import { Command } from "@commander-js/extra-typings";
import { Failure } from "../../core/mod.ts";
import { ejectedAddresses, meshGraph } from "../../graph/mod.ts";
import { GRAPH_FORMATS, graphRenderers } from "../../report/mod.ts";
import { surveyTraffic } from "../../traffic/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { deliver } from "../deliver.ts";
import type { LiveFlags } from "../input/live_mesh.ts";
import { openNamedMesh } from "../input/named_mesh.ts";
import { openObservedMesh } from "../input/observed_mesh.ts";
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
import type { Shell } from "../shell.ts";

/** `meshmedic graph`: services, workloads, gateways, and the routes and calls between them. */
export const graphCommand = defineCommand({
  declare: () =>
    new Command()
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(FILENAME)
      .option("-n, --namespace <namespace>", "only this namespace and what is next to it")
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(outputOption(GRAPH_FORMATS, "mermaid"))
      .addOption(reportOption(GRAPH_FORMATS))
      .addOption(STRICT),

  async run(shell, flags) {
    const { namespace } = flags;
    const graph = await shell.working("Reading the mesh", graphOf(shell, flags));
    if (namespace !== undefined && graph.nodes.length === 0) {
      throw new Failure("USAGE", `Cannot find anything in namespace "${namespace}"`);
    }
    await deliver(shell, graph, graphRenderers, flags);
    return flags.strict && graph.gaps.length > 0 ? EXIT.failure : EXIT.clean;
  },
});

interface GraphFlags extends LiveFlags {
  readonly snapshot?: string | undefined;
  readonly filename?: readonly string[] | undefined;
  readonly istioNamespace: string;
}

async function graphOf(shell: Shell, flags: GraphFlags) {
  const { namespace } = flags;
  if (flags.filename !== undefined) {
    const { mesh, now, gaps } = await openNamedMesh(shell, { ...flags, namespace: "default" });
    const graph = meshGraph(mesh, { now, namespace });
    return { ...graph, gaps: [...graph.gaps, ...gaps] };
  }
  const { mesh, recording, now } = await openObservedMesh(shell, flags);
  const survey = await surveyTraffic({ mesh, recording, signal: shell.signal });
  const ejected = await ejectedAddresses(recording, shell.signal);
  return meshGraph(mesh, { now, survey, ejected, namespace });
}
