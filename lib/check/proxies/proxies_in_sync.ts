import { defineCheck } from "../check.ts";
import { syncState } from "./_sync.ts";

/** A push that is on its way for no longer is no trouble. */
const ON_THE_WAY_MS = 30_000;

/** Every proxy has what it was sent. */
export const proxiesInSync = defineCheck({
  name: "proxies-in-sync",
  stage: "Proxies",
  title: "Every proxy has taken what istiod sent it last",
  after: ["istiod-ready", "istiod-answers"],
  inputs: ["Pod"],
  waits: true,
  docs: {
    why: "A proxy that has not taken a push routes, and judges access, by what held before.",
    remedy:
      "Look at the CPU of the proxy and of istiod; `meshmedic proxy-status POD` shows what differs.",
  },

  async run(context) {
    const { proxies, clusters, gaps } = await syncState(context);
    const troubles = [...proxies].flatMap(([id, { types }]) => {
      const late = types.filter(({ state, ageMs = Infinity }) =>
        state === "STALE" && ageMs >= ON_THE_WAY_MS
      ).map(({ type }) => type);
      const detail = `the proxy of ${id} has not taken ${late.join(", ")}`;
      const source = "istiod/debug/syncz.json";
      return late.length === 0 ? [] : [{ level: "warning" as const, source, detail }];
    });
    return { saw: clusters.size === 0 ? "" : `${proxies.size} proxies`, troubles, gaps };
  },
});
