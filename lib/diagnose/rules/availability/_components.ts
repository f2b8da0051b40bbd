import {
  type Labels,
  matchesSelector,
  type Mesh,
  type PodSpec,
  PROXY_CONTAINER,
  type Resource,
  serviceSelection,
} from "../../../mesh/mod.ts";

/** The kinds that say how available a component is. */
export const COMPONENT_KINDS = [
  "Deployment",
  "Service",
  "HorizontalPodAutoscaler",
  "PodDisruptionBudget",
] as const;

/** A Deployment without which requests, or changes, do not get through. */
export interface Component {
  /** The Deployment. */
  readonly on: Resource<"Deployment">;
  /** What it is. */
  readonly role: "istiod" | "gateway";
  /** Labels of its pods. */
  readonly labels: Labels;
  /** What its pods run. */
  readonly spec: PodSpec;
  /** How many pods it has at the least. */
  readonly replicas: number;
  /** What changes their number. */
  readonly autoscaler: Resource<"HorizontalPodAutoscaler"> | undefined;
  /** What keeps some of them while nodes are drained. */
  readonly budgets: readonly Resource<"PodDisruptionBudget">[];
}

/**
 * The control planes and gateways that run. Manifests with the Deployment alone, without a Service for it,
 * are a fragment that does not tell how available it is.
 */
export function components(mesh: Mesh): readonly Component[] {
  const servicesOf = mesh.once(serviceSelection);
  const autoscalers = Map.groupBy(
    mesh.list("HorizontalPodAutoscaler"),
    ({ cluster, namespace, spec: { scaleTargetRef: { kind, name } = {} } }) =>
      `${cluster} ${kind} ${namespace}/${name}`,
  );
  return mesh.list("Deployment").flatMap((on) => {
    const { cluster, namespace, name, spec: { template, replicas = 1 } } = on;
    const labels = template?.metadata?.labels ?? {};
    const spec = template?.spec ?? {};
    const role = roleOf(labels, template?.metadata?.annotations ?? {}, spec);
    if (!role || replicas === 0 || servicesOf(labels, namespace).length === 0) return [];
    const [autoscaler] = autoscalers.get(`${cluster} Deployment ${namespace}/${name}`) ?? [];
    const budgets = mesh.list("PodDisruptionBudget", namespace).filter((budget) =>
      budget.cluster === cluster && matchesSelector(labels, budget.spec.selector)
    );
    return [{
      on,
      role,
      labels,
      spec,
      replicas: autoscaler ? autoscaler.spec.minReplicas ?? 1 : replicas,
      autoscaler,
      budgets,
    }];
  });
}

function roleOf(labels: Labels, annotations: Labels, spec: PodSpec): Component["role"] | undefined {
  const containers = spec.containers ?? [];
  if (labels["app"] === "istiod" && containers.some(({ name }) => name === "discovery")) {
    return "istiod";
  }
  const templates = (annotations["inject.istio.io/templates"] ?? "").split(",");
  const isGateway = templates.includes("gateway") ||
    labels["gateway.networking.k8s.io/gateway-name"] !== undefined ||
    containers.some(({ name, args = [] }) => name === PROXY_CONTAINER && args.includes("router"));
  return isGateway ? "gateway" : undefined;
}

/** What the component does for whom, as the beginning of a sentence about its loss. */
export function lossOf({ role }: Component): string {
  return role === "gateway"
    ? "no request gets through the gateway"
    : "no proxy starts or learns of changes";
}
