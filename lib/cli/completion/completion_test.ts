import { match, ok } from "node:assert/strict";
import { type CompletionCommand, completionScripts, SHELLS } from "./mod.ts";

const COMMANDS: readonly CompletionCommand[] = [
  {
    words: ["analyze"],
    summary: "What's wrong: [all] of it",
    flags: [{
      short: "-o",
      long: "--output",
      description: "the format's name",
      takesValue: true,
      choices: ["json", "table"],
    }, {
      short: undefined,
      long: "--strict",
      description: "exit 3",
      takesValue: false,
      choices: [],
    }],
    choices: [],
  },
  { words: ["snapshot", "diff"], summary: "Compare", flags: [], choices: [] },
  { words: ["snapshot", "inspect"], summary: "Look", flags: [], choices: ["a", "b"] },
];

Deno.test("every completion script offers commands, subcommands, flags and choices", () => {
  for (const shell of SHELLS) {
    const script = completionScripts[shell]("meshmedic", COMMANDS);
    const words = ["analyze", "snapshot", "diff", "inspect", "json table", "a b"];
    for (const word of words) ok(script.includes(word), `${shell}: ${word}`);
    match(script, shell === "fish" ? /-l output/ : /--output/);
    match(script, shell === "fish" ? /-l strict/ : /--strict/);
  }
});

Deno.test("completion scripts quote what stands in a description", () => {
  ok(completionScripts.fish("meshmedic", COMMANDS).includes(`'the format\\'s name'`));
  ok(completionScripts.zsh("meshmedic", COMMANDS).includes(`[the format'\\''s name]`));
});

Deno.test("the script of bash evaluates nothing that was typed", () => {
  const script = completionScripts.bash("meshmedic", COMMANDS);
  ok(!/\beval\b|\$\(|`/.test(script));
});
