import { NETTING } from "../compile/model.js";
import { pointOfComponent } from "../compile/place-row.js";
import type { PlanState } from "../plan/plan-state.js";
import { coProductsOfAllFirm } from "../sweep/co-products.js";
import { addDependent } from "../sweep/needs.js";
import type { SupplyRows } from "./supply-rows.js";

/** What an open supply takes or brings after the horizon. */
export interface LaterMovement {
  /** The number of the stocking point that gives it, or gets it. */
  readonly point: number;
  /** The place of the supply in `plan.supplies`. */
  readonly supply: number;
  /** In counts: above 0 in, below 0 out. */
  readonly quantity: number;
}

/**
 * What open supplies take of stock and bring to it after the horizon. A plan covers none of these needs
 * (N12), and counts none of these co-products (K35).
 *
 * @param asked - places in `plan.supplies`
 */
export function laterMovements(
  state: PlanState,
  { placeOf }: SupplyRows,
  asked: ReadonlySet<number>,
): readonly LaterMovement[] {
  const { model } = state;
  const found: LaterMovement[] = [];
  const put = (point: number, row: number, quantity: number): void => {
    const supply = placeOf(row);
    if (asked.has(supply) && quantity !== 0) found.push({ point, supply, quantity });
  };
  for (const component of model.toIssue) {
    if (component.day < model.days) continue;
    const point = pointOfComponent(model.problem, model.points, component);
    put(point, component.supplyRow, -component.quantity);
  }
  for (const [point, row, quantity] of laterNeeds(state)) put(point, row, -quantity);
  for (const [point, links] of model.coProducts) {
    for (const link of links) {
      coProductsOfAllFirm(model, state.orders, link, (day, quantity, row) => {
        if (day >= model.days) put(point, row, quantity);
      });
    }
  }
  return found;
}

/** Stocking point, row of the supply and quantity of what firm orders need after the horizon, through phantoms too. */
function laterNeeds({ model, orders }: PlanState): readonly (readonly [number, number, number])[] {
  const found: [number, number, number][] = [];
  if (model.firm.size === 0) return found;
  const { links, netting, points } = model;
  for (let point = 0; point < points.count; point++) {
    if (netting[point] === NETTING.phantom) continue;
    for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
      const parent = links.parent[k]!;
      if (netting[parent] !== NETTING.phantom && !model.firm.has(parent)) continue;
      addDependent(model, orders, point, k, ({ day, origin, quantity }) => {
        if (origin.firm && day >= model.days) found.push([point, origin.row, quantity]);
      });
    }
  }
  return found;
}
