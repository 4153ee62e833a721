import { Decimal } from "../../core/index.js";
import type { Plan } from "../plan/plan.js";
import { stateOf } from "../plan/plan-state.js";
import type { PlannedSupply } from "../plan/supply-list.js";
import { type FrozenIds, frozenIdsOf } from "./frozen-ids.js";

/** What may stand in the place of orders of the other plan, and under which id, plan by plan. */
export interface StandIns {
  readonly a: FrozenSupplies;
  readonly b: FrozenSupplies;
}

interface FrozenSupplies {
  /** Open supplies that the other plan has not, and that bear the id of an order, by id. */
  readonly supplies: ReadonlyMap<string, PlannedSupply>;
  /** What orders of this plan are called once they are frozen. */
  readonly ids: FrozenIds;
}

/** The supplies that may stand in the place of a planned order of the other plan. */
export function standIns(a: Plan, b: Plan): StandIns {
  const [inA, inB] = [frozenIdsOf(stateOf(a)), frozenIdsOf(stateOf(b))];
  return {
    a: { supplies: onlyHere(a, inA.taken, inB.taken), ids: inA },
    b: { supplies: onlyHere(b, inB.taken, inA.taken), ids: inB },
  };
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
