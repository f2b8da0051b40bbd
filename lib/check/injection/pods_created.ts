import { counted } from "../../core/mod.ts";
import { failingInjector } from "../../diagnose/mod.ts";
import type { Resource } from "../../mesh/mod.ts";
import { defineCheck, trouble } from "../check.ts";

const RECENT_MS = 3_600_000;

/** No pod was refused because the injector could not be asked. */
export const podsCreated = defineCheck({
  name: "pods-created",
  stage: "Injection",
  title: "No pod was refused in the last hour because the injector could not be asked",
  inputs: ["Event"],
  docs: {
    why: "The webhook's failure policy is Fail: where it cannot be asked, pods are not created.",
    remedy: "Make the webhook answer: istiod up, its CA in the webhook, port 15017 open.",
    links: ["https://istio.io/latest/docs/ops/common-problems/injection/"],
  },

  run({ mesh, now }) {
    const refused = mesh.list("Event").filter((event) =>
      failingInjector(event.object.message ?? "") !== undefined &&
      now.getTime() - timeOf(event) < RECENT_MS
    );
    return {
      saw: counted(refused.length, "refusal"),
      troubles: refused.map((event) => {
        const { involvedObject, message = "" } = event.object;
        const whose = `${involvedObject?.kind ?? ""} ${event.namespace}/${
          involvedObject?.name ?? ""
        }`;
        return trouble("error", event, `${whose}: ${message}`, "message");
      }),
    };
  },
});

function timeOf({ object }: Resource<"Event">): number {
  const { lastTimestamp, eventTime, firstTimestamp } = object;
  return Date.parse(lastTimestamp ?? eventTime ?? firstTimestamp ?? "") || 0;
}
