import { parseIp } from "../../core/mod.ts";
import { formatHostPort } from "../envoy/address.ts";
import type { Listener } from "../envoy/listener.ts";
import type { ConfigDump } from "../dump/config_dump.ts";

/** Where a connection goes to. */
export interface OriginalDestination {
  /** Address that the caller wanted to reach. */
  readonly ip: string;
  /** Port that the caller wanted to reach. */
  readonly port: number;
}

/** The listener that handles a connection. */
export interface ListenerMatch {
  /** The listener. */
  readonly listener: Listener;
  /** How it was found: by the whole address, by the port on any address, or because it received the connection. */
  readonly by: "address" | "port" | "capture";
}

/**
 * The listener that handles a connection which iptables handed to a sidecar: the one on the original
 * destination, else the one on any address of that port, else the capturing listener itself
 * (`virtualOutbound` on 15001, `virtualInbound` on 15006).
 */
export function matchListener(
  dump: ConfigDump,
  destination: OriginalDestination,
  direction: "OUTBOUND" | "INBOUND" = "OUTBOUND",
): ListenerMatch | undefined {
  const capture = capturing(dump, direction);
  if (capture !== undefined && !capture.useOriginalDst) return { listener: capture, by: "capture" };
  return matchBoundListener(dump, destination) ??
    (capture && { listener: capture, by: "capture" });
}

/** The listener on an address, as a gateway uses it: the exact address first, then any address. */
export function matchBoundListener(
  dump: ConfigDump,
  { ip, port }: OriginalDestination,
): ListenerMatch | undefined {
  const exact = dump.listenerAt(formatHostPort(ip, port));
  if (exact !== undefined) return { listener: exact, by: "address" };
  const any = parseIp(ip)?.version === 6
    ? dump.listenerAt(`[::]:${port}`)
    : dump.listenerAt(`0.0.0.0:${port}`) ?? dump.listenerAt(`[::]:${port}`);
  return any && { listener: any, by: "port" };
}

/** The listener that receives what iptables redirects: the one that restores the original destination. */
function capturing(dump: ConfigDump, direction: "OUTBOUND" | "INBOUND"): Listener | undefined {
  const [name, port] = direction === "OUTBOUND"
    ? ["virtualOutbound", 15001]
    : ["virtualInbound", 15006];
  return dump.listener(name) ?? dump.listenerAt(`0.0.0.0:${port}`) ??
    dump.listenerAt(`[::]:${port}`);
}
