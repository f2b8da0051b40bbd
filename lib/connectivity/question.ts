import { Failure } from "../core/mod.ts";

/** Who asks: a client outside the mesh that comes in through the gateways, or pods. */
export type SourceName = "external" | {
  /** `deploy`, `pod`, `sts` …, where the user narrowed it. */
  readonly kind?: string;
  /** Name of the pod, workload, Service, or value of its `app` label. */
  readonly name: string;
  /** Its namespace. */
  readonly namespace: string;
  /** Its cluster; that of any where absent. */
  readonly cluster?: string;
};

/** What is asked for. */
export interface TargetName {
  /** Host as the caller writes it, short or fully qualified. */
  readonly host: string;
  /** Port, where one is named or follows from the scheme. */
  readonly port?: number;
  /** Scheme of a URL. */
  readonly scheme?: "http" | "https" | "tcp";
}

/** A question about one connection: may this source reach that target, and if not, why. */
export interface Question {
  /** Who asks. */
  readonly source: SourceName;
  /** What for. */
  readonly target: TargetName;
  /** The request, where the user described it. */
  readonly request: RequestDescription;
}

/** What the user said of the request. What is absent may be anything. */
export interface RequestDescription {
  /** HTTP method. */
  readonly method?: string;
  /** Path with query. */
  readonly path?: string;
  /** Headers by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** The token that goes with it, undecoded. Never shown. */
  readonly jwt?: string;
  /** Whether it only shows the way, and requests with other methods and paths count as well. */
  readonly isExample?: boolean;
}

/** How a user puts a question. */
export interface QuestionText {
  /** `POD.NS`, `WORKLOAD.NS`, `deploy/NAME.NS`, `external`. */
  readonly from: string;
  /** `HOST[:PORT]` or a URL. */
  readonly to: string;
  /** Namespace for names without one. */
  readonly namespace: string;
  /** HTTP method. */
  readonly method?: string | undefined;
  /** Path with query. */
  readonly path?: string | undefined;
  /** Headers as `Name: value`. */
  readonly headers?: readonly string[] | undefined;
  /** A token. */
  readonly jwt?: string | undefined;
}

/** Reads a question. Throws a `Failure` `USAGE` that says what is wrong with it. */
export function parseQuestion(text: QuestionText): Question {
  const { target, path } = parseTarget(text.to);
  const wanted = text.path ?? path;
  if (wanted !== undefined && !wanted.startsWith("/")) {
    throw new Failure("USAGE", `Cannot use path "${wanted}": it must begin with "/"`);
  }
  return {
    source: parseSource(text.from, text.namespace),
    target,
    request: {
      ...(text.method ? { method: text.method.toUpperCase() } : {}),
      ...(wanted !== undefined ? { path: wanted } : {}),
      headers: parseHeaders(text.headers ?? []),
      ...(text.jwt !== undefined ? { jwt: text.jwt } : {}),
    },
  };
}

function parseSource(text: string, namespace: string): SourceName {
  if (text === "external") return "external";
  const match = /^(?:([a-z]+)\/)?([a-z0-9](?:[-a-z0-9.]*[a-z0-9])?)$/.exec(text);
  if (!match) {
    throw new Failure("USAGE", `Cannot read source "${text}"`, {
      hint: "Write POD.NAMESPACE, WORKLOAD.NAMESPACE, deploy/NAME.NAMESPACE or external",
    });
  }
  const [, kind, full = ""] = match;
  const dot = full.lastIndexOf(".");
  return {
    ...(kind ? { kind } : {}),
    name: dot < 0 ? full : full.slice(0, dot),
    namespace: dot < 0 ? namespace : full.slice(dot + 1),
  };
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

function parseTarget(text: string): { target: TargetName; path?: string } {
  const bad = (why: string) =>
    new Failure("USAGE", `Cannot read target "${text}": ${why}`, {
      hint: "Write HOST, HOST:PORT or a URL such as http://shop.example.com/cart",
    });
  const match = /^(?:([a-z]+):\/\/)?(\[[0-9a-fA-F:.]+\]|[^/:?#[\]@\s]+)(?::(\d+))?([/?][^#\s]*)?$/
    .exec(text);
  if (!match) throw bad("it is neither a host nor a URL");
  const [, scheme, host = "", portText, path] = match;
  if (scheme !== undefined && !["http", "https", "tcp"].includes(scheme)) {
    throw bad(`scheme "${scheme}" is none of http, https, tcp`);
  }
  const port = portText === undefined ? DEFAULT_PORTS[scheme ?? ""] : Number(portText);
  if (port !== undefined && (port < 1 || port > 65535)) throw bad(`there is no port ${port}`);
  return {
    target: {
      host: host.toLowerCase().replace(/^\[|\]$/g, ""),
      ...(port === undefined ? {} : { port }),
      ...(scheme ? { scheme: scheme as "http" | "https" | "tcp" } : {}),
    },
    ...(path === undefined ? {} : { path: path.startsWith("/") ? path : `/${path}` }),
  };
}

function parseHeaders(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(lines.map((line) => {
    const colon = line.indexOf(":");
    if (colon <= 0) {
      throw new Failure("USAGE", `Cannot read header "${line}"`, { hint: "Write Name: value" });
    }
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
  }));
}
