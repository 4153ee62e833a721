import type { Issue } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "../sweep/arena.js";
import { startOfOrder, tooManyOrders } from "../sweep/place-order.js";
import type { PlacedPart } from "./placed-part.js";
import { FOLLOWS } from "./plan-decisions.js";
import { MOST_DAYS } from "./read-seen.js";

/**
 * Copies the rows of orders of each stocking point to its place in the sweep.
 *
 * @throws PlanningInputError when all together are too many (chapter L)
 */
export function placeRows(
  model: Model,
  arena: Arena,
  placed: readonly PlacedPart[],
  issues: Issue[],
): void {
  const { count } = model.points;
  const ownerOf = new Int32Array(count); // the part of each point,
  const placeOf = new Int32Array(count); // and its number there
  let rows = 0;
  for (const [owner, { part, point, number }] of placed.entries()) {
    const wrong = wrongRow(model, placed[owner]!);
    if (wrong !== NONE) {
      const message = `Row ${wrong} of these decisions is no order of the input. Merge plans with the input that they are parts of.`;
      issues.push({ code: "contradiction", path: ["plans", number, "rows", wrong], message });
    }
    for (const [place, of] of point.entries()) {
      ownerOf[of] = owner;
      placeOf[of] = place;
    }
    rows += part.rows.due.length;
  }
  if (issues.length > 0) return;
  arena.reserve(rows);
  for (let point = 0; point < count; point++) {
    const { part, first } = placed[ownerOf[point]!]!;
    const place = placeOf[point]!;
    copyRows(arena, point, part.rows, first[place]!, first[place + 1]!);
    if (arena.start !== undefined) placeStarts(model, arena, point, part.rows, first[place]!);
    if (arena.orders > model.conventions.maxOrders) throw tooManyOrders(model, point);
  }
}

type Rows = PlacedPart["part"]["rows"];

function copyRows(arena: Arena, point: number, rows: Rows, first: number, end: number): void {
  const from = arena.count;
  const to = from + end - first;
  const starts = rows.startQuantity ?? rows.quantity;
  arena.due.set(rows.due.subarray(first, end), from);
  arena.quantity.set(rows.quantity.subarray(first, end), from);
  if (arena.startQuantity !== arena.quantity) {
    arena.startQuantity.set(starts.subarray(first, end), from);
  }
  // A part without a column had no need of it: the first source, on the day wanted, one order a row.
  fill(arena.source, rows.source, 0, first, end, from);
  fill(arena.late, rows.late, 0, first, end, from);
  fill(arena.repeat, rows.repeat, 1, first, end, from);
  let largest = 0;
  let orders = end - first;
  for (let row = first; row < end; row++) if (starts[row]! > largest) largest = starts[row]!;
  for (let row = first; rows.repeat !== undefined && row < end; row++) {
    orders += rows.repeat[row]! - 1;
  }
  if (orders > end - first) arena.repeats?.set(point, 1);
  arena.setLargest(point, largest);
  arena.rows.set(point, from, to);
  arena.count = to;
  arena.used += to - from;
  arena.orders += orders;
}

/** Where an order starts that has its own start here; in its part it may follow from the due day. */
function placeStarts(model: Model, arena: Arena, point: number, rows: Rows, first: number): void {
  const from = arena.rows.first(point);
  const isOwn = model.startTable[point] === NONE;
  for (let row = from; row < arena.rows.end(point); row++) {
    const given = rows.start?.[first + row - from] ?? FOLLOWS;
    arena.start![row] = !isOwn
      ? 0
      : given === FOLLOWS
        ? startByDue(model, arena, point, row)
        : given;
  }
}

function startByDue(model: Model, arena: Arena, point: number, row: number): number {
  const source = model.sources.at(point)[arena.source?.[row] ?? 0]!;
  return startOfOrder(model, point, source, arena.due[row]!, arena.startQuantity[row]!);
}

function fill(
  to: Int32Array | undefined,
  from: Int32Array | undefined,
  otherwise: number,
  first: number,
  end: number,
  at: number,
): void {
  if (from === undefined) to?.fill(otherwise, at, at + end - first);
  else to?.set(from.subarray(first, end), at);
}

/** The first row that can be no order of its stocking point; {@link NONE} when all may be. */
function wrongRow(model: Model, { part: { points, rows }, point, first }: PlacedPart): number {
  const { due, quantity, startQuantity, repeat, source } = rows;
  if (points.count.some((count) => count < 0)) return 0;
  if (first.at(-1) !== due.length) return due.length;
  for (const [place, of] of point.entries()) {
    const sources = model.sources.at(of).length;
    const table = model.startTable[of]!;
    // Of other points an order may be due after the horizon (N9).
    const days = table === NONE ? MOST_DAYS : model.tables.tables[table]!.length;
    for (let row = first[place]!; row < first[place + 1]!; row++) {
      const isOrder =
        due[row]! >= 0 &&
        due[row]! < days &&
        isCount(quantity[row]!) &&
        isCount(startQuantity?.[row] ?? quantity[row]!) &&
        (repeat?.[row] ?? 1) >= 1 &&
        (Math.abs(rows.start?.[row] ?? 0) <= MOST_DAYS || rows.start![row] === FOLLOWS) &&
        Math.abs(rows.late?.[row] ?? 0) <= MOST_DAYS &&
        (source?.[row] ?? 0) >= 0 &&
        (source?.[row] ?? 0) < sources;
      if (!isOrder) return row;
    }
  }
  return NONE;
}

function isCount(quantity: number): boolean {
  return Number.isSafeInteger(quantity) && quantity >= 0;
}
