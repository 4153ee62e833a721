import { formatDay, type Ratio, ratioOf } from "../../core/index.js";
import { type PlanningInput, STOCK_MOVEMENT_KINDS } from "../../mrp/index.js";
import type { CostRows } from "../standard-costs/cost-rows.js";
import { PLACE_COUNT, PLACES } from "./figure-row.js";
import { FigureRuns } from "./figure-runs.js";
import type { InventoryGroups } from "./inventory-groups.js";
import type { InventoryKey } from "./inventory-options.js";
import { OPENING } from "./point-flow.js";
import type { PointValue, PointValues } from "./point-values.js";
import { safetyStockDays } from "./safety-stock-days.js";
import { UNKNOWN } from "./stock-flow.js";
import { ValueSums } from "./value-sums.js";
import { ISSUE } from "./valued-entries.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** What the figures of a plan are asked of. */
export interface FiguresSetting {
  readonly rows: CostRows;
  readonly input: PlanningInput;
  readonly by: readonly InventoryKey[];
  readonly slowAfterDays: number;
}

const EXPIRY = STOCK_MOVEMENT_KINDS.indexOf("expiry");
const TRANSFERS: ReadonlySet<number> = new Set([
  STOCK_MOVEMENT_KINDS.indexOf("transferOut"),
  STOCK_MOVEMENT_KINDS.indexOf("transferOutToSupply"),
]);

/** Adds up what figures are made of, by group; `undefined` where nothing is. */
export function sumFigures(
  values: PointValues,
  groups: InventoryGroups,
  setting: FiguresSetting,
): readonly (ValueSums | undefined)[] {
  const { movements } = values;
  const all: (ValueSums | undefined)[] = [];
  const runs = new FigureRuns(values.costs, PLACE_COUNT);
  const isIssued = STOCK_MOVEMENT_KINDS.map(
    (_, kind) => kind !== EXPIRY && (!TRANSFERS.has(kind) || setting.by.includes("site")),
  );
  for (let point = 0; point < movements.pointCount; point++) {
    values.start(point);
    const stock = movements.stock(point);
    const { hasMoved, closing, needed } = countStock(stock, movements.endDay);
    const place = movements.point(point);
    const safety = safetyOf(place, setting, movements);
    if (!hasMoved && safety.num === 0n) continue;
    const { standard } = values.receipts;
    if (standard === UNKNOWN) {
      values.miss();
      continue;
    }
    const value = values.isAtStandard ? stock : values.value();
    if (value === undefined) continue;
    const group = groups.ofPoint[point]!;
    const sums = all[group] ?? new ValueSums(PLACE_COUNT);
    all[group] = sums;
    const decimals = movements.decimals(point);
    runs.start(decimals, sums);
    if ("entries" in value) addEntries(runs, value, movements.endDay, isIssued);
    else addAtStandard(runs, value, standard, movements.endDay, isIssued);
    const from = setting.rows.parameter(place, "discontinued")?.from;
    const isDiscontinued = from !== undefined && from < formatDay(movements.endDay);
    if (closing > 0 && (needed === 0 || isDiscontinued)) {
      runs.add(PLACES.obsolete, standard, closing);
    } else if (closing > 0) {
      const days = BigInt(movements.endDay - movements.startDay);
      const lasting = BigInt(closing) * days - BigInt(needed) * BigInt(setting.slowAfterDays);
      if (lasting > 0n) addShare(values, sums, PLACES.slow, lasting, days, decimals);
    }
    const excess = movements.excess(point);
    if (excess > 0) runs.add(PLACES.excess, standard, excess);
    runs.end();
    if (safety.num > 0n) addUnits(values, sums, PLACES.safetyDays, safety);
  }
  return all;
}

/** What comes in and goes out, by places. */
function addEntries(
  runs: FigureRuns,
  { stock, flow, entries }: PointValue,
  endDay: number,
  isIssued: readonly boolean[],
): void {
  for (let n = 0; n < entries.count; n++) {
    const row = entries.row[n]!;
    const cost = entries.cost[n]!;
    const quantity = entries.quantity[n]!;
    runs.add(PLACES.closing, cost, quantity);
    runs.add(PLACES.valueDays, cost, quantity, endDay - flow.day[row]!);
    if (row < flow.openingCount) runs.add(PLACES.opening, cost, quantity);
    else if (entries.side[n] === ISSUE) {
      const kind = stock.kind[flow.movement[row]!]!;
      if (kind === EXPIRY) runs.add(PLACES.expired, cost, -quantity);
      else if (isIssued[kind]) runs.add(PLACES.issued, cost, -quantity);
    }
  }
}

type Stock = PointValue["stock"];

/** The same where all costs the standard: the order in which things happen does not matter then. */
function addAtStandard(
  runs: FigureRuns,
  { count, day, quantity, kind }: Stock,
  standard: number,
  endDay: number,
  isIssued: readonly boolean[],
): void {
  for (let n = 0; n < count; n++) {
    const moved = quantity[n]!;
    if (day[n]! >= endDay || moved === 0) continue;
    runs.add(PLACES.closing, standard, moved);
    runs.add(PLACES.valueDays, standard, moved, endDay - day[n]!);
    if (kind[n] === OPENING) runs.add(PLACES.opening, standard, moved);
    else if (moved < 0) {
      if (kind[n] === EXPIRY) runs.add(PLACES.expired, standard, -moved);
      else if (isIssued[kind[n]!]) runs.add(PLACES.issued, standard, -moved);
    }
  }
}

/**
 * Whether anything moves within the horizon, what is in stock at its end, and what goes out to anything but
 * the bin, in counts.
 */
function countStock(
  { count, day, quantity, kind }: Stock,
  endDay: number,
): { readonly hasMoved: boolean; readonly closing: number; readonly needed: number } {
  let hasMoved = false;
  let closing = 0;
  let needed = 0;
  for (let n = 0; n < count; n++) {
    const moved = quantity[n]!;
    if (day[n]! >= endDay || moved === 0) continue;
    hasMoved = true;
    closing += moved;
    if (moved < 0 && kind[n] !== EXPIRY && kind[n] !== OPENING) needed -= moved;
  }
  return { hasMoved, closing, needed };
}

function safetyOf(
  place: { readonly item: string; readonly site: string; readonly segment: string | null },
  { rows, input }: FiguresSetting,
  span: { readonly startDay: number; readonly endDay: number },
): Ratio {
  if (place.segment !== null || input.conventions?.safetyStock === "never") return NOTHING;
  return safetyStockDays(rows.parameter(place, "safetyStock"), span);
}

/** Counts ÷ a number, at standard cost. */
function addShare(
  values: PointValues,
  sums: ValueSums,
  place: number,
  counts: bigint,
  by: bigint,
  decimals: number,
): void {
  addUnits(values, sums, place, ratioOf(counts, by * 10n ** BigInt(decimals)));
}

/** Stock units at standard cost. */
function addUnits({ costs, receipts }: PointValues, sums: ValueSums, place: number, units: Ratio) {
  const { standard } = receipts;
  const den = costs.dens[standard]! * units.den;
  sums.over(den)[place]! += costs.nums[standard]! * units.num;
}
