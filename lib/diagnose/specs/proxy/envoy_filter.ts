import { compileRe2, type Path } from "../../../core/mod.ts";
import type { EnvoyFilterConfigPatch, Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { sayIf } from "../values/names.ts";
import { checkAttachment, checkLabelSelector } from "../values/selector.ts";
import { checkPatchMatch } from "./envoy_filter_match.ts";
import { checkPatchValue, typeProblem } from "./envoy_types.ts";

const EXPOSES =
  "EnvoyFilter exposes internal implementation details that may change at any time. " +
  "Prefer other APIs if possible, and exercise extreme caution, especially around upgrades.";
const MAX_EXPRESSION = 1024;

/** Checks an EnvoyFilter. */
export function checkEnvoyFilter(
  { spec }: Resource<"EnvoyFilter">,
  say: Say,
  compat: boolean,
): void {
  const warnings: Parameters<Say>[] = [];
  const isRight = checkLabelSelector(spec.workloadSelector, "Envoy filter", (...problem) => {
    if (problem[2] === "warning") warnings.push(problem);
    else say(...problem);
  });
  if (!isRight) return;
  if (compat) say(["spec"], EXPOSES, "warning");
  for (const warning of warnings) say(...warning);
  checkAttachment({ targetRefs: spec.targetRefs ?? [] }, say);
  if (spec.workloadSelector && (spec.targetRefs ?? []).length > 0) {
    say(["spec"], "only one of targetRefs or workloadSelector can be set");
  }
  for (const [i, patch] of (spec.configPatches ?? []).entries()) {
    checkConfigPatch(patch, ["spec", "configPatches", i], say);
  }
}

function checkConfigPatch(configPatch: EnvoyFilterConfigPatch, at: Path, say: Say): void {
  const missing = missingProblem(configPatch);
  if (missing) return say(at, `Envoy filter: ${missing}`);
  const { match, patch } = configPatch;
  const version = match?.proxy?.proxyVersion ?? "";
  const versionAt = [...at, "match", "proxy", "proxyVersion"];
  if (version !== "" && !compileRe2(version)) {
    return say(versionAt, `Envoy filter: invalid regex for proxy version, [${version}]`);
  }
  if (version.length > MAX_EXPRESSION) {
    say(versionAt, `Envoy filter: proxyVersion regex is longer than ${MAX_EXPRESSION}`, "warning");
  }
  if (match?.context === "WAYPOINT") return;
  if (!checkPatchMatch(configPatch, at, say)) return;
  sayIf(say, [...at, "patch", "value"], typeProblem(patch?.value));
  checkPatchValue(configPatch, at, say);
}

/** What a patch lacks to be one. */
function missingProblem({ applyTo, patch }: EnvoyFilterConfigPatch): string | undefined {
  if (!applyTo || applyTo === "INVALID") return "missing applyTo";
  if (!patch) return "missing patch";
  const { operation, value } = patch;
  if (!operation || operation === "INVALID") return "missing patch operation";
  return operation !== "REMOVE" && value === undefined
    ? "missing patch value for non-remove operation"
    : undefined;
}
