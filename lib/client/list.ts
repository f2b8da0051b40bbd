import type { Gap } from "../core/mod.ts";
import type { Schema } from "../mesh/mod.ts";
import type { Api } from "./api.ts";
import type { Discovery } from "./discovery.ts";
import { asObject, collectionPath, isSecret, type KubeObject, refusal } from "./object.ts";

/** Which objects of a kind to list. */
export interface ListOptions {
  /** One namespace; all of them where it is not given. */
  readonly namespace?: string | undefined;
  /** Labels as in `app=reviews,version!=v1`. */
  readonly labelSelector?: string;
  /** Fields as in `metadata.name=istio`; the API server knows few. */
  readonly fieldSelector?: string;
  /** Names, labels and annotations suffice. Of Secrets there never is more. */
  readonly metadataOnly?: boolean;
  /**
   * Whether the API server may answer from its memory, a moment late at worst: that spares it and its
   * store, and comes in one page (`resourceVersion=0`).
   */
  readonly fromMemory?: boolean;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** What a list gave. */
export interface Listing {
  /** The objects, in the order of the API server: by namespace and name. */
  readonly items: readonly KubeObject[];
  /** Where a watch goes on; `""` where the kind could not be listed. */
  readonly resourceVersion: string;
  /** Why the kind could not be listed: forbidden, not served, or what the API server said. */
  readonly gap?: Gap;
  /** What the API server said about a kind that is forbidden: whom it takes the user for. */
  readonly refusal?: string;
}

interface Page {
  readonly items: readonly KubeObject[] | null;
  readonly metadata: { readonly continue?: string; readonly resourceVersion?: string };
}

const PAGE = 500;
const MAX_RESTARTS = 3;
const METADATA = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

/** Lists a kind page by page, from the start again where its pages have expired on the way. */
export async function list(
  api: Api,
  discovery: Discovery,
  schema: Schema,
  options: ListOptions,
): Promise<Listing> {
  const what = schema.group === "" ? schema.plural : `${schema.plural}.${schema.group}`;
  const refuse = (reason: string) => ({ items: [], resourceVersion: "", gap: { what, reason } });
  const apiVersion = discovery.apiVersion(schema);
  if (apiVersion === undefined) return refuse("not served");
  const path = collectionPath(schema, apiVersion, options.namespace);
  const accept = options.metadataOnly || isSecret(schema) ? METADATA : "application/json";
  let items: KubeObject[] = [];
  let token = "";
  for (let restarts = 0;;) {
    const query = pageQuery(options, token, restarts > MAX_RESTARTS ? undefined : PAGE);
    const request = { method: "GET", path: `${path}?${query}`, accept } as const;
    const answer = await api.send(request, options.signal);
    if (answer.status === 410 && restarts <= MAX_RESTARTS) {
      [items, token] = [[], ""];
      restarts++;
      continue;
    }
    if (answer.status === 403) return { ...refuse("forbidden"), refusal: refusal(answer) };
    if (answer.status === 404) return refuse("not served");
    if (answer.status !== 200) return refuse(`unreadable: ${refusal(answer)}`);
    const page = JSON.parse(answer.text) as Page;
    for (const item of page.items ?? []) items.push(asObject(item, schema, apiVersion));
    token = page.metadata.continue ?? "";
    if (token === "") return { items, resourceVersion: page.metadata.resourceVersion ?? "" };
  }
}

function pageQuery(
  { fieldSelector, fromMemory, labelSelector }: ListOptions,
  token: string,
  limit: number | undefined,
): URLSearchParams {
  return new URLSearchParams({
    ...(limit !== undefined && { limit: String(limit) }),
    ...(token !== "" && { continue: token }),
    // A further page has the version of the first.
    ...(fromMemory && token === "" && { resourceVersion: "0" }),
    ...(fieldSelector !== undefined && { fieldSelector }),
    ...(labelSelector !== undefined && { labelSelector }),
  });
}
