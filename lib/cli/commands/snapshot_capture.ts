import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { Kind } from "../../mesh/mod.ts";
import { Mesh, schemas } from "../../mesh/mod.ts";
import { json, yaml } from "../../report/mod.ts";
import { capture, filesOf, readerRole, scopeOf } from "../../snapshot/mod.ts";
import { captureText } from "../capture_text.ts";
import { defineCommand, EXIT } from "../command.ts";
import { NAMES_FILE, newPseudonyms, PSEUDONYMS, writeNames } from "../input/pseudonyms.ts";
import { type LiveMesh, openLiveMesh } from "../input/live_mesh.ts";
import {
  collect,
  CONTEXT,
  ISTIO_NAMESPACE,
  KUBECONFIG,
  outputOption,
  parseDuration,
  PROMETHEUS,
  REVISION,
  STRICT,
} from "../options.ts";
import { requestParser } from "../request_parser.ts";
import type { Shell } from "../shell.ts";

/** Kinds of rights, which no snapshot needs. */
const LEFT_OUT: ReadonlySet<Kind> = new Set<Kind>([
  "ClusterRole",
  "ClusterRoleBinding",
  "Role",
  "RoleBinding",
]);

const CAPTURED: readonly Kind[] = schemas.all().map(({ identifier }) => identifier)
  .filter((kind) => !LEFT_OUT.has(kind));

/** `meshmedic snapshot capture`: a live mesh in one file, without secrets. */
export const snapshotCaptureCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[file]", "the snapshot (default: meshmedic-CONTEXT-TIME.tar.gz)")
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(PROMETHEUS)
      .addOption(
        new Option(
          "-n, --namespace <namespace>",
          "proxies of this namespace only; may be repeated",
        ).argParser(collect),
      )
      .option("--from <source>", "proxies of this workload, such as sleep.client")
      .option("--to <target>", "proxies of this service, such as reviews.bookinfo:9080")
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(
        new Option("--since <duration>", "older requests belong to the past")
          .argParser(parseDuration),
      )
      .option("--logs", "also the logs of applications, whatever they hold")
      .addOption(PSEUDONYMS)
      .addOption(NAMES_FILE)
      .addOption(
        new Option("--max-size <megabytes>", "leave out further files, before compression")
          .argParser(parseMegabytes).default(1000),
      )
      .addOption(
        new Option("--max-time <duration>", "leave out what is not captured by then")
          .argParser(parseDuration).default(300_000, "5m"),
      )
      .option("--dry-run", "list the requests, and print the ClusterRole that they need")
      .addOption(outputOption(["text", "json"], "text"))
      .addOption(STRICT),

  async run(shell, { namespace: namespaces = [], from, to, logs = false, dryRun, ...flags }, file) {
    const live = await shell.working(
      "Listing objects",
      openLiveMesh(shell, { ...flags, namespace: namespaces[0], keepsFiles: false }, CAPTURED),
    );
    const mesh = new Mesh(live.resources, { istioNamespace: flags.istioNamespace });
    const names = [from, to].filter((name) =>
      name !== undefined && name !== "external"
    ) as string[];
    const scope = scopeOf(mesh, { namespaces, names, hasApplicationLogs: logs === true });
    if (dryRun) return await printPlan(shell, live, scope);
    const pseudonyms = flags.pseudonyms ? newPseudonyms(shell, live.resources) : undefined;
    const path = file ?? defaultName(shell, pseudonyms ? "" : live.detail);
    const report = await capture(live.recordings, {
      path,
      scope,
      ...(pseudonyms && { pseudonyms }),
      gaps: live.gaps,
      parseRequest: requestParser(mesh.config),
      limitBytes: flags.maxSize * 1e6,
      limitMs: flags.maxTime,
      world: shell.world,
      onFile: (name, done) => void shell.progress(`${done} files, now ${name}`),
      signal: shell.signal,
    });
    await shell.progress("");
    if (pseudonyms && flags.namesFile !== undefined) {
      await writeNames(shell, flags.namesFile, pseudonyms);
    }
    await shell.print(flags.output === "json" ? json(report) : captureText(report));
    return flags.strict && report.gaps.length > 0 ? EXIT.failure : EXIT.clean;
  },
});

async function printPlan(
  shell: Shell,
  { recordings }: LiveMesh,
  scope: ReturnType<typeof scopeOf>,
): Promise<number> {
  for (const recording of recordings) {
    for await (const path of filesOf(recording, scope, shell.signal)) {
      await shell.print(`# ${path}\n`);
    }
  }
  await shell.print(yaml(readerRole(CAPTURED)));
  return EXIT.clean;
}

function defaultName({ world }: Shell, context: string): string {
  const time = world.clock.now().toISOString().replace(/[-:]|\.\d+/g, "");
  const parts = ["meshmedic", context.replace(/[^\w.-]+/g, "-"), time];
  return `${parts.filter((part) => part !== "").join("-")}.tar.gz`;
}

function parseMegabytes(text: string): number {
  const megabytes = Number(text);
  if (!(megabytes > 0)) throw new InvalidArgumentError("It is a number of megabytes.");
  return megabytes;
}
