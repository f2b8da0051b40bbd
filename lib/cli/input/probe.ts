import {
  countersOf,
  investigate,
  type InvestigationInput,
  type ProbeRun,
  type Question,
} from "../../connectivity/mod.ts";
import { Failure, type Gap } from "../../core/mod.ts";
import {
  mayChange,
  type ProbePlace,
  probePlaceOf,
  type ProbeRequest,
  probeRequestOf,
  runProbe,
  wordsOf,
} from "../../probe/mod.ts";
import type { LiveClusters } from "../../source/mod.ts";
import type { Shell } from "../shell.ts";

/** The flags of a probe. */
export interface ProbeFlags {
  /** `--probe`. */
  readonly probe?: true | undefined;
  /** `--probe-ephemeral`. */
  readonly probeEphemeral?: true | undefined;
  /** `--probe-image`. */
  readonly probeImage: string;
  /** `--probe-timeout` in milliseconds. */
  readonly probeTimeout: number;
  /** `--snapshot`. */
  readonly snapshot?: string | undefined;
  /** `--from`. */
  readonly from?: string | undefined;
  /** `--to`. */
  readonly to?: string | undefined;
}

/** Throws a `Failure` `USAGE` where there is nothing that a probe could be sent from or to. */
export function refuseIdleProbe(what: string, { snapshot, from, to }: ProbeFlags): void {
  const refuse = (why: string, hint: string) =>
    new Failure("USAGE", `Cannot probe ${why}`, { hint });
  if (snapshot !== undefined) {
    throw refuse(
      "a recorded mesh: its pods cannot be asked any more",
      "Leave --snapshot or --probe out.",
    );
  }
  const hint =
    "Write diagnose connectivity --probe --from sleep.client --to reviews.bookinfo:9080.";
  if (what !== "connectivity") throw refuse(`in diagnose ${what}`, hint);
  if (from === undefined || to === undefined) throw refuse("without a source and a target", hint);
}

/** What a probe adds to the input of a diagnosis. */
export interface Probed {
  /** The requests, where some were sent. */
  readonly probe: ProbeRun | undefined;
  /** Why none was sent, or not all. */
  readonly gaps: readonly Gap[];
}

/** Envoy writes its access log once in a second, as pilot-agent starts it. */
const LOG_DELAY_MS = 2_000;

/** Looks at the way of a request, says what will be sent, and sends it from the caller's pod. */
export async function probed(
  shell: Shell,
  question: Question,
  input: InvestigationInput & { readonly live: LiveClusters },
  { probeTimeout, probeEphemeral, probeImage }: ProbeFlags,
): Promise<Probed> {
  const { world: { clock }, signal } = shell;
  const of = await investigate(question, input);
  const place = probePlaceOf(of);
  if (place === undefined) {
    const what = `probe from ${of.caller.label}`;
    return { probe: undefined, gaps: [{ what, reason: "none of its pods runs" }] };
  }
  const request = probeRequestOf(of, probeTimeout);
  const client = input.live.clients.get(place.pod.cluster);
  if (client === undefined) throw new TypeError(`no client for cluster ${place.pod.cluster}`);
  await shell.say(announcement(place, request));
  const before = countersOf([...of.clients, ...of.servers], of.walk);
  const { run, gaps } = await runProbe(place, request, {
    client,
    clock,
    signal,
    newId: () => crypto.randomUUID(),
    say: (text) => shell.say(text),
    image: probeEphemeral ? probeImage : undefined,
  });
  if (run === undefined) return { probe: undefined, gaps };
  await clock.sleep(LOG_DELAY_MS, signal);
  input.live.forget();
  return { probe: { ...run, before }, gaps };
}

const THROUGH = {
  sidecar: "through its sidecar",
  ztunnel: "through the ztunnel of its node",
  nothing: "past any proxy of its own",
} as const;

function announcement({ pod, containers }: ProbePlace, request: ProbeRequest): string {
  const { times, timeoutMs, headers } = request;
  const names = [...headers.keys()];
  return [
    `going to send ${times} × ${wordsOf(request)} from pod ${pod.namespace}/${pod.name}`,
    THROUGH[containers[0]!.through],
    `at most ${timeoutMs / 1000} s each`,
    ...names.length === 0 ? [] : [`with ${names.join(", ")}`],
    ...mayChange(request) ? [`${request.method} may change something there`] : [],
  ].join(", ");
}
