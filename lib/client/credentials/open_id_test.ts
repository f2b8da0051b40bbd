import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { fakeWorld } from "../../../tests/fake_world.ts";
import { type OpenIdLogin, OpenIdToken } from "./open_id.ts";

const { signal } = new AbortController();
const { clock } = fakeWorld().world;
const NOW = clock.now().getTime() / 1000;
const LOGIN: OpenIdLogin = {
  idToken: tokenUntil(NOW - 1),
  refreshToken: "r1",
  clientId: "kubernetes",
  clientSecret: "s",
  issuer: "https://login.example/",
};

function tokenUntil(exp: number): string {
  const encode = (part: object) => btoa(JSON.stringify(part)).replaceAll("=", "");
  return `${encode({ alg: "RS256" })}.${encode({ exp })}.c2ln`;
}

/** A login whose provider answers like this, and what became of it. */
function openId(login: Partial<OpenIdLogin>, answer: object | string = {}) {
  const forms: (URLSearchParams | undefined)[] = [];
  const kept: [string, string][] = [];
  const source = new OpenIdToken({ ...LOGIN, ...login }, {
    clock,
    ask(url, form) {
      forms.push(form);
      const configuration = { token_endpoint: "https://login.example/token" };
      if (form === undefined) {
        strictEqual(url, "https://login.example/.well-known/openid-configuration");
        return Promise.resolve(JSON.stringify(configuration));
      }
      strictEqual(url, configuration.token_endpoint);
      return Promise.resolve(typeof answer === "string" ? answer : JSON.stringify(answer));
    },
    keep: (replaced) => Promise.resolve(void kept.push(...replaced)),
  });
  return { forms, kept, source };
}

Deno.test("OpenIdToken gives a token that still counts, and asks nobody", async () => {
  const idToken = tokenUntil(NOW + 600);
  const { forms, source } = openId({ idToken });
  const { token, until } = await source.ask(signal);
  strictEqual(token, idToken);
  ok(until !== undefined && until.getTime() < (NOW + 600) * 1000);
  deepStrictEqual(forms, []);
});

Deno.test("OpenIdToken refreshes a token that has ended", async () => {
  const fresh = tokenUntil(NOW + 600);
  const { forms, kept, source } = openId({}, { id_token: fresh });
  strictEqual((await source.ask(signal)).token, fresh);
  deepStrictEqual(Object.fromEntries(forms[1] ?? []), {
    grant_type: "refresh_token",
    refresh_token: "r1",
    client_id: "kubernetes",
    client_secret: "s",
  });
  deepStrictEqual(kept, [], "a refresh token that still counts need not be kept");
});

Deno.test("OpenIdToken keeps a refresh token that takes the place of another", async () => {
  const fresh = tokenUntil(NOW + 600);
  const { kept, source } = openId({}, { id_token: fresh, refresh_token: "r2" });
  await source.ask(signal);
  deepStrictEqual(kept, [["r1", "r2"], [LOGIN.idToken, fresh]]);
});

Deno.test("OpenIdToken says why there is no token", async () => {
  const rows: [Partial<OpenIdLogin>, object | string, RegExp][] = [
    [{ refreshToken: undefined }, {}, /^its id-token has ended, and it takes refresh-token/],
    [{ idToken: "odd", issuer: undefined }, {}, /^its id-token has ended/],
    [{}, { error: "invalid_grant" }, /^https:.* refreshes no token: invalid_grant$/],
    [{}, { error_description: "log in" }, /: log in$/],
    [{}, "<html>", /does not answer in JSON$/],
  ];
  for (const [login, answer, message] of rows) {
    await rejects(openId(login, answer).source.ask(signal), (cause) => {
      match((cause as Error).message, message);
      return true;
    });
  }
});
