import { isRecord } from "../../core/mod.ts";
import type { AnyResource, Kind } from "../../mesh/mod.ts";
import { stemOf } from "./stem.ts";
import { isPlain } from "./vocabulary.ts";

/** Fields of any kind of object that hold names, hosts or identities. */
const NAMES = new Set([
  "address",
  "addresses",
  "audiences",
  "claimName",
  "cluster",
  "clusterName",
  "credentialName",
  "credentialNames",
  "externalName",
  "gateway",
  "gateways",
  "generateName",
  "host",
  "hostname",
  "hostnames",
  "hosts",
  "image",
  "issuer",
  "jwksUri",
  "namespace",
  "namespaces",
  "network",
  "networkName",
  "node",
  "nodeName",
  "notNamespaces",
  "notPrincipals",
  "notServiceAccounts",
  "principals",
  "sectionName",
  "secretName",
  "service",
  "serviceAccount",
  "serviceAccountName",
  "serviceAccounts",
  "serviceName",
  "sni",
  "sniHosts",
  "subdomain",
  "subjectAltNames",
  "subset",
  "trustDomain",
  "url",
]);

/** Fields whose items are known by a `name`. */
const NAMED = new Set([
  "backend",
  "backendRefs",
  "certificateRefs",
  "configMap",
  "containers",
  "extensionRef",
  "http",
  "imagePullSecrets",
  "initContainers",
  "listeners",
  "ownerReferences",
  "parentRefs",
  "provider",
  "scaleTargetRef",
  "secret",
  "server",
  "servers",
  "service",
  "subjects",
  "subsets",
  "targetRef",
  "targetRefs",
]);

/** Fields whose values are those of labels, whatever their keys. */
const LABELS = new Set(["labels", "matchLabels", "selector", "nodeSelector"]);

/** Labels of the platform, whose values are versions, places and hashes. */
const PLAIN_LABELS =
  /^(?:version|app\.kubernetes\.io\/version|helm\.sh\/chart|(?:[\w-]+\.)*(?:kubernetes|k8s)\.io\/(?:arch|os|instance-type|zone|region|pod-index)|pod-template-generation)$/;
const HASHES = new Set(["pod-template-hash", "controller-revision-hash"]);

/** Kinds with names that are made from those of other objects, or are of software. */
const NO_OWN_NAME = new Set<Kind>(["CustomResourceDefinition", "Event", "PodMetrics"]);

/** The names of a mesh. */
export interface MeshNames {
  /**
   * The words that names of objects, namespaces, hosts, labels and images are made of, as far as they tell
   * whose mesh it is, without ordinals at their ends.
   */
  readonly words: ReadonlySet<string>;
  /** Its namespaces. */
  readonly namespaces: ReadonlySet<string>;
}

/** The names that objects have and refer to. */
export function namesIn(resources: readonly AnyResource[]): MeshNames {
  const names = new Set<string>();
  const namespaces = new Set<string>();
  const hashes = new Set<string>();
  const add = (text: string) => {
    for (const [word] of text.matchAll(/\w+/g)) {
      const stem = stemOf(word);
      if (!isPlain(stem)) names.add(stem);
    }
  };
  for (const { identifier, cluster, name, namespace, written } of resources) {
    const object = written as { metadata?: { generateName?: unknown; labels?: unknown } };
    const { generateName, labels } = object.metadata ?? {};
    const isMade = typeof generateName === "string" && name.startsWith(generateName);
    add(`${cluster} ${namespace} ${NO_OWN_NAME.has(identifier) || isMade ? "" : name}`);
    namespaces.add(identifier === "Namespace" ? name : namespace);
    if (isRecord(labels)) {
      for (const key of HASHES) if (typeof labels[key] === "string") hashes.add(labels[key]);
    }
    collect(written, "", "", add);
  }
  return { words: names.difference(hashes), namespaces };
}

function collect(value: unknown, key: string, parent: string, add: (text: string) => void): void {
  if (typeof value === "string") {
    const isName = NAMES.has(key) || key === "name" && NAMED.has(parent) ||
      LABELS.has(parent) && !PLAIN_LABELS.test(key) && !HASHES.has(key);
    if (isName) add(key === "image" ? withoutTag(value) : value);
    return;
  }
  if (Array.isArray(value)) return value.forEach((item) => collect(item, key, parent, add));
  if (!isRecord(value)) return;
  for (const [field, inner] of Object.entries(value)) {
    // The name of a pod ends with letters by chance; its generateName is that without them.
    if (field !== "name" || value["kind"] !== "Pod") collect(inner, field, key, add);
  }
}

/** A reference to an image without what says which version of it. */
function withoutTag(image: string): string {
  return image.replace(/@.*$/, "").replace(/:[\w.-]+$/, "");
}
