import { strictEqual } from "node:assert/strict";
import { mergedAnswers } from "./merged_answers.ts";

Deno.test("mergedAnswers() joins what replicas of istiod list, and takes one of the same answers", () => {
  const rows: [readonly string[], string | undefined][] = [
    [[], undefined],
    [["text"], "text"],
    [['[{"a":1}]', "[]", '[{"a":2}]'], '[{"a":1},{"a":2}]'],
    [
      ['{"totalClients":1,"clients":[1]}', '{"totalClients":2,"clients":[2,3]}'],
      '{"totalClients":3,"clients":[1,2,3]}',
    ],
    [['{"a":1}', '{"a":2}'], '{"a":1}'],
    [["no json", "[]"], "no json"],
    [["null", "null"], "null"],
  ];
  for (const [texts, expected] of rows) strictEqual(mergedAnswers(texts), expected);
});
