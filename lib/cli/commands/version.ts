import { Command, Option } from "@commander-js/extra-typings";
import { Failure, VERSION } from "../../core/mod.ts";
import { type MeshVersions, meshVersions } from "../../evidence/mod.ts";
import { json } from "../../report/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import type { LiveFlags } from "../input/live_mesh.ts";
import { openObservedMesh } from "../input/observed_mesh.ts";
import { CONTEXT, ISTIO_NAMESPACE, KUBECONFIG, outputOption, SNAPSHOT } from "../options.ts";
import type { Shell } from "../shell.ts";

/** `meshmedic version`: who is speaking, and what runs in the mesh. Works offline. */
export const versionCommand = defineCommand({
  declare: () =>
    new Command()
      .addOption(outputOption(["text", "json"], "text"))
      .option("-s, --short", "only the numbers")
      .addOption(
        new Option("--remote [boolean]", "also the versions in the mesh; =false for this program's")
          .default("true"),
      )
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(ISTIO_NAMESPACE),

  async run(shell, { output, short = false, remote, ...flags }) {
    const mesh = remote === "false" ? undefined : await versionsOf(shell, flags);
    if (output === "json") {
      const { controlPlane: meshVersion, dataPlane: dataPlaneVersion, gaps } = mesh ?? {};
      const clientVersion = { version: VERSION };
      await shell.print(json({ clientVersion, meshVersion, dataPlaneVersion, gaps }));
    } else await shell.print(text(mesh, short === true));
    for (const { what, reason } of mesh?.gaps ?? []) await shell.detail(`${what}: ${reason}`);
    return EXIT.clean;
  },
});

interface MeshFlags extends LiveFlags {
  readonly snapshot?: string | undefined;
}

/** A mesh that nobody named need not be there. */
async function versionsOf(shell: Shell, flags: MeshFlags): Promise<MeshVersions | undefined> {
  try {
    const { mesh, recording, unreached } = await shell.working(
      "Reading the mesh",
      openObservedMesh(shell, flags, []),
    );
    const versions = await meshVersions(recording, mesh, shell.signal);
    return { ...versions, gaps: [...unreached, ...versions.gaps] };
  } catch (failure) {
    const { snapshot, kubeconfig, context } = flags;
    const isNamed = [snapshot, kubeconfig, context].some((flag) => flag !== undefined);
    if (!(failure instanceof Failure) || isNamed) throw failure;
    if (failure.code !== "USAGE") await shell.say(failure.message);
    return undefined;
  }
}

function text(mesh: MeshVersions | undefined, isShort: boolean): string {
  const line = (label: string, values: readonly string[]) =>
    values.length === 0 ? "" : `${isShort ? "" : `${label}: `}${values.join(", ")}\n`;
  const { controlPlane = [], dataPlane = [] } = mesh ?? {};
  const revisions = controlPlane.map(({ revision, version, cluster }) => {
    const of = cluster === undefined ? `revision ${revision}` : `${cluster}, revision ${revision}`;
    return controlPlane.length === 1 ? version : `${version} (${of})`;
  });
  const proxies = dataPlane.map((each) =>
    `${each.version} (${each.cluster === undefined ? "" : `${each.cluster}: `}${
      count(each.proxies)
    })`
  );
  return line("client version", [VERSION]) + line("control plane version", revisions) +
    line("data plane version", proxies);
}

function count(proxies: number): string {
  return proxies === 1 ? "1 proxy" : `${proxies} proxies`;
}
