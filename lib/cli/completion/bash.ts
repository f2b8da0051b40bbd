import { byFirstWord, type CompletionCommand } from "./words.ts";

/** The completion script of bash. All words are in it: it runs nothing and evaluates nothing typed. */
export function bash(program: string, commands: readonly CompletionCommand[]): string {
  const groups = [...byFirstWord(commands)];
  const paths = groups.flatMap(([first, members]) => [
    `      ' ${first}') command='${first}' ;;`,
    ...members.flatMap(({ words }) =>
      words.length === 1 ? [] : [`      '${first} ${words[1]}') command='${words.join(" ")}' ;;`]
    ),
  ]);
  const values = commands.flatMap(({ words, flags }) =>
    flags.filter(({ takesValue }) => takesValue).map(({ short, long, choices }) => {
      const names = short === undefined ? [long] : [short, long];
      const patterns = names.map((name) => `'${words.join(" ")} ${name}'`).join("|");
      return `    ${patterns}) offered='${choices.join(" ")}' ;;`;
    })
  );
  const offers = groups.flatMap(([first, members]) => [
    ...(members.some(({ words }) => words.length > 1)
      ? [`      '${first}') offered='${members.map(({ words }) => words[1] ?? "").join(" ")}' ;;`]
      : []),
    ...members.map(({ words, flags, choices }) => {
      const long = [...flags.map((flag) => flag.long), "--help"];
      return `      '${words.join(" ")}') flags='${long.join(" ")}' offered='${
        choices.join(" ")
      }' ;;`;
    }),
  ]);
  return `# bash completion of ${program}: source <(${program} completions bash)
_${program}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command='' word flags='' offered=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command $word" in
${paths.join("\n")}
    esac
  done
  case "$command \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join("\n")}
    *)
      case "$command" in
      '') offered='${[...groups.map(([first]) => first), "help"].join(" ")}' ;;
${offers.join("\n")}
      esac
      [[ $current == -* ]] && offered="$flags" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$current")
}
complete -o default -F _${program} ${program}
`;
}
