import {
  type Decimal,
  formatRatio,
  powerOfTen,
  precisionWords,
  quantityToDecimal,
  ratioOf,
  refuseMistakes,
} from "../../core/index.js";
import { atpCounts } from "../promise/atp-counts.js";
import type { AvailableQuantity } from "../promise/available-to-promise.js";
import { type GridProblem, type MasterScheduleInput, readGridProblem } from "./grid-argument.js";
import { minimumStock } from "./minimum-stock.js";
import { netRequirements, proposedQuantities } from "./proposed-quantities.js";
import type { Zone } from "./zone.js";

/** One column of a master schedule. Quantities are in units. */
export interface MasterScheduleRow {
  /** 0 for the first. */
  readonly period: number;
  readonly zone: Zone;
  readonly forecast: Decimal;
  /** Customer orders. */
  readonly orders: Decimal;
  /** What of the forecast counts: nothing inside the demand time fence. */
  readonly forecastCounted: Decimal;
  /** Orders and the forecast that counts. */
  readonly demand: Decimal;
  /** Open orders that come in. */
  readonly receipts: Decimal;
  /** Firm planned orders and rates. */
  readonly firm: Decimal;
  /** New lots that the schedule proposes. */
  readonly proposed: Decimal;
  /** The master schedule: firm and proposed. */
  readonly mps: Decimal;
  /** Stock at the end of the period. */
  readonly projectedAvailable: Decimal;
  /** What should be there then: safety stock or coverage, whichever is more. */
  readonly minimumStock: Decimal;
  /** What is missing to it. */
  readonly shortage: Decimal;
  /** Discrete available-to-promise; `null` where nothing comes in. */
  readonly discreteAvailableToPromise: AvailableQuantity;
  /** Cumulative available-to-promise with look-ahead. */
  readonly cumulativeAvailableToPromise: AvailableQuantity;
}

/** A master schedule, period by period. */
export interface MasterScheduleGrid {
  /** In 10^-decimals of the unit everything is counted. */
  readonly decimals: number;
  readonly rows: readonly MasterScheduleRow[];
}

/**
 * Makes the master schedule of one item: what counts as demand, what is planned against it, what is
 * left in stock and what of it can be promised.
 *
 * Inside the demand time fence only customer orders count. Inside the planning time fence nothing new
 * is planned: what is missing there is a `shortage` of the row, and what is missing at the end of the
 * fence is covered by the first lot behind it. Periods may be days, weeks or anything else;
 * {@link timeFences} gives the fences of dated buckets, {@link bucketTotals} the series.
 *
 * @param input - stock, forecast, orders and supply (units by period), fences (periods) and rules
 * @returns a row for each period
 * @throws PlanningInputError when a field is wrong, a quantity negative, the lists differ in length, the
 * fences cross (`contradiction`), or a result leaves 2^53 counts (`quantityOverflow`)
 *
 * Source: rules D2, D3, N3, N8, L0–L11; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and
 * Control*, "master production scheduling".
 *
 * @example
 * ```ts
 * const { rows } = masterScheduleGrid({
 *   onHand: 64,
 *   forecast: [30, 30, 30, 30, 40, 40, 40, 40],
 *   orders: [33, 20, 10, 4, 2, 0, 0, 0],
 *   demand: "max",
 *   lotSizing: { rule: "fixedOrderQuantity", quantity: 70 },
 * });
 * rows.map((row) => Number(row.mps)); // => [0, 0, 70, 0, 70, 0, 70, 70]
 * rows.map((row) => Number(row.projectedAvailable)); // => [31, 1, 41, 11, 41, 1, 31, 61]
 * rows.map((row) => String(row.discreteAvailableToPromise)).join(" ");
 * // => "11 null 56 null 68 null 70 70"
 * ```
 */
export function masterScheduleGrid(input: MasterScheduleInput): MasterScheduleGrid {
  const problem = readGridProblem(input);
  const columns = scheduleColumns(problem);
  const face = (count: number): Decimal => quantityToDecimal(count, problem.decimals);
  const atpFace = (atp: readonly (number | null)[], period: number): AvailableQuantity => {
    const count = atp[period];
    if (count === undefined) return "unlimited";
    return count === null ? null : face(count);
  };
  const rows = problem.orders.map((orders, period): MasterScheduleRow => {
    const [firm, proposed] = [problem.firm[period]!, columns.proposed[period]!];
    const [stock, minimum] = [columns.stock[period]!, columns.minimum[period]!];
    return {
      period,
      zone: zoneOfPeriod(period, problem),
      forecast: face(problem.forecast[period]!),
      orders: face(orders),
      forecastCounted: face(columns.forecast[period]!),
      demand: face(orders + columns.forecast[period]!),
      receipts: face(problem.receipts[period]!),
      firm: face(firm),
      proposed: face(proposed),
      mps: face(firm + proposed),
      projectedAvailable: face(stock),
      minimumStock: face(minimum),
      shortage: face(Math.max(0, minimum - stock)),
      discreteAvailableToPromise: atpFace(columns.discrete, period),
      cumulativeAvailableToPromise: atpFace(columns.cumulative, period),
    };
  });
  return { decimals: problem.decimals, rows };
}

/** The columns that are computed, in counts. */
interface ScheduleColumns {
  readonly forecast: readonly number[];
  readonly proposed: readonly number[];
  readonly stock: readonly number[];
  readonly minimum: readonly number[];
  readonly discrete: readonly (number | null)[];
  readonly cumulative: readonly (number | null)[];
}

function scheduleColumns(problem: GridProblem): ScheduleColumns {
  const { orders, receipts, firm, onHand } = problem;
  const forecast = problem.forecast.map((quantity, period) => {
    if (period < problem.demandTimeFence) return 0;
    return problem.isMax ? Math.max(0, quantity - orders[period]!) : quantity;
  });
  const demand = orders.map((quantity, period) => quantity + forecast[period]!);
  const { safetyStock, coverage, demandBeyond } = problem;
  const wanted = minimumStock(demand, safetyStock, coverage, demandBeyond);
  for (const stock of wanted) refuseBeyond(stock, problem);
  const minimum = wanted.map(Number);
  const given = firm.map((quantity, period) => quantity + receipts[period]!);
  const needs = netRequirements(
    runningBalance(onHand, given, demand),
    minimum,
    problem.planningTimeFence,
  );
  const proposed = proposals(problem, needs, demand);
  const supply = given.map((quantity, period) => quantity + proposed[period]!);
  const counts = { onHand, supply, orders };
  const fence = problem.infiniteSupplyFence;
  return {
    forecast,
    proposed,
    minimum,
    stock: runningBalance(onHand, supply, demand),
    discrete: atpCounts(counts, "discrete", false, fence),
    cumulative: atpCounts(counts, "cumulativeLookAhead", false, fence),
  };
}

/** What is planned in each period, in counts. @throws PlanningInputError */
function proposals(
  problem: GridProblem,
  needs: readonly number[],
  demand: readonly number[],
): readonly number[] {
  const { lotSizing, decimals } = problem;
  if (lotSizing === undefined || needs.every((need) => need === 0)) return needs.map(() => 0);
  const total = demand.reduce((sum, quantity) => sum + quantity, 0);
  const periods = BigInt(demand.length) * powerOfTen(decimals);
  const average = formatRatio(ratioOf(BigInt(Math.max(1, total)), periods));
  const proposed = proposedQuantities(lotSizing, needs, average, decimals);
  refuseBeyond(
    proposed.reduce((sum, quantity) => sum + BigInt(quantity), 0n),
    problem,
  );
  return proposed;
}

/** Refuses a schedule with a figure that may leave 2^53 together with what was given (Q4). */
function refuseBeyond(figure: bigint, { bound, decimals }: GridProblem): void {
  if (figure + BigInt(bound) <= BigInt(Number.MAX_SAFE_INTEGER)) return;
  const message = `A stock of the schedule may leave 2^53 − 1 in ${precisionWords(decimals)}. Choose another unit or fewer decimals.`;
  refuseMistakes([{ code: "quantityOverflow", path: [], message }]);
}

/** Stock at the end of each period. */
function runningBalance(
  onHand: number,
  supply: readonly number[],
  demand: readonly number[],
): number[] {
  let stock = onHand;
  return supply.map((quantity, period) => {
    stock += quantity - demand[period]!;
    return stock;
  });
}

function zoneOfPeriod(period: number, { demandTimeFence, planningTimeFence }: GridProblem): Zone {
  return period < demandTimeFence ? "frozen" : period < planningTimeFence ? "slushy" : "liquid";
}
