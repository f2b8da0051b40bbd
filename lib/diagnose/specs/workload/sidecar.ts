import type { Path } from "../../../core/mod.ts";
import type { Resource, SidecarEgress, SidecarEgressPort } from "../../../mesh/mod.ts";
import { checkScopedHost } from "../gateway/gateway.ts";
import { checkConnectionPool } from "../destinationrule/traffic_policy.ts";
import type { Say } from "../say.ts";
import {
  domainProblem,
  isAddress,
  portNameProblem,
  portProblem,
  sayIf,
  unixPathProblem,
} from "../values/names.ts";
import { checkProtocol } from "../values/protocol.ts";
import { checkLabelSelector } from "../values/selector.ts";
import { checkDestination } from "../virtualservice/destination.ts";
import { checkIngress } from "./sidecar_ingress.ts";

const UNIX = "unix://";

/** Checks a Sidecar. */
export function checkSidecar(sidecar: Resource<"Sidecar">, say: Say): void {
  const { spec } = sidecar;
  const { egress = [], ingress = [], outboundTrafficPolicy, inboundConnectionPool } = spec;
  const isEmpty = egress.length === 0 && ingress.length === 0 && !outboundTrafficPolicy &&
    !inboundConnectionPool;
  const warnings: Parameters<Say>[] = [];
  const isRight = checkLabelSelector(spec.workloadSelector, "sidecar", (...problem) => {
    if (problem[2] === "warning") warnings.push(problem);
    else say(...problem);
  });
  if (!isRight) return;
  if (isEmpty) return say(["spec"], "sidecar: empty configuration provided");
  for (const warning of warnings) say(...warning);
  checkIngress(ingress, say);
  checkConnectionPool(inboundConnectionPool, ["spec", "inboundConnectionPool"], say);
  checkEgress(sidecar, say);
  checkOutboundTrafficPolicy(spec.outboundTrafficPolicy, say);
}

function checkEgress({ spec: { egress = [] }, namespace }: Resource<"Sidecar">, say: Say): void {
  const ports = new Set<number>();
  const sockets = new Set<string>();
  for (const [i, listener] of egress.entries()) {
    const { port, bind = "" } = listener;
    const at = ["spec", "egress", i];
    if (!port && i < egress.length - 1) {
      say(
        at,
        "sidecar: the egress listener with empty port should be the last listener in the list",
      );
    }
    if (port) {
      checkListener(listener, port, at, say);
      const { number = 0 } = port;
      if (number === 0 && sockets.has(bind)) {
        say([...at, "bind"], "sidecar: unix domain socket values for listeners must be unique");
      }
      if (number > 0 && ports.has(number)) {
        say([...at, "port"], "sidecar: ports on IP bound listeners must be unique");
      }
      if (number === 0) sockets.add(bind);
      else ports.add(number);
    }
    checkHosts(listener.hosts ?? [], namespace, at, say);
  }
}

function checkListener(
  { bind = "", captureMode }: SidecarEgress,
  { name, number = 0, protocol, targetPort }: SidecarEgressPort,
  at: Path,
  say: Say,
): void {
  if (targetPort) say([...at, "port", "targetPort"], "targetPort has no impact on Sidecars");
  if (name) sayIf(say, [...at, "port", "name"], portNameProblem(name));
  checkProtocol(protocol, [...at, "port", "protocol"], say);
  if (number !== 0) {
    sayIf(say, [...at, "port", "number"], portProblem(number));
    if (bind !== "" && !isAddress(bind)) say([...at, "bind"], `${bind} is not a valid IP`);
    return;
  }
  if (bind.startsWith(UNIX)) {
    sayIf(say, [...at, "bind"], unixPathProblem(bind.slice(UNIX.length)));
  } else {
    say(at, "sidecar: ports with 0 value must have a unix domain socket bind address");
  }
  if (captureMode === "IPTABLES") {
    say(
      [...at, "captureMode"],
      "sidecar: captureMode must be DEFAULT/NONE for unix domain socket listeners",
    );
  }
}

function checkHosts(hosts: readonly string[], own: string, at: Path, say: Say): void {
  if (hosts.length === 0) {
    return say(at, "sidecar: egress listener must contain at least one host");
  }
  const named = new Map<string, Set<string>>();
  for (const [i, host] of hosts.entries()) {
    const place = [...at, "hosts", i];
    const slash = host.indexOf("/");
    if (slash >= 0) {
      const written = host.slice(0, slash);
      const namespace = written === "." ? own : written;
      const name = host.slice(slash + 1);
      const before = named.get(namespace) ?? new Set();
      const isTwice = name === "*" ? before.size > 0 : before.has(name) || before.has("*");
      if (isTwice) say(place, `duplicated egress host: ${host}`, "warning");
      named.set(namespace, before.add(name));
    }
    checkScopedHost(host, { isGateway: false }, place, say);
  }
  if (named.get("*")?.has("*") && named.size > 1) {
    say(
      [...at, "hosts"],
      "`*/*` host select all resources, no other hosts can be added",
      "warning",
    );
  }
}

function checkOutboundTrafficPolicy(
  policy: Resource<"Sidecar">["spec"]["outboundTrafficPolicy"],
  say: Say,
): void {
  if (!policy?.egressProxy) return;
  const at = ["spec", "outboundTrafficPolicy", "egressProxy"];
  // The mode is REGISTRY_ONLY where none is set.
  if (policy.mode !== "ALLOW_ANY") {
    return say(
      at,
      "sidecar: egress_proxy must be set only with ALLOW_ANY outbound_traffic_policy mode",
    );
  }
  sayIf(say, [...at, "host"], domainProblem(policy.egressProxy.host ?? ""));
  if (!policy.egressProxy.port) return say(at, "sidecar: egress_proxy port must be non-nil");
  checkDestination(policy.egressProxy, at, say);
}
