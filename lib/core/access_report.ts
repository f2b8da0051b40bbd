import type { Gap } from "./gap.ts";
import type { ResourceRef } from "./ref.ts";

/** Whether a request gets through; `unknown` where something that decides is not known. */
export type AccessAnswer = "allow" | "deny" | "unknown";

/** A field of an object that had a say. */
export interface AccessObject {
  /** The object. */
  readonly resource: ResourceRef;
  /** The field, such as `spec.rules[0]`. */
  readonly path?: string;
}

/** One of the gates that a request passes, in their order. */
export interface AccessGate {
  /** NetworkPolicies, TLS between the two ends, the token, AuthorizationPolicies. */
  readonly gate: "network" | "tls" | "token" | "authorization";
  /** What it does with the request. */
  readonly answer: AccessAnswer;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
  /** What decided; empty where nothing is configured. */
  readonly objects: readonly AccessObject[];
  /** What else was considered, one clause each. */
  readonly details: readonly string[];
}

/** The answer of the pods of a destination that agree. */
export interface ServerAccess {
  /** The cluster from which the caller calls; absent where the answer is the same from all. */
  readonly callerCluster?: string;
  /** The cluster of the pods; absent in a mesh of one. */
  readonly cluster?: string;
  /** The pods as `namespace/name`, sorted. */
  readonly pods: readonly string[];
  /** Port of the container. */
  readonly port: number;
  /** What comes of it: the first gate that denies, else the first that is not known. */
  readonly answer: AccessAnswer;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
  /** Every gate. */
  readonly gates: readonly AccessGate[];
}

/** Whether a request would be allowed. Its shape is a contract with scripts. */
export interface AccessReport {
  /** Always `"AccessReport"`. */
  readonly kind: "AccessReport";
  /** Version of this shape. */
  readonly version: 1;
  /** When it was made, as an RFC 3339 time. */
  readonly takenAt: string;
  /** What was asked, without the token. */
  readonly question: {
    readonly source: string;
    readonly target: string;
    readonly method?: string;
    readonly path?: string;
    /** Whether a token goes with the request. */
    readonly hasToken: boolean;
  };
  /** The answer; `deny` where one server denies. */
  readonly answer: AccessAnswer;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
  /** The servers, those that agree together. */
  readonly servers: readonly ServerAccess[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/** One source, one destination, and whether the first may call the second. */
export interface AccessMatrixCell {
  /** Service account as `namespace/name`, with ` (no proxy)` for pods outside the mesh. */
  readonly source: string;
  /** The cluster from which it calls; absent where the answer is the same from all. */
  readonly sourceCluster?: string;
  /** `host:port`. */
  readonly destination: string;
  /** The cluster of the pods that are called; absent where the answers are the same in all. */
  readonly cluster?: string;
  /** The answer to some request; `unknown` where it hangs on the request. */
  readonly answer: AccessAnswer;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
}

/** Who may call what. Its shape is a contract with scripts. */
export interface AccessMatrix {
  /** Always `"AccessMatrix"`. */
  readonly kind: "AccessMatrix";
  /** Version of this shape. */
  readonly version: 1;
  /** When it was made, as an RFC 3339 time. */
  readonly takenAt: string;
  /** Ordered by destination, then source. */
  readonly cells: readonly AccessMatrixCell[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}
