import type { Path } from "../../../core/mod.ts";
import type {
  DestinationRuleTrafficPolicyLoadBalancer as LoadBalancer,
  DestinationRuleTrafficPolicyLoadBalancerConsistentHash as ConsistentHash,
} from "../../../mesh/mod.ts";
import { checkLocality } from "./locality.ts";
import type { Say } from "../say.ts";
import { checkDuration } from "../values/values.ts";

const MAX_TABLE = 5_000_011;

/** Checks how requests are shared between endpoints. */
export function checkLoadBalancer(
  balancer: LoadBalancer | undefined,
  hasOutlierDetection: boolean,
  at: Path,
  say: Say,
): void {
  if (!balancer) return;
  checkHash(balancer.consistentHash, [...at, "consistentHash"], say);
  if (balancer.localityLbSetting && balancer.zoneAwareLbSetting) {
    say(at, "only one of localityLbSetting and zoneAwareLbSetting can be set");
  }
  const place = [...at, "localityLbSetting"];
  checkLocality(balancer.localityLbSetting, hasOutlierDetection, place, say);
  const { warmup } = balancer;
  if (!warmup) return;
  if (warmup.duration === undefined) say([...at, "warmup"], "duration is required");
  checkDuration(warmup.duration, [...at, "warmup", "duration"], say);
  if ((warmup.minimumPercent ?? 0) > 100) {
    say(
      [...at, "warmup", "minimumPercent"],
      "minimumPercent value should be less than or equal to 100",
    );
  }
  if (warmup.aggression !== undefined && warmup.aggression < 1) {
    say([...at, "warmup", "aggression"], "aggression should be greater than or equal to 1");
  }
}

function checkHash(hash: ConsistentHash | undefined, at: Path, say: Say): void {
  if (!hash) return;
  const { httpCookie, minimumRingSize = 0, maglev, ringHash } = hash;
  if (httpCookie && !httpCookie.name) say([...at, "httpCookie"], "name required for HttpCookie");
  checkCookieAttributes(httpCookie, [...at, "httpCookie", "attributes"], say);
  if (minimumRingSize !== 0) {
    say(
      [...at, "minimumRingSize"],
      "consistent hash MinimumRingSize is deprecated, use ConsistentHashLB's RingHash configuration " +
        "instead",
      "warning",
    );
    if (maglev || ringHash) {
      say(at, "only one of MinimumRingSize or Maglev/Ringhash can be specified");
    }
  }
  if (!maglev) return;
  const { tableSize = 0 } = maglev;
  const place = [...at, "maglev", "tableSize"];
  if (tableSize === 0) say(place, "tableSize must be set for maglev");
  if (tableSize >= MAX_TABLE) say(place, `tableSize must be less than ${MAX_TABLE} for maglev`);
  else if (!isPrime(tableSize)) say(place, "tableSize must be a prime number for maglev");
}

function checkCookieAttributes(
  cookie: ConsistentHash["httpCookie"],
  at: Path,
  say: Say,
): void {
  const seen = new Set<string>();
  for (const [i, { name = "" }] of (cookie?.attributes ?? []).entries()) {
    const key = name.toLowerCase();
    if (seen.has(key)) say([...at, i], `duplicate cookie attribute name: ${name}`);
    seen.add(key);
  }
}

function isPrime(number: number): boolean {
  if (number < 4) return number > 0;
  if (number % 2 === 0) return false;
  for (let factor = 3; factor * factor <= number; factor += 2) {
    if (number % factor === 0) return false;
  }
  return true;
}
