import { addRatios, multiplyRatios, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import type { Routing } from "../../routing/index.js";
import {
  leadTimeFor,
  sourceOfSupply,
  startQuantityOf,
  supplyTime,
} from "../compile/firm-orders.js";
import { startOf } from "../compile/lead-time-steps.js";
import { NONE, type SupplyDetail } from "../input/problem.js";
import { startOfFirm } from "../sweep/link-needs.js";
import type { PlanState } from "./plan-state.js";

/** An open production order as its operations see it. */
export interface OpenProduction {
  /** K52; `undefined`: no operations, nothing is loaded. */
  readonly routing: Routing | undefined;
  /** The id of the routing's source, where it has one and the order comes from it (K13). */
  readonly source: string | null;
  /** What the whole order starts, in stock units (Q3). */
  readonly startQuantity: Ratio;
  /** What is still to come, as a start quantity in stock units; as the plan counts it (K33). */
  readonly startQuantityLeft: Ratio;
  /** Whether some of it has arrived. */
  readonly isBegun: boolean;
  /** The quantity that an operation has completed, by its id, in stock units. */
  readonly progress: ReadonlyMap<string, Ratio>;
  /** As a day since 1970: its own start, that from which it is exploded, or due less its lead time. */
  readonly start: number;
  /** Its own due day, as a day since 1970; it may lie before the planning start. */
  readonly due: number;
  /** The day on which it counts in the plan, as a day since 1970. */
  readonly counts: number;
  readonly isFirm: boolean;
  readonly isScheduled: boolean;
  readonly isFrozen: boolean;
}

const PLAIN = { source: undefined, supplier: undefined, from: NONE };
const NO_PROGRESS: ReadonlyMap<string, Ratio> = new Map();

/** What the operations of an open production order ask of it. */
export function openProduction(state: PlanState, point: number, row: number): OpenProduction {
  const { model, orders } = state;
  const { problem, startDay } = model;
  const { supplies } = problem;
  const [item, site] = [supplies.item[row]!, supplies.site[row]!];
  const detail = supplies.detail.get(row);
  const source = sourceOfSupply(model.sources.at(point), detail ?? PLAIN, "make");
  const left = orders.resized.get(row) ?? supplies.quantity[row]!;
  const { yield: loss } = problem.parameters(item, site);
  const unit = powerOfTen(problem.items[item]!.decimals);
  const startOfGood = (quantity: number): Ratio =>
    ratioOf(BigInt(startQuantityOf(problem, item, quantity, loss)), unit);
  const start = startDay + startDayOf(state, point, row, detail);
  const routing = model.routings.at(item, site, source?.row, Math.max(startDay, start));
  return {
    routing: routing?.routing,
    source: source?.row?.id ?? null,
    startQuantity: startOfGood(wholeOf(left, detail?.completed, unit)),
    startQuantityLeft: startOfGood(left),
    isBegun: detail?.completed !== undefined,
    progress: detail?.progress ?? NO_PROGRESS,
    start,
    due: supplies.day[row]!,
    counts: startDay + orders.supplyDay.at(row),
    isFirm: detail?.firm ?? false,
    isScheduled: detail?.scheduled ?? false,
    isFrozen: supplies.frozen[row] === 1,
  };
}

/** The good quantity of the whole order in counts: what is left and what has arrived. */
function wholeOf(left: number, completed: Ratio | undefined, unit: bigint): number {
  if (completed === undefined) return left;
  const counts = multiplyRatios(completed, { num: unit, den: 1n });
  const { num, den } = addRatios(counts, { num: BigInt(left), den: 1n });
  return Number(num / den);
}

/** From T0: a firm order's start, else its own, else its due day less the lead time. */
function startDayOf(
  state: PlanState,
  point: number,
  row: number,
  detail: SupplyDetail | undefined,
): number {
  const { model, orders } = state;
  const { problem, startDay } = model;
  const firm = detail?.firm ? model.firm.get(point)?.find((one) => one.row === row) : undefined;
  if (firm !== undefined) return startOfFirm(model, orders, point, firm);
  if (detail?.start !== undefined) return detail.start - startDay;
  const source = sourceOfSupply(model.sources.at(point), detail ?? PLAIN, "make");
  const time = supplyTime(problem, model.routings, source, row, detail ?? PLAIN);
  const { supplies } = problem;
  const item = supplies.item[row]!;
  const { yield: loss } = problem.parameters(item, supplies.site[row]!);
  const quantity = orders.resized.get(row) ?? supplies.quantity[row]!;
  const leadTime = leadTimeFor(time, startQuantityOf(problem, item, quantity, loss));
  return startOf(time.steps, orders.supplyDay.at(row) + startDay, leadTime) - startDay;
}
