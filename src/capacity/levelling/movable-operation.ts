import type { Minute } from "../../core/index.js";
import { near } from "../signed-ratio.js";
import type { JobPlace, LevelJob } from "./level-job.js";
import type { JobOperation, LevelState } from "./level-state.js";
import type { RemedyLimit } from "./leveled-load.js";
import type { CellNumber } from "./load-cells.js";
import type { MoveTrial } from "./move-trial.js";

/** Other places that fit, and the bucket in which the operation is then. */
export interface FittingMove {
  readonly trial: MoveTrial;
  readonly bucket: number;
}

/** An operation in an overload that may be moved to another bucket, with its order. */
export interface MovableOperation {
  readonly of: LevelJob;
  readonly place: JobPlace;
  /** Its order does not begin before. */
  readonly earliest: Minute;
  /** The one that is overloaded. */
  readonly bucket: number;
  /** The nearest bucket before one, or after one, that might have room for it; −1 for none. */
  roomBefore(bucket: number): number;
  roomAfter(bucket: number): number;
}

/** What is to be known of an operation to move it, or why it may not be moved. */
export function movableOperation(
  state: LevelState,
  { job, operation }: JobOperation,
  cell: CellNumber,
): MovableOperation | RemedyLimit {
  const of = state.job(job);
  if (of.isFrozen) return "frozen";
  if (of.isVain) return "material";
  const { cells } = state;
  const place = state.place(job)!;
  const hours = near(place.operations[operation]!.load);
  const bucket = cells.bucket(cell);
  return {
    of,
    place,
    earliest: state.earliest(job, (other) => state.place(other)),
    bucket,
    roomBefore: (other) => cells.roomBefore(cell - bucket + other, hours),
    roomAfter: (other) => cells.roomAfter(cell - bucket + other, hours),
  };
}
