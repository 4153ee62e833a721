import { parseDay } from "../../core/index.js";
import { availabilityOf } from "../plan/demand-list.js";
import type { PlanState } from "../plan/plan-state.js";
import type { DemandMovementColumns } from "./demand-movement-columns.js";

/** Lists the demands of a plan in the order of `plan.demands`. */
export function demandColumns(state: PlanState): DemandMovementColumns {
  const { demands } = state.model.problem;
  const { points } = state.model;
  const { given: count } = demands;
  const point = new Int32Array(count);
  const due = new Int32Array(count);
  const quantity = new Float64Array(count);
  const isInterplant = new Uint8Array(count);
  const interplant = interplantIds(state);
  for (let place = 0; place < count; place++) {
    const row = demands.rowAt(place);
    const left = demands.forecast(row);
    point[place] = points.find(demands.item[row]!, demands.site[row]!, demands.segment[row]!);
    due[place] = left?.day ?? demands.day[row]!;
    quantity[place] = left?.planned ?? demands.quantity[row]!;
    if (interplant.size > 0 && interplant.has(demands.id(row))) isInterplant[place] = 1;
  }
  return {
    count,
    point,
    due,
    quantity,
    isInterplant,
    id: (place) => demands.id(demands.rowAt(place)),
    customer: (place) => demands.customer(demands.rowAt(place)) ?? null,
    available(place) {
      const { available } = availabilityOf(state, demands.rowAt(place));
      return available === null ? null : parseDay(available)!;
    },
    daysLate: (place) => availabilityOf(state, demands.rowAt(place)).daysLate,
  };
}

/** The ids of needs of other plants; columns have none. */
function interplantIds({ given }: PlanState): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id, kind } of given().input.demands ?? []) if (kind === "interplant") ids.add(id);
  return ids;
}
