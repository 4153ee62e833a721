import { compareText } from "../../core/index.js";
import { CHANGE, type Model } from "../compile/model.js";
import { priorityOf } from "../input/priorities.js";
import { NEED_KIND } from "./peg-columns.js";

/** The kind of need by the list of a change. */
const KIND_OF_CHANGE = [NEED_KIND.demand, NEED_KIND.allocation, NEED_KIND.component] as const;
/** T2: allocations, components to be issued, demands. */
const RANK_OF_CHANGE = [2, 0, 1] as const;

/** The kind of need of which a change is, by its origin. */
export function kindOfChange(origin: number): number {
  return KIND_OF_CHANGE[(origin % 4) as 0 | 1 | 2];
}

/**
 * The rows of changes that are needs, in the order of T2.
 *
 * @param until - the last day of those that are asked for
 */
export function independentNeeds(model: Model, point: number, until?: number): number[] {
  const { changes, problem, toIssue } = model;
  const rows = independentRows(model, point, until);
  if (rows.length < 2) return rows;
  const { demands, allocations, supplies } = problem;
  const compare = (a: number, b: number): number => {
    const byDay = changes.day[a]! - changes.day[b]!;
    if (byDay !== 0) return byDay;
    const [listA, listB] = [changes.origin[a]! % 4, changes.origin[b]! % 4];
    const byRank = RANK_OF_CHANGE[listA as 0 | 1 | 2] - RANK_OF_CHANGE[listB as 0 | 1 | 2];
    if (byRank !== 0) return byRank;
    const [one, other] = [Math.floor(changes.origin[a]! / 4), Math.floor(changes.origin[b]! / 4)];
    const bySize = changes.quantity[b]! - changes.quantity[a]!;
    if (listA === CHANGE.allocation) {
      return allocations.day[one]! - allocations.day[other]! || bySize || one - other;
    }
    if (listA === CHANGE.component) {
      const [first, second] = [toIssue[one]!, toIssue[other]!];
      return (
        compareText(supplies.id(first.supplyRow), supplies.id(second.supplyRow)) ||
        first.day - second.day ||
        bySize ||
        one - other
      );
    }
    const [first, second] = [priorityOf(demands, one), priorityOf(demands, other)];
    return (
      (first === second ? 0 : first - second) ||
      demands.day[one]! - demands.day[other]! ||
      compareText(demands.id(one), demands.id(other)) ||
      bySize
    );
  };
  return rows.sort(compare);
}

/** The same rows as they stand, in no order. */
export function independentRows(
  { changes }: Model,
  point: number,
  until: number = Number.POSITIVE_INFINITY,
): number[] {
  const rows: number[] = [];
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    if (changes.quantity[c]! < 0 && changes.day[c]! <= until) rows.push(c);
  }
  return rows;
}
