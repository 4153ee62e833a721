/**
 * orlicky: manufacturing planning as a pure library. Rows in, an exact plan out, no I/O.
 *
 * This is the public face: planning, the master schedule, bills of material and inventory whole,
 * and of the core what they speak in.
 * Every folder is a subpath of its own as well.
 */
export * from "./bom/index.js";
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
export * from "./inventory/index.js";
export * from "./mps/index.js";
export * from "./mrp/index.js";
