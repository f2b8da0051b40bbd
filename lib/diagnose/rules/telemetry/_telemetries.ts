import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { instancesFor, type Selecting, type Selections, selectionsOf } from "../_selecting.ts";

/** The Telemetries with a selector, and what they select. */
export function telemetrySelections(
  compat: boolean,
): (mesh: Mesh) => Selections<Resource<"Telemetry">> {
  return compat ? selectionsAsIstioctl : selections;
}

function selections(mesh: Mesh) {
  return selectionsOf(selectingTelemetries(mesh), instancesFor(mesh, false));
}

function selectionsAsIstioctl(mesh: Mesh) {
  return selectionsOf(selectingTelemetries(mesh), instancesFor(mesh, true));
}

function selectingTelemetries(mesh: Mesh): Selecting<Resource<"Telemetry">>[] {
  return mesh.list("Telemetry").flatMap((on) => {
    const selector = on.spec.selector?.matchLabels ?? {};
    return Object.keys(selector).length > 0 ? [{ on, selector }] : [];
  });
}
