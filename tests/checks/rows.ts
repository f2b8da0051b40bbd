/** What each check says of a mesh that is broken in one place, or nearly. @module */
import { rows as ambient } from "./ambient.ts";
import { rows as controlPlane } from "./control_plane.ts";
import { rows as gateways } from "./gateways.ts";
import { rows as injection } from "./injection.ts";
import { rows as multicluster } from "./multicluster.ts";
import { rows as objects } from "./objects.ts";
import { rows as proxies } from "./proxies.ts";
import type { Row } from "./row.ts";

/** Of a mesh that runs. */
export const INSTALLED_ROWS: readonly Row[] = [
  ...objects,
  ...controlPlane,
  ...injection,
  ...gateways,
  ...proxies,
  ...ambient,
  ...multicluster,
];
