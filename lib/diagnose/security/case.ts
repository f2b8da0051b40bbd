import {
  certificatesFile,
  type CertificateStatus,
  clusterFolder,
  Exposition,
  type MeshVersions,
  meshVersions,
  readProxyCertificates,
} from "../../evidence/mod.ts";
import type { Gap } from "../../core/mod.ts";
import {
  assumedControlPlanes,
  controlPlaneParts,
  type Mesh,
  type Resource,
} from "../../mesh/mod.ts";
import { type Survey, surveyTraffic } from "../../traffic/mod.ts";
import type { Cause } from "../cause.ts";
import type { DiagnosisInput } from "../connectivity.ts";

/** What was observed of how safe a mesh is. */
export interface Posture {
  /** Who calls whom, and how. */
  readonly survey: Survey;
  /** How many certificates proxies hold. */
  readonly certificates: number;
  /** What each control plane configures. */
  readonly cases: readonly PostureCase[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/**
 * What decides how safe the part of a mesh is that one control plane configures: its policies, what was
 * seen of its traffic, and its certificates.
 */
export interface PostureCase {
  /** The objects that the control plane reads, and the workloads that it configures. */
  readonly mesh: Mesh;
  /** The time to judge by: when the mesh was seen. */
  readonly now: Date;
  /** Who calls whom, and how: the calls of those workloads, and what anybody received. */
  readonly survey: Survey;
  /** The certificates that proxies hold, each once. */
  readonly certificates: readonly HeldCertificate[];
  /** What runs: versions of istiod and of the proxies. */
  readonly versions: MeshVersions;
  /** What istiod counts of its own work; `undefined` where it was not read. */
  readonly istiod: IstiodCounters | undefined;
}

/** What istiod counts of its own work. */
export interface IstiodCounters {
  /** Where it was read. */
  readonly file: string;
  /** The figures. */
  readonly figures: Exposition;
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

/** Reads what decides how safe a mesh is. */
export async function observePosture(
  { mesh, recording, now, signal }: DiagnosisInput,
): Promise<Posture> {
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
  const parts = await Promise.all(
    controlPlaneParts(mesh).map(async ({ controlPlane, part }) => {
      const { runsIn = controlPlane.config } = controlPlane;
      const top = await clusterFolder(recording, runsIn, signal);
      const file = `${top}istiod/metrics.prom`;
      const text = await recording.read(file, signal);
      const of: PostureCase = {
        mesh: part,
        now,
        survey,
        certificates,
        versions,
        istiod: text === undefined ? undefined : { file, figures: new Exposition(text) },
      };
      return { of, gaps: text === undefined ? [{ what: file, reason: "not recorded" }] : [] };
    }),
  );
  const cases = parts.map(({ of }) => of);
  return {
    survey,
    certificates: certificates.length,
    cases: cases.length === 1 ? cases : cases.map(ownPart),
    gaps: [
      ...mesh.gaps,
      ...assumedControlPlanes(mesh),
      ...survey.gaps,
      ...versions.gaps,
      ...gaps,
      ...parts.flatMap(({ gaps }) => gaps),
    ],
  };
}

/** Leaves what other control planes' workloads do and hold to them. */
function ownPart(of: PostureCase): PostureCase {
  const clusters = new Set(of.mesh.clusters);
  const isOwn = ({ cluster = "" }: { readonly cluster?: string }) => clusters.has(cluster);
  const { edges } = of.survey;
  return {
    ...of,
    survey: {
      ...of.survey,
      edges: edges.filter(({ source }) => source === "external" || isOwn(source)),
    },
    certificates: of.certificates.filter(({ pod }) => pod !== undefined && isOwn(pod)),
    versions: {
      controlPlane: of.versions.controlPlane.filter(isOwn),
      dataPlane: of.versions.dataPlane.filter(isOwn),
      gaps: of.versions.gaps,
    },
  };
}

function hold(held: Map<string, HeldCertificate>, certificate: HeldCertificate): void {
  const key = `${certificate.use} ${certificate.serial}`;
  const known = held.get(key);
  held.set(key, { ...known ?? certificate, holders: (known?.holders ?? 0) + 1 });
}
