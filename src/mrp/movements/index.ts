/**
 * What moves in a plan, as columns by stocking point: what comes into stock and leaves it, orders, open
 * supplies and demands, for floors above that read a plan in bulk. No object is made for an order or a
 * need, and nothing is kept for the whole plan but open supplies and demands.
 *
 * Builds on `plan`, and on the needs of `explain`.
 */
export type { DemandMovementColumns } from "./demand-movement-columns.js";
export type { LaterMovement } from "./later-movements.js";
export type { MovementSource } from "./movement-source.js";
export type { OrderMovementColumns } from "./order-movement-columns.js";
export type { PlanMovements } from "./plan-movements.js";
export { planMovements, realMovements } from "./read-movements.js";
export {
  STOCK_MOVEMENT_KINDS,
  type StockMovementColumns,
  type StockMovementKind,
} from "./stock-movement-columns.js";
export { SUPPLY_MOVEMENT_KINDS, type SupplyMovementColumns } from "./supply-movement-columns.js";
