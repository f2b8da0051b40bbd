import { byFirstWord, type CompletionCommand } from "./words.ts";

/** The completion script of fish. */
export function fish(program: string, commands: readonly CompletionCommand[]): string {
  const lines = [`# fish completion of ${program}: ${program} completions fish | source`];
  const groups = [...byFirstWord(commands)];
  const offer = (condition: string, rest: string) =>
    lines.push(`complete -c ${program} -n ${quoted(condition)} ${rest}`);
  for (const [first, members] of groups) {
    const summary = members.length > 1 ? `${first} commands` : members[0]?.summary ?? "";
    offer("__fish_use_subcommand", `-f -a ${first} -d ${quoted(summary)}`);
    const seconds = members.flatMap(({ words }) => words[1] ?? []);
    for (const member of members) {
      const [, second] = member.words;
      const here = `__fish_seen_subcommand_from ${first}`;
      if (second !== undefined) {
        const unanswered = `${here}; and not __fish_seen_subcommand_from ${seconds.join(" ")}`;
        offer(unanswered, `-f -a ${second} -d ${quoted(member.summary)}`);
      }
      const condition = second === undefined
        ? here
        : `${here}; and __fish_seen_subcommand_from ${second}`;
      if (member.choices.length > 0) offer(condition, `-f -a ${quoted(member.choices.join(" "))}`);
      for (const { short, long, description, takesValue, choices } of member.flags) {
        offer(
          condition,
          [
            ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
            `-l ${long.slice(2)}`,
            ...(!takesValue ? [] : choices.length === 0 ? ["-r"] : [
              `-x -a ${quoted(choices.join(" "))}`,
            ]),
            `-d ${quoted(description)}`,
          ].join(" "),
        );
      }
    }
  }
  return lines.join("\n") + "\n";
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
