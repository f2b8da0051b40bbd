import type { Path } from "../../../core/mod.ts";
import { covers, overlaps, type Resource } from "../../../mesh/mod.ts";
import { checkDestinations } from "./destination.ts";
import { checkGatewayNames } from "./gateway_names.ts";
import { isClaimHeader } from "../values/http_headers.ts";
import { checkHttpRoute } from "./http_route.ts";
import {
  checkExportTo,
  isAddress,
  portProblem,
  sayIf,
  sniDomainProblem,
  subnetProblem,
  wildcardDomainProblem,
} from "../values/names.ts";
import type { Say } from "../say.ts";
import { checkLabels } from "../values/values.ts";

/** Checks a VirtualService. */
export function checkVirtualService(vs: Resource<"VirtualService">, say: Say): void {
  const { hosts = [], gateways = [], http = [], tls = [], tcp = [], exportTo = [] } = vs.spec;
  const isDelegate = hosts.length === 0;
  if (isDelegate) checkDelegate(vs, say);
  checkGatewayNames(gateways, ["spec", "gateways"], say);
  const isAtGateway = gateways.length > 0 && !gateways.includes("mesh");
  if (!isAtGateway) checkClaims(vs, say);
  checkHosts(vs, isAtGateway, say);
  if (http.length === 0 && tls.length === 0 && tcp.length === 0) {
    say(["spec"], "http, tcp or tls must be provided in virtual service");
  }
  for (const [i, route] of http.entries()) {
    checkHttpRoute(route, isDelegate, ["spec", "http", i], say);
  }
  for (const [i, { match = [], route = [] }] of tls.entries()) {
    const at = ["spec", "tls", i];
    if (match.length === 0) say(at, "TLS route must have at least one match condition");
    for (const [j, one] of match.entries()) {
      checkSniHosts(one.sniHosts ?? [], vs, [...at, "match", j, "sniHosts"], say);
      checkL4Match(one, [...at, "match", j], say);
    }
    if (route.length === 0) say(at, "TLS route is required");
    checkDestinations(route, [...at, "route"], say);
  }
  for (const [i, { match = [], route = [] }] of tcp.entries()) {
    const at = ["spec", "tcp", i];
    for (const [j, one] of match.entries()) checkL4Match(one, [...at, "match", j], say);
    if (route.length === 0) say(at, "TCP route is required");
    checkDestinations(route, [...at, "route"], say);
  }
  checkExportTo(exportTo, vs.namespace, say);
}

function checkDelegate({ spec }: Resource<"VirtualService">, say: Say): void {
  const no = (field: string) => `delegate virtual service must have no ${field} specified`;
  if ((spec.gateways ?? []).length > 0) say(["spec", "gateways"], no("gateways"));
  if ((spec.tls ?? []).length > 0) say(["spec", "tls"], no("tls route"));
  if ((spec.tcp ?? []).length > 0) say(["spec", "tcp"], no("tcp route"));
}

/** Claims of tokens are known to gateways alone. */
function checkClaims({ spec }: Resource<"VirtualService">, say: Say): void {
  for (const [i, { match = [] }] of (spec.http ?? []).entries()) {
    for (const [j, one] of match.entries()) {
      for (const field of ["headers", "withoutHeaders"] as const) {
        for (const key of Object.keys(one[field] ?? {}).filter(isClaimHeader)) {
          const gateways = `[${(spec.gateways ?? []).join(" ")}]`;
          say(
            ["spec", "http", i, "match", j, field, key],
            `JWT claim based routing (key: ${key}) is only supported for gateway, found no ` +
              `gateways: ${gateways}`,
          );
        }
      }
    }
  }
}

function checkHosts({ spec }: Resource<"VirtualService">, isAtGateway: boolean, say: Say): void {
  const { hosts = [], tls = [] } = spec;
  const hasSni = tls.some(({ match = [] }) => match.some((m) => (m.sniHosts ?? []).length > 0));
  const problemOf = isAtGateway && hasSni ? sniDomainProblem : wildcardDomainProblem;
  let areValid = true;
  for (const [i, host] of hosts.entries()) {
    const problem = isAddress(host) ? undefined : problemOf(host);
    const isEverything = !problem && !isAtGateway && host === "*";
    if (!problem && !isEverything) continue;
    areValid = false;
    say(
      ["spec", "hosts", i],
      problem ?? "wildcard host * is not allowed for virtual services bound to the mesh gateway",
    );
  }
  if (!areValid) return;
  for (const [i, host] of hosts.entries()) {
    for (const earlier of hosts.slice(0, i)) {
      if (!overlaps(earlier, host)) continue;
      say(["spec", "hosts", i], `duplicate hosts in virtual service: ${earlier} & ${host}`);
    }
  }
}

function checkSniHosts(
  sniHosts: readonly string[],
  { spec: { hosts = [], gateways = [] } }: Resource<"VirtualService">,
  at: Path,
  say: Say,
): void {
  if (sniHosts.length === 0) say(at, "TLS match must have at least one SNI host");
  const problemOf = gateways.includes("mesh") ? wildcardDomainProblem : sniDomainProblem;
  for (const [i, sniHost] of sniHosts.entries()) {
    const problem = problemOf(sniHost);
    if (problem && isAddress(sniHost)) {
      const rest = "goes against SNI spec and most clients do not support this";
      say([...at, i], `using an IP address ("${sniHost}") ${rest}`, "warning");
    } else if (problem) say([...at, i], problem);
    else if (!hosts.some((host) => covers(host, sniHost))) {
      say(
        [...at, i],
        `SNI host "${sniHost}" is not a compatible subset of any of the virtual service hosts: ` +
          `[${hosts.join(", ")}]`,
      );
    }
  }
}

interface L4Match {
  readonly destinationSubnets?: readonly string[];
  readonly port?: number;
  readonly sourceLabels?: Readonly<Record<string, string>>;
  readonly gateways?: readonly string[];
}

function checkL4Match(match: L4Match, at: Path, say: Say): void {
  for (const [i, subnet] of (match.destinationSubnets ?? []).entries()) {
    sayIf(say, [...at, "destinationSubnets", i], subnetProblem(subnet));
  }
  if (match.port) sayIf(say, [...at, "port"], portProblem(match.port));
  checkLabels(match.sourceLabels, [...at, "sourceLabels"], say);
  checkGatewayNames(match.gateways ?? [], [...at, "gateways"], say);
}
