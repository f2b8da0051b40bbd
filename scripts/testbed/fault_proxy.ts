/** A proxy between a client and the API server that makes things go wrong. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, request as send } from "node:https";
import type { Socket } from "node:net";
import { connect } from "node:tls";
import type { ApiServer } from "./kubernetes/api_server.ts";

/** A request as the client sent it. */
export interface ProxiedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** What goes wrong with one request. */
export type Fault =
  /** The API server is not asked; this is the answer. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The answer comes later. */
  | { readonly delayMs: number }
  /** The connection ends after that much of the answer. */
  | { readonly cutAfterBytes: number };

/** A running proxy. */
export class FaultProxy implements AsyncDisposable {
  /** Decides what goes wrong; asked for every request. */
  fault: (request: ProxiedRequest) => Fault | undefined = () => undefined;
  /** Every request so far, in order of arrival. */
  readonly requests: ProxiedRequest[] = [];
  readonly #open = new Set<Socket>();
  readonly #server: ReturnType<typeof createServer>;

  private constructor(readonly target: ApiServer, cert: string, key: string) {
    this.#server = createServer({ cert, key }, (incoming, outgoing) => {
      void this.#answer(incoming, outgoing);
    });
    this.#server.on("connection", (socket: Socket) => {
      this.#open.add(socket);
      socket.on("close", () => this.#open.delete(socket));
    });
    this.#server.on("upgrade", (incoming: IncomingMessage, socket: Socket, head: Uint8Array) => {
      this.#tunnel(incoming, socket, head);
    });
  }

  /** Starts one in front of an API server. Its users need tokens: certificates end here. */
  static async start(target: ApiServer): Promise<FaultProxy> {
    const { cert, key } = await target.authority.issue({ name: "fault-proxy" });
    const proxy = new FaultProxy(target, cert, key);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  /** `https://127.0.0.1:PORT`. */
  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the proxy has ended");
    return `https://127.0.0.1:${address.port}`;
  }

  /** How many requests had a path that matches. */
  count(path: RegExp): number {
    return this.requests.filter((request) => path.test(request.path)).length;
  }

  /** Cuts every open connection, watches too. */
  cutAll(): void {
    for (const socket of this.#open) socket.destroy();
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const fault = this.#note(incoming);
    if (fault !== undefined && "status" in fault) {
      incoming.resume();
      outgoing.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
      outgoing.end(JSON.stringify(statusObject(fault.status)));
      return;
    }
    if (fault !== undefined && "delayMs" in fault) {
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    }
    const upstream = this.#forward(incoming, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      let left = fault !== undefined && "cutAfterBytes" in fault ? fault.cutAfterBytes : Infinity;
      answer.on("data", (chunk: Uint8Array) => {
        outgoing.write(chunk.subarray(0, left));
        left -= chunk.length;
        if (left <= 0) outgoing.destroy();
      });
      answer.on("end", () => outgoing.end());
      answer.on("error", () => outgoing.destroy());
    });
    upstream.on("error", () => outgoing.destroy());
    outgoing.on("close", () => upstream.destroy());
    incoming.pipe(upstream);
  }

  #forward(incoming: IncomingMessage, onAnswer: (answer: IncomingMessage) => void) {
    const { method = "GET", headers, url = "/" } = incoming;
    const options = {
      method,
      headers: { ...headers, host: new URL(this.target.url).host },
      ca: this.target.authority.cert,
    };
    return send(`${this.target.url}${url}`, options, onAnswer);
  }

  #note(incoming: IncomingMessage): Fault | undefined {
    const { method = "GET", url = "/", headers } = incoming;
    const request = { method, path: url, headers };
    this.requests.push(request);
    return this.fault(request);
  }

  #tunnel(incoming: IncomingMessage, client: Socket, head: Uint8Array): void {
    const fault = this.#note(incoming);
    if (fault !== undefined && "status" in fault) {
      const body = JSON.stringify(statusObject(fault.status));
      client.end(
        `HTTP/1.1 ${fault.status} Fault\r\ncontent-type: application/json\r\n` +
          `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
      );
      return;
    }
    const { hostname, port, host } = new URL(this.target.url);
    const server = connect({ host: hostname, port: Number(port), ca: this.target.authority.cert });
    server.on("secureConnect", () => {
      const headers = { ...incoming.headers, host };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      server.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      server.write(head);
      server.pipe(client).pipe(server);
    });
    server.on("error", () => client.destroy());
    client.on("error", () => server.destroy());
    client.on("close", () => server.destroy());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cutAll();
    await closed;
  }
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "NotFound"],
  [410, "Expired"],
  [429, "TooManyRequests"],
  [500, "InternalError"],
  [503, "ServiceUnavailable"],
]);

function statusObject(code: number): object {
  const reason = REASONS.get(code) ?? "Unknown";
  const message = `the fault proxy says ${reason}`;
  return { kind: "Status", apiVersion: "v1", status: "Failure", code, reason, message };
}
