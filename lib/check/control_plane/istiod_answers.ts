import { parseIstiodVersion, whyMissing } from "../../evidence/mod.ts";
import { defineCheck } from "../check.ts";

const VERSION = "istiod/version.json";

/** istiod answers requests. */
export const istiodAnswers = defineCheck({
  name: "istiod-answers",
  stage: "Control plane",
  title: "istiod answers",
  after: ["istiod-ready"],
  inputs: [],
  waits: true,
  docs: {
    why:
      "An istiod that is ready and gives no answer is overloaded, or cut off by a NetworkPolicy.",
    remedy: "Read its log, and its CPU and memory, with `kubectl -n istio-system top pod`.",
  },

  async run({ recordings, signal }) {
    const [recording] = recordings;
    if ((await recording.list("istiod", signal)).length === 0) {
      return { saw: "", gaps: [{ what: "istiod", reason: "none could be asked" }] };
    }
    const text = await recording.read(VERSION, signal);
    if (text !== undefined) return { saw: `it says that it is ${parseIstiodVersion(text)}` };
    const reason = whyMissing(recording, VERSION);
    if (!reason.startsWith("unreadable")) return { saw: "", gaps: [{ what: VERSION, reason }] };
    return {
      saw: "no answer",
      troubles: [{ level: "error", source: VERSION, detail: reason.replace("unreadable: ", "") }],
    };
  },
});
