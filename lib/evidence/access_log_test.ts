import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { DEFAULT_TEXT_FORMAT, jsonParser, parseDefaultLine, textParser } from "./access_log.ts";

const LINE = '[2026-08-01T10:00:00.000Z] "GET /a?b=c d HTTP/1.1" 503 UF,URX ' +
  'upstream_reset_before_response_started{connection_failure} - "delayed connect error: 111" ' +
  '0 95 3 2 "-" "curl/8.0 (x "y")" "id-1" "reviews:9080" "10.0.0.2:9080" ' +
  "outbound|9080||reviews.shop.svc.cluster.local 10.0.0.1:5 10.96.0.1:9080 10.0.0.1:4 - default";

Deno.test("a line of the default format is read field by field", () => {
  const entry = parseDefaultLine(LINE);
  deepStrictEqual(
    [entry?.code, entry?.flags, entry?.transportFailure, entry?.requestId, entry?.routeName],
    [503, ["UF", "URX"], "delayed connect error: 111", "id-1", "default"],
  );
  deepStrictEqual([entry?.termination, entry?.durationMs, entry?.serverName], ["", 3, ""]);
});

Deno.test("textParser() reads a custom format and refuses lines whose numbers are none", () => {
  const parse = textParser("%REQ(:METHOD)% %REQ(:PATH)% %RESPONSE_CODE% %RESPONSE_FLAGS_LONG%\n");
  const entry = parse("GET /cart 503 NoHealthyUpstream\n");
  deepStrictEqual([entry?.method, entry?.path, entry?.code], ["GET", "/cart", 503]);
  deepStrictEqual(entry?.flags, ["NoHealthyUpstream"]);
  strictEqual(parse("starting the proxy now"), undefined);
  strictEqual(parse("GET /cart"), undefined);
});

Deno.test("jsonParser() reads the keys of a custom format", () => {
  const parse = jsonParser({ c: "%RESPONSE_CODE%", m: "%REQ(:METHOD)%", s: "%GRPC_STATUS%" });
  const entry = parse('{"c":200,"m":"POST","s":"Unavailable"}');
  deepStrictEqual([entry?.code, entry?.method, entry?.grpcStatus], [200, "POST", "Unavailable"]);
  strictEqual(parse('{"c":200'), undefined);
});

Deno.test("odd lines neither fail nor take long", () => {
  const parse = textParser(DEFAULT_TEXT_FORMAT);
  strictEqual(parse("[" + '] "a b" '.repeat(100_000)), undefined);
  fc.assert(fc.property(fc.string(), (line) => void parseDefaultLine(`[${line}] "${line}"`)));
});
