import { type Decimal, quantityToDecimal } from "../../core/index.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { findPoint, readPointOptions } from "../plan/record-options.js";
import { needName, type PegNeed, type PegSupply, restName, supplyName } from "./peg-names.js";
import { pegsByName } from "./peg-pieces.js";
import { pegsOf } from "./peg-point.js";

/** A quantity of a stocking point: for which need it is, and what covers it. */
export interface Peg {
  /** A need, or the name of what no need takes. */
  readonly need: PegNeed;
  readonly supply: PegSupply;
  readonly quantity: Decimal;
}

/** Which stocking point of an item; one that `stockingPoints` lists will do, if it is of that item. */
export interface PegOptions {
  /** The item of a stocking point as `stockingPoints` lists it; it is that of the call. */
  readonly item?: string;
  readonly lowLevelCode?: number;
  /** May be left out with one site. */
  readonly site?: string;
  /** `null` or left out: the stocking point without a segment. */
  readonly segment?: string | null;
}

/**
 * The single-level pegs of a stocking point: which need takes how much of which supply, in the order of
 * T2. What no need takes is named (`safetyStock`, `targetLevel`, `lotSurplus`, `excess`, `expired`), and
 * so is what nothing covers (`uncovered`), so that pegs sum to both sides (P1).
 *
 * @param plan - what `planRequirements` returned
 * @param item - the id of an item
 * @param options - site and segment of the stocking point
 * @returns pegs by need, then supply; after them what no need takes, by supply
 * @throws PlanningInputError (`unknownId`) when the plan has no such stocking point
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 3, orderMultiple: 5 }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 7, due: "2026-01-16" }],
 * });
 * pegs(plan, "wheel").map(({ need, supply, quantity }) => `${quantity} from ${supply.kind} for ${need.kind}`);
 * // => ["3 from stock for demand", "4 from order for demand", "1 from order for lotSurplus"]
 * ```
 */
export function pegs(plan: Plan, item: string, options: PegOptions = {}): readonly Peg[] {
  const state = stateOf(plan);
  return pegList(state, findPoint(state, item, readPointOptions(options, item)));
}

function pegList(state: PlanState, point: number): Peg[] {
  const found = pegsOf(state, point);
  const { needs, supplies } = found;
  const { decimals } = state.model.problem.items[state.model.points.item[point]!]!;
  return pegsByName(state, found).map(({ need, needRepeat, supply, supplyRepeat, quantity }) => ({
    need: need < 0 ? restName(need) : needName(state, needs, need, needRepeat),
    supply: supplyName(state, supplies, supply, supplyRepeat),
    quantity: quantityToDecimal(quantity, decimals),
  }));
}
