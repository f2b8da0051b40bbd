import type { Mesh, MutatingWebhook, Resource } from "../../mesh/mod.ts";

/** Whether a webhook of this name injects sidecars. */
export function isInjector(name: string): boolean {
  return name.endsWith("sidecar-injector.istio.io");
}

/** The webhooks that inject sidecars. */
export function injectors(mesh: Mesh): readonly MutatingWebhook[] {
  return mesh.list("MutatingWebhookConfiguration").flatMap(({ object: { webhooks = [] } }) =>
    webhooks.filter(({ name = "" }) => isInjector(name))
  );
}

/** Injectors' configurations that call a Service which is not there. */
export function staleInjectors(mesh: Mesh): Resource<"MutatingWebhookConfiguration">[] {
  if (mesh.list("Service").length === 0) return [];
  return mesh.list("MutatingWebhookConfiguration").filter(({ object: { webhooks = [] } }) =>
    webhooks.some(({ name = "", clientConfig }) => {
      const { namespace = "", name: service = "" } = clientConfig?.service ?? {};
      return isInjector(name) && service !== "" &&
        mesh.get("Service", namespace, service) === undefined;
    })
  );
}

/** Name of the injector that could not be asked, as an event says; `undefined` for another event. */
export function failingInjector(message: string): string | undefined {
  return /failed calling webhook "([^"]*sidecar-injector\.istio\.io)"/.exec(message)?.[1];
}

/** Whether an event speaks of an injector that belongs to a control plane which is gone. */
export function isStaleInjector(mesh: Mesh, message: string): boolean {
  const webhook = failingInjector(message);
  return webhook !== undefined &&
    staleInjectors(mesh).some(({ object: { webhooks = [] } }) =>
      webhooks.some(({ name }) => name === webhook)
    );
}
