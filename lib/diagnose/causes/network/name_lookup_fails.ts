import { formatRef } from "../../../core/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { unresolved } from "../../case/signs.ts";

/** The caller's pod cannot resolve a name that the mesh knows. */
export const nameLookupFails = defineCause({
  id: "MM-C58",
  name: "name-lookup-fails",
  title: "The caller's pod cannot resolve the name that it asks for",
  category: "network",
  severity: "high",
  docs: {
    why:
      "An application looks a name up before it connects, so no proxy sees the request. The cluster's " +
      "DNS knows Services only; hosts of ServiceEntries need a name in some DNS too, or the proxy's own " +
      "DNS capture.",
    symptom: "Could not resolve host in the application; no line in any access log.",
    remedy:
      "See that the Service is in the caller's cluster, that its pods reach the cluster's DNS on port 53, " +
      "and that dnsPolicy and dnsConfig of the pod lead there. For a host that only a ServiceEntry has, " +
      "turn on DNS capture (ISTIO_META_DNS_CAPTURE).",
    verify: "The name resolves in the caller's container.",
  },

  *consider(of) {
    const facts = unresolved(of);
    if (facts.length === 0 || of.probe === undefined) return;
    const { host } = of.question.target;
    const { service } = of.destination;
    const pod = of.caller.pods.filter(({ namespace, name }) =>
      `${namespace}/${name}` === of.probe?.pod
    );
    const known = service && formatRef(service.resource.ref);
    yield {
      objects: [
        ...workloadsOf(of.mesh, pod),
        ...pod.map((each) => resourceOf(each)),
        ...(service ? [resourceOf(service.resource)] : []),
      ],
      title: `the name ${host} does not resolve in pod ${of.probe.pod}` +
        (known === undefined ? "" : `, although ${known} declares it`),
      facts,
      remedy: {
        title: "Let the caller's pod reach a DNS server that knows the name",
        action: `kubectl -n ${of.caller.namespace} exec ${
          of.probe.pod.split("/")[1]
        } -c ${of.probe.container} -- cat /etc/resolv.conf`,
      },
    };
  },
});
