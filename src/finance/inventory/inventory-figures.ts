import {
  type ExactNumber,
  exactNumber,
  objectOf,
  optional,
  type Ratio,
  readArgument,
  wholeNumber,
} from "../../core/index.js";
import { type Plan, planInput } from "../../mrp/index.js";
import { type MissingFigure, sortedMissing } from "../ledger/missing-figure.js";
import { type MoneyRounding, roundingFields } from "../money/rounding.js";
import { CostRows } from "../standard-costs/cost-rows.js";
import { figuresRow, type InventoryFiguresRow } from "./figure-row.js";
import { inventoryGroups } from "./inventory-groups.js";
import {
  costingFields,
  groupingFields,
  type InventoryCosting,
  type InventoryKey,
  type InventoryMethod,
  readCosting,
} from "./inventory-options.js";
import { EXACT } from "./inventory-rows.js";
import { PointValues } from "./point-values.js";
import { sumFigures } from "./sum-figures.js";

/** Which figures of stock are asked for. */
export interface InventoryFiguresOptions<Key extends InventoryKey = InventoryKey>
  extends InventoryCosting {
  /** `"standard"` when left out. */
  readonly method?: InventoryMethod | undefined;
  /** All in one when left out. */
  readonly by?: readonly Key[] | undefined;
  /** What capital costs a year, as a share: `"0.08"` is 8 %; nothing when left out. */
  readonly capitalRate?: ExactNumber | undefined;
  /** What lasts longer than so many days is slow; 365 when left out. */
  readonly slowAfterDays?: number | undefined;
  /** Of all figures; exact when left out. */
  readonly round?: MoneyRounding | undefined;
}

/** The figures of stock, and what they lack. */
export interface InventoryFigures<Key extends InventoryKey = InventoryKey> {
  readonly currency: string | null;
  readonly method: InventoryMethod;
  /** By keys; what has no such key stands under `null`, last. */
  readonly rows: readonly InventoryFiguresRow<Key>[];
  /** Stocking points that are in no row, since a cost is not known. */
  readonly missing: readonly MissingFigure[];
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/**
 * Tells the figures that stock is judged by: turns, days of supply, excess, obsolete and slow stock, what
 * expires, what safety stock costs, and what the capital costs that is tied up.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - costs, method, keys, the rate of capital and rounding
 * @returns a row for each group of stocking points in which something moves or is to be there
 * @throws PlanningInputError with every mistake of the options
 *
 * Source: rules I, F; K49, K79.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-01",
 *   horizonEnd: "2026-12-31",
 *   items: [{ id: "wheel", onHand: 40, unitCost: 3 }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 30, due: "2026-01-01" }],
 * });
 * const costs = standardCosts(plan);
 * const [row] = inventoryFigures(plan, { costs, by: ["item"], capitalRate: "0.1" }).rows;
 * `${row?.averageValue} ${row?.turns} ${row?.excessValue} ${row?.capitalCost}`; // => "30 3 30 3"
 * ```
 */
export function inventoryFigures<const Key extends InventoryKey = never>(
  plan: Plan,
  options: InventoryFiguresOptions<Key>,
): InventoryFigures<Key> {
  const input = planInput(plan);
  const read = readArgument(options, {
    ...costingFields,
    ...groupingFields,
    capitalRate: optional(exactNumber(0), NOTHING),
    slowAfterDays: optional(wholeNumber(1, 100_000), 365),
    round: optional(objectOf(roundingFields), EXACT),
  });
  const values = new PointValues(plan, read.method, readCosting(read));
  const rows = new CostRows(input);
  const groups = inventoryGroups(
    values.movements,
    read.by,
    (item) => rows.item(item)?.family ?? null,
  );
  const sums = sumFigures(values, groups, { rows, input, ...read });
  const written = groups.inOrder.flatMap((group) => {
    const found = sums[group];
    if (found === undefined) return [];
    const keys = Object.fromEntries(read.by.map((key, n) => [key, groups.keys[group]![n] ?? null]));
    return [figuresRow(keys, found, values, read)];
  });
  return Object.freeze({
    currency: read.costs.currency,
    method: read.method,
    rows: written as unknown as readonly InventoryFiguresRow<Key>[],
    missing: sortedMissing(values.missing),
  });
}
