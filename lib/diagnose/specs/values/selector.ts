import type { Path } from "../../../core/mod.ts";
import type { Labels } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";

interface TargetRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** What says which workloads or objects a policy is for. */
export interface Attached {
  /** Labels of pods. */
  readonly selector?: { readonly matchLabels?: Labels };
  /** One object. */
  readonly targetRef?: TargetRef;
  /** Objects. */
  readonly targetRefs?: readonly TargetRef[];
}

const TARGETS: ReadonlySet<string> = new Set([
  "/Service",
  "core/Service",
  "networking.istio.io/ServiceEntry",
  "gateway.networking.k8s.io/Gateway",
  "gateway.networking.k8s.io/GatewayClass",
]);

/** Checks what a policy is attached to: one way at most, and only to what can have policies. */
export function checkAttachment(
  { selector, targetRef, targetRefs = [] }: Attached,
  say: Say,
): void {
  const ways = [selector !== undefined, targetRef !== undefined, targetRefs.length > 0];
  if (ways.filter((isUsed) => isUsed).length > 1) {
    say(["spec"], "only one of targetRefs or workloadSelector can be set");
  }
  checkSelector(selector, ["spec", "selector"], say);
  if (targetRef) checkTarget(targetRef, ["spec", "targetRef"], say);
  for (const [i, target] of targetRefs.entries()) {
    checkTarget(target, ["spec", "targetRefs", i], say);
  }
}

function checkTarget(
  { group = "", kind = "", name, namespace }: TargetRef,
  at: Path,
  say: Say,
): void {
  if (!name) say([...at, "name"], "targetRef name must be set");
  if (namespace) {
    say(
      [...at, "namespace"],
      "targetRef namespace must not be set; cross namespace referencing is not supported",
    );
  }
  if (!TARGETS.has(`${group}/${kind}`)) {
    say(
      [...at, "kind"],
      "targetRef must be to one of Service, ServiceEntry, Gateway or GatewayClass but was " +
        `${group}/${kind}`,
    );
  }
}

/** Checks a selector of the newer kind, with `matchLabels`. */
export function checkSelector(
  selector: Attached["selector"],
  at: Path,
  say: Say,
): void {
  if (!selector) return;
  const { matchLabels = {} } = selector;
  checkPairs(matchLabels, [...at, "matchLabels"], say);
  if (Object.keys(matchLabels).length === 0) {
    say(at, "workload selector specified without labels", "warning");
  }
}

/** Checks a selector of the older kind, with `labels`. Returns whether it is right. */
export function checkLabelSelector(
  selector: { readonly labels?: Labels } | undefined,
  noun: string,
  say: Say,
): boolean {
  if (!selector) return true;
  const { labels = {} } = selector;
  const at = ["spec", "workloadSelector"];
  let isRight = true;
  checkPairs(labels, [...at, "labels"], (...problem) => {
    isRight = false;
    say(...problem);
  });
  if (isRight && Object.keys(labels).length === 0) {
    const what = "workload selector specified without labels";
    say(at, `${noun}: ${what}, will be applied to all services in namespace`, "warning");
  }
  return isRight;
}

function checkPairs(labels: Labels, at: Path, say: Say): void {
  for (const [key, value] of Object.entries(labels)) {
    if (key === "") say(at, `empty key is not supported in selector: "${key}=${value}"`);
    if (key.includes("*") || value.includes("*")) {
      say([...at, key], `wildcard is not supported in selector: "${key}=${value}"`);
    }
  }
}
