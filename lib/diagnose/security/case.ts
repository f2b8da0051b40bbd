import {
  certificatesFile,
  type CertificateStatus,
  Exposition,
  type MeshVersions,
  meshVersions,
  readProxyCertificates,
} from "../../evidence/mod.ts";
import type { Gap } from "../../core/mod.ts";
import type { Mesh, Resource } from "../../mesh/mod.ts";
import { type Survey, surveyTraffic } from "../../traffic/mod.ts";
import type { Cause } from "../cause.ts";
import type { DiagnosisInput } from "../connectivity.ts";

/** What decides how safe a mesh is: its policies, what was seen of its traffic, and its certificates. */
export interface PostureCase {
  /** The objects of all clusters. */
  readonly mesh: Mesh;
  /** The time to judge by: when the mesh was seen. */
  readonly now: Date;
  /** Who calls whom, and how. */
  readonly survey: Survey;
  /** The certificates that proxies hold, each once. */
  readonly certificates: readonly HeldCertificate[];
  /** What runs: versions of istiod and of the proxies. */
  readonly versions: MeshVersions;
  /** What istiod counts of its own work; `undefined` where it was not read. */
  readonly istiod: Exposition | undefined;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/** A certificate, and the first proxy that holds it. */
export interface HeldCertificate extends CertificateStatus {
  /** Whether it is a root that is trusted, or one's own. */
  readonly use: "root" | "own";
  /** The pod of the first proxy that holds it; `undefined` where the objects do not have it. */
  readonly pod: Resource<"Pod"> | undefined;
  /** Where it was read. */
  readonly source: string;
  /** How many proxies hold it. */
  readonly holders: number;
}

/** Declares a cause of posture: a claim about what could happen, whether or not requests suffer. */
export function definePostureCause(cause: Cause<PostureCase>): Cause<PostureCase> {
  return cause;
}

/** What istiod counts, in Prometheus' text format. */
export const ISTIOD_METRICS = "istiod/metrics.prom";

/** Reads what decides how safe a mesh is. */
export async function observePosture(
  { mesh, recording, now, signal }: DiagnosisInput,
): Promise<PostureCase> {
  const survey = await surveyTraffic({ mesh, recording, signal });
  const { byProxy, gaps } = await readProxyCertificates(recording, signal);
  const held = new Map<string, HeldCertificate>();
  for (const [proxy, { own, roots }] of byProxy) {
    const source = certificatesFile(proxy);
    const pod = mesh.get("Pod", proxy.namespace, proxy.pod, proxy.cluster);
    for (const each of roots) hold(held, { ...each, use: "root", pod, source, holders: 1 });
    for (const each of own) hold(held, { ...each, use: "own", pod, source, holders: 1 });
  }
  const certificates = [...held.values()].sort((a, b) => a.source < b.source ? -1 : 1);
  const versions = await meshVersions(recording, mesh, signal);
  const metrics = await recording.read(ISTIOD_METRICS, signal);
  return {
    mesh,
    now,
    survey,
    certificates,
    versions,
    istiod: metrics === undefined ? undefined : new Exposition(metrics),
    gaps: [
      ...mesh.gaps,
      ...survey.gaps,
      ...versions.gaps,
      ...gaps,
      ...(metrics === undefined ? [{ what: ISTIOD_METRICS, reason: "not recorded" }] : []),
    ],
  };
}

function hold(held: Map<string, HeldCertificate>, certificate: HeldCertificate): void {
  const key = `${certificate.use} ${certificate.serial}`;
  const known = held.get(key);
  held.set(key, { ...known ?? certificate, holders: (known?.holders ?? 0) + 1 });
}
