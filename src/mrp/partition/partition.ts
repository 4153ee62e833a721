import { formatDay, PlanningInputError } from "../../core/index.js";
import { findPoints } from "../compile/find-points.js";
import { show } from "../input/issues.js";
import { NONE, type Problem } from "../input/problem.js";
import { readInput } from "../input/read-input.js";
import { asDayIssue } from "../plan/day-guard.js";
import { readOptions } from "../plan/options.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";
import { balanced } from "./balance.js";
import { groupsOf } from "./groups.js";
import { type InputPart, PARTED_LISTS, type PartedList } from "./input-part.js";
import { itemSiteGraph } from "./item-site-graph.js";
import { type RowsByPart, rowsByPart } from "./part-rows.js";
import { estimatedRequirements, inSweepOrder } from "./requirements.js";

/** How to part a problem. */
export interface PartitionOptions {
  /** How many parts there are at most, from 1 to 1,000; 8 when left out. */
  readonly parts?: number | undefined;
}

const PARTS = 8;
const MOST_PARTS = 1_000;

/**
 * Splits a problem into parts that share no stocking point and no capacity of a supplier, so that each can
 * be planned by itself, anywhere (law 16): ids, quantities, days and messages of the orders are those of
 * the plan made in one piece. Items at several sites, suppliers, work centers and tools may stand in several
 * parts, every other row stands in one; loads of work centers are those of all parts together.
 *
 * @param input - the rows of the data contract; parts hold the same row objects, not copies
 * @param options - how many parts
 * @returns as many parts as asked for, about equal by estimated requirements, the first one the heaviest
 * group's; fewer where the problem has fewer groups that can be planned apart
 * @throws PlanningInputError with every mistake of the input, by its place in the whole input
 *
 * @example
 * ```ts
 * const parts = partition({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike" }, { id: "lamp" }, { id: "wheel" }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 *   demands: [{ id: "order 1", item: "lamp", quantity: 3, due: "2026-01-09" }],
 * });
 * parts.map(({ input }) => input.items!.map(({ id }) => id)); // => [["bike", "wheel"], ["lamp"]]
 * parts.map(({ input }) => input.horizonEnd); // => ["2026-01-09", "2026-01-09"]
 * ```
 */
export function partition(
  input: PlanningInput,
  options: PartitionOptions = {},
): readonly InputPart[] {
  const most = checkedParts(options);
  try {
    return partsOf(readInput(input), most);
  } catch (error) {
    throw asDayIssue(error);
  }
}

function checkedParts(options: PartitionOptions): number {
  const { parts = PARTS } = readOptions(options, ["parts"]);
  if (Number.isInteger(parts) && parts >= 1 && parts <= MOST_PARTS) return parts;
  const code = typeof parts === "number" ? "outOfRange" : "invalidType";
  const message = `The parts (${show(parts)}) must be a whole number from 1 to ${MOST_PARTS}.`;
  throw new PlanningInputError([{ code, path: ["options", "parts"], message }]);
}

function partsOf(problem: Problem, most: number): InputPart[] {
  const points = findPoints(problem);
  const graph = itemSiteGraph(problem);
  const order = inSweepOrder(graph, points);
  const groups = groupsOf(graph, order);
  const requirements = estimatedRequirements(problem, graph, order);
  const weights = new Float64Array(groups.count);
  for (let n = 0; n < graph.count; n++) weights[groups.of[n]!]! += requirements[n]!;
  const bins = balanced(weights, most);
  // Where nothing is planned all rows are one part.
  const parts = Math.max(1, bins.weight.length);
  const of = (item: number, site: number): number => {
    const number = graph.find(item, site);
    return number === NONE ? NONE : bins.of[groups.of[number]!]!;
  };
  const rows = rowsByPart(problem, { parts, of });
  return Array.from({ length: parts }, (_, part) => ({
    input: inputOfPart(problem, rows, part),
    rows: Object.fromEntries(PARTED_LISTS.map((list) => [list, rows[list][part]!])),
    requirements: bins.weight[part] ?? 0,
  }));
}

/** The rows of a part as an input of its own; all parts have one horizon. */
function inputOfPart(
  { input, horizonEnd }: Problem,
  rows: RowsByPart,
  part: number,
): PlanningInput {
  const { calendars, units, sites, currency, conventions, startDate } = input;
  const shared = { currency, conventions, calendars, units, sites };
  const isGiven = ([, value]: readonly [string, unknown]): boolean => value !== undefined;
  const own = PARTED_LISTS.map((list) => [list, rowsOf(input, list, rows, part)] as const);
  return {
    startDate,
    horizonEnd: formatDay(horizonEnd),
    ...Object.fromEntries([...Object.entries(shared), ...own].filter(isGiven)),
  };
}

function rowsOf(
  input: PlanningInput,
  list: PartedList,
  rows: RowsByPart,
  part: number,
): readonly unknown[] | undefined {
  const given: readonly unknown[] | undefined = input[list];
  if (given === undefined) return undefined;
  const own = rows[list][part]!.map((r) => given[r]!);
  return list === "suppliers" ? limitedToItems(own, itemsOf(input, rows, part)) : own;
}

function itemsOf({ items }: PlanningInput, rows: RowsByPart, part: number): ReadonlySet<string> {
  return new Set(rows.items[part]!.map((r) => items![r]!.id));
}

type Supplier = PlanningRow<"suppliers">;

/** Capacity of an item that the part has not is no matter of it. */
function limitedToItems(suppliers: readonly unknown[], items: ReadonlySet<string>): Supplier[] {
  return (suppliers as readonly Supplier[]).map((supplier) => {
    const { capacity } = supplier;
    const own = capacity?.filter(({ item }) => item === undefined || items.has(item));
    return own === undefined || own.length === capacity!.length
      ? supplier
      : { ...supplier, capacity: own };
  });
}
