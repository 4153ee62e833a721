import {
  type Bucket,
  bucketStart,
  type Decimal,
  formatDay,
  PlanningInputError,
  quantityToDecimal,
} from "../../core/index.js";
import { NETTING } from "../compile/model.js";
import { show } from "../input/issues.js";
import { NONE } from "../input/problem.js";
import { startOfRow } from "../sweep/link-needs.js";
import { pullNeeds } from "../sweep/pull.js";
import { segmentOf } from "./order-list.js";
import type { Plan } from "./plan.js";
import { type PlanState, stateOf } from "./plan-state.js";
import { undrawnThatExpires } from "./supply-list.js";

/** One bucket of a planning record. All quantities are exact. */
export interface PlanningRecordRow {
  /** The first day of the bucket. */
  readonly date: string;
  /** Gross requirement on its netting day (N1, T6). */
  readonly gross: Decimal;
  /** Open supply on the day on which it counts, moved in or not. */
  readonly scheduledReceipts: Decimal;
  /** Stock that counts only from a day after the planning start on (N2). */
  readonly releasedStock: Decimal;
  /** Stock at the end of the bucket, planned receipts included. */
  readonly projectedOnHand: Decimal;
  /** What is missing to the floor, at its deepest, after the planned receipts of earlier buckets. */
  readonly net: Decimal;
  readonly plannedReceipts: Decimal;
  /** Start quantities of planned orders, by their start. */
  readonly plannedStarts: Decimal;
  /** Stock that leaves because it expires (N2). */
  readonly expired: Decimal;
}

/** The planning record of a stocking point: the grid that planners read. */
export interface PlanningRecord {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** Stock that counts at the planning start, before anything arrives or leaves. */
  readonly openingStock: Decimal;
  /** What would have had to start before the planning start. */
  readonly pastDueStarts: Decimal;
  readonly rows: readonly PlanningRecordRow[];
}

/** Which record, and in what buckets. */
export interface RecordOptions {
  /** May be left out with one site. */
  readonly site?: string;
  readonly segment?: string;
  readonly bucket?: Bucket;
}

/**
 * The planning record of an item: gross requirement, scheduled receipts, projected stock, net
 * requirement and planned orders by day, week or month.
 *
 * @param plan - what `planRequirements` returned
 * @param item - the id of an item
 * @param options - site and segment of the stocking point, and the bucket (`"day"`)
 * @returns one row a bucket from the planning start to the end of the horizon
 * @throws PlanningInputError (`unknownId`) when the plan has no such stocking point
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 3 }],
 *   demands: [{ id: "d1", item: "wheel", quantity: 4, due: "2026-01-06" }],
 * });
 * planningRecord(plan, "wheel").rows.map((row) => row.net.toNumber()); // => [0, 1]
 * ```
 */
export function planningRecord(
  plan: Plan,
  item: string,
  options: RecordOptions = {},
): PlanningRecord {
  const state = stateOf(plan);
  const { model } = state;
  const { problem, points } = model;
  const point = findPoint(state, item, options);
  const { decimals } = problem.items[points.item[point]!]!;
  const days = recordDays(state, point);
  const decimal = (count: number): Decimal => quantityToDecimal(count, decimals);
  const rows: PlanningRecordRow[] = [];
  const bucket = options.bucket ?? "day";
  let opening = days.opening;
  for (let from = 0; from < model.days; ) {
    const next = bucketStart(from + model.startDay, bucket, 1, problem.conventions.weekStart);
    const to = Math.min(model.days, next - model.startDay);
    const sum = (column: Float64Array): number => {
      let total = 0;
      for (let day = from; day < to; day++) total += column[day]!;
      return total;
    };
    let level = opening;
    let net = 0;
    for (let day = from; day < to; day++) {
      level += days.scheduled[day]! + days.released[day]! - days.gross[day]! - days.expired[day]!;
      net = Math.max(net, days.floor[day]! - level);
    }
    const planned = sum(days.planned);
    opening = level + planned;
    rows.push({
      date: formatDay(from + model.startDay),
      gross: decimal(sum(days.gross)),
      scheduledReceipts: decimal(sum(days.scheduled)),
      releasedStock: decimal(sum(days.released)),
      projectedOnHand: decimal(opening),
      net: decimal(net),
      plannedReceipts: decimal(planned),
      plannedStarts: decimal(sum(days.starts)),
      expired: decimal(sum(days.expired)),
    });
    from = to;
  }
  return {
    item,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
    openingStock: decimal(days.opening),
    pastDueStarts: decimal(days.pastDueStarts),
    rows,
  };
}

function findPoint(state: PlanState, item: string, { site, segment }: RecordOptions): number {
  const { problem, points } = state.model;
  const itemNumber = problem.itemOf.get(item) ?? NONE;
  const sites = problem.sites;
  const siteNumber =
    site === undefined && sites.length === 1 ? 0 : sites.findIndex(({ id }) => id === site);
  const segmentNumber = segment === undefined ? NONE : problem.segments.indexOf(segment);
  const known = itemNumber >= 0 && siteNumber >= 0 && (segment === undefined || segmentNumber >= 0);
  const point = known ? points.find(itemNumber, siteNumber, segmentNumber) : NONE;
  if (point !== NONE) return point;
  const field = itemNumber < 0 ? "item" : siteNumber < 0 ? "site" : "segment";
  const value = { item, site, segment }[field];
  const message =
    field === "site" && site === undefined
      ? "The plan has several sites: name one in options.site."
      : `The ${field} (${show(value)}) is none of which the plan has a record for item ${show(item)}.`;
  throw new PlanningInputError([{ code: "unknownId", path: [field], message }]);
}

/** A record by day, in counts of the item. */
interface RecordDays {
  readonly opening: number;
  readonly gross: Float64Array;
  readonly scheduled: Float64Array;
  readonly released: Float64Array;
  readonly planned: Float64Array;
  readonly starts: Float64Array;
  readonly expired: Float64Array;
  readonly floor: Float64Array;
  readonly pastDueStarts: number;
}

function recordDays(state: PlanState, point: number): RecordDays {
  const { model, orders } = state;
  const column = (): Float64Array => new Float64Array(model.days + 1);
  const [gross, scheduled, planned, starts] = [column(), column(), column(), column()];
  addGross(state, point, gross);
  const released = column();
  addSupply(state, point, scheduled, released);
  let pastDueStarts = 0;
  for (let row = orders.first[point]!; row < orders.first[point + 1]!; row++) {
    const times = orders.repeat?.[row] ?? 1;
    const start = startOfRow(model, orders, point, row);
    const started = orders.startQuantity[row]! * times;
    if (orders.due[row]! < model.days) planned[orders.due[row]!]! += orders.quantity[row]! * times;
    if (start < 0) pastDueStarts += started;
    else if (start < model.days) starts[start]! += started;
  }
  const floor = column();
  if (model.netting[point] !== NETTING.phantom && model.netting[point] !== NETTING.passedBy) {
    for (const { day, level } of model.detail(point).floor)
      floor.fill(level, Math.min(day, model.days));
  }
  let opening = model.onHand[point]!;
  for (const lot of model.detail(point).lots) {
    if (lot.day === 0 && lot.origin === NONE) opening += lot.quantity;
  }
  const expired = column();
  addExpired(state, point, expired);
  return { opening, gross, scheduled, released, planned, starts, expired, floor, pastDueStarts };
}

function addGross({ model, orders }: PlanState, point: number, gross: Float64Array): void {
  const { changes } = model;
  for (let c = changes.start[point]!; c < changes.start[point + 1]!; c++) {
    if (changes.quantity[c]! < 0) gross[changes.day[c]!]! -= changes.quantity[c]!;
  }
  if (model.netting[point] === NETTING.phantom) {
    gross.fill(0);
    for (const { day, quantity } of orders.phantomStock.get(point) ?? []) gross[day]! += quantity;
    return;
  }
  const touched = new Int32Array((model.days >> 5) + 1);
  const pulled = new Float64Array(model.days + 1);
  pullNeeds(model, orders, point, pulled, touched);
  for (let day = 0; day < model.days; day++) gross[day]! -= pulled[day]!;
}

/** Adds open supply on the days on which it counts, and stock on the days on which it is released. */
function addSupply(
  { model, orders }: PlanState,
  point: number,
  scheduled: Float64Array,
  released: Float64Array,
): void {
  const { changes, days } = model;
  const { waiting, standing, lots } = model.detail(point);
  for (let c = changes.start[point]!; c < changes.start[point + 1]!; c++) {
    if (changes.quantity[c]! > 0 && changes.origin[c] === NONE) {
      released[changes.day[c]!]! += changes.quantity[c]!;
    }
  }
  for (const lot of lots) {
    if (lot.origin === NONE && lot.day > 0 && lot.day < days) released[lot.day]! += lot.quantity;
  }
  for (const supply of [...standing, ...waiting]) {
    const day = orders.supplyDay[supply.row]!;
    if (day < days) scheduled[day]! += supply.quantity;
  }
}

/** What expires (N2): what the netting saw leave, and supply that nobody drew. */
function addExpired({ model, orders }: PlanState, point: number, expired: Float64Array): void {
  for (const event of orders.events) {
    if (event.code === "expired" && event.point === point) expired[event.day]! += event.quantity;
  }
  for (const { day, quantity } of undrawnThatExpires({ model, orders }, point)) {
    expired[day]! += quantity;
  }
}
