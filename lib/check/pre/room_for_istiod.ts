import { type Mesh, parseQuantity, type Resource } from "../../mesh/mod.ts";
import { defineCheck } from "../check.ts";
import { podsByNode, usableNodes } from "./_nodes.ts";

/** What istiod requests by default: https://github.com/istio/istio, charts istiod `resources`. */
const WANTED = { cpu: 0.5, memory: 2 * 2 ** 30 };

interface Room {
  readonly cpu: number;
  readonly memory: number;
}

/** A node has room for istiod. */
export const roomForIstiod = defineCheck({
  name: "room-for-istiod",
  stage: "Nodes",
  title: "A node has room for the 500m CPU and 2 GiB of memory that istiod requests",
  after: ["nodes-fit"],
  inputs: ["Node", "Pod"],
  docs: {
    why: "Without room the pod of istiod stays Pending, unless the cluster adds a node.",
    remedy: "Add a node, or lower `resources.requests` of istiod for a small mesh.",
  },

  run({ mesh }) {
    const rooms = mesh.once(freeRooms);
    const free = rooms.toSorted((a, b) => b.memory - a.memory);
    const fitting = free.filter(({ cpu, memory }) => cpu >= WANTED.cpu && memory >= WANTED.memory);
    const [most] = fitting.length > 0 ? fitting : free;
    const saw = most === undefined
      ? "no node takes pods"
      : `a node has ${Math.floor(most.cpu * 1000)}m CPU and ${inGibibytes(most.memory)} GiB free`;
    return {
      saw,
      troubles: fitting.length > 0 ? [] : [{ level: "warning", source: "Nodes", detail: saw }],
    };
  },
});

function freeRooms(mesh: Mesh): readonly Room[] {
  const pods = podsByNode(mesh);
  return usableNodes(mesh).map(({ cluster, name, status: { allocatable = {} } }) => {
    const used = requestsOf(pods.get(`${cluster}/${name}`) ?? []);
    return {
      cpu: (parseQuantity(allocatable["cpu"]) ?? 0) - used.cpu,
      memory: (parseQuantity(allocatable["memory"]) ?? 0) - used.memory,
    };
  });
}

function requestsOf(pods: readonly Resource<"Pod">[]): Room {
  const requests = pods.flatMap(({ spec: { containers = [] } }) => containers)
    .map(({ resources }) => resources?.requests ?? {});
  const sum = (key: string) =>
    requests.reduce((total, each) => total + (parseQuantity(each[key]) ?? 0), 0);
  return { cpu: sum("cpu"), memory: sum("memory") };
}

function inGibibytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
