/** The program: the real world, the interrupt signal, the exit status. @module */
import { defectNotice, EXIT, run } from "./lib/cli/mod.ts";
import { realWorld } from "./lib/io/mod.ts";

if (import.meta.main) {
  const world = realWorld();
  const interrupt = new AbortController();
  Deno.addSignalListener("SIGINT", () => {
    if (interrupt.signal.aborted) Deno.exit(EXIT.interrupted);
    interrupt.abort();
  });
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    world.stderr.write(defectNotice(event.reason)).finally(() => Deno.exit(EXIT.failure));
  });
  Deno.exit(await run(Deno.args, { world, signal: interrupt.signal }));
}
