/** What the client library asks of Node and Deno does not have yet. Import it first. @module */
import events from "node:events";
import workerThreads from "node:worker_threads";

// Both are defaults of CommonJS modules, which their importers read when they run.
const worker: { markAsUncloneable?: (value: object) => void } = workerThreads;
worker.markAsUncloneable ??= () => {};

const emitter: { addAbortListener?: typeof addAbortListener } = events;
emitter.addAbortListener ??= addAbortListener;

/** Calls `listener` once when `signal` aborts, at the latest in the next microtask. */
function addAbortListener(signal: AbortSignal, listener: () => void): Disposable {
  if (signal.aborted) queueMicrotask(listener);
  else signal.addEventListener("abort", listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener("abort", listener) };
}
