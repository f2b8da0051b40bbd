import type { Cause } from "../../cause.ts";
import { applicationError } from "./application_error.ts";
import { applicationCrashed } from "./crashed.ts";
import { extensionAnswers } from "./extension_answers.ts";
import { keepAliveRace } from "./keep_alive_race.ts";
import { rolloutDropsRequests } from "./rollout_drops_requests.ts";
import { wasmPluginNotFetched } from "./wasm_plugin_not_fetched.ts";

/** Every root cause in applications. */
export const applicationCauses: readonly Cause[] = [
  keepAliveRace, // MM-C20
  applicationCrashed, // MM-C21
  rolloutDropsRequests, // MM-C22
  applicationError, // MM-C46
  wasmPluginNotFetched, // MM-R30
  extensionAnswers, // MM-R34
];
