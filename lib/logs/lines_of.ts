/** Longest line that is kept; the rest of a longer one is dropped, so that memory is bounded. */
const LONGEST_LINE = 1_000_000;

/** The lines of a stream of bytes, without their ends. */
export async function* linesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
    signal.throwIfAborted();
    const lines = chunk.split("\n");
    lines[0] = (rest + lines[0]).slice(0, LONGEST_LINE);
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
  }
  if (rest !== "") yield rest;
}
