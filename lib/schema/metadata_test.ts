import assert from "node:assert/strict";
import { formatPath } from "../core/mod.ts";
import { validateMetadata } from "./mod.ts";

function wrong(metadata: unknown): string[] {
  return validateMetadata({ metadata }).map(({ path }) => formatPath(path));
}

Deno.test("validateMetadata() accepts names that the API server accepts", () => {
  const labels = { app: "reviews", "app.kubernetes.io/version": "V1.2_3", empty: "" };
  const annotations = { "sidecar.istio.io/inject": "any text, really" };
  assert.deepEqual(wrong({ name: "a.b-1", namespace: "a-b", labels, annotations }), []);
});

Deno.test("validateMetadata() rejects names that the API server rejects", () => {
  const labels = { "-app": "x", "/x": "y", long: "x".repeat(64), "a/b/c": "z", ok: "not ok" };
  assert.deepEqual(wrong({ name: "Reviews", namespace: "a.b", labels, annotations: { "": "" } }), [
    "metadata.name",
    "metadata.namespace",
    'metadata.labels["-app"]',
    'metadata.labels["/x"]',
    'metadata.labels["a/b/c"]',
    "metadata.labels.long",
    "metadata.labels.ok",
    'metadata.annotations[""]',
  ]);
});

Deno.test("validateMetadata() says nothing about objects without names", () => {
  for (const metadata of [undefined, null, 1, [], {}, { labels: [], name: 5 }]) {
    assert.deepEqual(wrong(metadata), []);
  }
  assert.deepEqual(validateMetadata("none"), []);
});
