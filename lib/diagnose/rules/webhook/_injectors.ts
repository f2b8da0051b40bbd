import { compare } from "../../../core/mod.ts";
import {
  type Labels,
  type LabelSelector,
  matchesSelector,
  type Mesh,
  type Resource,
} from "../../../mesh/mod.ts";

const REVISION = "istio.io/rev";
const NAMESPACE_LABELS: readonly Labels[] = [
  {},
  { "istio-injection": "enabled" },
  { "istio-injection": "disabled" },
];
const OBJECT_LABELS: readonly Labels[] = [
  {},
  { "sidecar.istio.io/inject": "true" },
  { "sidecar.istio.io/inject": "false" },
];

type Configuration = Resource<"MutatingWebhookConfiguration">;
type Webhook = NonNullable<Configuration["object"]["webhooks"]>[number];

/** A webhook that injects sidecars. */
export interface Injector {
  /** The configuration that it is in. */
  readonly configuration: Configuration;
  /** Where in `webhooks` it stands. */
  readonly index: number;
  /** Name of the configuration and of the webhook. */
  readonly label: string;
  /** The webhook. */
  readonly webhook: Webhook;
}

/** The webhooks of configurations that name a revision or have one of Istio's webhooks. */
export function injectors(mesh: Mesh): readonly Injector[] {
  return mesh.list("MutatingWebhookConfiguration").flatMap((configuration) => {
    const webhooks = configuration.object.webhooks ?? [];
    const isIstios = revisionsOf(configuration).length > 0 ||
      webhooks.some(({ name }) => name?.endsWith("istio.io"));
    if (!isIstios) return [];
    return webhooks.map((webhook, index) => ({
      configuration,
      index,
      label: `${configuration.name}/${webhook.name ?? ""}`,
      webhook,
    }));
  });
}

function revisionsOf({ labels, object: { webhooks = [] } }: Configuration): string[] {
  const selectors = webhooks.flatMap((w) => [w.namespaceSelector, w.objectSelector]);
  const revisions = selectors.flatMap((selector) => [
    selector?.matchLabels?.[REVISION],
    ...(selector?.matchExpressions ?? []).flatMap(({ key, values }) =>
      key === REVISION ? values ?? [] : []
    ),
  ]);
  return [labels[REVISION], ...revisions].filter((revision) => revision !== undefined);
}

/** Sets of webhooks that would all inject into the same pod, for some labels of pod and namespace. */
export function overlappingInjectors(all: readonly Injector[]): readonly (readonly Injector[])[] {
  const revisions = [...new Set(all.flatMap(({ configuration }) => revisionsOf(configuration)))];
  const objects = withRevisions(OBJECT_LABELS, revisions);
  const sets = new Map<string, readonly Injector[]>();
  for (const namespace of withRevisions(NAMESPACE_LABELS, revisions)) {
    const inNamespace = all.filter(({ webhook }) => matches(webhook.namespaceSelector, namespace));
    for (const object of inNamespace.length > 1 ? objects : []) {
      const matching = inNamespace.filter(({ webhook }) => matches(webhook.objectSelector, object));
      if (matching.length < 2) continue;
      sets.set(matching.map(({ label }) => label).sort(compare).join(" "), matching);
    }
  }
  return [...sets.values()];
}

function withRevisions(labels: readonly Labels[], revisions: readonly string[]): readonly Labels[] {
  return [
    ...labels,
    ...revisions.flatMap((revision) => labels.map((base) => ({ ...base, [REVISION]: revision }))),
  ];
}

function matches(selector: LabelSelector | undefined, labels: Labels): boolean {
  return selector === undefined || matchesSelector(labels, selector);
}
