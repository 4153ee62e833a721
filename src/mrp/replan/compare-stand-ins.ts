import { Decimal } from "../../core/index.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import type { PlannedSupply } from "../plan/supply-list.js";

/** Open supplies of one plan that the other has not, and that bear the id of an order, by id. */
export interface StandIns {
  readonly a: ReadonlyMap<string, PlannedSupply>;
  readonly b: ReadonlyMap<string, PlannedSupply>;
}

/** R3: an order's id is a JSON text; ids of other supplies hardly ever look like one. */
const ORDER_ID = '["';

/** The supplies that may stand in the place of a planned order of the other plan. */
export function standIns(a: Plan, b: Plan): StandIns {
  const [inA, inB] = [idsOf(stateOf(a)), idsOf(stateOf(b))];
  return { a: onlyHere(a, inA, inB), b: onlyHere(b, inB, inA) };
}

/** The ids of open supplies that look like those of orders. */
function idsOf({ model }: PlanState): ReadonlySet<string> {
  const { supplies } = model.problem;
  const ids = new Set<string>();
  for (let point = 0; point < model.points.count; point++) {
    const { standing, waiting } = model.detail(point);
    for (const list of [standing, waiting]) {
      for (const { row } of list) {
        const id = supplies.id(row);
        if (id.startsWith(ORDER_ID)) ids.add(id);
      }
    }
  }
  return ids;
}

function onlyHere(
  plan: Plan,
  here: ReadonlySet<string>,
  there: ReadonlySet<string>,
): ReadonlyMap<string, PlannedSupply> {
  const found = new Map<string, PlannedSupply>();
  if ([...here].every((id) => there.has(id))) return found;
  for (const supply of plan.supplies) {
    if (here.has(supply.id) && !there.has(supply.id)) found.set(supply.id, supply);
  }
  return found;
}

/** The quantity with which an open supply counts in a plan. */
export function countsWith({ quantity, newQuantity }: PlannedSupply): Decimal {
  return newQuantity ?? quantity;
}

/** What a quantity that is gone adds: 0 stays 0, not "−0". */
export function taken(quantity: Decimal): Decimal {
  return new Decimal(0).minus(quantity);
}
