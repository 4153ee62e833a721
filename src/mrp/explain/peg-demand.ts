import { type Decimal, formatDay, quantityToDecimal } from "../../core/index.js";
import type { Attributes } from "../input/problem.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { demandRow, partsOfDemand } from "./demand-rows.js";
import { Descent, type Step } from "./peg-descent.js";
import {
  nameOfNeed,
  nameOfSupply,
  type PegNeed,
  type PegPlace,
  type PegSupply,
  placeOfPoint,
} from "./peg-names.js";
import { piecesOfSupply } from "./peg-pieces.js";

/** One peg below a demand: what covers part of a need, and whose need it is. */
export interface PegRow extends PegPlace {
  /** 0 for what covers the demand itself; else one more than the longest way to its parent. */
  readonly level: number;
  /** The demand, or the order or open supply of a row above whose need this is. */
  readonly parent: PegNeed;
  readonly supply: PegSupply;
  /** In stock units of the item. */
  readonly quantity: Decimal;
}

/** Everything below a demand. */
export interface DemandPegging extends PegPlace {
  readonly demand: string;
  /** What is still to be delivered, of a forecast what is planned. */
  readonly quantity: Decimal;
  /** Its own due date. */
  readonly due: string;
  readonly customer?: string;
  readonly attributes?: Attributes;
  readonly rows: readonly PegRow[];
}

/**
 * Everything below a demand: each order, open supply and stock that goes into it, level by level down to
 * the last purchase, in exact quantities (P2).
 *
 * Quantities multiply by the ratios of the way, in whole counts: part of an order stands for the same
 * part of each of its needs. What two ways reach together is one row for each parent.
 *
 * @param plan - what `planRequirements` returned
 * @param demandId - the id of a demand
 * @returns the rows level by level; none when nothing of the demand is left or planned
 * @throws PlanningInputError (`unknownId`) when the plan has no such demand
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", leadTime: 2 }, { id: "wheel", onHand: 5, leadTime: 4 }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 *   demands: [{ id: "order 1", item: "bike", quantity: 10, due: "2026-01-16" }],
 * });
 * pegDemand(plan, "order 1").rows.map((row) => `${row.level} ${row.item} ${row.supply.kind} ${row.quantity}`);
 * // => ["0 bike order 10", "1 wheel stock 5", "1 wheel order 15"]
 * ```
 */
export function pegDemand(plan: Plan, demandId: string): DemandPegging {
  const state = stateOf(plan);
  const { problem, points } = state.model;
  const { demands } = problem;
  const row = demandRow(demands, demandId);
  const point = points.find(demands.item[row]!, demands.site[row]!, demands.segment[row]!);
  const rows = new Set(partsOfDemand(state.model, row));
  const { decimals } = problem.items[demands.item[row]!]!;
  const forecast = demands.forecast(row);
  const customer = demands.customer(row);
  const attributes = demands.attributes(row);
  return {
    demand: demandId,
    ...placeOfPoint(state, point),
    quantity: quantityToDecimal(forecast?.planned ?? demands.quantity[row]!, decimals),
    due: formatDay(forecast?.day ?? demands.day[row]!),
    ...(customer === undefined ? {} : { customer }),
    ...(attributes === undefined ? {} : { attributes }),
    rows: new Descent(state, { point, rows }).steps().flatMap((step) => rowsOf(state, step)),
  };
}

/** The rows of a step: of equal orders one each. */
function rowsOf(state: PlanState, step: Step): PegRow[] {
  const { level, repeat, point, need, supply, pieces } = step;
  const place = placeOfPoint(state, point);
  const { decimals } = state.model.problem.items[state.model.points.item[point]!]!;
  const parent = nameOfNeed(state, need, repeat);
  const quantities = new Map<number, number>();
  for (const piece of pieces) {
    for (const part of piecesOfSupply(state, supply, piece)) {
      const before = quantities.get(part.repeat) ?? 0;
      quantities.set(part.repeat, before + part.to - part.from);
    }
  }
  return [...quantities].map(([ofEqual, quantity]) => ({
    level,
    parent,
    ...place,
    supply: nameOfSupply(state, supply, ofEqual),
    quantity: quantityToDecimal(quantity, decimals),
  }));
}
