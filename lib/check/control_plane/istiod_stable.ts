import { containerStatuses, istiodPods } from "../../diagnose/mod.ts";
import { counted } from "../../core/mod.ts";
import { defineCheck, trouble } from "../check.ts";

const RECENT_MS = 3_600_000;

/** istiod did not end in the last hour. */
export const istiodStable = defineCheck({
  name: "istiod-stable",
  stage: "Control plane",
  title: "No container of istiod ended in the last hour",
  after: ["istiod-installed"],
  inputs: ["Pod"],
  docs: {
    why:
      "With each end all proxies of the replica connect again and get everything anew; beyond its " +
      "memory limit it may go on like that.",
    remedy:
      "Where the reason is OOMKilled give it more memory, or let Sidecars and discoverySelectors make " +
      "it know less; else read `kubectl -n istio-system logs -l app=istiod --previous`.",
  },

  run({ mesh, now }) {
    const pods = mesh.once(istiodPods);
    if (pods.length === 0) return { skip: "no pod of istiod is in these clusters" };
    return {
      saw: counted(pods.length, "pod"),
      troubles: pods.flatMap((pod) =>
        containerStatuses(pod).flatMap(({ name, state, lastState, restartCount = 0 }) => {
          const ended = state?.terminated ?? lastState?.terminated;
          const ageMs = now.getTime() - Date.parse(ended?.finishedAt ?? "");
          if (restartCount === 0 || !(ageMs < RECENT_MS)) return [];
          const minutes = Math.round(ageMs / 60_000);
          const reason = ended?.reason ?? `exit code ${ended?.exitCode}`;
          return [
            trouble(
              "warning",
              pod,
              `${name} ended ${minutes} minutes ago: ${reason}, ${
                counted(restartCount, "restart")
              }`,
            ),
          ];
        })
      ),
    };
  },
});
