import { deepStrictEqual } from "node:assert/strict";
import type { Case } from "../../connectivity/mod.ts";
import { Mesh } from "../../mesh/mod.ts";
import { routeField } from "./routes.ts";

Deno.test("routeField() names the rule of a Gateway API route, but never for a fault", () => {
  const routeObject = { apiVersion: "", kind: "HTTPRoute", namespace: "shop", name: "web" };
  const of = {
    mesh: new Mesh([]),
    walk: { routeObject, route: { name: "shop.web.1" }, targets: [] },
  } as unknown as Case;
  const object = { kind: "HTTPRoute", namespace: "shop", name: "web" };
  deepStrictEqual(routeField(of, "timeout"), [{ ...object, path: "spec.rules[1]" }]);
  deepStrictEqual(routeField(of, "fault"), [object]);
});
