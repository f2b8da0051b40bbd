import { parse, ParseError } from "@marcbachmann/cel-js";

/** What is wrong with the syntax of an expression in CEL. */
export function celProblem(expression: string): string | undefined {
  try {
    parse(expression);
    return undefined;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return error.message.split("\n", 1)[0]!;
  }
}
