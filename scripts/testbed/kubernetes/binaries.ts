/** The API server and the controller manager, built from their Go modules. */

import { cacheFolder, exists, goBuild, run } from "../cache.ts";

/** Version of Kubernetes, as `kubernetes/go.mod` has it. */
export const KUBERNETES_VERSION = "v1.35.4";

/** The path of a Kubernetes server program: of `KUBEBUILDER_ASSETS`, of the cache, or built now. */
export async function installKubernetes(
  name: "kube-apiserver" | "kube-controller-manager",
): Promise<string> {
  const asset = `${Deno.env.get("KUBEBUILDER_ASSETS") ?? "/nonexistent"}/${name}`;
  if (await exists(asset)) return asset;
  const path = `${cacheFolder()}/kubernetes-${KUBERNETES_VERSION}/${name}`;
  if (!await exists(path)) await build(name, path);
  return path;
}

async function build(name: string, path: string): Promise<void> {
  const version = "k8s.io/component-base/version";
  const [major, minor] = KUBERNETES_VERSION.slice(1).split(".");
  const flags = [
    "-s -w",
    `-X ${version}.gitVersion=${KUBERNETES_VERSION}`,
    `-X ${version}.gitMajor=${major}`,
    `-X ${version}.gitMinor=${minor}`,
  ];
  const target = `k8s.io/kubernetes/cmd/${name}`;
  const [command, args] = goBuild("build", "-ldflags", flags.join(" "), "-o", path, target);
  await run(name, command, args, { cwd: new URL(".", import.meta.url).pathname });
}
