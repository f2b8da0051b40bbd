import type { AnyRule } from "../analysis/rule.ts";
import { rules as ambient } from "./ambient/mod.ts";
import { rules as annotation } from "./annotation/mod.ts";
import { rules as authentication } from "./authentication/mod.ts";
import { rules as authorization } from "./authorization/mod.ts";
import { rules as availability } from "./availability/mod.ts";
import { rules as condition } from "./condition/mod.ts";
import { rules as deprecation } from "./deprecation/mod.ts";
import { rules as destinationrule } from "./destinationrule/mod.ts";
import { rules as envoyfilter } from "./envoyfilter/mod.ts";
import { rules as gateway } from "./gateway/mod.ts";
import { rules as gatewayapi } from "./gatewayapi/mod.ts";
import { rules as injection } from "./injection/mod.ts";
import { rules as mtls } from "./mtls/mod.ts";
import { rules as multicluster } from "./multicluster/mod.ts";
import { rules as networkpolicy } from "./networkpolicy/mod.ts";
import { rules as routing } from "./routing/mod.ts";
import { rules as selection } from "./selection/mod.ts";
import { rules as service } from "./service/mod.ts";
import { rules as serviceentry } from "./serviceentry/mod.ts";
import { rules as sidecar } from "./sidecar/mod.ts";
import { rules as telemetry } from "./telemetry/mod.ts";
import { rules as validation } from "./validation/mod.ts";
import { rules as virtualservice } from "./virtualservice/mod.ts";
import { rules as webhook } from "./webhook/mod.ts";
import { rules as workload } from "./workload/mod.ts";

/** Every rule, by area. */
export const rules: readonly AnyRule[] = [
  ...ambient,
  ...annotation,
  ...authentication,
  ...authorization,
  ...availability,
  ...condition,
  ...deprecation,
  ...destinationrule,
  ...envoyfilter,
  ...gateway,
  ...gatewayapi,
  ...injection,
  ...mtls,
  ...multicluster,
  ...networkpolicy,
  ...routing,
  ...selection,
  ...service,
  ...serviceentry,
  ...sidecar,
  ...telemetry,
  ...validation,
  ...virtualservice,
  ...webhook,
  ...workload,
];
