import { formatDay, type Issue, PlanningInputError } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import { Arena } from "../sweep/arena.js";
import { NOT_DRAWN } from "../sweep/planned-orders.js";
import { askedOf } from "./asked.js";
import { placeNeeds, strayList } from "./merged-needs.js";
import { placeRows } from "./merged-rows.js";
import type { PlacedPart } from "./placed-part.js";
import type { PlanDecisions } from "./plan-decisions.js";
import { MOST_DAYS } from "./read-seen.js";

/**
 * Puts what parts decided into the columns of a plan of the whole.
 *
 * @throws PlanningInputError when parts do not fit the problem, or one another
 */
export function mergedOrders(model: Model, parts: readonly PlanDecisions[]): Arena {
  const issues: Issue[] = [];
  const supplyOf = rowsOfSupplies(model);
  const placed = parts.map((part, number) => placedPart(model, supplyOf, part, number, issues));
  refuse(issues);
  refuseGapsAndOverlaps(model, placed, issues);
  refuse(issues);
  const asked = askedOf(model);
  for (const one of placed) {
    refuseOtherRows(model, asked, one, issues);
    refuseStray(model, one, issues);
  }
  refuse(issues);
  const arena = new Arena(model);
  arena.clear(model);
  placeRows(model, arena, placed, issues);
  refuse(issues);
  for (const one of placed) {
    placeSupplies(arena, one);
    placeNeeds(model, arena, one);
  }
  return arena;
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new PlanningInputError(issues);
}

/** The rows of open supplies by id. */
function rowsOfSupplies({ problem: { supplies } }: Model): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < supplies.count; row++) rows.set(supplies.id(row), row);
  return rows;
}

/** Finds what a part speaks of in the whole. */
function placedPart(
  model: Model,
  supplyOf: ReadonlyMap<string, number>,
  part: PlanDecisions,
  number: number,
  issues: Issue[],
): PlacedPart {
  const { problem } = model;
  refuseOtherDays(model, part, number, issues);
  const siteOf = new Map(problem.sites.map(({ id }, site) => [id, site]));
  const segmentOf = new Map(problem.segments.map((id, segment) => [id, segment]));
  const { item, site, segment, items, sites, segments, count } = part.points;
  const point = new Int32Array(item.length);
  const first = new Int32Array(item.length + 1);
  let unknown = 0;
  for (let p = 0; p < item.length; p++) {
    const own = segment[p]! < 0 ? NONE : segmentOf.get(segments[segment[p]!]!);
    const [itemNumber, at] = [problem.itemOf.get(items[item[p]!]!), siteOf.get(sites[site[p]!]!)];
    const isKnown = itemNumber !== undefined && at !== undefined && own !== undefined;
    point[p] = isKnown ? model.points.find(itemNumber, at, own) : NONE;
    if (point[p] === NONE && unknown++ === 0) {
      const message = `These decisions speak of item ${JSON.stringify(items[item[p]!])}, which the input does not plan there. Merge plans with the input that they are parts of.`;
      issues.push({ code: "unknownId", path: ["plans", number, "points", "item", p], message });
    }
    first[p + 1] = first[p]! + count[p]!;
  }
  const supply = Int32Array.from(part.supplies.id, (id) => supplyOf.get(id) ?? NONE);
  refuseStrange(model, part, number, issues);
  const gone = supply.indexOf(NONE);
  if (gone >= 0) {
    const id = part.supplies.id[gone];
    const message = `These decisions speak of supply ${JSON.stringify(id)}, which the input does not have. Merge plans with the input that they are parts of.`;
    issues.push({ code: "unknownId", path: ["plans", number, "supplies", "id", gone], message });
  }
  return { part, number, point, first, supply };
}

/** Figures of open supplies that none can have. */
function refuseStrange(
  { days }: Model,
  { supplies: { day, wanted, quantity } }: PlanDecisions,
  number: number,
  issues: Issue[],
): void {
  const isStrange = (k: number): boolean =>
    day[k]! < 0 ||
    day[k]! > MOST_DAYS ||
    (wanted[k] !== NOT_DRAWN && (wanted[k]! < 0 || wanted[k]! >= days)) ||
    !(Number.isNaN(quantity[k]!) || (Number.isSafeInteger(quantity[k]!) && quantity[k]! >= 0));
  const strange = day.findIndex((_, k) => isStrange(k));
  if (strange < 0) return;
  const message = `Entry ${strange} of the supplies of these decisions has a day or quantity that no supply has. Take what planDecisions returns.`;
  issues.push({ code: "outOfRange", path: ["plans", number, "supplies", strange], message });
}

/** A part was planned from the rows that the whole has. */
function refuseOtherRows(
  { points, problem }: Model,
  asked: Int32Array,
  { part, number, point }: PlacedPart,
  issues: Issue[],
): void {
  const other = part.points.asked.findIndex((of, p) => of !== asked[point[p]!]);
  if (other < 0) return;
  const id = JSON.stringify(problem.items[points.item[point[other]!]!]!.id);
  const message = `Item ${id} was planned from other rows than the input has: its stock, demands, open supply or parameters, or the bills that need it, differ. Merge plans with the input that they are parts of, or plan this part anew.`;
  issues.push({
    code: "contradiction",
    path: ["plans", number, "points", "asked", other],
    message,
  });
}

function refuseStray(model: Model, placed: PlacedPart, issues: Issue[]): void {
  const list = strayList(model, placed);
  if (list === undefined) return;
  const message = `The ${list} of these decisions speak of what the part has not. Take what planDecisions returns.`;
  issues.push({ code: "unknownId", path: ["plans", placed.number, "seen", list], message });
}

function refuseOtherDays(
  { startDay, problem }: Model,
  part: PlanDecisions,
  number: number,
  issues: Issue[],
): void {
  const days = { startDate: formatDay(startDay), horizonEnd: formatDay(problem.horizonEnd) };
  for (const field of ["startDate", "horizonEnd"] as const) {
    if (part[field] === days[field]) continue;
    const message = `The ${field} (${part[field]}) of these decisions is not that of the input (${days[field]}). All parts have the days of the whole.`;
    issues.push({ code: "contradiction", path: ["plans", number, field], message });
  }
}

/** Every stocking point stands in one part. */
function refuseGapsAndOverlaps(
  { points, problem }: Model,
  placed: readonly PlacedPart[],
  issues: Issue[],
): void {
  const times = new Uint8Array(points.count);
  for (const { point, number } of placed) {
    const twice = point.find((one) => times[one]! > 0 || ++times[one]! > 1);
    if (twice === undefined) continue;
    const id = JSON.stringify(problem.items[points.item[twice]!]!.id);
    const message = `Item ${id} is planned in another of these plans, too. Merge each part once.`;
    issues.push({ code: "contradiction", path: ["plans", number], message });
  }
  const missing = times.indexOf(0);
  if (missing < 0 || issues.length > 0) return;
  const id = JSON.stringify(problem.items[points.item[missing]!]!.id);
  const message = `Item ${id} is planned in none of these plans. Merge the plans of all parts.`;
  issues.push({ code: "contradiction", path: ["plans"], message });
}

function placeSupplies(arena: Arena, { part: { supplies }, supply }: PlacedPart): void {
  for (const [k, row] of supply.entries()) {
    arena.supplyDay.set(row, supplies.day[k]!);
    arena.wanted.set(row, supplies.wanted[k]!);
    arena.reason.set(row, supplies.reason[k]!);
    if (!Number.isNaN(supplies.quantity[k]!)) arena.resized.set(row, supplies.quantity[k]!);
  }
}
