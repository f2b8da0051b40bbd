import type { AnyCommand } from "./command.ts";
import { PROXY_ENTRIES } from "./proxy_catalog.ts";
import { SNAPSHOT_ENTRIES } from "./snapshot_catalog.ts";

/** What is known of a command before its code is loaded: enough for help and completion. */
export interface CatalogEntry {
  /** The words that call it, such as `version` or `snapshot inspect`. */
  readonly name: string;
  /** Other names. */
  readonly aliases?: readonly string[];
  /** One line for lists. */
  readonly summary: string;
  /** Heading in the help. */
  readonly group: string;
  /** Invocations for the help, without `meshmedic`. */
  readonly examples: readonly string[];
  /** Loads the command; only the one that is called is loaded. */
  load(): Promise<AnyCommand>;
}

/** What several commands that share their first word are about. */
export const FAMILIES: ReadonlyMap<string, string> = new Map([
  ["access", "Decide about access as the proxies do"],
  ["jwt", "Look at a token as the proxies do"],
  ["proxy-config", "Show the configuration of a proxy"],
  ["snapshot", "Record a mesh, and look into recordings"],
]);

/** Every command, in the order of the help. */
export const CATALOG: readonly CatalogEntry[] = [
  {
    name: "analyze",
    summary: "Find configuration that is broken or will break",
    group: "Configuration:",
    examples: [
      "analyze manifests/",
      "analyze mesh.yaml --fail-on warning --report sarif=findings.sarif",
      "analyze --snapshot mesh.tar.gz -o json",
      "analyze --list-rules",
    ],
    load: async () => (await import("./commands/analyze.ts")).analyzeCommand,
  },
  {
    name: "fix",
    summary: "Cure what analyze finds: as a diff, or in the files",
    group: "Configuration:",
    examples: [
      "fix manifests/",
      "fix manifests/ --write",
      "fix mesh.yaml --unsafe --only unknown-field | git apply",
      "fix --from report.json --write",
      "fix --context production --apply",
    ],
    load: async () => (await import("./commands/fix.ts")).fixCommand,
  },
  {
    name: "diagnose",
    summary: "Say why a mesh is broken: root causes with evidence and remedy",
    group: "Diagnosis:",
    examples: [
      "diagnose connectivity --snapshot mesh.tar.gz --from sleep.client --to reviews.bookinfo:9080",
      "diagnose connectivity --snapshot mesh.tar.gz external http://shop.example.com/cart",
      "diagnose connectivity sleep.client reviews.bookinfo:9080 --snapshot mesh/ --report html=why.html",
      "diagnose all --snapshot mesh.tar.gz",
      "diagnose performance --service reviews.bookinfo --since 1h --snapshot mesh.tar.gz",
    ],
    load: async () => (await import("./commands/diagnose.ts")).diagnoseCommand,
  },
  {
    name: "check",
    summary: "Say whether a mesh is healthy, in sentences that are true when it is",
    group: "Diagnosis:",
    examples: [
      "check",
      "check --wait 5m --fail-on warning",
      "check --pre --context production",
      "check --snapshot mesh.tar.gz -o short",
    ],
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  {
    name: "trace",
    summary: "Explain one request hop by hop, with the object behind each decision",
    group: "Diagnosis:",
    examples: [
      "trace sleep.client reviews.bookinfo:9080 --path /reviews/0 --snapshot mesh.tar.gz",
      "trace --from external --to http://shop.example.com/cart --header 'x-user: ann' --snapshot mesh/ -o tree",
      "trace sleep.client details.bookinfo:9080 --jwt token.txt --snapshot mesh.tar.gz -o mermaid",
    ],
    load: async () => (await import("./commands/trace.ts")).traceCommand,
  },
  {
    name: "graph",
    summary: "Draw services, workloads and gateways with the routes and calls between them",
    group: "Diagnosis:",
    examples: [
      "graph --snapshot mesh.tar.gz -n bookinfo",
      "graph --snapshot mesh.tar.gz -o html --output-file mesh.html",
      "graph -f manifests/ -o dot",
    ],
    load: async () => (await import("./commands/graph.ts")).graphCommand,
  },
  {
    name: "logs",
    summary: "Say what lines of access logs and of ztunnel mean: cause and remedy",
    group: "Diagnosis:",
    examples: [
      "logs access.log",
      "kubectl logs deploy/reviews-v1 -c istio-proxy | meshmedic logs -",
      "logs --snapshot mesh.tar.gz -o json",
      "logs access.log --meshConfigFile mesh.yaml --each",
    ],
    load: async () => (await import("./commands/logs.ts")).logsCommand,
  },
  {
    name: "explain",
    summary: "Print the manual of a rule or root cause, offline",
    group: "Diagnosis:",
    examples: ["explain IST0101", "explain MM-R01", "explain subset-not-defined -o markdown"],
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  ...PROXY_ENTRIES,
  ...SNAPSHOT_ENTRIES,
  {
    name: "access check",
    summary: "Say whether a request would be allowed, and which policy and rule decides",
    group: "Security:",
    examples: [
      "access check sleep.client reviews.bookinfo:9080 --path /reviews/0 --method GET --snapshot mesh.tar.gz",
      "access check --from web.shop --to http://cart.shop:8080/cart --jwt token.txt -f manifests/",
    ],
    load: async () => (await import("./commands/access_check.ts")).accessCheckCommand,
  },
  {
    name: "access matrix",
    summary: "Say who may call what",
    group: "Security:",
    examples: [
      "access matrix --snapshot mesh.tar.gz -n bookinfo",
      "access matrix -f mesh/ -o json",
    ],
    load: async () => (await import("./commands/access_matrix.ts")).accessMatrixCommand,
  },
  {
    name: "jwt inspect",
    summary: "Show what a token says of itself, without its secrets",
    group: "Security:",
    examples: ["jwt inspect token.txt", "kubectl create token web | meshmedic jwt inspect"],
    load: async () => (await import("./commands/jwt_inspect.ts")).jwtInspectCommand,
  },
  {
    name: "jwt verify",
    summary: "Say which rule a token meets, and why it fails",
    group: "Security:",
    examples: [
      "jwt verify token.txt --to details.bookinfo --snapshot mesh.tar.gz",
      "jwt verify token.txt -f request-authentication.yaml --jwks keys.json",
    ],
    load: async () => (await import("./commands/jwt_verify.ts")).jwtVerifyCommand,
  },
  {
    name: "completions",
    summary: "Print the completion script of a shell",
    group: "Other:",
    examples: ["completions bash > /etc/bash_completion.d/meshmedic", "completions fish | source"],
    load: async () => (await import("./commands/completions.ts")).completionsCommand,
  },
  {
    name: "version",
    summary: "Print the versions of this program, the control plane and the proxies",
    group: "Other:",
    examples: ["version", "version --short --remote=false", "version --context prod -o json"],
    load: async () => (await import("./commands/version.ts")).versionCommand,
  },
];
