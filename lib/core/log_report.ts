import type { Gap } from "./gap.ts";

/** Who made a response or ended a connection, as far as the lines tell. */
export type LogProducer =
  | "application"
  | "upstream"
  | "proxy"
  | "server proxy"
  | "client"
  | "ztunnel";

/** One sign in a line and what it stands for. */
export interface LogSign {
  /** The field in which it stands. */
  readonly field:
    | "flag"
    | "details"
    | "termination"
    | "transport failure"
    | "grpc status"
    | "error";
  /** What stands there. */
  readonly value: string;
  /** What it means, as a clause. */
  readonly cause: string;
}

/** A line in a log. */
export interface LogLine {
  /** Where it stands: a file, or the `namespace/pod` of the proxy that wrote it. */
  readonly at: string;
  /** Its number in a file, from 1. */
  readonly line?: number;
  /** Its text without secrets, shortened where it is very long; `""` where it may hold anything. */
  readonly text: string;
}

/** Lines that say the same, explained. */
export interface LogGroup {
  /** How many lines. */
  readonly count: number;
  /** Whether they tell of a failure. */
  readonly isFailure: boolean;
  /** What happened, as a sentence without its full stop. */
  readonly summary: string;
  /** Who made the response. */
  readonly producedBy: LogProducer;
  /** What to do, as a clause; absent where nothing is to be done or nothing is known. */
  readonly remedy?: string;
  /** The signs in the line, the most telling first. */
  readonly signs: readonly LogSign[];
  /** HTTP status; absent for TCP connections. */
  readonly code?: number;
  /** Where the requests went: Envoy cluster, service or address; `""` where the lines do not tell. */
  readonly destination: string;
  /** Some of the requests, as `METHOD PATH`. */
  readonly requests: readonly string[];
  /** When the first and the last of them began, as RFC 3339 times; absent where the format has none. */
  readonly first?: string;
  /** See {@linkcode LogGroup.first}. */
  readonly last?: string;
  /** Mean and longest duration in milliseconds; absent where the format has none. */
  readonly durationMs?: { readonly mean: number; readonly max: number };
  /** The first of the lines. */
  readonly example: LogLine;
  /** The line of the server's proxy for the same request, where it is known. */
  readonly server?: LogLine;
}

/** What log lines mean. Its shape is a contract with scripts. */
export interface LogReport {
  /** Always `"LogReport"`. */
  readonly kind: "LogReport";
  /** Version of this shape. */
  readonly version: 1;
  /** How many lines of which kind were read. */
  readonly lines: {
    /** Requests and connections of Envoy. */
    readonly requests: number;
    /** Connections of ztunnel. */
    readonly ztunnel: number;
    /** Messages of agents and proxies, which tell of no request. */
    readonly messages: number;
    /** Requests and connections before the time that is looked at. */
    readonly older: number;
    /** Lines of no known form. */
    readonly unreadable: number;
  };
  /** Failures first, the most frequent first. */
  readonly groups: readonly LogGroup[];
  /** Lines that were read but are in no group, because there are too many different ones. */
  readonly leftOut: number;
  /** Some of the lines of no known form. */
  readonly unreadable: readonly LogLine[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}
