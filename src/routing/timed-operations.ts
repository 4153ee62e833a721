import {
  addMistake,
  divideRatios,
  formatRatio,
  multiplyRatios,
  ONE,
  type Place,
  type Ratio,
  ratioOf,
  refuseMistakes,
} from "../core/index.js";
import { minutesFor, runHours, sumOf } from "./operation-rates.js";
import type { OperationLink, TimedOperation } from "./operation-time.js";
import { chosenAt, overlapOf } from "./overlap.js";
import type { Operation, Routing } from "./routing.js";

/** What is left of an order that was begun (K53). */
export interface RemainingWork {
  /** Start quantity for the quantity left. */
  readonly startQuantityLeft: Ratio;
  /** What each operation has completed, by its place in the routing. */
  readonly completed: ReadonlyMap<number, Ratio>;
}

/** How the times of an order are reckoned. */
export interface TimedOperationsOptions {
  /** Only what is left of it; the start quantity is that of the whole order. */
  readonly remaining?: RemainingWork | undefined;
  /** Each queue is so much of its length; 1 when left out. */
  readonly queueFactor?: Ratio | undefined;
  /** The place of the chosen one in `alternates`, by the operation's place in the routing. */
  readonly alternates?: ReadonlyMap<number, number> | undefined;
  /** Refuses a transfer batch above the quantity; else the whole lot is then the batch. */
  readonly strict?: boolean | undefined;
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/**
 * Computes what each operation of an order takes: hours of load, minutes of work, queue and move.
 *
 * @param routing - made by {@link makeRouting}
 * @param startQuantity - what the order starts, 0 or more
 * @param options - what is left of it, reduced queues, chosen alternates
 * @returns the operations that are to be done, each after all before it (in `Routing.order`)
 * @throws PlanningInputError when the start quantity is negative, when an alternate is chosen that the
 * operation does not have, or with `strict`, when a transfer batch is above the quantity
 *
 * Source: K53, rules C2 and C3.
 *
 * @example
 * ```ts
 * const saw = makeWorkCenter({ id: "saw", shifts: [{ from: "06:00", until: "14:00" }], efficiency: 0.8 });
 * const operations = [{ id: "10", workCenter: "saw", setup: 0.5, run: "1/60" }];
 * const routing = makeRouting({ id: "legs", item: "leg", operations }, { workCenter: () => saw });
 * const [sawing] = timedOperations(routing, { num: 90n, den: 1n });
 * sawing?.load; // => { num: 2n, den: 1n }
 * sawing?.work; // => 150
 * ```
 */
export function timedOperations(
  routing: Routing,
  startQuantity: Ratio,
  options: TimedOperationsOptions = {},
): readonly TimedOperation[] {
  refuseWrongChoice(routing, startQuantity, options);
  const { operations, order } = routing;
  const timed: TimedOperation[] = [];
  // For each place of the routing the timed operation there, or where it is done, those before it.
  const standing: (readonly number[])[] = [];
  for (const n of order) {
    const operation = operations[n]!;
    const asked = quantityInto(operation, n, startQuantity, options.remaining);
    const places = placesBefore(operation.before, standing);
    if (options.remaining !== undefined && asked.quantity.num === 0n) standing[n] = places;
    else {
      standing[n] = [timed.length];
      timed.push(timesOf(operation, n, asked, options, { places, timed, operations }));
    }
  }
  if (options.strict === true) refuseLargeBatches(timed);
  return timed;
}

interface Asked {
  readonly quantity: Ratio;
  /** The start quantity that brings so much to the operation. */
  readonly started: Ratio;
  readonly isBegun: boolean;
}

function timesOf(
  operation: Operation,
  place: number,
  { quantity, started, isBegun }: Asked,
  { queueFactor, alternates }: TimedOperationsOptions,
  earlier: Earlier,
): TimedOperation {
  const alternate = alternates?.get(place);
  const { workCenter, rates } = chosenAt(operation, alternate);
  const { id, subcontract, split, transferBatch, queue, queueMinutes, waitMoveMinutes } = operation;
  const setupHours = isBegun ? NOTHING : rates.setup;
  const run = runHours(rates, started);
  const load = sumOf(run, setupHours, rates.teardown);
  const efficiency = workCenter?.efficiency ?? ONE;
  const pace = split === 1 ? efficiency : multiplyRatios(efficiency, ratioOf(BigInt(split), 1n));
  const work = minutesFor(load, pace);
  return {
    operation: place,
    id,
    workCenter,
    alternate,
    subcontract,
    quantity,
    parts: split,
    load,
    setupHours,
    runHours: run,
    work,
    queue: queueFactor ? minutesFor(multiplyRatios(queue, queueFactor), ONE) : queueMinutes,
    waitMove: waitMoveMinutes,
    before: linksTo(earlier, operation, { workCenter, alternate, work }),
    transferBatchAboveLot: transferBatch !== undefined && !isBelow(transferBatch, quantity),
  };
}

/** What was timed before an operation. */
interface Earlier {
  /** Those right before it. */
  readonly places: readonly number[];
  readonly timed: readonly TimedOperation[];
  /** Of the routing. */
  readonly operations: readonly Operation[];
}

function linksTo(
  { places, timed, operations }: Earlier,
  operation: Operation,
  own: Pick<TimedOperation, "workCenter" | "alternate" | "work">,
): readonly OperationLink[] {
  return places.map((place) => {
    const before = timed[place]!;
    return { place, overlap: overlapOf(before, operations[before.operation]!, own, operation) };
  });
}

function quantityInto(
  { inflow }: Operation,
  place: number,
  startQuantity: Ratio,
  remaining: RemainingWork | undefined,
): Asked {
  const done = remaining?.completed.get(place);
  if (done === undefined || remaining === undefined) {
    const started = remaining?.startQuantityLeft ?? startQuantity;
    // Most operations lose nothing.
    const quantity = inflow.num === inflow.den ? started : multiplyRatios(started, inflow);
    return { quantity, started, isBegun: false };
  }
  const whole = multiplyRatios(startQuantity, inflow);
  const left = isBelow(done, whole)
    ? ratioOf(whole.num * done.den - done.num * whole.den, whole.den * done.den)
    : NOTHING;
  return { quantity: left, started: divideRatios(left, inflow), isBegun: done.num > 0n };
}

function placesBefore(
  before: readonly number[],
  standing: readonly (readonly number[])[],
): readonly number[] {
  if (before.length === 1) return standing[before[0]!]!;
  return [...new Set(before.flatMap((n) => standing[n]!))];
}

function refuseWrongChoice(
  { operations }: Routing,
  startQuantity: Ratio,
  { alternates }: TimedOperationsOptions,
): void {
  const issues: Place["issues"] = [];
  if (!(startQuantity.num >= 0n)) {
    const message = `The startQuantity (${formatRatio(startQuantity)}) must be 0 or more.`;
    addMistake({ path: ["startQuantity"], issues }, "outOfRange", message);
  }
  for (const [n, alternate] of alternates ?? []) {
    const operation = operations[n];
    if (operation?.alternates[alternate] !== undefined) continue;
    const message =
      operation === undefined
        ? `There is no operation ${n} in this routing.`
        : `The operation ${JSON.stringify(operation.id)} has no alternate ${alternate}.`;
    addMistake({ path: ["options", "alternates", n], issues }, "outOfRange", message);
  }
  refuseMistakes(issues);
}

function refuseLargeBatches(timed: readonly TimedOperation[]): void {
  const issues: Place["issues"] = [];
  for (const { operation, id, quantity, transferBatchAboveLot } of timed) {
    if (!transferBatchAboveLot) continue;
    const path = ["operations", operation, "transferBatch"];
    const message = `The transferBatch of operation ${JSON.stringify(id)} is not below its quantity (${formatRatio(quantity)}). Give a smaller one, or leave it out.`;
    addMistake({ path, issues }, "contradiction", message);
  }
  refuseMistakes(issues);
}

function isBelow(a: Ratio, b: Ratio): boolean {
  return a.num * b.den < b.num * a.den;
}
