import { parseQuestion, type Question } from "../../connectivity/mod.ts";
import { Failure } from "../../core/mod.ts";
import type { Shell } from "../shell.ts";
import { readToken } from "./token.ts";

/** The flags that put a question about one connection. */
export interface QuestionFlags {
  /** `--from`. */
  readonly from: string | undefined;
  /** `--to`. */
  readonly to: string | undefined;
  /** `--namespace`. */
  readonly namespace: string;
  /** `--method`. */
  readonly method?: string | undefined;
  /** `--path`. */
  readonly path?: string | undefined;
  /** `--header`. */
  readonly header?: readonly string[] | undefined;
  /** `--jwt`. */
  readonly jwt?: string | undefined;
}

/** Reads a question, and the token from its file. Throws a `Failure`. */
export async function questionOf(shell: Shell, flags: QuestionFlags): Promise<Question> {
  const { from, to, jwt, header, ...rest } = flags;
  if (from === undefined || to === undefined) {
    throw new Failure("USAGE", `Cannot ask without a ${from === undefined ? "source" : "target"}`, {
      hint: "Write --from sleep.client --to reviews.bookinfo:9080.",
    });
  }
  const token = jwt === undefined ? undefined : await readToken(shell, jwt);
  return parseQuestion({
    ...rest,
    from,
    to,
    headers: header,
    jwt: token,
  });
}
