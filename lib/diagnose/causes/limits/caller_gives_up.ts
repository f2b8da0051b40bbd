import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** The caller ends the request before the answer is there. */
export const callerGivesUp = defineCause({
  id: "MM-C24",
  name: "caller-gives-up",
  title: "The caller's own timeout is shorter than the answer takes",
  category: "application",
  severity: "medium",
  docs: {
    why:
      "A client, a load balancer or a user that waits no longer closes the connection. The mesh only " +
      "notes that the caller is gone.",
    symptom:
      "Code 0 with flag DC and details downstream_remote_disconnect at the first proxy, the " +
      "durations close to one round value.",
    remedy:
      "Make the server faster, or raise the caller's timeout; timeouts should fall along the way.",
    verify: "DC lines stop.",
  },

  *consider(of) {
    const sign = { side: "client", flags: ["DC"] } as const;
    const lines = linesWith(of, sign);
    const durations = lines.flatMap(({ line }) => line.entry.durationMs ?? []).sort((a, b) =>
      a - b
    );
    const median = durations[Math.floor(durations.length / 2)];
    // Callers that leave within milliseconds were interrupted, not kept waiting.
    if (lines.length === 0 || median === undefined || median < 500) return;
    const pods = of.caller.pods;
    yield {
      objects: [
        ...workloadsOf(of.mesh, pods),
        ...workloadsOf(of.mesh, of.destination.pods),
        ...(of.destination.service ? [resourceOf(of.destination.service.resource)] : []),
      ],
      title:
        `${of.caller.label} gives up after about ${median} ms, before ${of.destination.host} answers`,
      facts: [
        ...logged(of, sign),
        ...logged(of, { side: "server", flags: ["DC"] }, "likely"),
      ],
      remedy: { title: "Make the server faster, or raise the caller's timeout" },
    };
  },
});
