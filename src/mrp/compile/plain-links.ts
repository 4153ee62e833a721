import { NONE } from "../input/problem.js";
import { addUp } from "./changes.js";
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
  const start = linkStarts(rows, ofItem);
  if (start === undefined) return undefined;
  const table = new Int32Array(start.at(-1)!);
  const links = emptyLinks(start, table, rows.tables.days, false);
  return writeLinks(rows, ofItem, links, table) ? links : undefined;
}

/** Where the links of each component begin; `undefined` where some order takes something else. */
function linkStarts({ problem, columns, onlyBill }: LinkRows, ofItem: Int32Array) {
  const { count, item, start, isPlain, component, num } = problem.billColumns;
  const starts = new Int32Array(ofItem.length + 1);
  for (let b = 0; b < count; b++) {
    const parent = ofItem[item[b]!]!;
    const selector = columns.selector[parent]!;
    if (selector === NO_SELECTOR) continue;
    const isTaken =
      isPlain[b] === 1 &&
      onlyBill[parent] === b &&
      selector === BILL_BY_DATE &&
      columns.startTable[parent] !== NONE;
    if (!isTaken) return undefined;
    for (let l = start[b]!; l < start[b + 1]!; l++) {
      if (num[l] !== 0) starts[ofItem[component[l]!]! + 1]!++;
    }
  }
  addUp(starts);
  return starts;
}

/** Writes links parent by parent; returns whether the ratios of all of them fit two numbers. */
function writeLinks(
  { problem, points, columns, onlyBill, tables }: LinkRows,
  ofItem: Int32Array,
  { start: firstOf, parent: parents, num: nums, den: dens }: Links,
  tableOf: Int32Array,
): boolean {
  const { start, component: componentOf, num, den } = problem.billColumns;
  const { decimals } = problem.figures;
  const { selector, startTable, arrival } = columns;
  const next = firstOf.slice(0, points.count); // where the next link of each component goes
  const counts = new Float64Array(2);
  for (let parent = 0; parent < points.count; parent++) {
    const bill = onlyBill[parent]!;
    if (bill < 0 || selector[parent] !== BILL_BY_DATE) continue;
    const ofParent = decimals[points.item[parent]!]!;
    const starts = startTable[parent]!;
    let known = NONE; // the arrival whose table of needs is at hand
    let table = NONE;
    for (let l = start[bill]!; l < start[bill + 1]!; l++) {
      if (num[l] === 0) continue;
      const item = componentOf[l]!;
      const component = ofItem[item]!;
      const k = next[component]!++;
      parents[k] = parent;
      const shift = decimals[item]! - ofParent;
      if (shift === 0) {
        nums[k] = num[l]!;
        dens[k] = den[l]!;
      } else {
        if (!inCountsPlainly(num[l]!, den[l]!, shift, counts)) return false;
        nums[k] = counts[0]!;
        dens[k] = counts[1]!;
      }
      if (arrival[component] !== known) {
        known = arrival[component]!;
        table = tables.needs(starts, 0, known);
      }
      tableOf[k] = table;
    }
  }
  return true;
}
