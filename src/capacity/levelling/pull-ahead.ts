import { MINUTES_A_DAY } from "../../core/index.js";
import { near } from "./exact-sum.js";
import type { JobPlace } from "./level-job.js";
import type { JobOperation, LevelState } from "./level-state.js";
import type { RemedyLimit } from "./leveled-load.js";
import type { CellNumber } from "./load-cells.js";
import { MoveTrial } from "./move-trial.js";
import { pulledTo } from "./shift-job.js";

/** Other places that fit, and the bucket in which the operation is then. */
export interface FittingMove {
  readonly trial: MoveTrial;
  readonly bucket: number;
}

/** Does a whole order earlier, so that an operation ends in the nearest earlier bucket with room. */
export function pullAhead(
  state: LevelState,
  { job, operation }: JobOperation,
  cell: CellNumber,
): FittingMove | RemedyLimit {
  const of = state.job(job);
  if (of.isFrozen) return "frozen";
  if (of.isVain) return "material";
  const { cells } = state;
  const { starts } = cells.buckets;
  const place = state.place(job)!;
  const hours = near(place.operations[operation]!.load);
  const earliest = state.earliest(job, (other) => state.place(other));
  const bucket = cells.bucket(cell);
  const endOf = (at: JobPlace) => at.dates[operation]!.end;
  let found: JobPlace | undefined = place;
  for (let to = bucket - 1; to >= 0; to--) {
    if (!cells.mayHold(cell - bucket + to, hours)) continue;
    found = pulledTo(of, found, endOf, starts[to + 1]! * MINUTES_A_DAY, earliest);
    if (found === undefined) {
      return earliest > starts[0]! * MINUTES_A_DAY ? "material" : "planningStart";
    }
    if (cells.buckets.at(endOf(found) - 1) !== to) continue;
    const trial = new MoveTrial(state);
    trial.set(job, found);
    if (trial.fits(cell) === "fits") return { trial, bucket: to };
  }
  return bucket === 0 ? "planningStart" : "noRoom";
}
