import { NEED_KIND, type NeedColumns, SUPPLY_KIND } from "../explain/peg-columns.js";
import { forEachSinglePeg } from "../explain/peg-pieces.js";
import { pegsForNow } from "../explain/peg-point.js";
import type { PlanState } from "../plan/plan-state.js";
import { supplyPoint } from "../plan/supply-point.js";
import { dueOfFirm } from "../sweep/link-needs.js";

/** The day on which an open supply is really there: that on which it counts, of a scheduled one its own due day (K57). */
export function arrivalOf({ model, orders }: PlanState, row: number): number {
  const { detail } = model.problem.supplies;
  return dueOfFirm(model, orders, { row, scheduled: detail.get(row)?.scheduled === true });
}

/** By need the day on which the last of the scheduled supply is there that it takes before it comes. */
export class AwaitedDays {
  readonly #state: PlanState;
  readonly #points = new Set<number>();
  /** By row of supplies that count before they are there the day on which they are. */
  readonly #arrivals = new Map<number, number>();
  #days: ReadonlyMap<string, number> = new Map();

  constructor(state: PlanState) {
    this.#state = state;
    const { model, orders } = state;
    for (const [row, { scheduled }] of model.problem.supplies.detail) {
      if (!scheduled) continue;
      const arrival = arrivalOf(state, row);
      if (arrival <= orders.supplyDay.at(row)) continue;
      this.#arrivals.set(row, arrival);
      this.#points.add(supplyPoint(model, row));
    }
  }

  /** Goes on to a stocking point. @returns whether some need may wait there */
  start(point: number): boolean {
    if (!this.#points.has(point)) return false;
    const state = this.#state;
    const days = new Map<string, number>();
    const found = pegsForNow(state, point);
    const { needs, supplies } = found;
    forEachSinglePeg(state, found, ({ need, needRepeat, supply }) => {
      if (need < 0 || supply < 0 || supplies.kind[supply] !== SUPPLY_KIND.supply) return;
      const arrival = this.#arrivals.get(supplies.row[supply]!);
      if (arrival === undefined) return;
      const key = this.#keyOf(needs, need, needRepeat);
      if (arrival > (days.get(key) ?? needs.day[need]!)) days.set(key, arrival);
    });
    this.#days = days;
    return days.size > 0;
  }

  /**
   * When a need of the stocking point can be met: not before its own day.
   *
   * @param repeat - which of the equal orders of its row
   */
  dayOf(needs: NeedColumns, n: number, repeat: number): number {
    return this.#days.get(this.#keyOf(needs, n, repeat)) ?? needs.day[n]!;
  }

  /** What an order needs of an item on a day is one need (K12), of what is still to be issued too. */
  #keyOf({ kind, row, day }: NeedColumns, n: number, repeat: number): string {
    const isComponent = kind[n] === NEED_KIND.component;
    const of = isComponent ? this.#state.model.toIssue[row[n]!]!.supplyRow : row[n];
    return `${kind[n]} ${of} ${day[n]} ${repeat}`;
  }
}
