/** The mesh as a graph: services, workloads, gateways, and the routes and calls between them. Pure. @module */
export { ejectedAddresses } from "./ejected.ts";
export { type GraphInput, meshGraph } from "./mesh_graph.ts";
