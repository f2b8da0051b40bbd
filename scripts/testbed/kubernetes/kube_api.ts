/** Prepares a cluster for a test: a few verbs of the Kubernetes API, as the administrator. */

import type { KeyPair } from "./certificates.ts";

/** A Kubernetes object, as far as a test's set-up looks at it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** What the API server answered. */
export interface KubeAnswer {
  readonly status: number;
  // deno-lint-ignore no-explicit-any -- a test's set-up reads what it knows to be there
  readonly body: any;
}

interface Resource {
  readonly plural: string;
  readonly namespaced: boolean;
  readonly hasStatus: boolean;
}

/** The Kubernetes API with an administrator's certificate. */
export class KubeApi implements Disposable {
  readonly #http: Deno.HttpClient;
  readonly #resources = new Map<string, Promise<ReadonlyMap<string, Resource>>>();

  constructor(readonly url: string, ca: string, { cert, key }: KeyPair) {
    this.#http = Deno.createHttpClient({ caCerts: [ca], cert, key });
  }

  /** Sends one request and reads the whole answer. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    contentType = "application/json",
  ): Promise<KubeAnswer> {
    const response = await fetch(this.url + path, {
      method,
      client: this.#http,
      headers: body === undefined ? {} : { "content-type": contentType },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }

  /** Creates or changes an object (server-side apply). */
  async apply(object: KubeObject): Promise<KubeObject> {
    const path = await this.pathOf(object);
    const query = "?fieldManager=testbed&force=true";
    return await this.#checked("PATCH", path + query, object, "application/apply-patch+yaml");
  }

  /** Creates an object or replaces it, exactly as it is, then its status where its kind has one. */
  async put(object: KubeObject): Promise<KubeObject> {
    const path = await this.pathOf(object);
    let answer = await this.send("POST", path.slice(0, path.lastIndexOf("/")), object);
    if (answer.status === 409) {
      const { resourceVersion } = (await this.send("GET", path)).body.metadata;
      const metadata = { ...object.metadata, resourceVersion };
      answer = await this.send("PUT", path, { ...object, metadata });
    }
    const created = checked("PUT", path, answer);
    const { hasStatus } = await this.#resource(object);
    if (!hasStatus || object["status"] === undefined) return created;
    const body = { ...created, status: object["status"] };
    return await this.#checked("PUT", `${path}/status`, body, "application/json");
  }

  /** Deletes an object; one that is not there is fine. */
  async delete(object: KubeObject): Promise<void> {
    const { status, body } = await this.send("DELETE", await this.pathOf(object));
    if (status >= 400 && status !== 404) throw new Error(`delete: ${JSON.stringify(body)}`);
  }

  /** The path of an object. */
  async pathOf(object: KubeObject): Promise<string> {
    const { plural, namespaced } = await this.#resource(object);
    const { apiVersion, metadata } = object;
    const namespace = namespaced ? `/namespaces/${metadata.namespace ?? "default"}` : "";
    return `${groupPath(apiVersion)}${namespace}/${plural}/${metadata.name}`;
  }

  async #resource({ apiVersion, kind }: KubeObject): Promise<Resource> {
    const resource = (await this.#discover(apiVersion)).get(kind);
    if (resource === undefined) throw new Error(`the API server serves no ${kind} ${apiVersion}`);
    return resource;
  }

  /** Forgets what is served: after CRDs were created or deleted. */
  forget(): void {
    this.#resources.clear();
  }

  #discover(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const known = this.#resources.get(apiVersion);
    if (known !== undefined) return known;
    const found = this.send("GET", groupPath(apiVersion)).then(({ body }) => {
      const resources: { name: string; kind: string; namespaced: boolean }[] = body.resources ?? [];
      return new Map(
        resources.filter(({ name }) => !name.includes("/"))
          .map(({ name, kind, namespaced }) => {
            const hasStatus = resources.some((other) => other.name === `${name}/status`);
            return [kind, { plural: name, namespaced, hasStatus }];
          }),
      );
    });
    this.#resources.set(apiVersion, found);
    return found;
  }

  async #checked(method: string, path: string, body: unknown, type: string): Promise<KubeObject> {
    return checked(method, path, await this.send(method, path, body, type));
  }

  [Symbol.dispose](): void {
    this.#http.close();
  }
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function checked(method: string, path: string, { status, body }: KubeAnswer): KubeObject {
  if (status < 400) return body;
  throw new Error(`${method} ${path}: ${status} ${body?.message ?? JSON.stringify(body)}`);
}
