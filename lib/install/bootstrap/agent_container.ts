import type { Resource } from "../../mesh/mod.ts";
import type { BootstrapOptions, ProxyType } from "./bootstrap_options.ts";

const TYPES = ["sidecar", "router", "waypoint"] as const;

type Container = NonNullable<Resource<"Pod">["spec"]["containers"]>[number];

function agentOf({ spec }: Resource<"Pod">): Container {
  const all: readonly Container[] = [...spec.containers ?? [], ...spec.initContainers ?? []];
  return all.find(({ name }) => name === "istio-proxy") ?? { name: "" };
}

/** What the arguments of the agent's container say: `proxy ROLE --domain DOMAIN`. */
export function agentArguments(
  pod: Resource<"Pod">,
): { readonly type?: ProxyType; readonly clusterDomain?: string } {
  const { args = [] } = agentOf(pod);
  const type = TYPES.find((each) => each === args[1]);
  const flag = args.indexOf("--domain");
  const domain = flag < 0 ? undefined : args[flag + 1];
  const clusterDomain = domain?.replace(/^.*\.svc\./, "");
  return { ...type && { type }, ...clusterDomain && { clusterDomain } };
}

/** Options that variables `ISTIO_META_…` give under their own name. */
const OPTIONS: Readonly<Record<string, keyof BootstrapOptions>> = {
  CLUSTER_ID: "clusterId",
  MESH_ID: "meshId",
  NETWORK: "network",
  OWNER: "owner",
  WORKLOAD_NAME: "workload",
};

/** The node metadata that the environment of the agent's container adds as `ISTIO_META_…`. */
export function agentMetadata(pod: Resource<"Pod">): Partial<BootstrapOptions> {
  const options: Record<string, string> = {};
  const metadata: Record<string, string> = {};
  for (const { name = "", value = "" } of agentOf(pod).env ?? []) {
    const [, key] = /^ISTIO_META_(.+)$/.exec(name) ?? [];
    if (key === undefined || value === "") continue;
    const option = Object.hasOwn(OPTIONS, key) ? OPTIONS[key] : undefined;
    if (option === undefined) metadata[key] = key === "POD_PORTS" ? compact(value) : value;
    else options[option] = value;
  }
  return { ...options, metadata };
}

/** The agent writes JSON without the spaces of the injection template. */
function compact(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
}
