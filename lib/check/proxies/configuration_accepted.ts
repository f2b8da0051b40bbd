import type { CheckTrouble, Gap } from "../../core/mod.ts";
import { whyMissing } from "../../evidence/mod.ts";
import { defineCheck } from "../check.ts";
import { syncState } from "./_sync.ts";

/** No proxy rejects what it is sent. */
export const configurationAccepted = defineCheck({
  name: "configuration-accepted",
  stage: "Proxies",
  title: "No proxy rejects the configuration that it is sent",
  after: ["istiod-ready", "istiod-answers"],
  inputs: ["Pod"],
  docs: {
    why:
      "A proxy that rejects a push keeps the configuration before it, also for what was right in the " +
      "new one. Changes have no effect there, and nobody is told.",
    remedy:
      "Read what Envoy says: usually an EnvoyFilter that does not fit the version of the proxy, or two " +
      "objects that claim the same listener.",
  },

  async run(context) {
    const { proxies, clusters, gaps } = await syncState(context);
    const unread: Gap[] = [];
    const troubles: CheckTrouble[] = [];
    for (const [id, { types }] of proxies) {
      const file = `proxies/${id}/config_dump.json`;
      const rejected = types.filter(({ rejection }) => rejection !== undefined);
      for (const { type, rejection } of rejected) {
        const detail = `the proxy of ${id} rejects ${type}: ${rejection}`;
        troubles.push({ level: "error", source: file, detail });
      }
      // Whether a proxy that is behind has rejected something, only its own dump tells.
      const isBehind = types.some(({ state }) => state === "STALE");
      if (!isBehind || rejected.length > 0) continue;
      const dumps = await Promise.all(
        context.recordings.map((recording) => recording.read(file, context.signal)),
      );
      if (dumps.some((text) => text !== undefined)) continue;
      unread.push({ what: file, reason: whyMissing(context.recordings[0], file) });
    }
    return {
      saw: clusters.size === 0 ? "" : `${proxies.size} proxies`,
      troubles,
      gaps: [...gaps, ...unread],
    };
  },
});
