import { EnvoyApi } from "./proto_json.ts";

/** Loads the messages of Envoy's configuration; a quarter of a megabyte that only documents need. */
export async function loadEnvoyApi(): Promise<EnvoyApi> {
  const { ENVOY_API } = await import("../gen/envoy_api.ts");
  return new EnvoyApi(ENVOY_API);
}
