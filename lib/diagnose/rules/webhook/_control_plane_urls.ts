import type { Path } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import type { RuleMesh } from "../../analysis/rule.ts";

/** Kinds of the webhooks through which a cluster calls a control plane. */
export const WEBHOOK_KINDS = [
  "ValidatingWebhookConfiguration",
  "MutatingWebhookConfiguration",
] as const;

/** A webhook of Istio's and the address under which it is called. */
export interface CalledWebhook {
  /** The configuration. */
  readonly on: Resource;
  /** The way to the address. */
  readonly at: Path;
  /** Name of the webhook. */
  readonly name: string;
  /** Its URL; `""` where it has none. */
  readonly url: string;
  /** Whether it names a Service instead. */
  readonly hasService: boolean;
}

/** The webhooks of Istio's, by the names that its charts give them. */
export function* istioWebhooks(
  mesh: RuleMesh<(typeof WEBHOOK_KINDS)[number]>,
): Iterable<CalledWebhook> {
  for (const kind of WEBHOOK_KINDS) {
    for (const on of mesh.list(kind)) {
      const isIstios = kind === "MutatingWebhookConfiguration"
        ? on.name.startsWith("istio-sidecar-injector")
        : on.name === "istiod-default-validator" || on.name.startsWith("istio-validator");
      if (!isIstios) continue;
      for (const [i, { name = "", clientConfig }] of (on.object.webhooks ?? []).entries()) {
        const at = ["webhooks", i, "clientConfig"];
        const { url = "", service } = clientConfig ?? {};
        yield { on, at, name, url, hasService: service !== undefined };
      }
    }
  }
}

/** Host of a URL with a scheme, as browsers and Go read it; `undefined` for anything else. */
export function hostOfUrl(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}
