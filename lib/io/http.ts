import { Failure, type HttpAnswer, type HttpOptions } from "../core/mod.ts";

/** One GET to a server. Throws a {@linkcode Failure} `HOST_UNREACHABLE`. */
export async function get(
  url: string,
  { headers, limitBytes, timeoutMs, signal }: HttpOptions,
): Promise<HttpAnswer> {
  const unreachable = (reason: string, cause?: unknown) =>
    new Failure("HOST_UNREACHABLE", `Cannot reach ${new URL(url).host}: ${reason}`, { cause });
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.any([signal, limit]) });
    const decoder = new TextDecoder();
    let [text, size] = ["", 0];
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > limitBytes) throw unreachable(`it answers more than ${limitBytes} bytes`);
      text += decoder.decode(chunk, { stream: true });
    }
    return { status: response.status, text: text + decoder.decode() };
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof Failure) throw cause;
    if (limit.aborted) throw unreachable(`no answer within ${timeoutMs / 1000} s`, cause);
    throw unreachable(reasonOf(cause), cause);
  }
}

/** What Deno says between its own words and the address, which may hold a query. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/connection refused/i.test(message)) return "the connection is refused";
  if (/dns error|lookup address/i.test(message)) return "its name is not known (DNS)";
  if (/certificate|UnknownIssuer/i.test(message)) return "its certificate is not trusted";
  return "the connection does not come about";
}
