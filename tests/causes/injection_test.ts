import type { CaseParts, LogLine } from "../cases/case_of.ts";
import { object, pod, service } from "../cases/objects.ts";
import { causeTest } from "../cases/verdicts.ts";

const SLEEP = pod("client/sleep-1", { ip: "10.0.0.1" });
const BARE = pod("client/sleep-1", { ip: "10.0.0.1", proxy: false });
const WEB = pod("shop/web-1", { ip: "10.0.0.2" });
const SERVICE = service("shop/web");
const STRICT = object("security.istio.io/v1 PeerAuthentication shop/default", {
  mtls: { mode: "STRICT" },
});
const INJECTED = namespace("client", { "istio-injection": "enabled" });
const OUTSIDE = namespace("client", {});
const REFUSED: LogLine = {
  method: "",
  path: "",
  protocol: "",
  code: 0,
  flags: ["NR"],
  details: "filter_chain_not_found",
  requestId: "",
  authority: "",
  upstreamCluster: "",
  downstreamRemote: "10.0.0.1:40000",
};
const REFUSALS = { "shop/web-1": [REFUSED, REFUSED] };
const UNSERVED: LogLine = { code: 503, flags: ["UH"], details: "no_healthy_upstream" };
const UNSERVED_LOG = { "client/sleep-1": [UNSERVED, UNSERVED] };

function namespace(name: string, labels: object): object {
  return object(`v1 Namespace ${name}`, {}, { labels });
}

/** A Deployment `shop/web` with its ReplicaSet, of which no pod could be created, and the event that says why. */
function uncreated(message: string): object[] {
  const template = { metadata: { labels: { app: "web" } } };
  const workload = (kind: string, metadata = {}) => ({
    ...object(`apps/v1 ${kind} shop/web`, { replicas: 1, template }, metadata),
    status: {},
  });
  return [
    SLEEP,
    SERVICE,
    workload("Deployment"),
    workload("ReplicaSet", {
      ownerReferences: [{ kind: "Deployment", name: "web", controller: true }],
    }),
    event("ReplicaSet", "web", "FailedCreate", message),
  ];
}

function event(kind: string, name: string, reason: string, message: string): object {
  return {
    ...object(`v1 Event shop/${name}-event`, {}),
    involvedObject: { kind, namespace: "shop", name },
    type: "Warning",
    reason,
    message,
    lastTimestamp: "2026-01-01T11:59:00Z",
  };
}

function webhooks(service: string, name = "rev.namespace.sidecar-injector.istio.io"): object {
  return {
    ...object("admissionregistration.k8s.io/v1 MutatingWebhookConfiguration injector", {}),
    webhooks: [{
      name,
      namespaceSelector: {
        matchExpressions: [{ key: "istio.io/rev", operator: "In", values: ["stable"] }],
      },
      clientConfig: { service: { namespace: "istio-system", name: service } },
    }],
  };
}

const plaintext = (...objects: object[]): CaseParts => ({
  objects: [WEB, SERVICE, STRICT, ...objects],
  logs: REFUSALS,
});

causeTest({
  cause: "MM-I03",
  when: "a pod without proxy lives in a namespace that is labelled",
  fires: plaintext(BARE, INJECTED),
  object: "ReplicaSet/client/sleep",
  silent: {
    "when the pod has its proxy": plaintext(SLEEP, INJECTED),
    "when nothing asks for a proxy": plaintext(BARE, OUTSIDE),
    "when plain text is welcome": { objects: [BARE, WEB, SERVICE, INJECTED] },
  },
});

causeTest({
  cause: "MM-I04",
  when: "the pod says in a labelled namespace that it wants no proxy",
  fires: plaintext(
    INJECTED,
    pod("client/sleep-1", {
      ip: "10.0.0.1",
      proxy: false,
      labels: { app: "sleep", "sidecar.istio.io/inject": "false" },
    }),
  ),
  object: "ReplicaSet/client/sleep",
  silent: {
    "when it says nothing": plaintext(BARE, INJECTED),
    "when its namespace is outside anyway": plaintext(
      OUTSIDE,
      pod("client/sleep-1", {
        ip: "10.0.0.1",
        proxy: false,
        labels: { app: "sleep", "sidecar.istio.io/inject": "false" },
      }),
    ),
  },
});

causeTest({
  cause: "MM-I01",
  when: "the namespace asks for a revision that no injector serves",
  fires: plaintext(BARE, namespace("client", { "istio.io/rev": "canary" }), webhooks("istiod")),
  object: "Namespace//client",
  silent: {
    "when an injector serves it": plaintext(
      BARE,
      namespace("client", { "istio.io/rev": "stable" }),
      webhooks("istiod"),
    ),
    "when requests succeed": {
      objects: [BARE, WEB, SERVICE, OUTSIDE],
      logs: { "shop/web-1": [{ downstreamRemote: "10.0.0.1:40000" }] },
    },
  },
});

const CALLING =
  'Internal error occurred: failed calling webhook "rev.namespace.sidecar-injector.istio.io": ';

causeTest({
  cause: "MM-I05",
  when: "events say that the injector's webhook fails",
  fires: {
    objects: [
      ...uncreated(
        `${CALLING}Post "https://istiod…": x509: certificate signed by unknown authority`,
      ),
      service("istio-system/istiod"),
      webhooks("istiod"),
    ],
    logs: UNSERVED_LOG,
  },
  object: "MutatingWebhookConfiguration//injector",
  silent: {
    "when another webhook fails": {
      objects: uncreated('failed calling webhook "policies.example.com": timeout'),
      logs: UNSERVED_LOG,
    },
    "when the event is of another workload": {
      objects: [SLEEP, WEB, SERVICE, event("ReplicaSet", "other", "FailedCreate", CALLING)],
      logs: UNSERVED_LOG,
    },
  },
});

causeTest({
  cause: "MM-I06",
  when: "the failing injector calls a Service that is gone",
  fires: {
    objects: [...uncreated(`${CALLING}service "istiod-old" not found`), webhooks("istiod-old")],
    logs: UNSERVED_LOG,
  },
  object: "MutatingWebhookConfiguration//injector",
  silent: {
    "when its Service is there": {
      objects: [
        ...uncreated(`${CALLING}no endpoints available`),
        service("istio-system/istiod"),
        webhooks("istiod"),
      ],
      logs: UNSERVED_LOG,
    },
  },
});

causeTest({
  cause: "MM-I07",
  when: "Pod Security forbids istio-init",
  fires: {
    objects: uncreated(
      'pods "web-1" is forbidden: violates PodSecurity "restricted:latest": unrestricted capabilities ' +
        '(container "istio-init" must not include "NET_ADMIN", "NET_RAW")',
    ),
    logs: UNSERVED_LOG,
  },
  object: "Namespace//shop",
  silent: {
    "when it forbids what the application itself wants": {
      objects: uncreated(
        'pods "web-1" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
      ),
      logs: UNSERVED_LOG,
    },
  },
});

causeTest({
  cause: "MM-I15",
  when: "a quota rejects the pod",
  fires: {
    objects: uncreated('pods "web-1" is forbidden: exceeded quota: small, requested: limits.cpu=2'),
    logs: UNSERVED_LOG,
  },
  object: "ResourceQuota/shop/small",
  silent: {
    "when something else rejects it": {
      objects: uncreated('pods "web-1" is forbidden: no service account'),
      logs: UNSERVED_LOG,
    },
  },
});

const PENDING = pod("shop/web-1", { ip: "10.0.0.2", ready: false });

causeTest({
  cause: "MM-I14",
  when: "the pod waits for the ConfigMap with the root certificate",
  fires: {
    objects: [
      SLEEP,
      PENDING,
      SERVICE,
      event("Pod", "web-1", "FailedMount", 'configmap "istio-ca-root-cert" not found'),
    ],
    logs: UNSERVED_LOG,
  },
  object: "ConfigMap/shop/istio-ca-root-cert",
  silent: {
    "when it is there by now": {
      objects: [
        SLEEP,
        PENDING,
        SERVICE,
        event("Pod", "web-1", "FailedMount", 'configmap "istio-ca-root-cert" not found'),
        object("v1 ConfigMap shop/istio-ca-root-cert", {}),
      ],
      logs: UNSERVED_LOG,
    },
  },
});

const withStatuses = (status: object, spec: object = {}) =>
  pod("shop/web-1", { ip: "10.0.0.2", ready: false, status, spec });

causeTest({
  cause: "MM-I16",
  when: "the destination's proxy runs but is not ready",
  fires: {
    objects: [
      SLEEP,
      SERVICE,
      withStatuses({
        containerStatuses: [
          { name: "app", ready: true, state: { running: {} } },
          { name: "istio-proxy", ready: false, state: { running: {} } },
        ],
      }),
    ],
    logs: UNSERVED_LOG,
  },
  object: "Pod/shop/web-1",
  silent: {
    "when the application is what is not ready": {
      objects: [
        SLEEP,
        SERVICE,
        withStatuses({
          containerStatuses: [
            { name: "app", ready: false, state: { running: {} } },
            { name: "istio-proxy", ready: true, state: { running: {} } },
          ],
        }),
      ],
      logs: UNSERVED_LOG,
    },
  },
});

const killed = (finishedAt: string) =>
  withStatuses({
    containerStatuses: [
      { name: "app", ready: true, state: { running: {} } },
      {
        name: "istio-proxy",
        ready: false,
        restartCount: 4,
        state: { waiting: { reason: "CrashLoopBackOff" } },
        lastState: { terminated: { reason: "OOMKilled", exitCode: 137, finishedAt } },
      },
    ],
  });

causeTest({
  cause: "MM-I12",
  when: "the proxy was killed for want of memory as requests failed",
  fires: { objects: [SLEEP, SERVICE, killed("2026-01-01T11:59:00Z")], logs: UNSERVED_LOG },
  object: "ReplicaSet/shop/web",
  silent: {
    "when that was long before": {
      objects: [SLEEP, SERVICE, killed("2026-01-01T08:00:00Z")],
      logs: UNSERVED_LOG,
    },
  },
});

const INIT = (name: string, state: object) =>
  withStatuses({ initContainerStatuses: [{ name, restartCount: 3, ...state }] }, {
    initContainers: [{ name: "istio-validation", image: "proxy" }, { name, image: "x" }],
  });

causeTest({
  cause: "MM-I08",
  when: "istio-validation ends with code 126",
  fires: {
    objects: [
      SLEEP,
      SERVICE,
      INIT("istio-validation", { state: { terminated: { exitCode: 126 } } }),
    ],
    logs: UNSERVED_LOG,
  },
  object: "Pod/shop/web-1",
  silent: {
    "when it succeeded": {
      objects: [
        SLEEP,
        SERVICE,
        INIT("istio-validation", { state: { terminated: { exitCode: 0 } } }),
      ],
      logs: UNSERVED_LOG,
    },
  },
});

causeTest({
  cause: "MM-I17",
  when: "image auto was not replaced",
  fires: {
    objects: [
      SLEEP,
      SERVICE,
      pod("shop/web-1", {
        proxy: false,
        ready: false,
        spec: { containers: [{ name: "istio-proxy", image: "auto" }] },
      }),
    ],
    logs: UNSERVED_LOG,
  },
  object: "ReplicaSet/shop/web",
  silent: { "when it was": { objects: [SLEEP, PENDING, SERVICE], logs: UNSERVED_LOG } },
});

const stuckInit = (containers: object[], inits: object[]) =>
  pod("shop/web-1", {
    ip: "10.0.0.2",
    proxy: false,
    ready: false,
    spec: { containers, initContainers: inits },
    status: {
      initContainerStatuses: [
        { name: "istio-validation", state: { terminated: { exitCode: 0 } } },
        { name: "migrate", state: { running: {} } },
      ],
    },
  });
const APP = { name: "app", image: "app" };
const PROXY = { name: "istio-proxy", image: "proxy" };
const VALIDATION = { name: "istio-validation", image: "proxy" };
const MIGRATE = { name: "migrate", image: "app" };

causeTest({
  cause: "MM-I10",
  when: "an init container hangs because istio-cni redirects it to a proxy that has not started",
  fires: {
    objects: [SLEEP, SERVICE, stuckInit([APP, PROXY], [VALIDATION, MIGRATE])],
    logs: UNSERVED_LOG,
  },
  object: "ReplicaSet/shop/web",
  silent: {
    "with a native sidecar, which is there before": {
      objects: [SLEEP, SERVICE, stuckInit([APP], [VALIDATION, PROXY, MIGRATE])],
      logs: UNSERVED_LOG,
    },
    "when the init container is a sidecar itself": {
      objects: [
        SLEEP,
        SERVICE,
        stuckInit([APP, PROXY], [VALIDATION, { ...MIGRATE, restartPolicy: "Always" }]),
      ],
      logs: UNSERVED_LOG,
    },
  },
});

const restarted = (finishedAt: string, annotations = {}) =>
  pod("shop/web-1", {
    ip: "10.0.0.2",
    annotations,
    status: {
      containerStatuses: [
        { name: "app", restartCount: 1, lastState: { terminated: { exitCode: 1, finishedAt } } },
        { name: "istio-proxy", state: { running: { startedAt: "2026-01-01T11:58:00Z" } } },
      ],
    },
  });
const EARLY = { "client/sleep-1": [{ code: 503, flags: ["UF"], details: "odd" }, {}] };

causeTest({
  cause: "MM-I09",
  when: "the application ended within seconds of its proxy's start",
  fires: { objects: [SLEEP, SERVICE, restarted("2026-01-01T11:58:03Z")], logs: EARLY },
  object: "ReplicaSet/shop/web",
  silent: {
    "when it ended later": {
      objects: [SLEEP, SERVICE, restarted("2026-01-01T11:59:30Z")],
      logs: EARLY,
    },
    "when it waits for its proxy": {
      objects: [
        SLEEP,
        SERVICE,
        restarted("2026-01-01T11:58:03Z", {
          "proxy.istio.io/config": '{"holdApplicationUntilProxyStarts": true}',
        }),
      ],
      logs: EARLY,
    },
  },
});

causeTest({
  cause: "MM-I18",
  when: "a caller with a proxy reaches the server in plain text, and its proxy logged nothing",
  fires: { objects: [SLEEP, WEB, SERVICE, STRICT], logs: REFUSALS },
  object: "ReplicaSet/client/sleep",
  silent: {
    "when its proxy carries other requests": {
      objects: [SLEEP, WEB, SERVICE, STRICT],
      logs: { ...REFUSALS, "client/sleep-1": [{ authority: "elsewhere.example.com" }] },
    },
  },
});

/** The pod of a Job whose application is in a state, with a proxy that runs. */
function ofJob(state: object, kind = "Job"): CaseParts {
  const job = pod("client/sleep-1", {
    ip: "10.0.0.1",
    status: {
      containerStatuses: [
        { name: "app", state },
        { name: "istio-proxy", state: { running: {} } },
      ],
    },
  }) as { metadata: object };
  const ownerReferences = [{ kind, name: "nightly", controller: true }];
  return {
    objects: [{ ...job, metadata: { ...job.metadata, ownerReferences } }, WEB, SERVICE],
    logs: { "client/sleep-1": [{}] },
  };
}

causeTest({
  cause: "MM-I11",
  when: "the application of a Job has ended and its proxy runs",
  fires: ofJob({ terminated: { exitCode: 0 } }),
  object: "Job/client/nightly",
  silent: {
    "while the application runs": ofJob({ running: {} }),
    "when the pod is no Job's": ofJob({ terminated: { exitCode: 0 } }, "StatefulSet"),
  },
});
