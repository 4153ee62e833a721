import { PlanningInputError } from "../../core/index.js";
import { NEVER, NONE, type PlacedRows, type Problem } from "../input/problem.js";
import type { DayTables } from "./day-tables.js";
import { CHANGE, type Changes, type ComponentToIssue, type Lot, type OpenSupply } from "./model.js";
import type { Points } from "./points.js";

/** Rows put at their stocking points. */
export interface PlacedInput {
  readonly onHand: Float64Array;
  readonly changes: Changes;
  readonly toIssue: readonly ComponentToIssue[];
  readonly standing: ReadonlyMap<number, OpenSupply[]>;
  readonly waiting: ReadonlyMap<number, OpenSupply[]>;
  readonly lots: ReadonlyMap<number, Lot[]>;
  readonly beyond: ReadonlyMap<number, { count: number; quantity: number }>;
  /** N9: allocations and components still to be issued, of any day, at reorder points. */
  readonly promised: ReadonlyMap<number, number>;
}

/** Which stocking points take part, and how their supplies do. */
export interface PlacingRules {
  /** Supplies of this point stand at their own day and are never proposed to move. */
  readonly standsAlways: (point: number) => boolean;
}

/** Puts stock, supplies, demands, allocations and components to be issued at stocking points. */
export function placeRows(
  problem: Problem,
  points: Points,
  tables: DayTables,
  rules: PlacingRules,
): PlacedInput {
  const { startDay } = problem;
  const { days } = tables;
  const onHand = new Float64Array(points.count);
  const lots = new Map<number, Lot[]>();
  const standing = new Map<number, OpenSupply[]>();
  const waiting = new Map<number, OpenSupply[]>();
  const beyond = new Map<number, { count: number; quantity: number }>();
  const promised = new Map<number, number>();
  const draft = new DraftChanges();
  const supplied = new Float64Array(points.count);
  const pointOf = placeFinder(problem, points);
  const guard = (point: number, sum: number): void => {
    if (Math.abs(sum) > Number.MAX_SAFE_INTEGER) throw overflow(problem, points.item[point]!);
  };
  const gives = (
    point: number,
    day: number,
    quantity: number,
    expires: number,
    origin: number,
  ): void => {
    supplied[point]! += Math.abs(quantity);
    guard(point, supplied[point]!);
    if (expires !== NEVER) push(lots, point, { day, quantity, expires, origin });
    else if (day === 0 && origin === NONE) onHand[point]! += quantity;
    else if (day < days) draft.add(point, day, quantity, origin);
  };

  const { stock, supplies } = problem;
  for (let r = 0; r < stock.count; r++) {
    const point = pointOf(stock, r);
    if (stock.quantity[r] === 0) continue;
    const expires = stock.expires[r]! === NEVER ? NEVER : stock.expires[r]! - startDay;
    gives(point, stock.day[r]! - startDay, stock.quantity[r]!, expires, NONE);
  }
  const never = problem.conventions.rescheduling === "never";
  for (let r = 0; r < supplies.count; r++) {
    const point = pointOf(supplies, r);
    const quantity = supplies.quantity[r]!;
    if (quantity === 0) continue;
    const supply = {
      row: r,
      due: supplies.day[r]! - startDay,
      quantity,
      expires: supplies.expires[r]! === NEVER ? NEVER : supplies.expires[r]! - startDay,
      frozen: supplies.frozen[r] === 1,
    };
    const stands = supply.frozen || rules.standsAlways(point);
    push(stands ? standing : waiting, point, supply);
    if (stands || never) {
      gives(point, Math.max(0, supply.due), quantity, supply.expires, 4 * r + CHANGE.supply);
    }
  }
  for (const list of waiting.values()) list.sort((a, b) => inDrawingOrder(problem, a, b));

  const needs = (point: number, due: number, quantity: number, origin: number): void => {
    if (quantity === 0) return;
    if (origin % 4 !== CHANGE.demand && rules.standsAlways(point)) {
      promised.set(point, (promised.get(point) ?? 0) + quantity);
    }
    if (due >= days) {
      const sum = beyond.get(point) ?? { count: 0, quantity: 0 };
      guard(point, sum.quantity + quantity);
      beyond.set(point, { count: sum.count + 1, quantity: sum.quantity + quantity });
      return;
    }
    const site = points.site[point]!;
    const { calendar } = problem.sites[site]!;
    const { safetyTime } = problem.parameters(points.item[point]!, site);
    draft.add(point, tables.nettingDay(due, calendar, safetyTime), -quantity, origin);
  };
  const { demands, allocations } = problem;
  for (let r = 0; r < demands.count; r++) {
    const due = demands.day[r]! - startDay;
    needs(pointOf(demands, r), due, demands.quantity[r]!, 4 * r + CHANGE.demand);
  }
  for (let r = 0; r < allocations.count; r++) {
    const due = allocations.day[r]! - startDay;
    needs(pointOf(allocations, r), due, allocations.quantity[r]!, 4 * r + CHANGE.allocation);
  }
  const toIssue: ComponentToIssue[] = [];
  for (const [row, detail] of supplies.detail) {
    for (const { component, quantity, day } of detail.components) {
      const point = points.find(component, supplies.site[row]!, supplies.segment[row]!);
      const issue = { supplyRow: row, day: day - startDay, quantity };
      needs(point, issue.day, quantity, 4 * (toIssue.push(issue) - 1) + CHANGE.component);
    }
  }
  return {
    onHand,
    changes: draft.grouped(points.count),
    toIssue,
    standing,
    waiting,
    lots,
    beyond,
    promised,
  };
}

/** N4: the order in which supplies wait: due, quantity, id. */
function inDrawingOrder(problem: Problem, a: OpenSupply, b: OpenSupply): number {
  if (a.due !== b.due) return a.due - b.due;
  if (a.quantity !== b.quantity) return a.quantity - b.quantity;
  return problem.supplies.id(a.row) < problem.supplies.id(b.row) ? -1 : 1;
}

/** The stocking point of a row, without a look-up where items are numbered like it. */
function placeFinder(problem: Problem, points: Points): (rows: PlacedRows, r: number) => number {
  if (problem.sites.length > 1 || problem.segments.length > 0) {
    return (rows, r) => points.find(rows.item[r]!, rows.site[r]!, rows.segment[r]!);
  }
  const pointOfItem = new Int32Array(problem.items.length);
  for (let p = 0; p < points.count; p++) pointOfItem[points.item[p]!] = p;
  return (rows, r) => pointOfItem[rows.item[r]!]!;
}

function push<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

class DraftChanges {
  readonly #point: number[] = [];
  readonly #day: number[] = [];
  readonly #quantity: number[] = [];
  readonly #origin: number[] = [];

  add(point: number, day: number, quantity: number, origin: number): void {
    this.#point.push(point);
    this.#day.push(day);
    this.#quantity.push(quantity);
    this.#origin.push(origin);
  }

  /** By stocking point, in the order of adding: supply before needs. */
  grouped(points: number): Changes {
    const count = this.#point.length;
    const start = new Int32Array(points + 1);
    for (let c = 0; c < count; c++) start[this.#point[c]! + 1]!++;
    for (let p = 0; p < points; p++) start[p + 1]! += start[p]!;
    const next = start.slice();
    const day = new Int32Array(count);
    const quantity = new Float64Array(count);
    const origin = new Float64Array(count);
    for (let c = 0; c < count; c++) {
      const place = next[this.#point[c]!]!++;
      day[place] = this.#day[c]!;
      quantity[place] = this.#quantity[c]!;
      origin[place] = this.#origin[c]!;
    }
    return { start, day, quantity, origin };
  }
}

/** Q4: figures of an item leave the safe integers. */
export function overflow(problem: Problem, item: number): PlanningInputError {
  const { id, decimals } = problem.items[item]!;
  const message = `Quantities of item ${JSON.stringify(id)} add up to more than 2^53 counts of 10^-${decimals}. Give the item fewer decimals or a larger unit.`;
  return new PlanningInputError([
    { code: "quantityOverflow", path: ["items", item], message, item: id },
  ]);
}
