import { isRecord } from "../../core/mod.ts";

/**
 * What the replicas of istiod say, as one answer: lists joined, also the lists of connected clients. Of
 * answers that are about the same for every replica the first is taken. `undefined` for no answer.
 */
export function mergedAnswers(texts: readonly string[]): string | undefined {
  const [first, ...others] = texts;
  if (first === undefined || others.length === 0) return first;
  let values: unknown[];
  try {
    values = texts.map((text) => JSON.parse(text));
  } catch {
    return first;
  }
  if (values.every(Array.isArray)) return JSON.stringify(values.flat());
  if (!values.every(hasClients)) return first;
  const clients = values.flatMap((value) => value.clients);
  return JSON.stringify({ ...values[0], totalClients: clients.length, clients });
}

function hasClients(value: unknown): value is { readonly clients: readonly unknown[] } {
  return isRecord(value) && Array.isArray(value.clients);
}
