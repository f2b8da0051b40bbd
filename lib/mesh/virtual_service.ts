import type { Path } from "../core/mod.ts";
import type { Resource } from "./resource.ts";

/** One place in a VirtualService that sends requests to a host. */
export interface RouteDestination {
  /** Host as written. */
  readonly host: string;
  /** Subset, where one is named. */
  readonly subset?: string;
  /** Port number, where one is named. */
  readonly port?: number;
  /** Weight among its siblings; 0 where none is written. */
  readonly weight: number;
  /** Which list of routes it is in. */
  readonly protocol: "http" | "tcp" | "tls";
  /** Whether it only gets a copy of the requests. */
  readonly isMirror: boolean;
  /** The way to the `destination` object. */
  readonly path: Path;
}

/** Every destination of a VirtualService, mirrors included, in the order of its routes. */
export function destinationsOf(vs: Resource<"VirtualService">): RouteDestination[] {
  const found: RouteDestination[] = [];
  const add = (
    destination: { host?: string; subset?: string; port?: { number?: number } } | undefined,
    rest: Pick<RouteDestination, "protocol" | "isMirror" | "path" | "weight">,
  ) => {
    if (destination?.host === undefined) return;
    const { host, subset, port } = destination;
    found.push({
      host,
      ...(subset ? { subset } : {}),
      ...(port?.number ? { port: port.number } : {}),
      ...rest,
    });
  };
  for (const protocol of ["http", "tls", "tcp"] as const) {
    for (const [i, rule] of (vs.spec[protocol] ?? []).entries()) {
      for (const [j, { destination, weight }] of (rule.route ?? []).entries()) {
        const path = ["spec", protocol, i, "route", j, "destination"];
        add(destination, { protocol, isMirror: false, path, weight: weight ?? 0 });
      }
    }
  }
  for (const [i, { mirror, mirrors }] of (vs.spec.http ?? []).entries()) {
    const rest = { protocol: "http", isMirror: true, weight: 0 } as const;
    add(mirror, { ...rest, path: ["spec", "http", i, "mirror"] });
    for (const [j, { destination }] of (mirrors ?? []).entries()) {
      add(destination, { ...rest, path: ["spec", "http", i, "mirrors", j, "destination"] });
    }
  }
  return found;
}

/** The gateways a VirtualService is bound to; `mesh`, the sidecars, where it names none. */
export function gatewaysOf(vs: Resource<"VirtualService">): readonly string[] {
  const { gateways } = vs.spec;
  return gateways && gateways.length > 0 ? gateways : ["mesh"];
}

/** `namespace/name` of a gateway reference in an object of `namespace`; `mesh` stays as it is. */
export function gatewayKey(reference: string, namespace: string): string {
  return reference === "mesh" || reference.includes("/") ? reference : `${namespace}/${reference}`;
}
