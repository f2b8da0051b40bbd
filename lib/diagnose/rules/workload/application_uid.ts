import { PROXY_CONTAINER, PROXY_USER, type Resource } from "../../../mesh/mod.ts";
import type { Path } from "../../../core/mod.ts";
import { removal } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { isControlPlaneObject } from "../service/_port_names.ts";

const OTHER_PROXIES = new Set([PROXY_CONTAINER, "istio-operator"]);

/** No application runs as the user that the proxy runs as. */
export const applicationUid = defineRule({
  code: "IST0144",
  name: "application-uid-1337",
  title: "Application runs as the user of the proxy",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Pod", "Deployment"],
  peer: "applicationUID.Analyzer",
  docs: {
    why: "Traffic of user 1337 is not redirected into the proxy, so that the proxy can reach the " +
      "network itself. An application with that user bypasses the mesh: no mTLS, no policy.",
    remedy: "Run the application as another user.",
    links: ["https://istio.io/latest/docs/ops/deployment/application-requirements/"],
  },

  *check({ mesh }) {
    for (const pod of mesh.list("Pod")) {
      const at = uidPath(pod.spec, ["spec"], pod);
      if (at) yield { on: pod, at, message: MESSAGE, fix: removal(at, REMEDY, "manual") };
    }
    for (const deployment of mesh.list("Deployment")) {
      const spec = deployment.spec.template?.spec;
      const at = spec && uidPath(spec, ["spec", "template", "spec"], deployment);
      if (at) yield { on: deployment, at, message: MESSAGE, fix: removal(at, REMEDY, "manual") };
    }
  },
});

const REMEDY = "Run as the user of the image, or as another one";
const MESSAGE = "User ID (UID) 1337 is reserved for the sidecar proxy.";

/** The way to the setting of the pod or of its first container that has the proxy's user. */
function uidPath(
  { securityContext, containers = [] }: Resource<"Pod">["spec"],
  path: Path,
  object: Resource,
): Path | undefined {
  if (isControlPlaneObject(object)) return undefined;
  if (securityContext?.runAsUser === PROXY_USER) return [...path, "securityContext", "runAsUser"];
  const index = containers.findIndex(({ name = "", securityContext }) =>
    securityContext?.runAsUser === PROXY_USER && !OTHER_PROXIES.has(name)
  );
  return index < 0 ? undefined : [...path, "containers", index, "securityContext", "runAsUser"];
}
