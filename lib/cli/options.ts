/** Flags that several commands share, each declared once. @module */
import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { ClusterFiles } from "./input/analyzed_mesh.ts";
import type { FurtherReport } from "./deliver.ts";

/** Flags that every command has. */
export const COMMON_OPTIONS = [
  new Option("--color <when>", "colours in the output").choices(["auto", "always", "never"])
    .default("auto"),
  new Option("--config <file>", "settings file (default: the nearest meshmedic.yaml upwards)"),
  new Option("--output-file <file>", "write the document to a file instead of stdout"),
  new Option("--timeout <duration>", "give up after this long, such as 30s or 2m")
    .argParser(parseDuration),
  new Option("-q, --quiet", "no talk on stderr but failures"),
  new Option("-v, --verbose", "more talk on stderr"),
].map((option) => option.helpGroup("Common options:"));

/** `--snapshot`: the recorded mesh that is read. */
export const SNAPSHOT = new Option(
  "--snapshot <path>",
  "recorded mesh, or bug report of istioctl: a folder or .tar.gz",
);

/** `--prometheus`: a running Prometheus beside the mesh. */
export const PROMETHEUS = new Option(
  "--prometheus <url>",
  "Prometheus that is asked for latencies, CPU and istiod's figures",
);

/** `--kubeconfig`: where live clusters are. */
export const KUBECONFIG = new Option(
  "--kubeconfig <file>",
  "kubeconfig of the live cluster (default: $KUBECONFIG, ~/.kube/config, or the pod's own account)",
);

/** `--context`: which live clusters. */
export const CONTEXT = new Option(
  "--context <name>",
  "context of the kubeconfig; one for each cluster of the mesh",
).argParser(collect);

/** `--filename`: manifests that are read. */
export const FILENAME = new Option(
  "-f, --filename <path>",
  "manifests: a file, a folder, or - for stdin; may be repeated",
).argParser(collect);

/** `--namespace`. */
export const NAMESPACE = new Option(
  "-n, --namespace <namespace>",
  "namespace of names that are given without one",
).default("default");

/** `--namespace` of what reads objects in bulk. */
export const NAMESPACE_IF_GIVEN = new Option(
  "-n, --namespace <namespace>",
  "namespace of objects in files that name none; of a cluster or recording, the only one of interest",
);

/** `--all-namespaces`: of every command that has `--namespace`, which it beats. */
export const ALL_NAMESPACES = new Option(
  "-A, --all-namespaces",
  "every namespace, also where a setting names one",
);

/** `--istioNamespace`. */
export const ISTIO_NAMESPACE = new Option(
  "-i, --istioNamespace <namespace>",
  "namespace of the control plane",
).default("istio-system");

/** `--revision`. */
export const REVISION = new Option("-r, --revision <revision>", "revision of the control plane");

/** `--header`: of the request that is asked about. */
export const HEADER = new Option(
  "--header <name: value>",
  "header of the request; may be repeated",
).argParser(collect);

/** `--jwks`. */
export const JWKS = new Option(
  "--jwks <file>",
  "keys for RequestAuthentications that only name a URL",
);

/** `--cluster`: files of a named cluster. */
export const CLUSTER = new Option(
  "--cluster <name=path>",
  "files of a named cluster; may be repeated",
).argParser(collectClusters);

/** `--meshConfigFile`. */
export const MESH_CONFIG_FILE = new Option(
  "--meshConfigFile <file>",
  "mesh settings that win over the istio ConfigMap",
);

/** `--meshNetworksFile`. */
export const MESH_NETWORKS_FILE = new Option(
  "--meshNetworksFile <file>",
  "networks that win over those of the istio ConfigMap",
);

/** `--only`. */
export const ONLY = new Option(
  "--only <rules>",
  "codes or names of the rules to run; may be repeated",
)
  .argParser(collectWords);

/** `--exclude`. */
export const EXCLUDE = new Option(
  "--exclude <rules>",
  "codes or names of rules to leave out; may be repeated",
).argParser(collectWords);

/** `--exit-zero`. */
export const EXIT_ZERO = new Option("--exit-zero", "exit 0 also when something was found");

/** `--strict`. */
export const STRICT = new Option("--strict", "exit 3 when something could not be read");

/** Value-taking flags that may stand before the command, like the common ones. */
export const LEADING_OPTIONS = [
  ...COMMON_OPTIONS,
  SNAPSHOT,
  PROMETHEUS,
  KUBECONFIG,
  CONTEXT,
  NAMESPACE,
  ALL_NAMESPACES,
  ISTIO_NAMESPACE,
  REVISION,
  EXIT_ZERO,
  STRICT,
  new Option("-o, --output <format>"),
  new Option("--fail-on <level>"),
  new Option("--report <format=file>"),
];

/** `--output`: the format of the document, `preset` where nobody says. */
export function outputOption<const Format extends string>(
  formats: readonly Format[],
  preset: NoInfer<Format>,
): Option<"-o, --output <format>", undefined, Format, undefined, false, Format> {
  return new Option("-o, --output <format>", "format").choices(formats).default(preset);
}

/** `--report FORMAT=FILE`, any number of times. */
export function reportOption<const Format extends string>(
  formats: readonly Format[],
): Option<"--report <format=file>", undefined, undefined, readonly FurtherReport<Format>[]> {
  return new Option(
    "--report <format=file>",
    `write a further document; may be repeated (formats: ${formats.join(", ")})`,
  ).argParser((text, previous: readonly FurtherReport<Format>[] | undefined) => {
    const [, name, file] = /^([a-z]+)=(.+)$/.exec(text) ?? [];
    const format = formats.find((each) => each === name);
    if (format === undefined || file === undefined) {
      throw new InvalidArgumentError(`Write FORMAT=FILE with one of ${formats.join(", ")}.`);
    }
    if (file === "-") throw new InvalidArgumentError("-o says what is printed; name a file here.");
    if (previous?.some((other) => other.file === file)) {
      throw new InvalidArgumentError(`"${file}" holds one report; name another file.`);
    }
    return [...previous ?? [], { format, file }];
  });
}

const UNITS_MS: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["s", 1_000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
]);

/** Milliseconds of a duration such as `500ms`, `30s`, `2m`, `1h` or `7d`. */
export function parseDuration(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  const milliseconds = Number(number) * (UNITS_MS.get(unit ?? "") ?? NaN);
  if (!(milliseconds > 0)) throw new InvalidArgumentError("A duration looks like 30s, 2m or 1h.");
  return milliseconds;
}

/** Collects the values of a flag that may be repeated. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...previous ?? [], value];
}

/** Collects the comma-separated words of a flag that may be repeated. */
export function collectWords(
  value: string,
  previous: readonly string[] | undefined,
): readonly string[] {
  const words = value.split(",").map((word) => word.trim()).filter((word) => word !== "");
  return [...previous ?? [], ...words];
}

/** Collects `NAME=PATH`, one cluster for each name. */
export function collectClusters(
  value: string,
  previous: readonly ClusterFiles[] = [],
): readonly ClusterFiles[] {
  const [, cluster, path] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  if (cluster === undefined || path === undefined) {
    throw new InvalidArgumentError("Write NAME=PATH.");
  }
  const others = previous.filter((each) => each.cluster !== cluster);
  const same = previous.find((each) => each.cluster === cluster);
  return [...others, { cluster, paths: [...same?.paths ?? [], path] }];
}
