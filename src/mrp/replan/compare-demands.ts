import { compareText, type Decimal } from "../../core/index.js";
import { feasibleDatesOf } from "../explain/known-dates.js";
import type { PlannedDemand } from "../plan/demand-list.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { daysBetween } from "./compare-order-changes.js";
import { comparePlaces } from "./compare-points.js";
import { taken } from "./compare-stand-ins.js";

/** A demand that is not the same in two plans. */
export interface DemandDifference {
  /**
   * `"moved"`: it is due on another day; else `"resized"`: its quantity differs; else `"later"` or
   * `"sooner"`: by when all of it is really there, late in one of the plans at least (N11).
   */
  readonly change: "added" | "removed" | "moved" | "resized" | "later" | "sooner";
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly demand: string;
  readonly before: PlannedDemand | null;
  readonly after: PlannedDemand | null;
  /** Calendar days by which it is due later; 0 when it is there in one plan only. */
  readonly days: number;
  /** What is to be delivered in the second plan less that in the first. */
  readonly quantity: Decimal;
  /** Days by which it is late in each plan: 0 when it is in time or not there, `null` never all there. */
  readonly daysLate: { readonly before: number | null; readonly after: number | null };
}

/** Days by which demands are late, by id: those that are, Infinity where something never comes. */
type LateDays = ReadonlyMap<string, number>;

/** The demands that differ, by item, site, segment and id. */
export function demandDifferences(a: Plan, b: Plan): DemandDifference[] {
  const [lateA, lateB] = [lateDays(stateOf(a)), lateDays(stateOf(b))];
  const differences: DemandDifference[] = [];
  const isNoNews = sameRows(stateOf(a), stateOf(b), lateA, lateB);
  const before = new Map<string, PlannedDemand>();
  forEachDemand(a, isNoNews, (demand) => before.set(demand.id, demand));
  forEachDemand(b, isNoNews, (after) => {
    const same = before.get(after.id);
    const isSame = same !== undefined && comparePlaces(same, after) === 0;
    if (isSame) before.delete(after.id);
    const difference = isSame
      ? inBoth(same, after, lateA, lateB)
      : { ...inOne(after, "added"), daysLate: { before: 0, after: daysLate(lateB, after.id) } };
    if (difference !== undefined) differences.push(difference);
  });
  for (const gone of before.values()) {
    const daysLateBefore = daysLate(lateA, gone.id);
    differences.push({ ...inOne(gone, "removed"), daysLate: { before: daysLateBefore, after: 0 } });
  }
  return differences.sort(
    (one, other) => comparePlaces(one, other) || compareText(one.demand, other.demand),
  );
}

/** N11: by how many days which demands are late. */
function lateDays(state: PlanState): LateDays {
  const { demands } = state.model.problem;
  const dates = feasibleDatesOf(state);
  const late = new Map<string, number>();
  for (let point = 0; point < state.model.points.count; point++) {
    for (const { row, day } of dates.lateDemands(point)) {
      const id = demands.id(row);
      const days = day + state.model.startDay - demands.day[row]!;
      late.set(id, Math.max(late.get(id) ?? 0, days));
    }
  }
  return late;
}

function daysLate(late: LateDays, id: string): number | null {
  const days = late.get(id) ?? 0;
  return Number.isFinite(days) ? days : null;
}

/** R2: plans that share rows say the same of a row but where it is late, or orders took forecast of it. */
function sameRows(
  a: PlanState,
  b: PlanState,
  lateA: LateDays,
  lateB: LateDays,
): (row: number) => boolean {
  if (a.model.points !== b.model.points) return () => false;
  const inA = rowsOf(a);
  const inB = rowsOf(b);
  const [ofA, ofB] = [a.model.problem.demands, b.model.problem.demands];
  return (row) => {
    if (inA[row] !== 1 || inB[row] !== 1) return false;
    const id = ofA.id(row);
    return (
      lateA.get(id) === lateB.get(id) && ofA.forecast(row)?.planned === ofB.forecast(row)?.planned
    );
  };
}

/** By row: 1 where it is one of the plan. */
function rowsOf({ model }: PlanState): Uint8Array {
  const { demands } = model.problem;
  const rows = new Uint8Array(demands.count);
  for (let place = 0; place < demands.given; place++) rows[demands.rowAt(place)] = 1;
  return rows;
}

function forEachDemand(
  plan: Plan,
  isNoNews: (row: number) => boolean,
  look: (demand: PlannedDemand) => void,
): void {
  const { demands } = stateOf(plan).model.problem;
  for (let place = 0; place < demands.given; place++) {
    if (!isNoNews(demands.rowAt(place))) look(plan.demands.at(place)!);
  }
}

function inOne(of: PlannedDemand, change: "added" | "removed"): Omit<DemandDifference, "daysLate"> {
  const isAdded = change === "added";
  return {
    ...about(of, change),
    before: isAdded ? null : of,
    after: isAdded ? of : null,
    days: 0,
    quantity: isAdded ? of.quantity : taken(of.quantity),
  };
}

function inBoth(
  before: PlannedDemand,
  after: PlannedDemand,
  lateA: LateDays,
  lateB: LateDays,
): DemandDifference | undefined {
  const quantity = after.quantity.minus(before.quantity);
  const [was, is] = [lateA.get(before.id) ?? 0, lateB.get(after.id) ?? 0];
  const isMoved = before.due !== after.due;
  if (!isMoved && quantity.isZero() && was === is) return undefined;
  const delay = is > was ? "later" : "sooner";
  const change = isMoved ? "moved" : quantity.isZero() ? delay : "resized";
  return {
    ...about(after, change),
    before,
    after,
    days: daysBetween(before.due, after.due),
    quantity,
    daysLate: { before: daysLate(lateA, before.id), after: daysLate(lateB, after.id) },
  };
}

function about<Change extends DemandDifference["change"]>(of: PlannedDemand, change: Change) {
  return { change, item: of.item, site: of.site, segment: of.segment, demand: of.id };
}
