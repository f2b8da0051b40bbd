import { isRecord } from "../../core/mod.ts";
import type { Shape } from "./shape.ts";

/** Owners of annotations that say how the mesh is to work. */
const KEPT_ANNOTATIONS =
  /^(?:[\w.-]*\.)?(?:istio\.io|gateway\.networking\.k8s\.io|prometheus\.io|kubernetes\.io|x-k8s\.io)\//;
/** A copy of the whole object, with all that was left out of it. */
const COPIES =
  /last-applied-configuration|\/original-|kubectl\.kubernetes\.io\/restartedAt|change-cause/;

/** Annotations of Istio, of the Gateway API and of Kubernetes itself; others are anybody's data. */
export function keptAnnotations(annotations: unknown): unknown {
  if (!isRecord(annotations)) return undefined;
  return Object.fromEntries(
    Object.entries(annotations).filter(([key]) => KEPT_ANNOTATIONS.test(key) && !COPIES.test(key)),
  );
}

/** What is kept of the metadata of every object. */
export const METADATA: Shape = {
  name: true,
  generateName: true,
  namespace: true,
  uid: true,
  resourceVersion: true,
  generation: true,
  creationTimestamp: true,
  deletionTimestamp: true,
  deletionGracePeriodSeconds: true,
  labels: true,
  annotations: keptAnnotations,
  finalizers: true,
  ownerReferences: [{ apiVersion: true, kind: true, name: true, uid: true, controller: true }],
};
