import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { fakeWorld } from "../../../tests/fake_world.ts";
import { type Credential, KeptCredential, NoCredential } from "./credential.ts";
import { TokenFile } from "./token_file.ts";

const { signal } = new AbortController();
const { clock } = fakeWorld().world;

function sourceOf(...answers: (Credential | Error)[]) {
  const asked = { times: 0 };
  return {
    asked,
    ask(): Promise<Credential> {
      const answer = answers[asked.times++];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer!);
    },
  };
}

Deno.test("KeptCredential asks once for all who wait, and again when a credential has ended", async () => {
  const [past, future] = [new Date(0), new Date("2100-01-01")];
  const source = sourceOf({ token: "a", until: past }, { token: "b", until: future }, {
    token: "c",
  });
  const kept = new KeptCredential(source, clock);
  const first = await Promise.all([kept.get(signal), kept.get(signal)]);
  deepStrictEqual(first.map(({ token }) => token), ["a", "a"]);
  strictEqual((await kept.get(signal)).token, "b");
  strictEqual((await kept.get(signal)).token, "b");
  kept.forget();
  strictEqual((await kept.get(signal)).token, "c");
  strictEqual(source.asked.times, 3);
});

Deno.test("KeptCredential asks again after a failure", async () => {
  const kept = new KeptCredential(sourceOf(new NoCredential("no"), { token: "a" }), clock);
  await rejects(kept.get(signal), NoCredential);
  strictEqual((await kept.get(signal)).token, "a");
});

Deno.test("TokenFile reads a token without the line's end, for a minute", async () => {
  const { world } = fakeWorld({ files: { "/token": "abc\n" } });
  const { token, until } = await new TokenFile("/token", world).ask(signal);
  strictEqual(token, "abc");
  strictEqual(until?.getTime(), world.clock.now().getTime() + 60_000);
  await rejects(new TokenFile("/none", world).ask(signal), { code: "FILE_NOT_READABLE" });
});
