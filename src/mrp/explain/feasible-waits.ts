import { addWorkingDays, LAST_WRITTEN_DAY } from "../../core/index.js";
import type { PlanState } from "../plan/plan-state.js";
import { ownDayOf, startOfFirm, startOfRow } from "../sweep/link-needs.js";
import type { FeasibleBook } from "./feasible-book.js";
import { LIMIT, type Limit } from "./feasible-limit.js";
import type { NeedDay } from "./need-days.js";
import { NEED_KIND, type NeedColumns, type PointPegs, SUPPLY_KIND } from "./peg-columns.js";
import { originOf } from "./peg-origin.js";
import type { WaitSink } from "./sent-waits.js";

/** The day from T0 on which a supply is really there; Infinity: never. */
export function realDayOf(
  book: FeasibleBook,
  { point, supplies }: Pick<PointPegs, "point" | "supplies">,
  supply: number,
  repeat: number,
): number {
  const row = supplies.row[supply]!;
  switch (supplies.kind[supply]) {
    case SUPPLY_KIND.order:
      return book.dueOf(point, row, repeat);
    case SUPPLY_KIND.supply:
      return book.firmOrder(point, row) === undefined
        ? book.dueOfSupply(row, supplies.day[supply]!)
        : book.dueOfFirm(point, row);
    case SUPPLY_KIND.coProduct:
      return book.dueOf(supplies.from[supply]!, row, repeat);
    case SUPPLY_KIND.coProductOfFirm:
      return book.dueOfFirm(supplies.from[supply]!, row);
    default:
      return supplies.day[supply]!;
  }
}

/** What comes last of a need. */
export function limitOf(book: FeasibleBook, pegs: PointPegs, need: NeedDay): Limit {
  const { point, supplies } = pegs;
  const { supply, supplyRepeat: repeat } = need;
  if (supply < 0) return { kind: LIMIT.uncovered, point, row: -1, repeat: 0 };
  const row = supplies.row[supply]!;
  const from = supplies.from[supply]!;
  switch (supplies.kind[supply]) {
    case SUPPLY_KIND.order:
    case SUPPLY_KIND.coProduct:
      return { kind: LIMIT.order, point: from, row, repeat };
    case SUPPLY_KIND.coProductOfFirm:
      return { kind: LIMIT.firm, point: from, row, repeat: 0 };
    case SUPPLY_KIND.supply: {
      const isFirm = book.firmOrder(point, row) !== undefined;
      const kind = isFirm ? LIMIT.firm : LIMIT.supply;
      return { kind, point, row, repeat: 0 };
    }
    default:
      return { kind: LIMIT.stock, point, row: supplies.day[supply]!, repeat: 0 };
  }
}

/**
 * Lets the order of a need wait until all that is pegged to it is there, less the offset of its line;
 * a need that is there by its own day delays nothing (K47).
 *
 * @param sink - takes what waits
 */
export function waitFor(
  state: PlanState,
  book: FeasibleBook,
  pegs: PointPegs,
  need: NeedDay,
  sink: WaitSink = book,
): void {
  const { needs, point } = pegs;
  const kind = needs.kind[need.need]!;
  const from = originOf(state, needs, need.need);
  const row = needs.row[need.need]!;
  const isPhantoms = kind === NEED_KIND.demand && from !== point;
  if (kind !== NEED_KIND.order && kind !== NEED_KIND.firm && !isPhantoms) return;
  let day: number | undefined;
  if (need.day !== Number.POSITIVE_INFINITY) {
    if (need.day <= ownDay(state, book, needs, need.need)) return;
    day = allowedStart(state, needs, need);
  }
  const limit = toldLimit(state, limitOf(book, pegs, need));
  if (isPhantoms) sink.waitDemand(from, row, day, point, limit);
  else if (kind === NEED_KIND.firm) {
    sink.wait(from, book.numberOfFirm(from, row), day, point, limit);
  } else sink.wait(from, book.numberOf(from, row, need.repeat), day, point, limit);
}

/**
 * A limit as it is told and kept: rows of orders count from the first of their point, so that they stay
 * when the point is planned again.
 */
export function toldLimit({ orders }: PlanState, limit: Limit): Limit {
  if (limit.kind !== LIMIT.order) return limit;
  return { ...limit, row: limit.row - orders.rows.first(limit.point) };
}

/**
 * The start that a need allows: as many working days before it is there as the line is offset;
 * `undefined`: none that has a date.
 */
function allowedStart(
  state: PlanState,
  needs: NeedColumns,
  { need, day }: NeedDay,
): number | undefined {
  const { model } = state;
  const link = needs.link[need]!;
  const offset = link < 0 ? needs.offset![need]! : model.links.offset[link]!;
  const site = model.points.site[originOf(state, needs, need)]!;
  const { calendar } = model.problem.sites[site]!;
  const start = addWorkingDays(calendar, day + model.startDay, -offset);
  return start > LAST_WRITTEN_DAY ? undefined : start - model.startDay;
}

/** The day of a need before safety time. */
function ownDay(state: PlanState, book: FeasibleBook, needs: NeedColumns, need: number): number {
  const { model, orders } = state;
  const link = needs.link[need]!;
  if (link < 0) return needs.ownDay![need]!;
  const parent = model.links.parent[link]!;
  const row = needs.row[need]!;
  if (needs.kind[need] === NEED_KIND.order) {
    return ownDayOf(model, link, startOfRow(model, orders, parent, row), 0);
  }
  const firm = book.firmOrder(parent, row)!;
  return ownDayOf(model, link, startOfFirm(model, orders, parent, firm), 0);
}
