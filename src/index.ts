/**
 * orlicky: manufacturing planning as a pure library. Rows in, an exact plan out, no I/O.
 *
 * This is the public face: planning, the master schedule, bills of material, inventory, routings,
 * capacity and the bridge to a CRM whole, and of the core what they speak in.
 * Every folder is a subpath of its own as well.
 */
import type { ExpectedWaitingMessage, OverloadMessage } from "./capacity/index.js";
import type { PlanMessage } from "./mrp/index.js";

export * from "./bom/index.js";
export * from "./capacity/index.js";
export {
  type Bucket,
  Decimal,
  formatDay,
  formatPath,
  type Issue,
  PlanningInputError,
  parseDay,
  type Sequence,
} from "./core/index.js";
export * from "./crm-bridge/index.js";
export * from "./finance/index.js";
export * from "./inventory/index.js";
export * from "./mps/index.js";
export * from "./mrp/index.js";
export * from "./routing/index.js";

/** What a plan, and its load on the work centres, have to say; told apart by `code`. */
export type Message = PlanMessage | OverloadMessage | ExpectedWaitingMessage;
