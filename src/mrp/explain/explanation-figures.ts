import { type Decimal, formatDay, quantityToDecimal } from "../../core/index.js";
import type { PlanState } from "../plan/plan-state.js";

/** How counts and days of a stocking point are shown. */
export interface Figures {
  /** Counts of its item as a quantity. */
  readonly face: (count: number) => Decimal;
  /** A day from T0 as a plain date. */
  readonly date: (day: number) => string;
}

/** The figures of a stocking point. */
export function figuresOf({ model }: PlanState, point: number): Figures {
  const { decimals } = model.problem.items[model.points.item[point]!]!;
  return {
    // Negative zero is shown as zero.
    face: (count) => quantityToDecimal(count + 0, decimals),
    date: (day) => formatDay(day + model.startDay),
  };
}
