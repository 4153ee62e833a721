import { LOT_RULE, NETTING } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import { REST, SUPPLY_KIND, type SupplyColumns } from "./peg-columns.js";
import type { PegWriter } from "./peg-writer.js";

/** What no need takes: of the supplies from one on. */
export interface LeftSupplies {
  readonly from: number;
  readonly leftOf: (supply: number) => number;
}

/** Names what is left of supplies: the last to come is what the floor asks for (K48). */
export function nameRests(
  state: PlanState,
  point: number,
  supplies: SupplyColumns,
  { from, leftOf }: LeftSupplies,
  pegs: PegWriter,
): void {
  if (from >= supplies.count) return;
  let floor = floorAtEnd(state, point);
  let first = supplies.count; // the first supply of which the floor takes something
  let part = 0;
  while (floor > 0 && first > from) {
    part = Math.min(floor, leftOf(--first));
    floor -= part;
  }
  for (let s = from; s < supplies.count; s++) {
    const left = leftOf(s);
    const forFloor = s < first ? 0 : s === first ? part : left;
    if (left > forFloor) {
      pegs.write(restOf(state, point, supplies.kind[s]!), s, left - forFloor);
    }
    if (forFloor > 0) pegs.write(REST.safetyStock, s, forFloor);
  }
}

/** K6: what the floor asks for at the end of the horizon, in counts; never less than nothing. */
function floorAtEnd({ model }: PlanState, point: number): number {
  switch (model.netting[point]) {
    case NETTING.plain:
      return Math.max(0, model.floor[point]!);
    case NETTING.phantom:
    case NETTING.passedBy:
      return 0;
    default: {
      const { floor } = model.detail(point);
      return Math.max(0, floor.findLast(({ day }) => day < model.days)?.level ?? 0);
    }
  }
}

/** What is left of a supply of a stocking point and kind is called so, beyond the floor (P1). */
function restOf({ model }: PlanState, point: number, kind: number): number {
  if (kind !== SUPPLY_KIND.order) return REST.excess;
  return ordersUpToLevel(model, point) ? REST.targetLevel : REST.lotSurplus;
}

function ordersUpToLevel(model: PlanState["model"], point: number): boolean {
  if (model.netting[point] === NETTING.plain) return model.lotRule[point] === LOT_RULE.orderUpTo;
  const { lot, parameters } = model.detail(point);
  return lot.rule === "orderUpTo" || parameters.method === "ddmrp";
}
