import { type Decimal, formatDay } from "../../core/index.js";
import { NETTING } from "../compile/model.js";
import { plannedDemand } from "../plan/demand-list.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { pegsOfDemands } from "./demand-pegs.js";
import { demandRow, partsOfDemand } from "./demand-rows.js";
import { delayChain } from "./explanation-chain.js";
import type { DemandCover, DemandExplanation, DemandPart } from "./explanation-demand.js";
import { figuresOf } from "./explanation-figures.js";
import { explainedLimit } from "./explanation-limit.js";
import { placeName } from "./explanation-place.js";
import { realDayOf } from "./feasible-waits.js";
import { feasibleDatesOf } from "./known-dates.js";
import { isThereFromStart, latestPartOf } from "./latest-part.js";
import type { PointPegs } from "./peg-columns.js";
import { supplyName } from "./peg-names.js";
import type { SinglePeg } from "./peg-pieces.js";
import { pegsOf } from "./peg-point.js";
import type { LateDemand } from "./point-look.js";

/**
 * Explains when a demand is covered and from what, and where it is late why: the chain of orders that wait
 * for each other, down to the one whose own lead time, or the open supply, that limits.
 *
 * @param plan - what `planRequirements` returned
 * @param demandId - the id of a demand
 * @returns what covers it with the days on which that is really there, and the chain;
 * {@link explanationText} puts them in words
 * @throws PlanningInputError (`unknownId`) when the plan has no such demand
 *
 * Source: rules P3, N11.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", leadTime: 2 }, { id: "wheel", leadTime: 10 }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 *   demands: [{ id: "order 1", item: "bike", quantity: 4, due: "2026-01-09" }],
 * });
 * const { available, daysLate, chain } = explainDemand(plan, "order 1");
 * `${available}, ${daysLate} days late`; // => "2026-01-17, 8 days late"
 * chain.map(({ item, limit }) => `${item}: ${limit.kind}`); // => ["bike: order", "wheel: leadTime"]
 * ```
 */
export function explainDemand(plan: Plan, demandId: string): DemandExplanation {
  const state = stateOf(plan);
  const { problem, points } = state.model;
  const { demands } = problem;
  const row = demandRow(demands, demandId);
  const point = points.find(demands.item[row]!, demands.site[row]!, demands.segment[row]!);
  const { id, quantity, due, available, daysLate } = plannedDemand(state, row);
  const parts = new Set(partsOfDemand(state.model, row));
  const late = latestPartOf(state, row);
  return {
    about: "demand",
    demand: id,
    ...placeName(state, point),
    quantity,
    due,
    available,
    daysLate,
    covers: coversOf(state, point, parts),
    beyondHorizon: beyondHorizon(state, point, parts),
    latestPart: late === undefined ? null : latestPart(state, late),
    ...delayOf(state, late),
  };
}

/** What sets the day of a demand that is late, and from there the way down. */
function delayOf(
  state: PlanState,
  late: LateDemand | undefined,
): Pick<DemandExplanation, "limit" | "chain"> {
  if (late === undefined) return { limit: null, chain: [] };
  if (isThereFromStart(late)) return { limit: { kind: "planningStart" }, chain: [] };
  return { limit: explainedLimit(state, late.limit), chain: delayChain(state, late.limit) };
}

function latestPart(state: PlanState, { row, day }: LateDemand): DemandPart {
  const due = formatDay(state.model.problem.demands.day[row]!);
  return { due, available: dateOf(state, day) };
}

/** N12: what of a demand is due after the horizon. */
function beyondHorizon(state: PlanState, point: number, parts: ReadonlySet<number>): Decimal {
  const { problem, startDay, days } = state.model;
  const { day, quantity } = problem.demands;
  let beyond = 0;
  for (const row of parts) if (day[row]! >= startDay + days) beyond += quantity[row]!;
  return figuresOf(state, point).face(beyond);
}

function coversOf(state: PlanState, point: number, parts: ReadonlySet<number>): DemandCover[] {
  const pegs = pegsOf(state, point);
  const { face } = figuresOf(state, point);
  const covers: DemandCover[] = [];
  let given = 0;
  for (const peg of pegsOfDemands(state, pegs, parts)) {
    given += peg.quantity;
    covers.push({
      supply: supplyName(state, pegs.supplies, peg.supply, peg.supplyRepeat),
      quantity: face(peg.quantity),
      available: availableOn(state, pegs, peg),
    });
  }
  if (state.model.netting[point] !== NETTING.phantom) return covers;
  return [...covers, ...throughPhantom(state, point, parts, given)];
}

function availableOn(state: PlanState, pegs: PointPegs, peg: SinglePeg): string | null {
  if (peg.supply < 0) return null;
  const { book } = feasibleDatesOf(state);
  return dateOf(state, realDayOf(book, pegs, peg.supply, peg.supplyRepeat));
}

function dateOf({ model }: PlanState, day: number): string | null {
  return Number.isFinite(day) ? formatDay(day + model.startDay) : null;
}

/** B3: what the stock of a phantom does not give goes through to its components. */
function throughPhantom(
  state: PlanState,
  point: number,
  parts: ReadonlySet<number>,
  given: number,
): DemandCover[] {
  const { demands } = state.model.problem;
  const dates = feasibleDatesOf(state);
  const { face } = figuresOf(state, point);
  let quantity = -given;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of parts) {
    const day = dates.demandDay(row);
    if (Number.isNaN(day)) continue;
    quantity += demands.quantity[row]!;
    last = Math.max(last, day);
  }
  if (quantity <= 0) return [];
  return [
    { supply: { kind: "components" }, quantity: face(quantity), available: dateOf(state, last) },
  ];
}
