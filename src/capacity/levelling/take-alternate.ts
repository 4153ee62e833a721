import { timedOperations } from "../../routing/index.js";
import { placedBy } from "./level-job.js";
import type { JobOperation, LevelState } from "./level-state.js";
import type { RemedyLimit } from "./leveled-load.js";
import type { CellNumber } from "./load-cells.js";
import { MoveTrial } from "./move-trial.js";
import { unlessNever } from "./shift-job.js";

/** Does an operation at the first of its alternates that has room, the order being due as before. */
export function takeAlternate(
  state: LevelState,
  { job, operation }: JobOperation,
  cell: CellNumber,
): MoveTrial | RemedyLimit {
  const of = state.job(job);
  const place = state.place(job)!;
  const { routing, startQuantity, remaining } = of.work!;
  const { operation: row, alternate: taken } = place.operations[operation]!;
  const choices = [...routing.operations[row]!.alternates.keys()].filter((n) => n !== taken);
  if (choices.length === 0) return "noAlternate";
  if (of.isFrozen) return "frozen";
  const earliest = state.earliest(job, (other) => state.place(other));
  for (const choice of choices) {
    const alternates = new Map([...place.alternates, [row, choice]]);
    const operations = timedOperations(routing, startQuantity, { remaining, alternates });
    const before = { ...place, operations, alternates };
    const found = unlessNever(() => placedBy(of, before, place.delivery));
    if (found === undefined || found.start < earliest) continue;
    const trial = new MoveTrial(state, job, found);
    if (trial.fits(cell) === "fits") return trial;
  }
  return "noRoom";
}
