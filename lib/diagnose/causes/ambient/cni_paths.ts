import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { REJECTED_PLAIN_TEXT } from "../../case/ambient.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";
import { uncaptured } from "../../lifecycle/capture.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";

/** A Kubernetes distribution that keeps its network plugins in places of its own. */
interface Platform {
  /** Name of the profile that knows them, `global.platform`. */
  readonly name: string;
  /** Where the configuration of network plugins is. */
  readonly directory: string;
  /** Whether a node is one of it. */
  isOn(node: Resource<"Node">): boolean;
}

/** See https://istio.io/latest/docs/ambient/install/platform-prerequisites/ */
const PLATFORMS: readonly Platform[] = [
  {
    name: "k3s",
    directory: "/var/lib/rancher/k3s/",
    isOn: ({ status }) => /\+k3s/.test(status.nodeInfo?.kubeletVersion ?? ""),
  },
  {
    name: "microk8s",
    directory: "/var/snap/microk8s/",
    isOn: ({ labels }) => labels["microk8s.io/cluster"] === "true",
  },
];

/** istio-cni is installed where the node's container runtime does not look for plugins. */
export const cniPathsWrong = defineCause({
  id: "MM-Z17",
  name: "cni-paths-wrong",
  title: "istio-cni is installed where the node does not look for network plugins",
  category: "configuration",
  severity: "high",
  explains: ["MM-Z04", "MM-Z14"],
  docs: {
    why:
      "istio-cni adds itself to the chain of network plugins. k3s, MicroK8s and others keep that configuration " +
      "elsewhere than /etc/cni/net.d; the node then never calls istio-cni, and pods are not captured.",
    symptom: "Pods of enrolled namespaces lack the annotation ambient.istio.io/redirection.",
    remedy: "Install with global.platform set, or with cni.cniConfDir and cni.cniBinDir.",
    verify: "New pods have the annotation.",
    links: ["https://istio.io/latest/docs/ambient/install/platform-prerequisites/"],
  },

  *consider(of) {
    const { caller, server } = podsOnTheWay(of);
    const pod = [...caller, ...server].find((each) => uncaptured(of.mesh, each) === "not-captured");
    const node = pod && of.mesh.get("Node", "", pod.spec.nodeName ?? "");
    const platform = node && PLATFORMS.find((each) => each.isOn(node));
    const daemonSet = cniOf(of.mesh);
    if (!pod || !node || !platform || !daemonSet) return;
    const paths = hostPaths(daemonSet);
    if (paths.length === 0 || paths.some((path) => path.startsWith(platform.directory))) return;
    yield {
      objects: [
        resourceOf(daemonSet, "spec.template.spec.volumes"),
        resourceOf(node),
        resourceOf(pod),
      ],
      title:
        `DaemonSet ${daemonSet.namespace}/${daemonSet.name} writes to ${paths.join(", ")}, but ` +
        `${platform.name} on node ${node.name} looks below ${platform.directory}`,
      facts: [
        {
          weight: "proven",
          source: `DaemonSet ${daemonSet.namespace}/${daemonSet.name} spec.template.spec.volumes`,
          detail: `none of its host paths is below ${platform.directory}`,
        },
        {
          weight: "proven",
          source: `Pod ${pod.namespace}/${pod.name} metadata.annotations`,
          detail: "ambient.istio.io/redirection is missing",
        },
        ...logged(of, { transport: REJECTED_PLAIN_TEXT }),
      ],
      remedy: {
        title: `Install istio-cni for ${platform.name}`,
        action:
          `istioctl install --set profile=ambient --set values.global.platform=${platform.name}`,
      },
    };
  },
});

function cniOf(mesh: Mesh): Resource<"DaemonSet"> | undefined {
  return mesh.list("DaemonSet").find(({ name }) => name.startsWith("istio-cni"));
}

/** The host paths of a DaemonSet that belong to network plugins. */
function hostPaths({ spec }: Resource<"DaemonSet">): string[] {
  return (spec.template?.spec?.volumes ?? []).flatMap(({ hostPath }) => hostPath?.path ?? [])
    .filter((path) => /cni/.test(path) && !/^\/var\/run|^\/run/.test(path));
}
