import {
  type Day,
  type Decimal,
  dayArgument,
  formatDay,
  type Issue,
  identifier,
  multiplyRatios,
  optional,
  powerOfTen,
  type Ratio,
  ratioOf,
  ratioToDecimal,
  readArgument,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import { type Plan, STOCK_MOVEMENT_KINDS, type StockMovementKind } from "../../mrp/index.js";
import {
  costingFields,
  type InventoryCosting,
  readCosting,
  segmentArgument,
} from "./inventory-options.js";
import { pointNamed } from "./opening-layers.js";
import { type PointValue, PointValues } from "./point-values.js";
import { UNKNOWN } from "./stock-flow.js";

/** Whose layers are asked for. */
export interface StockLayersOptions extends InventoryCosting {
  readonly item: string;
  /** May be left out with one site. */
  readonly site?: string | undefined;
  readonly segment?: string | null | undefined;
  /** At the end of which day of the horizon; of its last when left out. */
  readonly on?: string | undefined;
}

/** What came together and is still in stock. */
export interface StockLayer {
  /** When it came; the planning start for what was there. */
  readonly date: string;
  /** With what it came; `null` for what went out before it came. */
  readonly cause: StockMovementKind | null;
  /** What is left of it, in stock units; below 0 for what went out before it came. */
  readonly quantity: Decimal;
  readonly unitCost: Decimal;
  readonly value: Decimal;
}

/**
 * Tells of which layers the stock of a stocking point is, first in, first out; their values are what
 * `inventoryValue` says that it is worth.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - costs, the stocking point and the day
 * @returns the layers, the oldest first; none when nothing is in stock; `null` when a cost is not known
 * @throws PlanningInputError with every mistake of the options, when there is no such stocking point, and for a
 * day before the planning start or after the horizon, of which a plan knows nothing (`outOfRange`)
 *
 * Source: rule F; K78.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 10, unitCost: 2, orderMultiple: 20 }],
 *   sources: [{ item: "wheel", kind: "buy", price: 3 }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 11, due: "2026-01-19" }],
 * });
 * const layers = stockLayers(plan, { costs: standardCosts(plan), item: "wheel" });
 * layers?.map(({ date, quantity, unitCost }) => `${date}: ${quantity} at ${unitCost}`);
 * // => ["2026-01-19: 19 at 3"]
 * ```
 */
export function stockLayers(plan: Plan, options: StockLayersOptions): readonly StockLayer[] | null {
  const read = readArgument(options, {
    ...costingFields,
    item: identifier,
    site: optional(identifier),
    segment: optional(segmentArgument, null),
    on: optional(dayArgument),
  });
  const values = new PointValues(plan, "fifo", readCosting(read));
  const { movements } = values;
  const point = pointNamed(movements, read);
  const on: Day = read.on ?? movements.endDay - 1;
  const issues: Issue[] = [];
  if (point === undefined) {
    const message = `The plan does not have ${showValue(read.item)} there. Name an item, a site and a segment of the plan.`;
    issues.push({ code: "unknownId", path: ["item"], message });
  }
  const [first, last] = [movements.startDay, movements.endDay - 1];
  if (on < first || on > last) {
    const message = `The day (${formatDay(on)}) must be in the plan, from ${formatDay(first)} to ${formatDay(last)}. Name one of these.`;
    issues.push({ code: "outOfRange", path: ["on"], message });
  }
  refuseMistakes(issues);
  const value = values.at(point!, on + 1);
  return value === undefined ? null : layersOf(value, values, point!, on);
}

function layersOf(
  { stock, flow, layers, costs }: PointValue,
  { movements, receipts }: PointValues,
  point: number,
  on: Day,
): readonly StockLayer[] {
  const unit = powerOfTen(movements.decimals(point));
  const layer = (
    day: Day,
    cause: StockMovementKind | null,
    counts: number,
    cost: number,
  ): StockLayer => {
    const quantity: Ratio = ratioOf(BigInt(counts), unit);
    const unitCost = ratioOf(costs.nums[cost]!, costs.dens[cost]!);
    return Object.freeze({
      date: formatDay(day),
      cause,
      quantity: ratioToDecimal(quantity),
      unitCost: ratioToDecimal(unitCost),
      value: ratioToDecimal(multiplyRatios(quantity, unitCost)),
    });
  };
  const found: StockLayer[] = [];
  for (let n = layers.first; n < layers.end; n++) {
    const row = layers.row[n]!;
    const cause = STOCK_MOVEMENT_KINDS[stock.kind[flow.movement[row]!]!]!;
    found.push(layer(flow.day[row]!, cause, layers.quantity[n]!, layers.cost[n]!));
  }
  const { standard } = receipts;
  if (layers.debt > 0 && standard !== UNKNOWN) found.push(layer(on, null, -layers.debt, standard));
  return Object.freeze(found);
}
