/**
 * Runs the end-to-end tests against real parts, or those that are given as arguments. A part that
 * cannot be had is a failure in CI and a printed skip elsewhere.
 *
 * @module
 */

import {
  FOLDER,
  installEnvoy,
  installEtcd,
  installKubernetes,
  installKwok,
  installPrometheus,
  MISSING,
  Unavailable,
} from "./testbed/mod.ts";

async function installCluster(): Promise<void> {
  await installEtcd();
  await installKubernetes("kube-apiserver");
  await installKubernetes("kube-controller-manager");
  await installKwok();
}

const missing: string[] = [];
for (
  const [part, install] of [
    ["cluster", installCluster],
    ["envoy", installEnvoy],
    ["prometheus", installPrometheus],
  ] as const
) {
  try {
    await install();
  } catch (cause) {
    if (!(cause instanceof Unavailable)) throw cause;
    missing.push(part);
    console.error(`e2e: cannot have ${cause.message}`);
  }
}
if (missing.length > 0 && Deno.env.get("CI") === "true") Deno.exit(1);
if (missing.includes("cluster")) {
  console.error("e2e: skipped, there is no cluster");
  Deno.exit(0);
}

const folder = await Deno.makeTempDir({ prefix: "meshmedic-e2e-" });
// An interrupt ends the tests, and their end ends the parts; then there is something to clean up here.
Deno.addSignalListener("SIGINT", () => undefined);
const tests = Deno.args.length > 0 ? Deno.args : ["tests/e2e"];
const { success } = await new Deno.Command("deno", {
  args: ["test", "--allow-all", ...tests],
  env: { [FOLDER]: folder, [MISSING]: missing.join(",") },
}).spawn().status;
if (success) await Deno.remove(folder, { recursive: true });
else console.error(`e2e: the logs of all parts are in ${folder}`);
Deno.exit(success ? 0 : 1);
