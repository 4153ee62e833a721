import type { Ratio } from "../core/index.js";
import { hoursOf, minutesFor, sumOf } from "./operation-rates.js";
import type { Overlap, TimedOperation } from "./operation-time.js";
import type { Alternate, Operation } from "./routing.js";

/** What the chosen work centre is given to do: the operation's own run, or the alternate's. */
export function chosenAt(
  operation: Operation,
  alternate: number | undefined,
): Operation | Alternate {
  return alternate === undefined ? operation : operation.alternates[alternate]!;
}

/**
 * The overlap of two operations that follow one another, if the earlier one moves on in batches (K53).
 *
 * @param before - the earlier one, as it is timed
 * @param earlier - and as its routing has it
 * @param after - what the later one is: its timed work, and its run at the chosen work centre
 */
export function overlapOf(
  before: TimedOperation,
  earlier: Operation,
  after: Pick<TimedOperation, "workCenter" | "work" | "alternate">,
  later: Operation,
): Overlap | undefined {
  const { transferBatch } = earlier;
  if (transferBatch === undefined || before.transferBatchAboveLot || before.parts > 1) {
    return undefined;
  }
  if (before.workCenter === undefined || after.workCenter === undefined) return undefined;
  const run = (operation: Operation, alternate: number | undefined): Ratio =>
    hoursOf(transferBatch, chosenAt(operation, alternate).run, operation.batch);
  const first = sumOf(run(earlier, before.alternate), before.setupHours);
  // It is cleared away after the last batch.
  const last = sumOf(run(later, after.alternate), later.teardown);
  return {
    firstBatch: minutesFor(first, before.workCenter.efficiency),
    lastBatch: Math.min(after.work, minutesFor(last, after.workCenter.efficiency)),
  };
}
