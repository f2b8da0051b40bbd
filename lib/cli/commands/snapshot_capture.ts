import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { parseQuestion } from "../../connectivity/mod.ts";
import { diagnoseConnectivity } from "../../diagnose/mod.ts";
import { type Kind, Mesh, schemas } from "../../mesh/mod.ts";
import type { Recording } from "../../evidence/mod.ts";
import { json, yaml } from "../../report/mod.ts";
import { capture, filesOf, podsRead, readerRole, type Scope, scopeOf } from "../../snapshot/mod.ts";
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
      .option("--from <source>", "proxies of this workload, such as sleep.client, or external")
      .option(
        "--to <target>",
        "proxies of this service, such as reviews.bookinfo:9080; with --from those on the way",
      )
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
    const isPair = from !== undefined && to !== undefined;
    const live = await shell.working(
      "Listing objects",
      openLiveMesh(shell, { ...flags, namespace: namespaces[0], keepsFiles: isPair }, CAPTURED),
    );
    const { recordings: [recording], resources, gaps } = live;
    const { istioNamespace, revision = "" } = flags;
    const home = recording.manifest.clusterName;
    const mesh = new Mesh(resources, { gaps, home, istioNamespace, revision });
    const pods = isPair
      ? await shell.working("Finding the way", podsBetween(from, to, { shell, recording, mesh }))
      : undefined;
    const scope = scopeOf(mesh, {
      namespaces,
      pods,
      names: isPair ? [] : [from, to].filter(isNameOfPods),
      hasApplicationLogs: logs === true,
    });
    if (dryRun) return await printPlan(shell, live, scope);
    const pseudonyms = flags.pseudonyms ? newPseudonyms(shell, live.resources) : undefined;
    const path = file ?? defaultName(shell, pseudonyms ? "" : live.detail);
    const report = await capture(live.recordings, {
      path,
      scope,
      ...(pseudonyms && { pseudonyms }),
      gaps,
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

function isNameOfPods(name: string | undefined): name is string {
  return name !== undefined && name !== "external";
}

/** The pods that a diagnosis of one pair looks at: what it asks for once is kept for the snapshot. */
async function podsBetween(
  from: string,
  to: string,
  { shell, recording, mesh }: { shell: Shell; recording: Recording; mesh: Mesh },
): Promise<ReadonlySet<string>> {
  const question = parseQuestion({ from, to, namespace: "default" });
  const { world: { clock }, signal } = shell;
  return await podsRead(
    recording,
    (noted) => diagnoseConnectivity(question, { mesh, recording: noted, now: clock.now(), signal }),
  );
}

async function printPlan(
  shell: Shell,
  { recordings }: LiveMesh,
  scope: Scope,
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
