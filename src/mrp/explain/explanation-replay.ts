import type { Model } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import { Arena } from "../sweep/arena.js";
import type { CapacityLedger } from "../sweep/capacity-ledger.js";
import type { Need } from "../sweep/need.js";
import { needsOf } from "../sweep/needs.js";
import { grantedIn, netAgain, sweepToWatched } from "../sweep/sweep.js";
import { NettingLog } from "./explanation-log.js";

/** How the netting of a stocking point went. */
export interface Replay {
  readonly point: number;
  readonly log: NettingLog;
  /** The row of its first order among those that were written. */
  readonly firstRow: number;
  /** What it needed, in the order in which it is netted; rows of parents are those of the plan. */
  readonly needs: readonly Need[];
}

/** The last replays of each plan by point: orders of a stocking point are often explained together. */
const replays = new WeakMap<PlanState, Map<number, Replay>>();

/** How many are kept of a plan: enough for those of a chain. */
const MOST_REPLAYS = 16;

/**
 * Nets a stocking point of a plan once more and writes down what happens (P3). The plan stays as it is.
 */
export function replayOf(state: PlanState, point: number): Replay {
  const known = replays.get(state) ?? new Map<number, Replay>();
  replays.set(state, known);
  const before = known.get(point);
  if (before !== undefined) return before;
  const replay = asksOthers(state, point) ? sweptAgain(state, point) : nettedAgain(state, point);
  const [oldest] = known.keys();
  if (known.size >= MOST_REPLAYS) known.delete(oldest!);
  known.set(point, replay);
  return replay;
}

/** What suppliers grant in each plan in which they cannot bring all (K46). */
const grants = new WeakMap<PlanState, CapacityLedger | undefined>();

/**
 * Whether the netting of a point looks at what was given before: with lanes from stock any may (K44), else
 * only one with a supplier who cannot bring all that the plan asks for (K46).
 */
function asksOthers({ model, orders }: PlanState, point: number): boolean {
  if (!model.asksOthers) return false;
  if (model.problem.sources.some(({ onlyFromStock }) => onlyFromStock)) return true;
  const isLimited = model.sources
    .at(point)
    .some(({ row }) => row?.supplier !== undefined && model.capacities.has(row.supplier));
  if (!isLimited) return false;
  for (let one = 0; one < model.points.count; one++) {
    const isCut = orders.events.at(one).some(({ code }) => code === "supplierCapacity");
    if (isCut) return true;
  }
  return false;
}

/** Nets the stocking point alone: all that it depends on stands in the plan. */
function nettedAgain({ model, orders }: PlanState, point: number): Replay {
  const arena = new Arena(model, orders);
  const firstRow = arena.count;
  asBeforeNetting(model, arena, point);
  let needs: readonly Need[] = [];
  const log = new NettingLog(() => {
    needs = needsOf(model, arena, point);
  });
  arena.observe = log;
  try {
    netAgain(model, arena, point, false);
  } finally {
    arena.wipe();
    // Nobody refers to the rows that were written behind those of the plan.
    arena.count = firstRow;
  }
  return { point, log, firstRow, needs };
}

/** What the netting of the point finds when its turn comes in the sweep. */
function asBeforeNetting(model: Model, arena: Arena, point: number): void {
  arena.forget(model, point);
  arena.rows.set(point, arena.count, arena.count);
  for (const driven of model.driving.get(point) ?? []) {
    // K40: co-products are netted later, and so are other items that bring them.
    arena.keptNeeds.delete(driven.point);
    for (const { parent } of model.coProducts.get(driven.point)!) {
      if (parent > point) arena.forget(model, parent);
    }
  }
}

/**
 * Sweeps anew up to the point: what a point may have of another site's stock, or of what a supplier can bring,
 * depends on what was given before (K44, K46).
 */
function sweptAgain(state: PlanState, point: number): Replay {
  const { model, orders } = state;
  if (!grants.has(state)) grants.set(state, grantedIn(model));
  const arena = new Arena(model);
  let needs: readonly Need[] = [];
  const log = new NettingLog(() => {
    needs = needsOf(model, arena, point);
  });
  arena.watch = { point, observer: log };
  sweepToWatched(model, arena, grants.get(state)?.copy());
  const inPlan = (need: Need): Need => {
    const { origin } = need;
    if (origin.firm || origin.change >= 0) return need;
    const row = origin.row - arena.rows.first(origin.point) + orders.rows.first(origin.point);
    return { ...need, origin: { ...origin, row } };
  };
  return { point, log, firstRow: arena.rows.first(point), needs: needs.map(inPlan) };
}
