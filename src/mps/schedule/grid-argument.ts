import { type Issue, type Ratio, ratioOf } from "../../core/index.js";
import {
  type Check,
  listOf,
  oneOf,
  optional,
  type Read,
  readArgument,
  refuseAll,
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
  const read = readArgument(argument, FIELDS, togetherIssues);
  const periods = read.forecast.length;
  const issues: Issue[] = [];
  const lists = {
    forecast: read.forecast,
    orders: read.orders,
    receipts: read.receipts ?? [],
    firm: read.firm ?? [],
    safetyStock: Array.isArray(read.safetyStock) ? read.safetyStock : [read.safetyStock],
  };
  const all = [read.onHand, read.demandBeyond, ...Object.values(lists).flat()];
  const counter = quantityCounter(all, read.decimals, issues);
  const { decimals, count } = counter;
  const listed = (name: keyof typeof lists): number[] => {
    const counts = counter.list(lists[name], [name]);
    return counts.length === 0 ? new Array<number>(periods).fill(0) : counts;
  };
  const problem = {
    decimals,
    onHand: count(read.onHand, ["onHand"]),
    forecast: listed("forecast"),
    orders: listed("orders"),
    isMax: read.demand === "max",
    demandTimeFence: read.demandTimeFence,
    planningTimeFence: read.planningTimeFence ?? read.demandTimeFence,
    receipts: listed("receipts"),
    firm: listed("firm"),
    safetyStock: Array.isArray(read.safetyStock)
      ? listed("safetyStock")
      : new Array<number>(periods).fill(count(read.safetyStock, ["safetyStock"])),
    coverage: Array.isArray(read.coverage)
      ? read.coverage
      : new Array<Ratio>(periods).fill(read.coverage),
    demandBeyond: count(read.demandBeyond, ["demandBeyond"]),
    lotSizing: read.lotSizing as ScheduleLotSizing | undefined,
    infiniteSupplyFence: read.infiniteSupplyFence ?? periods,
    bound: counter.total(),
  };
  if (read.lotSizing !== undefined) {
    issues.push(...lotSizingIssues(read.lotSizing, periods, decimals));
  }
  refuseAll(issues);
  return problem;
}

/** Lists of other lengths than the forecast, and fences that cross. */
function togetherIssues(read: Read<typeof FIELDS>, issues: Issue[]): void {
  const periods = read.forecast.length;
  for (const name of ["orders", "receipts", "firm", "safetyStock", "coverage"] as const) {
    const list = read[name];
    if (!Array.isArray(list) || list.length === periods) continue;
    const message = `The ${name} has ${list.length} periods and the forecast ${periods}. Give one entry for each.`;
    issues.push({ code: "contradiction", path: [name], message });
  }
  const { demandTimeFence, planningTimeFence } = read;
  if (planningTimeFence !== undefined && planningTimeFence < demandTimeFence) {
    const message = `The planningTimeFence (${planningTimeFence}) must not end before the demandTimeFence (${demandTimeFence}). Lengthen it, or shorten the demandTimeFence.`;
    issues.push({ code: "contradiction", path: ["planningTimeFence"], message });
  }
}
