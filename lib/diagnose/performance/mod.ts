import { Observer } from "../../connectivity/mod.ts";
import type { DiagnosisReport } from "../../core/mod.ts";
import type { DiagnosisInput } from "../connectivity.ts";
import { order } from "../ranking.ts";
import { examine, type PerformanceCase } from "./case.ts";
import { controlPlaneOf } from "./control_plane.ts";
import { judge } from "./judge.ts";
import { type Overview, overviewOf } from "./overview.ts";
import { reportOf } from "./report.ts";
import { resolveHost, suspects, waitsFor } from "./suspects.ts";

/** Which performance is asked about. */
export interface PerformanceQuestion {
  /** `NAME.NAMESPACE` of a service, or its host; all services where absent. */
  readonly service?: string | undefined;
  /** Namespace for a name without one. */
  readonly namespace: string;
  /** Only requests since this time count, in milliseconds since 1970. */
  readonly sinceMs?: number | undefined;
}

/** Services that are looked at in detail, those that the asked ones wait for included. */
const MAX_SERVICES = 24;

/** Says why a service, or any service of the mesh, is slow, or that none is. */
export async function diagnosePerformance(
  { service, namespace, sinceMs }: PerformanceQuestion,
  input: DiagnosisInput,
): Promise<DiagnosisReport> {
  const { mesh, recording, now, signal } = input;
  const observer = input.observer ?? new Observer(recording, mesh, signal);
  const overview = await overviewOf(input, sinceMs);
  const asked = service === undefined ? undefined : resolveHost(mesh, service, namespace, overview);
  const first = asked === undefined ? suspects(overview, mesh) : [asked];
  const examined = await examineAll(first, overview, { ...input, observer });
  const controlPlane = await controlPlaneOf(recording, overview.answers, signal);
  const ranked = order(examined.flatMap(judge));
  return reportOf({ mesh, asked, examined, ranked, overview, controlPlane, now });
}

/** Looks at services, and at those that they wait for. */
export async function examineAll(
  hosts: readonly string[],
  overview: Overview,
  input: DiagnosisInput,
): Promise<PerformanceCase[]> {
  const queue = [...hosts];
  const examined = new Map<string, PerformanceCase>();
  for (let host = queue.shift(); host !== undefined; host = queue.shift()) {
    if (examined.has(host) || examined.size >= MAX_SERVICES) continue;
    const of = await examine(host, overview, input);
    examined.set(host, of);
    queue.push(...waitsFor(of));
  }
  return [...examined.values()];
}
