import { deniedBy, unallowed } from "../../case/denials.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { virtualServiceOf } from "../../case/routes.ts";
import { linesWith } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const DENIED = { details: /rbac_access_denied/ } as const;

/** A policy denies a browser's question whether it may send a request. */
export const preflightDenied = defineCause({
  id: "MM-A25",
  name: "preflight-denied",
  title: "A policy denies CORS preflight requests",
  category: "security",
  severity: "medium",
  explains: ["MM-A01", "MM-A02", "MM-A15", "MM-C46"],
  docs: {
    why:
      "Before a request to another origin a browser sends OPTIONS, without token and cookies. Policies are " +
      "evaluated before the CORS filter, so that a policy that wants a token or names methods denies it, and " +
      "the browser never sends the request itself.",
    symptom: "The browser reports a CORS error; OPTIONS gets 403 with rbac_access_denied.",
    remedy:
      'Let methods: ["OPTIONS"] pass: a rule of an ALLOW policy, or notMethods in a DENY policy.',
    verify: "OPTIONS is answered with 200 and access-control-allow-origin.",
  },

  *consider(of) {
    const lines = linesWith(of, DENIED).map(({ line }) => line.entry.method);
    const isAsked = of.question.request.method === "OPTIONS";
    if (lines.length === 0 ? !isAsked : lines.some((method) => method !== "OPTIONS")) return;
    const refused = unallowed(of);
    const denied = deniedBy(of);
    const facts = [...denied.flatMap((each) => each.facts), ...refused?.facts ?? []];
    const policies = [
      ...new Set([...denied.map(({ policy }) => policy), ...refused?.policies ?? []]),
    ];
    const [first] = policies;
    if (!first) return;
    const route = virtualServiceOf(of);
    const cors = (route?.spec.http ?? []).findIndex(({ corsPolicy }) => corsPolicy !== undefined);
    const objects = policies.map((policy) => resourceOf(policy, "spec.rules"));
    yield {
      objects: [
        ...objects,
        ...(route && cors >= 0 ? [resourceOf(route, `spec.http[${cors}].corsPolicy`)] : []),
      ],
      title: `AuthorizationPolicy ${first.namespace}/${first.name} denies OPTIONS, so that ` +
        "browsers do not send the request that they ask about",
      facts: [
        ...facts,
        ...(route && cors >= 0
          ? [{
            weight: "proven" as const,
            source: `VirtualService ${route.namespace}/${route.name} spec.http[${cors}]`,
            detail: "has a corsPolicy, which acts after authorization",
          }]
          : []),
      ],
      remedy: { title: "Let OPTIONS pass", action: edit(objects[0]!) },
    };
  },
});
