/**
 * What stock is worth: its value by standard cost, moving average or FIFO layers over the horizon of a
 * plan, and the figures that stock is judged by.
 *
 * A stocking point is valued movement by movement, exactly; rows are sums of that. Builds on the movements
 * of a plan, standard costs, prices and dated rates. Implements rule F, law 19; K78, K79.
 */
export type { InventoryFiguresRow } from "./figure-row.js";
export {
  type InventoryFigures,
  type InventoryFiguresOptions,
  inventoryFigures,
} from "./inventory-figures.js";
export type {
  InventoryCosting,
  InventoryKey,
  InventoryMethod,
  InventoryRounding,
  InventoryValueOptions,
  OpeningLayer,
} from "./inventory-options.js";
export type { InventoryValueRow } from "./inventory-rows.js";
export { type InventoryValue, inventoryValue } from "./inventory-value.js";
export { type StockLayer, type StockLayersOptions, stockLayers } from "./stock-layers.js";
export type { ValuedMovement } from "./valued-movements.js";
