import { byFirstWord, type CompletionCommand, type CompletionFlag } from "./words.ts";

/** The completion script of zsh. */
export function zsh(program: string, commands: readonly CompletionCommand[]): string {
  const groups = [...byFirstWord(commands)];
  const described = groups.map(([first, members]) =>
    `    ${quoted(`${first}:${members.length > 1 ? `${first} commands` : members[0]?.summary}`)}`
  );
  return `#compdef ${program}
# zsh completion of ${program}: source <(${program} completions zsh)
_${program}() {
  local -a commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${groups.map(([first, members]) => branch(first, members)).join("\n")}
  esac
}
compdef _${program} ${program}
`;
}

function branch(first: string, members: readonly CompletionCommand[]): string {
  const [only] = members;
  if (only !== undefined && only.words.length === 1) {
    return `    ${first}) ${argumentsOf(only)} ;;`;
  }
  const names = members.map(({ words, summary }) => quoted(`${words[1]}:${summary}`)).join(" ");
  return [
    `    ${first})`,
    `      local -a subcommands=(${names})`,
    `      if (( CURRENT == 2 )); then _describe command subcommands; return; fi`,
    "      shift words; (( CURRENT-- ))",
    "      case $words[1] in",
    ...members.map((member) => `        ${member.words[1]}) ${argumentsOf(member)} ;;`),
    "      esac ;;",
  ].join("\n");
}

function argumentsOf({ flags, choices }: CompletionCommand): string {
  const first = choices.length === 0 ? [] : [quoted(`1:argument:(${choices.join(" ")})`)];
  return ["_arguments", ...flags.map(flagSpec), ...first, quoted("*:file:_files")].join(" ");
}

function flagSpec({ short, long, description, takesValue, choices }: CompletionFlag): string {
  const text = `[${description.replace(/[\\[\]:]/g, "\\$&")}]`;
  const value = !takesValue
    ? ""
    : choices.length === 0
    ? ":value:_files"
    : `:value:(${choices.join(" ")})`;
  return short === undefined
    ? quoted(`*${long}${text}${value}`)
    : `{${short},${long}}${quoted(text + value)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
