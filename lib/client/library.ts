/**
 * The client library, as far as it is used. Only loaded when a cluster is asked, always through
 * `import()`: it is large. In the single binary a bundle of this file takes its place.
 *
 * @module
 */
import "./node_shims.ts";

export {
  type Cluster,
  Exec,
  HttpMethod,
  KubeConfig,
  PortForward,
  RequestContext,
  type User,
  type V1Status,
} from "@kubernetes/client-node";
export { SocksClient } from "socks";
export { Agent, type Dispatcher, request } from "undici";
