import { PlanningInputError } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import { show } from "../input/issues.js";
import type { DemandRows } from "../input/problem.js";

/** The row of a demand. @throws PlanningInputError when the plan has none such */
export function demandRow(demands: DemandRows, id: unknown): number {
  // Columns have no ids but their numbers.
  const guess = typeof id === "string" ? Number(id) : Number.NaN;
  if (guess >= 0 && guess < demands.given && Number.isInteger(guess)) {
    const row = demands.rowAt(guess);
    if (demands.id(row) === id) return row;
  }
  const row = typeof id === "string" ? rowOfId(demands, id) : undefined;
  if (row !== undefined) return row;
  const message = `The demand (${show(id)}) is none of this plan; plan.demands lists those that it has.`;
  throw new PlanningInputError([{ code: "unknownId", path: ["demandId"], message }]);
}

/** Demands of which one was looked for, and the rows of all ids where another one is. */
const lookedAt = new WeakMap<DemandRows, ReadonlyMap<string, number> | null>();

/** The row of an id: looked for the first time, looked up from then on. */
function rowOfId(demands: DemandRows, id: string): number | undefined {
  const known = lookedAt.get(demands);
  if (known === undefined) {
    lookedAt.set(demands, null);
    for (let place = 0; place < demands.given; place++) {
      const row = demands.rowAt(place);
      if (demands.id(row) === id) return row;
    }
    return undefined;
  }
  if (known !== null) return known.get(id);
  const rows = new Map<string, number>();
  for (let place = 0; place < demands.given; place++) {
    const row = demands.rowAt(place);
    rows.set(demands.id(row), row);
  }
  lookedAt.set(demands, rows);
  return rows.get(id);
}

/**
 * The rows that stand for a demand: of a forecast that is spread over days one each (D1). They are among
 * those of its stocking point; behind them stand rows of other plans, too.
 */
export function partsOfDemand({ problem, points, rowsOf }: Model, row: number): readonly number[] {
  const { demands } = problem;
  if (!demands.isForecast(row)) return [row];
  const id = demands.id(row);
  const point = points.find(demands.item[row]!, demands.site[row]!, demands.segment[row]!);
  return [row, ...rowsOf(point).demands.filter((part) => part !== row && demands.id(part) === id)];
}
