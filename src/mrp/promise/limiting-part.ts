import { demandRow } from "../explain/demand-rows.js";
import { delayChain } from "../explain/explanation-chain.js";
import { figuresOf } from "../explain/explanation-figures.js";
import { type ExplainedLimit, explainedLimit } from "../explain/explanation-limit.js";
import { type ExplainedPlace, placeName } from "../explain/explanation-place.js";
import { LIMIT, type Limit } from "../explain/feasible-limit.js";
import { feasibleDatesOf } from "../explain/known-dates.js";
import { isThereFromStart, latestPartOf } from "../explain/latest-part.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";

/** The part that a late demand waits for at last, through all levels. */
export interface LimitingPart extends ExplainedPlace {
  readonly kind: "material";
  /** The planned order of it, or the open supply; both `null`: stock, or nothing. */
  readonly order: string | null;
  readonly supply: string | null;
  /** The day on which that is really there; `null`: never. */
  readonly date: string | null;
  /** What sets that day. */
  readonly because: ExplainedLimit;
}

/**
 * What a late demand waits for at last: the end of the chain that `explainDemand` tells, with the part
 * that is meant.
 *
 * @param plan - what `planRequirements` or `replan` returned
 * @param demandId - the id of a demand
 * @returns the part and why it is not there sooner; `null` where the demand is not late
 * @throws PlanningInputError (`unknownId`) when the plan has no such demand
 *
 * Source: rule N11, K47.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", leadTime: 2 }, { id: "wheel", leadTime: 10 }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 *   demands: [{ id: "order 1", item: "bike", quantity: 4, due: "2026-01-09" }],
 * });
 * const part = limitingPart(plan, "order 1");
 * `${part?.item}: ${part?.because.kind}, there on ${part?.date}`; // => "wheel: leadTime, there on 2026-01-15"
 * ```
 */
export function limitingPart(plan: Plan, demandId: string): LimitingPart | null {
  const state = stateOf(plan);
  const { problem, points } = state.model;
  const row = demandRow(problem.demands, demandId);
  const { item, site, segment } = problem.demands;
  const point = points.find(item[row]!, site[row]!, segment[row]!);
  const late = latestPartOf(state, row);
  if (late === undefined) return null;
  if (isThereFromStart(late)) {
    const date = plan.startDate;
    return named(state, point, { order: null, supply: null, date }, { kind: "planningStart" });
  }
  return endOf(state, point, late.limit);
}

/** @param point - of the demand: what is meant where it waits for no order */
function endOf(state: PlanState, point: number, first: Limit): LimitingPart {
  const last = delayChain(state, first).at(-1);
  // A chain ends at an order, or at what the last one waits for.
  const end = last === undefined ? first : lastLimit(state, first);
  const meant = end.point < 0 ? point : end.point;
  switch (end.kind) {
    case LIMIT.supply: {
      const supply = state.model.problem.supplies.id(end.row);
      const counts = state.orders.supplyDay.at(end.row);
      const day = feasibleDatesOf(state).book.dueOfSupply(end.row, counts);
      const date = figuresOf(state, meant).date(day);
      return named(state, meant, { order: null, supply, date }, explainedLimit(state, end));
    }
    case LIMIT.stock: {
      const date = figuresOf(state, meant).date(end.row);
      return named(state, meant, { order: null, supply: null, date }, explainedLimit(state, end));
    }
    case LIMIT.uncovered: {
      const nothing = { order: null, supply: null, date: null };
      return named(state, meant, nothing, explainedLimit(state, end));
    }
    default: {
      const { order = null, supply = null, feasibleDue = null, limit } = last ?? {};
      const own: ExplainedLimit = limit ?? { kind: "leadTime" };
      return named(state, meant, { order, supply, date: feasibleDue }, own);
    }
  }
}

/** What the chain of orders ends at: the last order itself where that waits for nothing. */
function lastLimit(state: PlanState, first: Limit): Limit {
  const { book } = feasibleDatesOf(state);
  const seen = new Set<string>();
  for (let limit = first; ; ) {
    if (limit.kind !== LIMIT.order && limit.kind !== LIMIT.firm) return limit;
    seen.add(keyOf(limit));
    const { point, row, repeat } = limit;
    const isFirm = limit.kind === LIMIT.firm;
    const number = isFirm ? book.numberOfFirm(point, row) : book.numberOf(point, row, repeat);
    const next = book.limitOf(point, number);
    if (next === undefined || next.kind === LIMIT.own || seen.has(keyOf(next))) return limit;
    limit = next;
  }
}

function keyOf({ kind, point, row, repeat }: Limit): string {
  return `${kind} ${point} ${row} ${repeat}`;
}

function named(
  state: PlanState,
  point: number,
  what: Pick<LimitingPart, "order" | "supply" | "date">,
  because: ExplainedLimit,
): LimitingPart {
  return { kind: "material", ...placeName(state, point), ...what, because };
}
