import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { evaluateJwt, requestAuthenticationsFor, tokenVerification } from "../../auth/mod.ts";
import { parseQuestion, resolveCaller } from "../../connectivity/mod.ts";
import { assumedControlPlanes, type Mesh, type Resource } from "../../mesh/mod.ts";
import { ACCESS_FORMATS, verificationRenderers } from "../../report/mod.ts";
import { defineCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { answerStatus } from "../exit_status.ts";
import { openNamedMesh } from "../input/named_mesh.ts";
import {
  CONTEXT,
  EXIT_ZERO,
  FILENAME,
  ISTIO_NAMESPACE,
  JWKS,
  KUBECONFIG,
  NAMESPACE,
  outputOption,
  REVISION,
  SNAPSHOT,
  STRICT,
} from "../options.ts";
import { readJwks, readToken } from "../input/token.ts";

const ANSWERS = {
  "accepted": "allow",
  "no token": "allow",
  "rejected": "deny",
  "unknown": "unknown",
} as const;

/** `meshmedic jwt verify`: which rule a token meets, and why it fails. */
export const jwtVerifyCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[file]", "file with the token, or - for stdin", "-")
      .option("--to <workload>", "WORKLOAD.NS that gets the token (default: all rules at once)")
      .option("--header <name>", "header in which it travels, without a prefix")
      .addOption(JWKS)
      .addOption(
        new Option("--at <time>", "time to judge by (default: when the mesh was seen)")
          .argParser(parseTime),
      )
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(FILENAME)
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(outputOption(ACCESS_FORMATS, "table"))
      .addOption(EXIT_ZERO)
      .addOption(STRICT),

  async run(shell, flags, file) {
    const token = await readToken(shell, file);
    const { mesh, now, gaps } = await shell.working(
      "Reading the mesh",
      openNamedMesh(shell, flags),
    );
    const policies = policiesFor(mesh, flags.to, flags.namespace);
    const request = flags.header === undefined ? token : { headers: { [flags.header]: token } };
    const verification = { now: flags.at ?? now, jwks: await readJwks(shell, flags.jwks) };
    const evaluation = await evaluateJwt(policies, request, verification);
    const assumed = [...gaps, ...assumedControlPlanes(mesh)];
    const report = tokenVerification(evaluation, verification.now, assumed);
    await deliver(shell, report, verificationRenderers, flags);
    return answerStatus({ answer: ANSWERS[report.outcome], gaps: report.gaps }, flags);
  },
});

function policiesFor(
  mesh: Mesh,
  to: string | undefined,
  namespace: string,
): readonly Resource<"RequestAuthentication">[] {
  if (to === undefined) return mesh.list("RequestAuthentication");
  const { source } = parseQuestion({ from: to, to: "any", namespace });
  const pods = Map.groupBy(resolveCaller(mesh, source).pods, ({ cluster }) => cluster);
  return [
    ...new Set([...pods.values()].flatMap(([pod]) => requestAuthenticationsFor(mesh, pod!))),
  ];
}

function parseTime(text: string): Date {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time;
  throw new InvalidArgumentError("A time looks like 2026-01-31T12:00:00Z.");
}
