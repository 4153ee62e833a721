import { MINUTES_A_DAY } from "../../core/index.js";
import type { JobPlace } from "./level-job.js";
import type { JobOperation, LevelState } from "./level-state.js";
import type { RemedyLimit } from "./leveled-load.js";
import type { CellNumber } from "./load-cells.js";
import { type FittingMove, movableOperation } from "./movable-operation.js";
import { MoveTrial } from "./move-trial.js";
import { pulledTo } from "./shift-job.js";

/** Does a whole order earlier, so that an operation ends in the nearest earlier bucket with room. */
export function pullAhead(
  state: LevelState,
  one: JobOperation,
  cell: CellNumber,
): FittingMove | RemedyLimit {
  const movable = movableOperation(state, one, cell);
  if (typeof movable === "string") return movable;
  const { of, place, earliest, bucket } = movable;
  const { job, operation } = one;
  const { cells } = state;
  const { starts } = cells.buckets;
  const endOf = (at: JobPlace) => at.dates[operation]!.end;
  let found: JobPlace | undefined = place;
  for (let to = movable.roomBefore(bucket); to >= 0; to = movable.roomBefore(to)) {
    found = pulledTo(of, found, endOf, starts[to + 1]! * MINUTES_A_DAY, earliest);
    if (found === undefined) {
      return earliest > starts[0]! * MINUTES_A_DAY ? "material" : "planningStart";
    }
    if (cells.buckets.at(endOf(found) - 1) !== to) continue;
    const trial = new MoveTrial(state, job, found);
    if (trial.fits(cell) === "fits") return { trial, bucket: to };
  }
  return bucket === 0 ? "planningStart" : "noRoom";
}
