import type { MeshView, Resource } from "../../mesh/mod.ts";

/** Kinds of webhook configurations. */
export const WEBHOOK_KINDS = [
  "MutatingWebhookConfiguration",
  "ValidatingWebhookConfiguration",
] as const;

type Configuration = Resource<(typeof WEBHOOK_KINDS)[number]>;

/** A webhook of Istio. */
export interface IstioWebhook {
  /** The configuration that it is in. */
  readonly configuration: Configuration;
  /** Its name. */
  readonly name: string;
  /** Its field. */
  readonly field: string;
  /** The webhook. */
  readonly webhook: NonNullable<Configuration["object"]["webhooks"]>[number];
}

/** The webhooks that istiod answers, by the domain of their names. */
export function istioWebhooks(
  mesh: MeshView<(typeof WEBHOOK_KINDS)[number]>,
): readonly IstioWebhook[] {
  return WEBHOOK_KINDS.flatMap((kind) =>
    (mesh.list(kind) as readonly Configuration[]).flatMap((configuration) =>
      (configuration.object.webhooks ?? []).flatMap((webhook, i) =>
        webhook.name?.endsWith(".istio.io")
          ? [{ configuration, name: webhook.name, field: `webhooks[${i}]`, webhook }]
          : []
      )
    )
  );
}
