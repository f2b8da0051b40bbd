import type { Schema } from "../mesh/mod.ts";
import type { Api } from "./api.ts";

/** Which kinds an API server serves, in which versions. */
export interface Discovery {
  /** The version to use of a kind, such as `networking.istio.io/v1`; `undefined` where none is served. */
  apiVersion(schema: Schema): string | undefined;
}

interface AggregatedGroup {
  readonly metadata?: { readonly name?: string };
  readonly versions: readonly {
    readonly version: string;
    readonly resources?: readonly { readonly resource: string }[];
  }[];
}

interface PlainGroup {
  readonly name: string;
  readonly versions: readonly { readonly version: string }[];
}

interface DiscoveryAnswer {
  readonly kind: string;
  readonly items?: readonly AggregatedGroup[];
  readonly groups?: readonly PlainGroup[];
}

const AGGREGATED = ["v2", "v2beta1"]
  .map((version) => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`)
  .concat("application/json").join(",");

/** Asks what is served: one request for the core group, one for all others. */
export async function discover(api: Api, signal: AbortSignal): Promise<Discovery> {
  const served = new Set<string>();
  const groups = new Set<string>();
  let isComplete = true;
  const answers = await Promise.all(
    ["/api", "/apis"].map((path) => api.send({ method: "GET", path, accept: AGGREGATED }, signal)),
  );
  for (const { status, text } of answers) {
    if (status !== 200) {
      isComplete = false;
      continue;
    }
    const answer = JSON.parse(text) as DiscoveryAnswer;
    for (const name of namesIn(answer)) served.add(name);
    for (const { name, versions } of answer.groups ?? []) {
      for (const { version } of versions) groups.add(`${name}/${version}`);
    }
    // Servers before 1.27 name groups and versions only.
    if (answer.kind !== "APIGroupDiscoveryList") isComplete = false;
  }
  return {
    apiVersion({ group, versions, plural }) {
      const isServed = (version: string) => served.has(`${group}/${version}/${plural}`);
      const mayBeServed = (version: string) => group === "" || groups.has(`${group}/${version}`);
      const version = versions.find(isServed) ??
        (isComplete ? undefined : versions.find(mayBeServed) ?? versions[0]);
      if (version === undefined) return undefined;
      return group === "" ? version : `${group}/${version}`;
    },
  };
}

function* namesIn({ items = [] }: DiscoveryAnswer): Iterable<string> {
  for (const { metadata, versions } of items) {
    for (const { version, resources = [] } of versions) {
      for (const { resource } of resources) yield `${metadata?.name ?? ""}/${version}/${resource}`;
    }
  }
}
