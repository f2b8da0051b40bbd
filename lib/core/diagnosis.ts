import type { CapacitySummary } from "./capacity.ts";
import type { Applicability, ObjectPatch } from "./finding.ts";
import type { Gap } from "./gap.ts";
import type { ProbeReport } from "./probe.ts";

/** How bad a root cause is, spelled out as in every report. */
export type Severity = "critical" | "high" | "medium" | "low" | "info";

/** The severities, worst first. */
export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** What a diagnosis comes to. */
export type Verdict = "healthy" | "degraded" | "broken" | "inconclusive";

/** What was asked. */
export type IssueType = "connectivity" | "performance" | "configuration" | "security" | "all";

/** What kind of thing a root cause is. */
export type CauseCategory =
  | "configuration"
  | "network"
  | "security"
  | "logs"
  | "performance"
  | "resources"
  | "control-plane"
  | "application";

/** One fact that speaks for or against a cause. */
export interface Evidence {
  /** Whether it supports the cause or contradicts it. */
  readonly supports: boolean;
  /** Where it was read: a file of the snapshot, an object and field, a metric. */
  readonly source: string;
  /** What was read there. */
  readonly detail: string;
}

/** An object that takes part in a cause. */
export interface CauseResource {
  /** Cluster, where there are several. */
  readonly cluster?: string;
  /** Kind as written in manifests. */
  readonly kind: string;
  /** Namespace; `""` for cluster-scoped kinds. */
  readonly namespace: string;
  /** Name. */
  readonly name: string;
  /** The field that makes the decision. */
  readonly path?: string;
}

/** One root cause, with what speaks for and against it. */
export interface DiagnosisFinding {
  /** Id of the knowledge base, such as `MM-R01`. */
  readonly cause: string;
  /** Its name in kebab-case. */
  readonly name: string;
  /** What kind of thing it is. */
  readonly category: CauseCategory;
  /** How bad it is here, by the impact that was observed. */
  readonly severity: Severity;
  /** From 0 to 1. */
  readonly confidence: number;
  /** One sentence with the real names. */
  readonly title: string;
  /** Why that breaks the request. */
  readonly description: string;
  /** The objects involved, the one to change first. */
  readonly resources: readonly CauseResource[];
  /** What was seen. */
  readonly evidence: readonly Evidence[];
  /** Changes that would cure it. */
  readonly fix?: Cure;
  /** Whom it harms, where many callers and services were looked at: `sleep.client → reviews.shop:80`. */
  readonly affects?: readonly string[];
}

/** Changes that cure a root cause: all are made or none. */
export interface Cure {
  /** How far it may be trusted. */
  readonly applicability: Applicability;
  /** What they do, as an imperative sentence. */
  readonly title: string;
  /** What changes, object by object. */
  readonly changes: readonly ObjectPatch[];
}

/** What to do about a cause. */
export interface Recommendation {
  /** Id of the cause that it cures. */
  readonly for: string;
  /** What to do, as an imperative sentence. */
  readonly title: string;
  /** Details and how to verify. */
  readonly description: string;
  /** A command to copy. */
  readonly action?: string;
  /** YAML of the object as it should be, or the part to add. */
  readonly patch?: string;
}

/** The stations of a request, in the order in which it passes them. */
export type HopPoint = "listener" | "route" | "cluster" | "endpoint" | "tls" | "policy" | "app";

/** What happened at one station. */
export interface Hop {
  /** The station. */
  readonly at: HopPoint;
  /** `namespace/pod` of the proxy that decided, or `""` where there is none. */
  readonly proxy: string;
  /** Whether the request gets past it. */
  readonly outcome: "ok" | "fail" | "unknown";
  /** What was decided. */
  readonly detail: string;
  /** The object that made the decision, as `Kind namespace/name`. */
  readonly object?: string;
}

/** How long the requests of one source took that one workload answered. */
export interface LatencySummary {
  /** Who called: `sleep.client`, or `outside`. */
  readonly source: string;
  /** What for: host and port. */
  readonly destination: string;
  /** Who answered: `Deployment bookinfo/reviews-v3`; absent where nothing says. */
  readonly workload?: string;
  /** How many requests there were; absent where the source does not say. */
  readonly requests?: number;
  /** How many of them failed; absent where none did. The other figures leave failures out, unless all failed. */
  readonly failures?: number;
  /** Half of the requests were not slower, in milliseconds. */
  readonly p50Ms?: number;
  /** Nine of ten were not slower, in milliseconds. */
  readonly p90Ms?: number;
  /** Ninety-nine of a hundred were not slower, in milliseconds. */
  readonly p99Ms?: number;
  /** Share of the time by part, from 0 to 1; absent where only one side was observed. */
  readonly parts?: Readonly<Record<string, number>>;
  /** What to do about each part that takes much of a slow row's time, by part. */
  readonly advice?: Readonly<Record<string, string>>;
  /** Where it was read. */
  readonly from: "access-log" | "prometheus" | "proxy-statistics";
}

/** How the traffic of one pair is protected. */
export interface EdgeSecurity {
  /** Who calls: `sleep.client`. */
  readonly source: string;
  /** The cluster from which it calls; absent in a mesh of one. */
  readonly cluster?: string;
  /** What for: host and port. */
  readonly destination: string;
  /** How many requests were seen. */
  readonly requests: number;
  /** What they travel in; `both` where some came in mTLS and some did not. */
  readonly protection: "mTLS" | "plaintext" | "both" | "unknown";
  /** Whether that was seen, or follows from configuration. */
  readonly from: "access-log" | "configuration";
}

/** Who may call one service. */
export interface ServiceSecurity {
  /** The service: `reviews.bookinfo`. */
  readonly service: string;
  /** The cluster of its pods; absent in a mesh of one. */
  readonly cluster?: string;
  /** The mode of its pods. */
  readonly mtls: "STRICT" | "PERMISSIVE" | "DISABLE";
  /** Who may call it, in words. */
  readonly callers: string;
  /** The AuthorizationPolicies that decide, as `namespace/name`. */
  readonly policies: readonly string[];
  /** Policies that are only tried. */
  readonly dryRun?: readonly string[];
  /** Whether tokens are checked where they are sent. */
  readonly checksTokens: boolean;
}

/** The answer of `diagnose`. Its shape is a contract with scripts. */
export interface DiagnosisReport {
  /** Always `"DiagnosisReport"`. */
  readonly kind: "DiagnosisReport";
  /** Version of this shape. */
  readonly version: 1;
  /** What was asked. */
  readonly issueType: IssueType;
  /** When the mesh was seen, as an RFC 3339 time. */
  readonly timestamp: string;
  /** The question, resolved. */
  readonly context: DiagnosisContext;
  /** The answer in one word. */
  readonly verdict: Verdict;
  /** The answer in one sentence. */
  readonly headline: string;
  /** Root causes, the best-supported first. */
  readonly findings: readonly DiagnosisFinding[];
  /** What to do, in the order of the findings. */
  readonly recommendations: readonly Recommendation[];
  /** The way of the request. */
  readonly hops: readonly Hop[];
  /** The requests that were sent for the diagnosis, where that was asked. */
  readonly probe?: ProbeReport;
  /** How long requests took, where that was asked. */
  readonly latency?: readonly LatencySummary[];
  /** What there is against what is needed, where performance was asked about. */
  readonly capacity?: CapacitySummary;
  /** How traffic is protected and who may call what, where that was asked. */
  readonly security?: {
    /** Each pair that talks. */
    readonly edges: readonly EdgeSecurity[];
    /** Each service with proxies. */
    readonly services: readonly ServiceSecurity[];
  };
  /** What could not be read. */
  readonly gaps: readonly Gap[];
  /** What was looked at. */
  readonly checked: readonly string[];
}

/** The question of a diagnosis, resolved to real names. */
export interface DiagnosisContext {
  /** `namespace/pod` of the caller, `external`, or absent for the whole mesh. */
  readonly source?: string;
  /** Host and port that were asked for, fully qualified where the mesh knows the host. */
  readonly destination?: string;
  /** The request. */
  readonly request?: { readonly method: string; readonly path: string };
}
