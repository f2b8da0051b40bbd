import { type CertificateStatus, parseCertificates } from "../../evidence/mod.ts";
import type { Gap } from "../../core/mod.ts";
import type { Mesh, Resource } from "../../mesh/mod.ts";
import { proxyIds, type Survey, surveyTraffic } from "../../traffic/mod.ts";
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

/** Proxies whose certificates are read at the same time. */
const AT_ONCE = 8;

/** Reads what decides how safe a mesh is. */
export async function observePosture(
  { mesh, recording, now, signal }: DiagnosisInput,
): Promise<PostureCase> {
  const survey = await surveyTraffic({ mesh, recording, signal });
  const held = new Map<string, HeldCertificate>();
  const gaps: Gap[] = [];
  const ids = await proxyIds(recording, signal);
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    await Promise.all(
      ids.slice(i, i + AT_ONCE).map(async (id) => {
        const source = `proxies/${id}/certs.json`;
        const text = await recording.read(source, signal);
        if (text === undefined) return void gaps.push({ what: source, reason: "not recorded" });
        try {
          const { own, roots } = parseCertificates(text);
          const [namespace = "", name = ""] = id.split("/");
          const pod = mesh.get("Pod", namespace, name);
          for (const each of roots) hold(held, { ...each, use: "root", pod, source, holders: 1 });
          for (const each of own) hold(held, { ...each, use: "own", pod, source, holders: 1 });
        } catch (error) {
          gaps.push({ what: source, reason: `unreadable: ${(error as Error).message}` });
        }
      }),
    );
  }
  const certificates = [...held.values()].sort((a, b) => a.source < b.source ? -1 : 1);
  return { mesh, now, survey, certificates, gaps: [...mesh.gaps, ...survey.gaps, ...gaps] };
}

function hold(held: Map<string, HeldCertificate>, certificate: HeldCertificate): void {
  const key = `${certificate.use} ${certificate.serial}`;
  const known = held.get(key);
  const first = known && known.source < certificate.source ? known : certificate;
  held.set(key, { ...first, holders: (known?.holders ?? 0) + 1 });
}
