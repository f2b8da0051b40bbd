import { deepStrictEqual } from "node:assert/strict";
import { envoyApi } from "./envoy_api.ts";

const HTTP_FILTER = "envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter";
const LUA = "type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua";

function misfits(value: unknown, type = HTTP_FILTER): string[] {
  return [...envoyApi().misfits(value, type)].map(({ at, meant }) => `${at.join(".")} ${meant}`);
}

Deno.test("misfits() accepts fields in both spellings, and what it does not know", () => {
  const unknown = { "@type": "type.googleapis.com/example.Config", anything: 1 };
  for (
    const value of [
      { name: "a", typed_config: { "@type": LUA, inline_code: "" } },
      { name: "a", typedConfig: { "@type": LUA, inlineCode: "" } },
      { name: "a", typed_config: unknown },
      null,
      7,
      [{ name: "a" }],
    ]
  ) deepStrictEqual(misfits(value), []);
  deepStrictEqual(misfits({ anything: 1 }, "example.Config"), []);
});

Deno.test("misfits() finds unknown fields at any depth, and says what was meant", () => {
  deepStrictEqual(misfits({ nam: "a", config: {} }), ["nam name", "config undefined"]);
  deepStrictEqual(misfits({ typed_config: { "@type": LUA, inlineCod: "" } }), [
    "typed_config.inlineCod inlineCode",
  ]);
  const struct = {
    "@type": "type.googleapis.com/udpa.type.v1.TypedStruct",
    type_url: LUA,
    value: { inline: "" },
  };
  deepStrictEqual(misfits({ typed_config: struct }).map((each) => each.split(" ")[0]), [
    "typed_config.value.inline",
  ]);
  const codes = { source_codes: { a: { filename: "x", file: "y" } } };
  deepStrictEqual(
    misfits({ typed_config: { "@type": LUA, ...codes } }).map((each) => each.split(" ")[0]),
    ["typed_config.source_codes.a.file"],
  );
});

Deno.test("misfits() finds types that are misspelt", () => {
  const [only] = misfits({ typed_config: { "@type": LUA.replace("Lua", "Lau") } });
  deepStrictEqual(only, "typed_config.@type envoy.extensions.filters.http.lua.v3.Lua");
});
