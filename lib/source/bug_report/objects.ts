import { asObject, type KubeObject } from "../../client/mod.ts";
import { type Gap, isRecord } from "../../core/mod.ts";
import { type Kind, parseApiVersion, schemas } from "../../mesh/mod.ts";
import { resourceFile } from "../cluster/layout.ts";
import { parseDocument } from "../manifest/parse.ts";
import { SyntaxProblem } from "../manifest/syntax.ts";
import { objectsOf } from "../object.ts";
import { describedNodes } from "./described_nodes.ts";
import { listedSecrets } from "./listed_secrets.ts";

/** The objects of a bug report, in the form of a snapshot. */
export interface ReportedObjects {
  /** The objects. */
  readonly objects: readonly KubeObject[];
  /** Texts of lists by the names of their files in the folder `resources`. */
  readonly files: ReadonlyMap<string, string>;
  /** What is not there, or cannot be read. */
  readonly gaps: readonly Gap[];
}

/** Text of a file in the folder `cluster`; `undefined` where it is not there. */
export type ClusterFile = (name: string) => Promise<string | undefined>;

const RESOURCES = "k8s-resources";
const CUSTOM_RESOURCES = "crs";
const SECRETS = "secrets";
const NODES = "nodes";

/** Kinds that `k8s-resources` lists, also where there is no object; of later ones it lists more. */
const LISTED: readonly Kind[] = [
  "ConfigMap",
  "CustomResourceDefinition",
  "DaemonSet",
  "Deployment",
  "Endpoints",
  "Event",
  "HorizontalPodAutoscaler",
  "Ingress",
  "Job",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Pod",
  "ReplicaSet",
  "Service",
  "StatefulSet",
  "ValidatingWebhookConfiguration",
];

/** Kinds that a diagnosis may look at and that no version of istioctl asks for. */
const NEVER_LISTED: readonly Kind[] = ["NetworkPolicy", "PodDisruptionBudget", "ServiceAccount"];

const LABELS_OF_SECRETS: Gap = {
  what: "labels of secrets",
  reason: "istioctl bug-report only asks for them with --full-secrets",
};

/** Reads the objects. Of a Secret only metadata is kept, whatever the report has of it. */
export async function reportedObjects(read: ClusterFile): Promise<ReportedObjects> {
  const gaps: Gap[] = NEVER_LISTED.map((kind) => ({
    what: fileOf(kind).replace(/\.json$/, ""),
    reason: "istioctl bug-report does not ask for them",
  }));
  const lists = new ObjectLists();
  const add = async (name: string, objectsIn: (text: string) => readonly unknown[]) => {
    const unread = (reason: string) => void gaps.push({ what: gapOf(name), reason });
    const text = await read(name);
    if (text === undefined) return unread("not in the bug report");
    try {
      objectsIn(text).forEach((object) => lists.add(object));
      return text;
    } catch (error) {
      if (error instanceof SyntaxProblem) return unread(`unreadable: ${error.message}`);
      throw error;
    }
  };
  if (await add(RESOURCES, itemsOf) !== undefined) LISTED.map(fileOf).forEach(lists.begin, lists);
  if (await add(CUSTOM_RESOURCES, itemsOf) !== undefined) {
    const definitions = lists.namesOf(fileOf("CustomResourceDefinition"));
    for (const name of definitions) lists.begin(`${name}.json`);
  }
  const secrets = await add(SECRETS, (text) => isTable(text) ? listedSecrets(text) : itemsOf(text));
  if (secrets !== undefined) lists.begin(fileOf("Secret"));
  if (secrets !== undefined && isTable(secrets)) gaps.push(LABELS_OF_SECRETS);
  await add(NODES, describedNodes);
  return { objects: lists.objects(), files: lists.texts(), gaps };
}

/** A file of one kind is named after it, as the kind is in gaps. */
function gapOf(file: string): string {
  return file === SECRETS || file === NODES ? file : `cluster/${file}`;
}

function fileOf(kind: Kind): string {
  return resourceFile(schemas.byIdentifier(kind));
}

function itemsOf(yaml: string): readonly unknown[] {
  return parseDocument(yaml).values.flatMap((value) =>
    [...objectsOf(value)].map(({ value: object }) => object)
  );
}

/** With `--full-secrets` they are objects, without it a table, or the sentence that there are none. */
function isTable(secrets: string): boolean {
  return !secrets.startsWith("apiVersion:");
}

/** Objects by the file that lists their kind; each is listed once. */
class ObjectLists {
  readonly #files = new Map<string, Map<string, KubeObject>>();

  add(value: unknown): void {
    if (!isRecord(value) || !isRecord(value["metadata"])) return;
    const object = value as KubeObject;
    const { group } = parseApiVersion(object.apiVersion);
    const schema = schemas.get({ group, version: "", kind: object.kind });
    if (!schema) return;
    const { namespace = "", name } = object.metadata;
    this.begin(resourceFile(schema))
      .set(`${namespace}/${name}`, asObject(object, schema, object.apiVersion));
  }

  begin(file: string): Map<string, KubeObject> {
    let objects = this.#files.get(file);
    if (!objects) this.#files.set(file, objects = new Map());
    return objects;
  }

  namesOf(file: string): readonly string[] {
    return [...this.#files.get(file)?.values() ?? []].map(({ metadata }) => metadata.name);
  }

  objects(): readonly KubeObject[] {
    return [...this.#files.values()].flatMap((objects) => [...objects.values()]);
  }

  texts(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#files].map(([file, objects]) => [
        file,
        JSON.stringify({ apiVersion: "v1", kind: "List", items: [...objects.values()] }),
      ]),
    );
  }
}
