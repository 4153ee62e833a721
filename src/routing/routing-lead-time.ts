import {
  addMistake,
  addRatios,
  ceilDivide,
  type Day,
  divideRatios,
  formatDay,
  multiplyRatios,
  type Place,
  type Ratio,
  ratioOf,
  refuseMistakes,
} from "../core/index.js";
import { hoursADay } from "./hours-a-day.js";
import { runHours } from "./operation-rates.js";
import type { Operation, Routing } from "./routing.js";
import type { WorkCenter } from "./work-center.js";

/** How long an order takes by its routing, in days (K54). */
export interface RoutingLeadTime {
  /** Whole days, rounded up once; Infinity beyond the safe integers. */
  readonly days: number;
  /** The exact sum along the longest way. */
  readonly exactDays: Ratio;
  /** What the longest way is made of; all of them add up to `exactDays`. */
  readonly queueDays: Ratio;
  readonly setupDays: Ratio;
  readonly runDays: Ratio;
  readonly teardownDays: Ratio;
  /** Wait and move, by the clock. */
  readonly waitMoveDays: Ratio;
  readonly subcontractDays: Ratio;
  /** The operations on that way, first to last, by their places in the routing. */
  readonly way: readonly number[];
}

const NOTHING: Ratio = { num: 0n, den: 1n };
const HOURS_A_DAY: Ratio = { num: 24n, den: 1n };
const LARGEST = 10n ** 1000n;

/** Days of an operation by kind, in the order of {@link RoutingLeadTime}. */
type Kinds = readonly [
  queue: Ratio,
  setup: Ratio,
  run: Ratio,
  teardown: Ratio,
  waitMove: Ratio,
  subcontract: Ratio,
];

/**
 * Computes how long an order takes by its routing, without regard for other orders: the longest way
 * through its operations, its set-up apart.
 *
 * @param routing - made by {@link makeRouting}
 * @param startQuantity - what the order starts, 0 or more
 * @param day - hours become days of the work centre by the shifts that are valid on it
 * @returns whole days, the exact sum, and what it is made of
 * @throws PlanningInputError when a work centre has no shift that is valid on the day
 *
 * Source: K54.
 *
 * @example
 * ```ts
 * const saw = makeWorkCenter({ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] });
 * const operations = [{ id: "10", workCenter: "saw", setup: 2, run: 0.25, move: 6 }];
 * const routing = makeRouting({ id: "legs", item: "leg", operations }, { workCenter: () => saw });
 * const day = parseDay("2026-01-05")!;
 * const lead = routingLeadTime(routing, { num: 40n, den: 1n }, day);
 * lead.exactDays; // => { num: 7n, den: 4n }
 * lead.setupDays; // => { num: 1n, den: 4n }
 * lead.days; // => 2
 * ```
 */
export function routingLeadTime(routing: Routing, startQuantity: Ratio, day: Day): RoutingLeadTime {
  const { operations, order } = routing;
  const hours = hoursOfCenters(routing, day);
  const kinds = operations.map((operation) => daysByKind(operation, startQuantity, hours));
  // The longest way to each operation and through it, and the operation before it on that way.
  const longest: Ratio[] = operations.map(() => NOTHING);
  const previous = new Int32Array(operations.length).fill(-1);
  let last = order[0]!;
  for (const n of order) {
    for (const k of operations[n]!.before) {
      if (previous[n]! < 0 || isBelow(longest[previous[n]!]!, longest[k]!)) previous[n] = k;
    }
    const before = longest[previous[n]!] ?? NOTHING;
    longest[n] = kinds[n]!.reduce(plus, before);
    refuseLong(longest[n]!);
    if (isBelow(longest[last]!, longest[n]!)) last = n;
  }
  const way: number[] = [];
  for (let n = last; n >= 0; n = previous[n]!) way.push(n);
  way.reverse();
  const [queueDays, setupDays, runDays, teardownDays, waitMoveDays, subcontractDays] = sumsOf(
    way.map((n) => kinds[n]!),
  );
  const exactDays = longest[last]!;
  const days = Number(ceilDivide(exactDays.num, exactDays.den));
  return {
    days: Number.isSafeInteger(days) ? days : Number.POSITIVE_INFINITY,
    exactDays,
    queueDays,
    setupDays,
    runDays,
    teardownDays,
    waitMoveDays,
    subcontractDays,
    way,
  };
}

/** The hours that a day of each work centre has; refuses one without. */
function hoursOfCenters({ operations }: Routing, day: Day): ReadonlyMap<WorkCenter, Ratio> {
  const hours = new Map<WorkCenter, Ratio>();
  const issues: Place["issues"] = [];
  for (const [n, { id, workCenter }] of operations.entries()) {
    if (workCenter === undefined || hours.has(workCenter)) continue;
    const own = hoursADay(workCenter.workTime, day);
    hours.set(workCenter, own ?? NOTHING);
    if (own !== undefined) continue;
    const message = `The work centre ${JSON.stringify(workCenter.id)} of operation ${JSON.stringify(id)} has no shift that is valid on ${formatDay(day)}, so its hours are no days. Give it one.`;
    addMistake({ path: ["operations", n, "workCenter"], issues }, "contradiction", message);
  }
  refuseMistakes(issues);
  return hours;
}

function daysByKind(
  operation: Operation,
  startQuantity: Ratio,
  hours: ReadonlyMap<WorkCenter, Ratio>,
): Kinds {
  const { workCenter, subcontract, rates, queue, wait, move, split } = operation;
  const waitMove = divideRatios(plus(wait, move), HOURS_A_DAY);
  if (workCenter === undefined) {
    const days = ratioOf(BigInt(subcontract?.leadTimeDays ?? 0), 1n);
    return [NOTHING, NOTHING, NOTHING, NOTHING, waitMove, days];
  }
  const aDay = hours.get(workCenter)!;
  // Hours of all parts, which are worked side by side, at the pace of the work centre.
  const worked = multiplyRatios(
    multiplyRatios(aDay, workCenter.efficiency),
    ratioOf(BigInt(split), 1n),
  );
  return [
    divideRatios(queue, aDay),
    divideRatios(rates.setup, worked),
    divideRatios(runHours(rates, startQuantity), worked),
    divideRatios(rates.teardown, worked),
    waitMove,
    NOTHING,
  ];
}

function sumsOf(ways: readonly Kinds[]): Kinds {
  const sums: [Ratio, Ratio, Ratio, Ratio, Ratio, Ratio] = [
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
  ];
  for (const kinds of ways) {
    for (const [k, days] of kinds.entries()) sums[k] = plus(sums[k]!, days);
  }
  return sums;
}

/** A sum of a hundred thousand odd fractions would never be done. */
function refuseLong({ den }: Ratio): void {
  if (den < LARGEST) return;
  const issues: Place["issues"] = [];
  const message =
    "The times of these operations add up to a fraction of more than 1000 digits. Round them.";
  addMistake({ path: ["operations"], issues }, "outOfRange", message);
  refuseMistakes(issues);
}

function plus(a: Ratio, b: Ratio): Ratio {
  if (b.num === 0n) return a;
  return a.num === 0n ? b : addRatios(a, b);
}

function isBelow(a: Ratio, b: Ratio): boolean {
  return a.num * b.den < b.num * a.den;
}
