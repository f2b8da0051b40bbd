import { type Fix, type Path, valueAt } from "../../../core/mod.ts";
import type { DestinationRuleTrafficPolicyTls, Resource } from "../../../mesh/mod.ts";
import { removal } from "../../analysis/fix.ts";

/** TLS settings of a DestinationRule under which the server's certificate is not verified. */
export interface Unverified {
  /** The rule. */
  readonly dr: Resource<"DestinationRule">;
  /** The way to the TLS settings. */
  readonly at: Path;
  /** What is wrong, as istioctl says it. */
  readonly message: string;
  /** Number of the port that they are for; `undefined` for all ports. */
  readonly port: number | undefined;
}

/** The TLS settings without verification in all DestinationRules; with `compat`, what istioctl takes for them. */
export function* unverifiedServers(
  rules: readonly Resource<"DestinationRule">[],
  compat: boolean,
): Iterable<Unverified> {
  for (const dr of rules) {
    const { tls, portLevelSettings = [] } = dr.spec.trafficPolicy ?? {};
    const settings = [
      { tls, at: ["spec", "trafficPolicy", "tls"], port: undefined },
      ...portLevelSettings.map(({ tls, port }, i) => ({
        tls,
        at: ["spec", "trafficPolicy", "portLevelSettings", i, "tls"],
        port: port?.number ?? 0,
      })),
    ];
    const isSelective = Object.keys(dr.spec.workloadSelector ?? {}).length > 0;
    for (const { tls = {}, at, port } of settings) {
      if (tls.mode !== "SIMPLE" && tls.mode !== "MUTUAL") continue;
      if (compat ? isWithoutCa(tls, isSelective) : tls.insecureSkipVerify) {
        yield { dr, at, message: describe(dr, tls.mode, compat), port };
      }
    }
  }
}

/** Switches verification on; where a CA is missing to istioctl only, nothing is to be done. */
export function verification({ dr, at }: Unverified): Fix | undefined {
  const field = [...at, "insecureSkipVerify"];
  return valueAt(dr.object, field) === true
    ? removal(field, "Verify the server, by the roots of the operating system or the given CA")
    : undefined;
}

/** istiod takes the roots of the operating system where no CA is given; istioctl does not know that. */
function isWithoutCa(tls: DestinationRuleTrafficPolicyTls, isSelective: boolean): boolean {
  return !tls.caCertificates && !(tls.credentialName && isSelective);
}

function describe(
  { name, namespace, spec: { host = "" } }: Resource<"DestinationRule">,
  mode: string,
  compat: boolean,
): string {
  const cause = compat
    ? "no caCertificates are set to validate server identity"
    : "insecureSkipVerify turns off the validation of server identity";
  return `DestinationRule ${name} in namespace ${namespace} has TLS mode set to ${mode} but ` +
    `${cause} for host: ${host}`;
}
