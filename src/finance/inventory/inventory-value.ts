import { PlanningInputError, parseDay, readArgument } from "../../core/index.js";
import { capacityModel, type Plan, planInput } from "../../mrp/index.js";
import { type MissingFigure, sortedMissing } from "../ledger/missing-figure.js";
import { type InventoryBuckets, inventoryBuckets } from "./inventory-buckets.js";
import { type InventoryGroups, inventoryGroups } from "./inventory-groups.js";
import {
  costingFields,
  groupingFields,
  type InventoryKey,
  type InventoryMethod,
  type InventoryValueOptions,
  readCosting,
  rowFields,
} from "./inventory-options.js";
import {
  EXACT,
  type InventoryValueRow,
  inventoryRow,
  type RowUnits,
  roundedRows,
  splitRows,
} from "./inventory-rows.js";
import { PointValues } from "./point-values.js";
import { PointSums } from "./sum-point.js";
import { issuesPlace, OPENING_PLACE, placeCount, receiptsPlace } from "./value-places.js";
import { ValueSums } from "./value-sums.js";
import { type ValuedMovement, valuedMovements } from "./valued-movements.js";

/** What stock is worth over the horizon of a plan. */
export interface InventoryValue<Key extends InventoryKey = InventoryKey> {
  readonly currency: string | null;
  readonly method: InventoryMethod;
  /** By bucket, then keys; what has no such key stands under `null`, last. */
  readonly rows: readonly InventoryValueRow<Key>[];
  /** Stocking points whose stock is in no row, since a cost is not known. */
  readonly missing: readonly MissingFigure[];
  /**
   * What makes the figures of a row: its opening stock, if it is the first of its keys, and what comes in
   * and goes out.
   *
   * @param row - one of `rows`
   * @throws PlanningInputError when it is none
   */
  drill(row: object): readonly ValuedMovement[];
}

/**
 * Tells what stock is worth, as the plan says that it comes in and goes out: by standard cost, by moving
 * average, or first in, first out.
 *
 * Planned orders of suppliers come in at the price of their source for so much (K50), by the rate of the
 * order day; what has no price, open supplies, production, co-products and transfers at standard cost, and
 * so does what is there, unless `openingLayers` say what it cost. On one day all comes in before anything
 * goes out. In each row opening + receipts − issues = closing, exactly: what no 24 decimals end is rounded
 * there, and so are moving averages (K78).
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - costs, method, keys, bucket and rounding
 * @returns rows for each bucket of the horizon, and what is behind them
 * @throws PlanningInputError with every mistake of the options
 *
 * Source: rule F, law 19; K50, K78.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 10, unitCost: 2, orderMultiple: 20 }],
 *   sources: [{ item: "wheel", kind: "buy", price: 3 }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 25, due: "2026-01-19" }],
 * });
 * const costs = standardCosts(plan);
 * for (const method of ["standard", "movingAverage", "fifo"] as const) {
 *   const [row] = inventoryValue(plan, { costs, method }).rows;
 *   `${row?.opening} + ${row?.receipts} - ${row?.issues} = ${row?.closing}`;
 * }
 * const { rows, drill } = inventoryValue(plan, { costs, method: "fifo", by: ["item"] });
 * rows.map((row) => `${row.item}: ${row.closingQuantity} worth ${row.closing}`); // => ["wheel: 5 worth 15"]
 * drill(rows[0]!).map(({ cause, amount }) => `${cause} ${amount}`);
 * // => ["opening 20", "order 60", "demand -65"]
 *
 * // What opening stock really cost: ten wheels of December, at 1.50.
 * const openingLayers = [{ item: "wheel", quantity: 10, unitCost: "1.5", date: "2025-12-01" }];
 * const [layered] = inventoryValue(plan, { costs, method: "fifo", openingLayers }).rows;
 * `${layered?.opening} + ${layered?.receipts} - ${layered?.issues} = ${layered?.closing}`; // => "15 + 60 - 60 = 15"
 * ```
 */
export function inventoryValue<const Key extends InventoryKey = never>(
  plan: Plan,
  options: InventoryValueOptions<Key>,
): InventoryValue<Key> {
  const input = planInput(plan);
  const read = readArgument(options, { ...costingFields, ...groupingFields, ...rowFields });
  const { by, method, round } = read;
  const values = new PointValues(plan, method, readCosting(read));
  const families = new Map((input.items ?? []).map(({ id, family }) => [id, family ?? null]));
  const { movements } = values;
  const groups = inventoryGroups(movements, by, (item) => families.get(item) ?? null);
  const buckets = inventoryBuckets(movements, read.bucket, capacityModel(plan).weekStart);
  const summed = sumGroups(values, groups, buckets, { by, round });
  const rows = writeRows(groups, buckets, summed, { by, round });
  const missing = sortedMissing(values.missing);
  return Object.freeze({
    currency: read.costs.currency,
    method,
    rows: rows.map(({ row }) => row) as unknown as readonly InventoryValueRow<Key>[],
    missing,
    drill: drillInto(values, groups, rows),
  });
}

type Rounding = NonNullable<ReturnType<(typeof rowFields)["round"]>>;

/** What was added up of each group. */
interface GroupSums {
  readonly sums: ValueSums;
  /** Counts at all places; `undefined` unless rows are by item. */
  readonly quantities: bigint[] | undefined;
  decimals: number;
  hasMoved: boolean;
}

function sumGroups(
  values: PointValues,
  groups: InventoryGroups,
  buckets: InventoryBuckets,
  { by, round }: { by: readonly InventoryKey[]; round: Rounding | undefined },
): readonly GroupSums[] {
  const { movements } = values;
  const places = placeCount(buckets.all.length);
  const all = groups.keys.map(
    (): GroupSums => ({
      sums: new ValueSums(places),
      quantities: by.includes("item") ? new Array<bigint>(places).fill(0n) : undefined,
      decimals: 0,
      hasMoved: false,
    }),
  );
  const points = new PointSums(values, buckets, by.includes("item"));
  const own = round?.on === "stockingPoints" ? new ValueSums(places) : undefined;
  for (let point = 0; point < movements.pointCount; point++) {
    const group = all[groups.ofPoint[point]!]!;
    own?.clear();
    const sums = own ?? group.sums;
    values.start(point);
    if (values.isAtStandard) {
      if (!points.addAtStandard(point, sums)) continue;
    } else {
      const value = values.value();
      if (value === undefined || value.flow.count === 0) continue;
      points.addValued(point, value, sums);
    }
    group.hasMoved = true;
    group.decimals = movements.decimals(point);
    if (own !== undefined && round !== undefined) addRounded(own, group.sums, buckets, round);
    const { quantities } = group;
    if (quantities === undefined) continue;
    for (let place = 0; place < places; place++) {
      if (points.quantities[place] !== 0) quantities[place]! += BigInt(points.quantities[place]!);
    }
  }
  return all;
}

/** Rounds a stocking point, and adds what it then is. */
function addRounded(
  own: ValueSums,
  sums: ValueSums,
  { all }: InventoryBuckets,
  round: Rounding,
): void {
  const nums = sums.over(10n ** BigInt(round.decimals));
  for (const [bucket, row] of roundedRows(own.totals(), all.length, round).entries()) {
    if (bucket === 0) nums[OPENING_PLACE]! += row.opening;
    nums[receiptsPlace(bucket)]! += row.receipts;
    nums[issuesPlace(bucket)]! += row.issues;
  }
}

interface WrittenRow {
  readonly row: InventoryValueRow;
  readonly group: number;
  readonly bucket: { readonly from: number; readonly until: number };
}

function writeRows(
  groups: InventoryGroups,
  { all: buckets }: InventoryBuckets,
  summed: readonly GroupSums[],
  { by, round }: { by: readonly InventoryKey[]; round: Rounding | undefined },
): readonly WrittenRow[] {
  const shown = groups.inOrder.filter((group) => summed[group]!.hasMoved);
  const totals = shown.map((group) => summed[group]!.sums.totals());
  const rounding = round ?? EXACT;
  const units =
    round?.on === "total"
      ? splitRows(totals, buckets.length, rounding)
      : totals.map((sums) => roundedRows(sums, buckets.length, rounding));
  const counted = shown.map((group): readonly RowUnits[] | undefined => {
    const nums = summed[group]!.quantities;
    const whole = { decimals: 0, mode: "halfUp" } as const;
    return nums && roundedRows({ nums, den: 1n }, buckets.length, whole);
  });
  const rows: WrittenRow[] = [];
  const keysOf = shown.map((group) =>
    Object.fromEntries(by.map((key, n) => [key, groups.keys[group]![n] ?? null])),
  );
  for (const [n, bucket] of buckets.entries()) {
    for (const [place, group] of shown.entries()) {
      const amounts = units[place]![n]!;
      const quantities = counted[place]?.[n];
      const { decimals } = summed[group]!;
      const row = inventoryRow(keysOf[place]!, bucket, amounts, rounding.decimals, {
        quantities,
        decimals,
      });
      rows.push({ row, group, bucket });
    }
  }
  return rows;
}

function drillInto(
  values: PointValues,
  groups: InventoryGroups,
  rows: readonly WrittenRow[],
): (row: object) => readonly ValuedMovement[] {
  let places: Map<object, WrittenRow> | undefined;
  return (row) => {
    places ??= new Map(rows.map((one) => [one.row, one]));
    const found = places.get(row);
    if (found === undefined) {
      const message = "The row must be one that this value of stock has.";
      throw new PlanningInputError([{ code: "unknownId", path: ["row"], message }]);
    }
    const movements: ValuedMovement[] = [];
    for (let point = 0; point < groups.ofPoint.length; point++) {
      if (groups.ofPoint[point] !== found.group) continue;
      for (const one of valuedMovements(values, point, found.bucket)) movements.push(one.movement);
    }
    const dayOf = ({ date }: ValuedMovement): number => parseDay(date)!;
    return Object.freeze(movements.sort((a, b) => dayOf(a) - dayOf(b)));
  };
}
