/** A request as a proxy sees it. */
export interface HttpRequest {
  /** Method in capitals. */
  readonly method: string;
  /** Path with its query, such as `/reviews/0?full=1`. */
  readonly path: string;
  /** Host that is asked for, with a port where the caller sends one. */
  readonly authority: string;
  /** `http` or `https`; `http` where absent. */
  readonly scheme?: "http" | "https";
  /** Headers, names in lower case; several values of one name are joined by commas. */
  readonly headers?: ReadonlyMap<string, string>;
  /** Percentile that the request draws for shares of traffic, from 0 up to 100; absent counts as 0. */
  readonly percentile?: number;
  /** Metadata that filters set before the route is chosen, by filter: claims of a token. */
  readonly dynamicMetadata?: ReadonlyMap<string, unknown>;
  /** The caller's certificate. */
  readonly clientCertificate?: "none" | "presented" | "validated";
}

/** A header of a request, pseudo headers included; `undefined` where it is not there. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  switch (name.toLowerCase()) {
    case ":method":
      return request.method;
    case ":path":
      return request.path;
    case ":authority":
    case "host":
      return request.authority;
    case ":scheme":
      return request.scheme ?? "http";
    default:
      return request.headers?.get(name.toLowerCase());
  }
}

/** The path without query and fragment. */
export function pathOf({ path }: HttpRequest): string {
  const end = path.search(/[?#]/);
  return end < 0 ? path : path.slice(0, end);
}

/** The first value of each query parameter. */
export function queryOf({ path }: HttpRequest): ReadonlyMap<string, string> {
  const query = path.split("#", 1)[0]?.split("?").slice(1).join("?") ?? "";
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (!values.has(name)) values.set(name, value);
  }
  return values;
}
