/** Descriptions shortened to what fits on a line of a doc comment. @module */

const LONGEST = 160;

/** What sources write before the first sentence. */
const LABEL = /^ ?(?:(?:\$hide_from_docs|(?:optional|required|deprecated)[.:])\s*)+/i;

/** First sentence of a description, or nothing where there is none that reads as a sentence. */
export function firstSentence(description: string | undefined): string | undefined {
  const text = description?.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/\s+/g, " ")
    .replaceAll("*/", "*\u200b/").replace(LABEL, "").trim();
  if (!text) return undefined;
  const end = text.search(/[.:](?= [A-Z+\-`*]|$)/);
  const sentence = (end < 0 ? text : text.slice(0, end)).trim();
  if (sentence.length <= LONGEST) return `${sentence}.`;
  return `${sentence.slice(0, sentence.lastIndexOf(" ", LONGEST))} …`;
}
