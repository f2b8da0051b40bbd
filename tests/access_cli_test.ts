import { deepStrictEqual, doesNotMatch, match, strictEqual } from "node:assert/strict";
import { cli } from "./cli.ts";
import { rawToken, signer } from "./tokens.ts";

const MESH = `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web-1, namespace: shop, labels: {app: web, security.istio.io/tlsMode: istio}}
spec: {containers: [{name: istio-proxy, image: proxy}]}
---
apiVersion: v1
kind: Pod
metadata: {name: sleep-1, namespace: front, labels: {app: sleep}}
spec: {serviceAccountName: sleep, containers: [{name: istio-proxy, image: proxy}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: readers, namespace: shop}
spec: {rules: [{to: [{operation: {methods: [GET], paths: [/items]}}]}]}
`;

const idp = await signer("one");
const RULES = `
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: jwt, namespace: shop}
spec: {selector: {matchLabels: {app: web}}, jwtRules: [{issuer: idp, jwksUri: https://idp/keys}]}
`;
const FILES = {
  "/repo/mesh.yaml": MESH,
  "/repo/rules.yaml": RULES,
  "/repo/keys.json": JSON.stringify({ keys: [idp.jwk] }),
  "/repo/good.txt": await idp.sign({ iss: "idp", sub: "ann" }),
  "/repo/old.txt": await idp.sign({ iss: "idp", sub: "ann", exp: 1_700_000_000 }),
};

Deno.test("access check prints every gate and exits 1 for a denial", async () => {
  const asked = "access check sleep.front web.shop:80 --path /items -f mesh.yaml --method";
  const allowed = await cli(`${asked} GET`, { files: FILES });
  deepStrictEqual([allowed.status, allowed.stderr], [0, ""]);
  const denied = await cli(`${asked} POST`, { files: FILES });
  strictEqual(denied.status, 1);
  strictEqual(
    denied.stdout,
    `deny  sleep → web.shop.svc.cluster.local:80  POST /items

  The only ALLOW policy, AuthorizationPolicy shop/readers, does not match

shop/web-1 port 80
  NetworkPolicy  allow    No NetworkPolicy restricts it
  TLS            allow    The connection is mTLS: no DestinationRule sets TLS, and the server
                          announces mTLS
  Token          allow    No RequestAuthentication applies, so tokens are not looked at
  Authorization  deny     The only ALLOW policy, AuthorizationPolicy shop/readers, does not match
                          AuthorizationPolicy shop/readers
                          readers rule 0: to[0].operation.methods: request.method is "POST", the
                          rule wants "GET"
`,
  );
  strictEqual((await cli(`${asked} POST --exit-zero`, { files: FILES })).status, 0);
});

Deno.test("access check exits 0 for an open answer, and 3 under --strict", async () => {
  const asked = "access check sleep.front web.shop:80 -f mesh.yaml -o json";
  const open = await cli(asked, { files: FILES });
  deepStrictEqual([open.status, JSON.parse(open.stdout).answer], [0, "unknown"]);
  strictEqual((await cli(`${asked} --strict`, { files: FILES })).status, 3);
});

Deno.test("access check wants one mesh and a caller inside it", async () => {
  const rows = [
    ["access check a b", /Cannot tell which mesh/],
    ["access check a b -f mesh.yaml --snapshot x", /files and a snapshot at once/],
    ["access check external web.shop:80 -f mesh.yaml", /a caller outside the mesh/],
    ["access check sleep.front -f mesh.yaml", /without a target/],
  ] as const;
  for (const [argv, expected] of rows) {
    const { status, stdout, stderr } = await cli(argv, { files: FILES });
    deepStrictEqual([status, stdout], [2, ""], argv);
    match(stderr, expected);
  }
});

Deno.test("access matrix groups the sources of each destination by answer", async () => {
  const { status, stdout } = await cli("access matrix -f mesh.yaml -n shop", { files: FILES });
  strictEqual(status, 0);
  strictEqual(
    stdout,
    `web.shop.svc.cluster.local:80
  unknown  front/sleep, shop/default
           Rule 0 of the ALLOW AuthorizationPolicy shop/readers may allow it, which hangs on
           request.method, request.path

1 destination, 2 sources
`,
  );
});

Deno.test("jwt inspect shows a token without its secrets, from a file or stdin", async () => {
  const token = rawToken({ alg: "RS256" }, { iss: "idp", nonce: "0123456789", exp: 1_700_000_000 });
  const { status, stdout } = await cli("jwt inspect", { stdin: `Bearer ${token}\n` });
  strictEqual(status, 1);
  match(stdout, /^expired at 2026-01-01T00:00:00.000Z\n/);
  match(stdout, /\n {2}expires {2}2023-11-14T22:13:20.000Z\n/);
  doesNotMatch(stdout, /0123456789|c2ln/);
  strictEqual((await cli("jwt inspect good.txt", { files: FILES })).status, 0);
  const bad = await cli("jwt inspect -o json", { stdin: "nonsense" });
  deepStrictEqual([bad.status, JSON.parse(bad.stdout).validity], [1, "unreadable"]);
});

Deno.test("jwt verify says which rule a token meets, and why not", async () => {
  const verify = (rest: string) => cli(`jwt verify ${rest} -f rules.yaml`, { files: FILES });
  const good = await verify("good.txt --jwks keys.json");
  deepStrictEqual([good.status, good.stderr], [0, ""]);
  strictEqual(
    good.stdout,
    `Accepted at 2026-01-01T00:00:00.000Z
request principal: idp/ann

RequestAuthentication shop/jwt spec.jwtRules[0] (issuer "idp")
  OK: the signature fits one of the keys
`,
  );
  const old = await verify("old.txt --jwks keys.json");
  strictEqual(old.status, 1);
  match(old.stdout, /^Rejected with 401: Jwt is expired at/);
  match(old.stdout, /access log: jwt_authn_access_denied\{Jwt_is_expired\}/);
  strictEqual((await verify("old.txt --jwks keys.json --at 2023-11-14T22:00:00Z")).status, 0);
  const unknown = await verify("good.txt");
  strictEqual(unknown.status, 0);
  match(unknown.stdout, /unknown: the keys are at https:\/\/idp\/keys and are not at hand/);
  strictEqual((await verify("good.txt --strict")).status, 3);
  strictEqual((await verify("good.txt --at yesterday")).status, 2);
});

Deno.test("jwt verify narrows the rules to those of a workload", async () => {
  const argv = "jwt verify good.txt -f mesh.yaml -f rules.yaml --jwks keys.json -o json --to";
  const web = await cli(`${argv} web.shop`, { files: FILES });
  strictEqual(JSON.parse(web.stdout).outcome, "accepted");
  const sleep = await cli(`${argv} sleep.front`, { files: FILES });
  deepStrictEqual(JSON.parse(sleep.stdout).rules, []);
});
