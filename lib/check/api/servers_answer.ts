import { defineCheck } from "../check.ts";

const CLUSTER = /^cluster (.+)$/;

/** The API server of every cluster answers. */
export const serversAnswer = defineCheck({
  name: "api-servers-answer",
  stage: "Kubernetes API",
  title: "The API server of every cluster answers",
  inputs: [],
  waits: true,
  docs: {
    why: "Nothing can be said about a cluster whose API server gives no answer.",
    remedy: "Correct the server and the credentials of the context, or the way to it.",
  },

  run({ source, recordings, gaps }) {
    if (source.type === "snapshot") {
      return { saw: "", gaps: [{ what: "API servers", reason: "a recording cannot be asked" }] };
    }
    const answered = recordings.map(({ manifest: { clusterName, kubernetesVersion = "" } }) =>
      `${clusterName} ${kubernetesVersion}`.trim()
    );
    return {
      saw: answered.join(", "),
      troubles: gaps.flatMap(({ what, reason }) => {
        const [, cluster] = CLUSTER.exec(what) ?? [];
        return cluster === undefined
          ? []
          : [{ level: "error", source: `context ${cluster}`, detail: reason }];
      }),
    };
  },
});
