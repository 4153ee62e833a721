import { addRatios, formatRatio, parseRatio } from "../../core/index.js";
import { type Plan, type PlanningRow, planInput, replan } from "../../mrp/index.js";
import { ratioLeft } from "./ratio-left.js";

type DemandRow = PlanningRow<"demands">;

/** The last plan that was made of each: a deal is asked for in several ways. */
const known = new WeakMap<Plan, { readonly key: string; readonly without: Plan }>();

/** A plan without the demands that a request takes the place of. */
export function planWithout(plan: Plan, inPlaceOf: readonly string[]): Plan {
  const demands = takenOut(plan, inPlaceOf);
  if (demands.remove.length === 0) return plan;
  const key = JSON.stringify(demands.remove);
  const last = known.get(plan);
  if (last?.key === key) return last.without;
  const without = replan(plan, { demands });
  known.set(plan, { key, without });
  return without;
}

/** What takes demands out of a plan. */
export interface TakenOut {
  readonly remove: readonly string[];
  readonly put: readonly DemandRow[];
}

/**
 * Takes demands out of a plan, each once; ids that it does not have are passed over. What is shipped of
 * orders stays as long as there is forecast, which it still consumes: as a demand of which nothing is
 * left (K63).
 */
export function takenOut(plan: Plan, named: readonly string[]): TakenOut {
  if (named.length === 0) return { remove: [], put: [] };
  const { rows, forecast } = demandsOf(plan);
  const remove = [...new Set(named)].filter((id) => rows.has(id));
  const put = remove.flatMap((id) => {
    const row = rows.get(id)!;
    return forecast.has(row.item) ? (shippedOf(row, rows) ?? []) : [];
  });
  return { remove, put };
}

/** What is shipped of an order and consumes; `undefined`: nothing does. */
function shippedOf(row: DemandRow, rows: ReadonlyMap<string, DemandRow>): DemandRow | undefined {
  if ((row.kind ?? "order") !== "order") return undefined;
  const ordered = parseRatio(row.quantity)!;
  const consumption = row.consumption === undefined ? ordered : parseRatio(row.consumption)!;
  // What another forecast holds of it does not consume; that goes out first.
  const shipped = parseRatio(row.shipped ?? 0)!;
  const consumes = ratioLeft(shipped, ratioLeft(ordered, consumption));
  if (consumes.num === 0n) return undefined;
  const id = JSON.stringify(["shipped", row.id]);
  const before = parseRatio(rows.get(id)?.quantity ?? 0)!;
  const quantity = formatRatio(addRatios(before, consumes));
  const { consumption: _, ...others } = row;
  return { ...others, id, quantity, shipped: quantity };
}

interface Demands {
  readonly rows: ReadonlyMap<string, DemandRow>;
  /** Items of which something is forecast. */
  readonly forecast: ReadonlySet<string>;
}

const read = new WeakMap<Plan, Demands>();

function demandsOf(plan: Plan): Demands {
  let demands = read.get(plan);
  if (demands === undefined) {
    const { demands: rows = [] } = planInput(plan);
    demands = {
      rows: new Map(rows.map((row) => [row.id, row])),
      forecast: new Set(rows.flatMap(({ kind, item }) => (kind === "forecast" ? [item] : []))),
    };
    read.set(plan, demands);
  }
  return demands;
}
