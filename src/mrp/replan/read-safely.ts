import { PlanningInputError } from "../../core/index.js";
import { readOnce } from "../input/read-once.js";
import type { PlanChanges } from "./plan-changes.js";

/**
 * Does something with changes; where they fail while they are read (getters, proxies), with a copy of
 * which each field is read once.
 *
 * @throws PlanningInputError with every field that cannot be read
 */
export function readSafely<Result>(
  changes: PlanChanges,
  use: (changes: PlanChanges) => Result,
): Result {
  try {
    return use(changes);
  } catch (error) {
    if (error instanceof PlanningInputError) throw error;
    const copy = readOnce(changes);
    return use(copy as PlanChanges);
  }
}
