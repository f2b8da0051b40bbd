import { counted } from "../../core/mod.ts";
import { defineCheck } from "../check.ts";
import { usableNodes } from "./_nodes.ts";

const ARCHITECTURES: ReadonlySet<string> = new Set(["amd64", "arm64"]);

/** There are nodes for which Istio has images. */
export const nodesFit = defineCheck({
  name: "nodes-fit",
  stage: "Nodes",
  title: "Nodes are ready and of a platform for which Istio has images",
  inputs: ["Node"],
  waits: true,
  docs: {
    why: "Istio has images for Linux on amd64 and arm64. On other nodes its pods do not start.",
    remedy: "Add nodes, or take away what keeps pods from them.",
  },

  run({ mesh }) {
    const usable = usableNodes(mesh);
    const others = usable.filter(({ labels }) =>
      !ARCHITECTURES.has(labels["kubernetes.io/arch"] ?? "amd64")
    );
    const fitting = usable.length - others.length;
    return {
      saw: `${fitting} of ${counted(mesh.list("Node").length, "node")}`,
      troubles: [
        ...(fitting > 0 ? [] : [{
          level: "error" as const,
          source: "Nodes",
          detail: "no node is ready, takes pods, and has Linux on amd64 or arm64",
        }]),
        ...(fitting === 0 ? [] : others.map((node) => ({
          level: "warning" as const,
          resource: node.ref,
          source: `Node ${node.name} metadata.labels`,
          detail: `there are no images for ${node.labels["kubernetes.io/arch"]}`,
        }))),
      ],
    };
  },
});
