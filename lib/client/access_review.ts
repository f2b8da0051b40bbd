import { Failure } from "../core/mod.ts";
import type { Api } from "./api.ts";
import { refusal } from "./object.ts";

/** Something that one may or may not do. */
export interface AccessRight {
  /** What is done: `get`, `list`, `create`, … */
  readonly verb: string;
  /** API group; `""` for the core group. */
  readonly group: string;
  /** Plural, with the subresource where one is meant: `pods/portforward`. */
  readonly resource: string;
  /** Where; everywhere, or for the cluster as a whole, where it is not given. */
  readonly namespace?: string;
}

/** Whether the user of a connection has a right. */
export interface ReviewedRight {
  /** Whether the API server would let it pass. */
  readonly allowed: boolean;
  /** What the API server says about that; often nothing. */
  readonly reason: string;
}

interface Review {
  readonly status?: { readonly allowed?: boolean; readonly reason?: string };
}

/**
 * Asks the API server whether its caller has a right. The review is answered and not kept: nothing is
 * written. Throws a {@linkcode Failure} `CLUSTER_REFUSED` where it is not answered.
 */
export async function reviewAccess(
  api: Api,
  { verb, group, resource, namespace }: AccessRight,
  signal: AbortSignal,
): Promise<ReviewedRight> {
  const [plural, subresource] = resource.split("/");
  const body = {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectAccessReview",
    spec: {
      resourceAttributes: {
        verb,
        group,
        resource: plural,
        ...(subresource !== undefined && { subresource }),
        ...(namespace !== undefined && { namespace }),
      },
    },
  };
  const path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  const answer = await api.send({ method: "POST", path, body }, signal);
  if (answer.status >= 300) {
    const { name } = api.connection.info;
    const message = `Cannot ask cluster "${name}" about rights: ${refusal(answer)}`;
    throw new Failure("CLUSTER_REFUSED", message);
  }
  const { status = {} } = JSON.parse(answer.text) as Review;
  return { allowed: status.allowed === true, reason: status.reason ?? "" };
}
