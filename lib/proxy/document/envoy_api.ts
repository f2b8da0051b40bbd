import { ENVOY_API } from "../gen/envoy_api.ts";
import { EnvoyApi } from "./proto_json.ts";

let api: EnvoyApi | undefined;

/** The messages of Envoy's configuration; their table is read on first use. */
export function envoyApi(): EnvoyApi {
  return api ??= new EnvoyApi(ENVOY_API);
}
