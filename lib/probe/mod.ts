/** Real requests from a pod of the mesh, with what is found in its containers. @module */
export type { EphemeralMeans } from "./ephemeral.ts";
export { type ProbeContainer, type ProbePlace, probePlaceOf } from "./place.ts";
export { mayChange, type ProbeRequest, probeRequestOf, wordsOf } from "./request.ts";
export { type ProbeMeans, type ProbeResult, runProbe } from "./run.ts";
