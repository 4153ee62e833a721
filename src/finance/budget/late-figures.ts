import { Decimal } from "../../core/index.js";
import type { PlanMovements } from "../../mrp/index.js";

/**
 * How a plan keeps its dates.
 *
 * - `lateDemands`: demands of which a part is there after its due day (N11), or never
 * - `daysLate`: the days that they are late, together; of those that are never there none are known
 */
export type LateFigure = "lateDemands" | "daysLate";

/** How two plans keep their dates: figures of two plans, which are no money. */
export interface LateFigureRow {
  readonly figure: LateFigure;
  readonly before: Decimal;
  readonly after: Decimal;
  /** after − before. */
  readonly difference: Decimal;
  readonly beforeOn: null;
  readonly afterOn: null;
}

/** How two plans keep their dates, side by side. */
export function lateFigures(before: PlanMovements, after: PlanMovements): readonly LateFigureRow[] {
  const [first, second] = [lateOf(before), lateOf(after)];
  return (["lateDemands", "daysLate"] as const).map((figure) =>
    Object.freeze({
      figure,
      before: new Decimal(first[figure]),
      after: new Decimal(second[figure]),
      difference: new Decimal(second[figure] - first[figure]),
      beforeOn: null,
      afterOn: null,
    }),
  );
}

function lateOf({ demands, endDay }: PlanMovements): Readonly<Record<LateFigure, number>> {
  let [lateDemands, daysLate] = [0, 0];
  for (let place = 0; place < demands.count; place++) {
    if (demands.due[place]! >= endDay || demands.quantity[place] === 0) continue;
    const days = demands.daysLate(place);
    if (days === 0) continue;
    lateDemands++;
    daysLate += days ?? 0;
  }
  return { lateDemands, daysLate };
}
