/**
 * The layout library. Only loaded when a graph is drawn, always through `import()`. In the single binary a
 * bundle of this file takes its place.
 *
 * @module
 */
export { graphlib, layout } from "@dagrejs/dagre";
