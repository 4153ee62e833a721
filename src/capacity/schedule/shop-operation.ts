import { ceilDivide, divideRatios, multiplyRatios, type Ratio } from "../../core/index.js";
import type { Operation, TimedOperation, WorkCenter } from "../../routing/index.js";
import type { Hours } from "../finite/hours.js";

/** A work centre that can do an operation, and its hours there. */
export interface ShopChoice {
  readonly workCenter: WorkCenter;
  /** Of each part. */
  readonly setup: Hours;
  /** Of the whole lot. */
  readonly run: Hours;
}

/** The work centres that can do an operation, that of its first choice first. */
export function choicesOf(timed: TimedOperation, operation: Operation): ShopChoice[] {
  // What has been begun is set up.
  const isBegun = timed.setupHours.num === 0n;
  const parts = { num: BigInt(timed.parts), den: 1n };
  const own = {
    workCenter: timed.workCenter!,
    setup: plain(divideRatios(timed.setupHours, parts)),
    run: plain(timed.runHours),
  };
  const others = operation.alternates.map(({ workCenter, setup, run }) => ({
    workCenter,
    setup: isBegun && operation.setup.num > 0n ? 0 : plain(setup),
    run: plain(runThere(timed, operation, run)),
  }));
  return [own, ...others];
}

/** The hours of the whole lot where a unit, or a batch, takes so many. */
function runThere(timed: TimedOperation, operation: Operation, run: Ratio): Ratio {
  const { quantity, parts } = timed;
  const { batch } = operation;
  if (batch === undefined) return multiplyRatios(run, quantity);
  const [num, den] = [quantity.num * batch.den, quantity.den * batch.num * BigInt(parts)];
  return multiplyRatios(run, { num: BigInt(parts) * ceilDivide(num, den), den: 1n });
}

/** The hours of a transfer batch at an operation, without its setup. */
export function transferHours(transferBatch: Ratio, { run, batch }: Operation): Ratio {
  if (batch === undefined) return multiplyRatios(run, transferBatch);
  const batches = ceilDivide(transferBatch.num * batch.den, transferBatch.den * batch.num);
  return multiplyRatios(run, { num: batches, den: 1n });
}

/** The hours of the last batch: never more than all that a part of the lot takes there (K53). */
export function lastBatchHours(
  transferBatch: Ratio,
  { load, parts }: TimedOperation,
  operation: Operation,
): Ratio {
  const hours = transferHours(transferBatch, operation);
  const whole = divideRatios(load, { num: BigInt(parts), den: 1n });
  return hours.num * whole.den < whole.num * hours.den ? hours : whole;
}

const PER_HOUR = 10_000n;
const LARGEST = 10_000_000_000n;

/** Hours as a plain number of ten-thousandths where they are one. */
export function plain(hours: Ratio): Hours {
  const { num, den } = hours;
  if (PER_HOUR % den !== 0n) return hours;
  const count = num * (PER_HOUR / den);
  return count <= LARGEST ? Number(count) : hours;
}
