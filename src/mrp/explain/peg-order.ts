import {
  type Decimal,
  formatDay,
  PlanningInputError,
  quantityToDecimal,
} from "../../core/index.js";
import { show } from "../input/issues.js";
import { orderIndexOf } from "../plan/order-index.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { Ascent, pointOfSupply, type Top } from "./peg-ascent.js";
import { NEED_KIND } from "./peg-columns.js";
import { leadOf, leadOfSupply } from "./peg-leads.js";
import {
  needName,
  type PegNeed,
  type PegPlace,
  type PegSupply,
  placeOfPoint,
  restName,
  supplyName,
} from "./peg-names.js";
import { forEachSinglePeg } from "./peg-pieces.js";
import { pegsOf } from "./peg-point.js";

/** A demand that needs an order, however many levels above it. */
export interface PeggedDemand extends PegPlace {
  readonly demand: string;
  /** The demand's own due date. */
  readonly due: string;
  readonly customer?: string;
  /** How much of the order, in its own stock units, goes into the demand. */
  readonly quantity: Decimal;
}

/** What else needs an order, and where that is. */
export interface PeggedRest extends PegPlace {
  readonly need: PegNeed;
  /** Of the order, in its own stock units. */
  readonly quantity: Decimal;
}

/** What an order or open supply is for. */
export interface OrderPegging extends PegPlace {
  readonly supply: PegSupply;
  readonly quantity: Decimal;
  /** What it is for at its own stocking point. */
  readonly pegs: readonly { readonly need: PegNeed; readonly quantity: Decimal }[];
  /** The demands above it, in the order of the input. */
  readonly demands: readonly PeggedDemand[];
  /** What leads up to no demand: allocations, safety stock, surplus of lots above, and the like. */
  readonly rest: readonly PeggedRest[];
}

/**
 * What a planned order is for: the needs that it covers, and the demands and customers above it, however
 * many levels up, in exact quantities (P2).
 *
 * @param plan - what `planRequirements` returned
 * @param orderId - the id of a planned order
 * @returns its pegs, and how much of the order each demand above needs; with what leads up to no demand
 * these sum to the order
 * @throws PlanningInputError (`unknownId`) when the plan has no such order
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", leadTime: 2 }, { id: "wheel", leadTime: 4, orderMultiple: 50 }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 *   demands: [
 *     { id: "order 1", item: "bike", quantity: 10, due: "2026-01-16", customer: "Ann" },
 *     { id: "order 2", item: "bike", quantity: 8, due: "2026-01-16", customer: "Bob" },
 *   ],
 * });
 * const { demands, rest } = pegOrder(plan, plan.orders.at(-1)!.id);
 * demands.map(({ customer, quantity }) => `${customer}: ${quantity}`); // => ["Ann: 20", "Bob: 16"]
 * rest.map(({ need, quantity }) => `${need.kind}: ${quantity}`); // => ["lotSurplus: 14"]
 * ```
 */
export function pegOrder(plan: Plan, orderId: string): OrderPegging {
  const state = stateOf(plan);
  const place = orderIndexOf(state).find(orderId);
  if (place === undefined) {
    const message = `The order (${show(orderId)}) is none of this plan; plan.orders lists those that it has.`;
    throw new PlanningInputError([{ code: "unknownId", path: ["orderId"], message }]);
  }
  return peggingOf(state, place.point, place.row, place.repeat);
}

/**
 * What an open supply is for, as {@link pegOrder} tells it of a planned order.
 *
 * @param plan - what `planRequirements` returned
 * @param supplyId - the id of an open supply
 * @returns its pegs, and how much of what is still to come each demand above needs
 * @throws PlanningInputError (`unknownId`) when the plan has no such supply
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel" }],
 *   supplies: [{ id: "PO 7", item: "wheel", quantity: 9, due: "2026-01-12", kind: "purchase" }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 4, due: "2026-01-16" }],
 * });
 * const { demands, rest } = pegSupply(plan, "PO 7");
 * demands.map(({ demand, quantity }) => `${demand}: ${quantity}`); // => ["order 1: 4"]
 * rest.map(({ need, quantity }) => `${need.kind}: ${quantity}`); // => ["excess: 5"]
 * ```
 */
export function pegSupply(plan: Plan, supplyId: string): OrderPegging {
  const state = stateOf(plan);
  const { supplies } = state.model.problem;
  for (let row = 0; row < supplies.count; row++) {
    if (supplies.id(row) !== supplyId || supplies.quantity[row] === 0) continue;
    const point = pointOfSupply(state, row);
    // A row of a plan that shares these columns, or one that is gone, is not of this plan.
    if (!state.model.rowsOf(point).supplies.includes(row)) continue;
    return peggingOf(state, point, leadOfSupply(row), 0);
  }
  const message = `The supply (${show(supplyId)}) is none of which something is still to come; plan.supplies lists those that there are.`;
  throw new PlanningInputError([{ code: "unknownId", path: ["supplyId"], message }]);
}

/** What one order of a row, or an open supply, is for. */
function peggingOf(state: PlanState, point: number, lead: number, repeat: number): OrderPegging {
  const { model, orders } = state;
  const pegs = pegsOf(state, point);
  const { needs, supplies } = pegs;
  const { decimals } = model.problem.items[model.points.item[point]!]!;
  let supply = 0;
  while (leadOf(supplies, supply) !== lead) supply++;
  const times = lead < 0 ? 1 : (orders.repeat?.[lead] ?? 1);
  const each = supplies.quantity[supply]! / times;
  const own: OrderPegging["pegs"][number][] = [];
  forEachSinglePeg(state, pegs, (one) => {
    if (one.supply !== supply || one.supplyRepeat !== repeat) return;
    const { need } = one;
    own.push({
      need: need < 0 ? restName(need) : needName(state, needs, need, one.needRepeat),
      quantity: quantityToDecimal(one.quantity, decimals),
    });
  });
  const piece = { from: repeat * each, to: (repeat + 1) * each };
  return {
    ...placeOfPoint(state, point),
    supply: supplyName(state, supplies, supply, repeat),
    quantity: quantityToDecimal(each, decimals),
    pegs: own,
    ...topsByKind(state, new Ascent(state).tops({ point, lead }, piece), decimals),
  };
}

/** Tells demands at the top from everything else. */
function topsByKind(
  state: PlanState,
  tops: ReadonlyMap<Top, number>,
  decimals: number,
): Pick<OrderPegging, "demands" | "rest"> {
  const { demands } = state.model.problem;
  const ofDemand = new Map<string, { readonly row: number; quantity: number }>();
  const rest: PeggedRest[] = [];
  for (const [{ point, need }, quantity] of tops) {
    const { needs } = pegsOf(state, point);
    if (need >= 0 && needs.kind[need] === NEED_KIND.demand) {
      const row = needs.row[need]!;
      const known = ofDemand.get(demands.id(row));
      if (known === undefined) ofDemand.set(demands.id(row), { row, quantity });
      else known.quantity += quantity;
      continue;
    }
    const name = need < 0 ? restName(need) : needName(state, needs, need, 0);
    const place = placeOfPoint(state, point);
    rest.push({ need: name, ...place, quantity: quantityToDecimal(quantity, decimals) });
  }
  const rows = [...ofDemand.values()].sort(
    (a, b) => demands.placeOf(a.row) - demands.placeOf(b.row),
  );
  return {
    demands: rows.map(({ row, quantity }) => peggedDemand(state, row, quantity, decimals)),
    rest,
  };
}

function peggedDemand(
  state: PlanState,
  row: number,
  quantity: number,
  decimals: number,
): PeggedDemand {
  const { problem, points } = state.model;
  const { demands } = problem;
  const point = points.find(demands.item[row]!, demands.site[row]!, demands.segment[row]!);
  const customer = demands.customer(row);
  return {
    demand: demands.id(row),
    ...placeOfPoint(state, point),
    due: formatDay(demands.day[row]!),
    ...(customer === undefined ? {} : { customer }),
    quantity: quantityToDecimal(quantity, decimals),
  };
}
