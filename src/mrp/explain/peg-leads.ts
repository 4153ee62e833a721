import type { PlanState } from "../plan/plan-state.js";
import { NEED_KIND, type NeedColumns, SUPPLY_KIND, type SupplyColumns } from "./peg-columns.js";
import type { EqualOrders } from "./peg-shares.js";

/** What leads from level to level: a row of planned orders, an open supply, or the demand at the top. */
export type Lead = number;

/** The demand from which a descent begins. */
export const THE_DEMAND: Lead = Number.POSITIVE_INFINITY;

/** A row of planned orders is told by its number, an open supply by −1 − its own. */
export function leadOfSupply(row: number): Lead {
  return -1 - row;
}

/** What leads on from a supply; nothing from stock and what comes with other orders. */
export function leadOf({ kind, row }: SupplyColumns, supply: number): Lead | undefined {
  if (kind[supply] === SUPPLY_KIND.order) return row[supply]!;
  return kind[supply] === SUPPLY_KIND.supply ? leadOfSupply(row[supply]!) : undefined;
}

/** The orders of which a need is one. */
export function equalOrdersOf(state: PlanState, needs: NeedColumns, need: number): EqualOrders {
  const { model, orders } = state;
  const row = needs.row[need]!;
  if (needs.kind[need] === NEED_KIND.order) {
    return {
      each: orders.quantity[row]!,
      repeat: needs.repeat?.[need] ?? 0,
      times: needs.times?.[need] ?? 1,
    };
  }
  const supplyRow = needs.kind[need] === NEED_KIND.component ? model.toIssue[row]!.supplyRow : row;
  return { each: countedQuantity(state, supplyRow), repeat: 0, times: 1 };
}

/** The quantity with which an open supply counts in the plan. */
export function countedQuantity({ model, orders }: PlanState, row: number): number {
  return orders.resized.get(row) ?? model.problem.supplies.quantity[row]!;
}
