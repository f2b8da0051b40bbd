import { Failure } from "../../core/mod.ts";
import { type BootstrapOptions, optionsOfPod } from "../../install/mod.ts";
import { isReady, podsNamed } from "../../mesh/mod.ts";
import { type MeshFlags, openNamedMesh } from "./named_mesh.ts";
import { proxyName } from "./proxy_input.ts";
import type { Shell } from "../shell.ts";

/** What is known of a proxy before it starts: what its pod says, or without a mesh only its name. */
export async function bootstrapOptions(
  shell: Shell,
  target: string,
  flags: MeshFlags & { readonly namespace: string },
): Promise<BootstrapOptions> {
  const { name, namespace } = proxyName(target, flags.namespace);
  if (flags.snapshot === undefined && flags.filename === undefined) {
    return { name, namespace, ips: [] };
  }
  const { mesh } = await shell.working("Reading the mesh", openNamedMesh(shell, flags));
  const pods = podsNamed(mesh, name, namespace);
  const pod = pods.find(isReady) ?? pods[0];
  if (pod !== undefined) return optionsOfPod(pod, mesh);
  throw new Failure("USAGE", `Cannot find a pod for "${name}" in namespace "${namespace}"`, {
    hint: "Name the namespace with NAME.NAMESPACE or --namespace.",
  });
}
