import { addWorkingDays } from "../../core/index.js";
import { arrivalOf } from "../compile/arrival.js";
import { goesOutOn } from "../compile/decoupled-lead-times.js";
import type { Model, PointSource } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { type Choice, checkedLeadTime, chooseSource, writeLots } from "./place-order.js";

/** What is to be ordered at once, in counts of the item. */
export interface ForwardOrder {
  /** What is missing, for the message when no source brings it. */
  readonly missing: number;
  /** A lot. */
  readonly quantity: number;
  /** How many lots, by what its pieces bring. */
  readonly lotsOf: (choice: Choice) => number;
}

/** Places an order that goes out on a day of its own and is scheduled forward from there (N9, T3). */
export function orderForward(
  model: Model,
  arena: Arena,
  point: number,
  { missing, quantity, lotsOf }: ForwardOrder,
): void {
  if (quantity <= 0) return;
  const goesOut = model.startDay + goesOutOn(model, point)!;
  const dueOf = (source: PointSource, startQuantity: number): number => {
    const leadTime = checkedLeadTime(model, point, source, startQuantity);
    return arrivalOf(goesOut, source, leadTime) - model.startDay;
  };
  const choice = chooseSource(model, point, quantity, dueOf);
  if (choice === undefined) {
    arena.events.push({ code: "noSource", point, day: 0, quantity: missing });
    return;
  }
  const source = model.sources[point]![choice.source]!;
  const start = addWorkingDays(source.steps.siteCalendar, goesOut, source.releaseTime);
  writeLots(model, arena, point, choice, lotsOf(choice), (startQuantity) => ({
    due: dueOf(source, startQuantity),
    start: start - model.startDay,
  }));
}
