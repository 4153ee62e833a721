import { countWords, type Issue, type Ratio, ratioOf } from "../../core/index.js";
import {
  type Check,
  type Doubtful,
  type DoubtfulFields,
  listOf,
  oneOf,
  optional,
  readArgument,
} from "../argument.js";
import { type ExactNumber, exactNumber, quantity, wholeNumber } from "../exact-argument.js";
import { lotSizingIssues, type ScheduleLotSizing } from "./proposed-quantities.js";
import { quantityCounter } from "./quantity-counter.js";

/** What {@link masterScheduleGrid} is asked: one item, by period, the first period first. */
export interface MasterScheduleInput {
  /** Stock before the first period, in units; it may be negative. */
  readonly onHand: ExactNumber;
  /** Forecast of each period, in units: what orders have not consumed, or all of it with `"max"`. */
  readonly forecast: readonly ExactNumber[];
  /** Customer orders of each period, in units. */
  readonly orders: readonly ExactNumber[];
  /**
   * What counts behind the demand time fence: orders and forecast (when left out), or the greater of
   * the two.
   */
  readonly demand?: "sum" | "max" | undefined;
  /** How many periods count customer orders only; 0 when left out. */
  readonly demandTimeFence?: number | undefined;
  /** In how many periods nothing new is planned; as many as the demand time fence when left out. */
  readonly planningTimeFence?: number | undefined;
  /** Open orders that come in each period, in units. */
  readonly receipts?: readonly ExactNumber[] | undefined;
  /** Firm planned orders and rates of each period, in units. */
  readonly firm?: readonly ExactNumber[] | undefined;
  /** What must not be fallen below at the end of each period, in units: one, or one for each. */
  readonly safetyStock?: ExactNumber | readonly ExactNumber[] | undefined;
  /**
   * How many of the following periods the stock at the end of a period shall cover, broken ones too:
   * one, or one for each.
   */
  readonly coverage?: ExactNumber | readonly ExactNumber[] | undefined;
  /** Demand of each period after the last, in units, which `coverage` may reach; 0 when left out. */
  readonly demandBeyond?: ExactNumber | undefined;
  /** How shortages become new lots; nothing new is planned when left out. */
  readonly lotSizing?: ScheduleLotSizing | undefined;
  /** The first period, 0 the first, from which on everything can be promised; none when left out. */
  readonly infiniteSupplyFence?: number | undefined;
  /** How fine the quantities are, 0 to 9; as fine as the finest when left out. */
  readonly decimals?: number | undefined;
}

/** The same, checked and counted; lists have one entry a period. */
export interface GridProblem {
  readonly decimals: number;
  readonly onHand: number;
  readonly forecast: readonly number[];
  readonly orders: readonly number[];
  readonly isMax: boolean;
  readonly demandTimeFence: number;
  readonly planningTimeFence: number;
  readonly receipts: readonly number[];
  readonly firm: readonly number[];
  readonly safetyStock: readonly number[];
  readonly coverage: readonly Ratio[];
  readonly demandBeyond: number;
  readonly lotSizing: ScheduleLotSizing | undefined;
  readonly infiniteSupplyFence: number;
  /** No sum of what was given is larger. */
  readonly bound: number;
}

const ZERO: Ratio = ratioOf(0n, 1n);

/** One value for all periods, or a list with one for each. */
const oneOrEach: Check<Ratio | Ratio[]> = (value, place) =>
  Array.isArray(value) ? listOf(quantity)(value, place) : quantity(value, place);

/** Taken as it is: {@link lotSizingIssues} reads it. */
const asItIs: Check<unknown> = (value) => value;

const fence = wholeNumber(0, Number.MAX_SAFE_INTEGER);

const FIELDS = {
  onHand: exactNumber(Number.MIN_SAFE_INTEGER),
  forecast: listOf(quantity, 1),
  orders: listOf(quantity, 1),
  demand: optional(oneOf("sum", "max"), "sum"),
  demandTimeFence: optional(fence, 0),
  planningTimeFence: optional(fence),
  receipts: optional(listOf(quantity)),
  firm: optional(listOf(quantity)),
  safetyStock: optional(oneOrEach, ZERO),
  coverage: optional(oneOrEach, ZERO),
  demandBeyond: optional(quantity, ZERO),
  lotSizing: asItIs,
  infiniteSupplyFence: optional(fence),
  decimals: optional(wholeNumber(0, 9)),
};

/**
 * Reads the argument of `masterScheduleGrid`.
 *
 * @throws PlanningInputError with all mistakes
 */
export function readGridProblem(argument: unknown): GridProblem {
  let counted: CountedSeries | undefined;
  const read = readArgument(argument, FIELDS, (fields, issues) => {
    togetherIssues(fields, issues);
    counted = countSeries(fields, issues);
    if (fields.lotSizing === undefined) return;
    const periods = fields.forecast?.length ?? fields.orders?.length ?? 1;
    issues.push(...lotSizingIssues(fields.lotSizing, periods, counted.decimals));
  });
  const periods = read.forecast.length;
  return {
    ...counted!,
    isMax: read.demand === "max",
    demandTimeFence: read.demandTimeFence,
    planningTimeFence: read.planningTimeFence ?? read.demandTimeFence,
    coverage: Array.isArray(read.coverage)
      ? read.coverage
      : new Array<Ratio>(periods).fill(read.coverage),
    lotSizing: read.lotSizing as ScheduleLotSizing | undefined,
    infiniteSupplyFence: read.infiniteSupplyFence ?? periods,
  };
}

/** What of a problem is counted. */
type CountedSeries = Pick<
  GridProblem,
  | "decimals"
  | "onHand"
  | "forecast"
  | "orders"
  | "receipts"
  | "firm"
  | "safetyStock"
  | "demandBeyond"
  | "bound"
>;

function countSeries(read: DoubtfulFields<typeof FIELDS>, issues: Issue[]): CountedSeries {
  const { forecast = [], orders = [], receipts = [], firm = [], safetyStock } = read;
  const { onHand, demandBeyond } = read;
  const steps = Array.isArray(safetyStock) ? (safetyStock as Doubtful<Ratio>[]) : undefined;
  const safety = steps ?? [safetyStock as Doubtful<Ratio>];
  const all = [onHand, demandBeyond, ...forecast, ...orders, ...receipts, ...firm, ...safety];
  const { count, decimals, list, total } = quantityCounter(all, read.decimals, issues);
  const each = (value: number): number[] => new Array<number>(forecast.length).fill(value);
  const listed = (quantities: readonly Doubtful<Ratio>[], name: string): number[] =>
    quantities.length === 0 ? each(0) : list(quantities, [name]);
  return {
    decimals,
    forecast: listed(forecast, "forecast"),
    orders: listed(orders, "orders"),
    receipts: listed(receipts, "receipts"),
    firm: listed(firm, "firm"),
    safetyStock:
      steps === undefined ? each(count(safety[0], ["safetyStock"])) : listed(steps, "safetyStock"),
    onHand: count(onHand, ["onHand"]),
    demandBeyond: count(demandBeyond, ["demandBeyond"]),
    bound: total(),
  };
}

/** Lists of other lengths than the forecast, and fences that cross. */
function togetherIssues(read: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  const periods = read.forecast?.length;
  for (const name of ["orders", "receipts", "firm", "safetyStock", "coverage"] as const) {
    const list = read[name];
    if (periods === undefined || !Array.isArray(list) || list.length === periods) continue;
    const message = `The list ${name} has ${countWords(list.length, "period")} and the forecast ${periods}. Give one entry for each.`;
    issues.push({ code: "contradiction", path: [name], message });
  }
  const { demandTimeFence, planningTimeFence } = read;
  if (planningTimeFence === undefined || demandTimeFence === undefined) return;
  if (planningTimeFence < demandTimeFence) {
    const message = `The planningTimeFence (${planningTimeFence}) must not end before the demandTimeFence (${demandTimeFence}). Lengthen it, or shorten the demandTimeFence.`;
    issues.push({ code: "contradiction", path: ["planningTimeFence"], message });
  }
}
