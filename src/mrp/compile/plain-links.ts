import { NONE } from "../input/problem.js";
import { addUp, gathered } from "./changes.js";
import { inCountsPlainly } from "./draft-links.js";
import { emptyLinks } from "./group-links.js";
import type { LinkRows } from "./link-rows.js";
import { BILL_BY_DATE, type Links, NO_SELECTOR } from "./model.js";

/**
 * The links of a problem in which every order takes the only bill of its item as it stands: one site,
 * no segment, phantom, loop or firm order, no line with terms of its own. They go to their places
 * without a draft in between.
 *
 * @returns `undefined` where something is otherwise
 */
export function plainLinks(rows: LinkRows): Links | undefined {
  const { problem, points, firm } = rows;
  const { ofItem, loops } = points;
  if (ofItem === undefined || loops.size > 0 || firm.size > 0) return undefined;
  if (problem.figures.hasPhantoms) return undefined;
  const areStarts = new Uint8Array(rows.tables.tables.length);
  const start = linkStarts(rows, ofItem, areStarts);
  if (start === undefined) return undefined;
  const table = new Int32Array(start.at(-1)!);
  const links = emptyLinks(start, table, rows.tables.days, false);
  // With one site all needs arrive alike but for safety times: a table of starts has one table of needs.
  const { hasSafetyTime, arrival } = rows.columns;
  const needsOf = hasSafetyTime ? undefined : rows.tables.needsByStarts(areStarts, arrival[0]!);
  if (!writeLinks(rows, ofItem, links, table, needsOf)) return undefined;
  if (hasSafetyTime) writeTables(rows, links, table);
  return links;
}

/**
 * Where the links of each component begin; `undefined` where some order takes something else.
 *
 * @param areStarts - is told, by 1, which tables parents start by
 */
function linkStarts(
  rows: LinkRows,
  ofItem: Int32Array,
  areStarts: Uint8Array,
): Int32Array | undefined {
  const { points, problem } = rows;
  const isTaken = areTaken(rows, areStarts);
  if (isTaken === undefined) return undefined;
  const { ofBills } = points;
  const isEvery = isTaken && ofBills !== undefined && !problem.billColumns.num.includes(0);
  return isEvery ? ofBills.useStart : countedStarts(rows, ofItem);
}

/**
 * Whether the items of all bills are made by them; `undefined` where some order takes something else
 * than the only bill of its item as it stands.
 */
function areTaken(
  { problem, points, columns, onlyBill }: LinkRows,
  areStarts: Uint8Array,
): boolean | undefined {
  const { isPlain } = problem.billColumns;
  const { selector, startTable } = columns;
  let areAll = true;
  for (let parent = 0; parent < points.count; parent++) {
    const bill = onlyBill[parent]!;
    if (bill === NONE) continue;
    if (selector[parent] === NO_SELECTOR) areAll = false;
    else if (bill < 0 || isPlain[bill] === 0) return undefined;
    else if (selector[parent] !== BILL_BY_DATE || startTable[parent] === NONE) return undefined;
    else areStarts[startTable[parent]!] = 1;
  }
  return areAll;
}

function countedStarts({ problem, columns }: LinkRows, ofItem: Int32Array): Int32Array {
  const { count, item, start, component, num } = problem.billColumns;
  const starts = new Int32Array(ofItem.length + 1);
  for (let b = 0; b < count; b++) {
    if (columns.selector[ofItem[item[b]!]!] === NO_SELECTOR) continue;
    for (let l = start[b]!; l < start[b + 1]!; l++) {
      if (num[l] !== 0) starts[ofItem[component[l]!]! + 1]!++;
    }
  }
  addUp(starts);
  return starts;
}

/**
 * Writes links parent by parent; returns whether the ratios of all of them fit two numbers.
 *
 * @param needsOf - the table of needs by that of starts, to be written to `tableOf`; `undefined`: it is not
 */
function writeLinks(
  { problem, points, columns, onlyBill }: LinkRows,
  ofItem: Int32Array,
  { start: firstOf, parent: parents, num: nums, den: dens }: Links,
  tableOf: Int32Array,
  needsOf: Int32Array | undefined,
): boolean {
  const { start, component, num, den } = problem.billColumns;
  const { decimals } = problem.figures;
  const { selector, startTable } = columns;
  // By item, so that no line looks for the point of its component.
  const next = gathered(firstOf, ofItem); // where the next link of each component goes
  const counts = new Float64Array(2);
  for (let parent = 0; parent < points.count; parent++) {
    const bill = onlyBill[parent]!;
    if (bill < 0 || selector[parent] !== BILL_BY_DATE) continue;
    const ofParent = decimals[points.item[parent]!]!;
    const table = needsOf === undefined ? NONE : needsOf[startTable[parent]!]!;
    const end = start[bill + 1]!;
    for (let l = start[bill]!; l < end; l++) {
      if (num[l] === 0) continue;
      const item = component[l]!;
      const k = next[item]!++;
      parents[k] = parent;
      tableOf[k] = table;
      const shift = decimals[item]! - ofParent;
      if (shift === 0) {
        nums[k] = num[l]!;
        dens[k] = den[l]!;
      } else {
        if (!inCountsPlainly(num[l]!, den[l]!, shift, counts)) return false;
        nums[k] = counts[0]!;
        dens[k] = counts[1]!;
      }
    }
  }
  return true;
}

/** Writes the table of each link by its component. */
function writeTables(rows: LinkRows, { start, parent }: Links, tableOf: Int32Array): void {
  const { points, columns, tables } = rows;
  const { startTable, arrival } = columns;
  for (let component = 0; component < points.count; component++) {
    for (let k = start[component]!; k < start[component + 1]!; k++) {
      tableOf[k] = tables.needs(startTable[parent[k]!]!, 0, arrival[component]!);
    }
  }
}
