import { deepStrictEqual, match } from "node:assert/strict";
import { selectorMatchesNoPods } from "../../lib/diagnose/causes/endpoints/selector_matches_no_pods.ts";
import { caseOf } from "../cases/case_of.ts";
import { pod, service } from "../cases/objects.ts";

const SLEEP = pod("client/sleep-1", { ip: "10.0.0.1" });
const WEB = pod("shop/web-1", { ip: "10.0.0.2" });

Deno.test("a selector that no pod has is found, with the labels that are there", async () => {
  const of = await caseOf({
    objects: [SLEEP, WEB, service("shop/web", { selector: { app: "wbe" } })],
    logs: {
      "client/sleep-1": [{ code: 503, flags: ["UH"], details: "no_healthy_upstream" }],
    },
  });
  const [found, ...others] = [...selectorMatchesNoPods.consider(of)];
  deepStrictEqual(others, []);
  deepStrictEqual(found?.objects, [
    { kind: "Service", namespace: "shop", name: "web", path: "spec.selector" },
  ]);
  deepStrictEqual(found.facts.map(({ weight }) => weight), ["proven", "decisive"]);
  match(found.remedy.action ?? "", /"app":"web"/);
});

Deno.test("a selector that matches a pod that is not ready is in order", async () => {
  const objects = [SLEEP, pod("shop/web-1", { ready: false }), service("shop/web")];
  deepStrictEqual([...selectorMatchesNoPods.consider(await caseOf({ objects }))], []);
});
