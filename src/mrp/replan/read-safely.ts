import { PlanningInputError } from "../../core/index.js";
import { readOnce } from "../input/read-once.js";

/**
 * Does something with changes or other arguments; where they fail while they are read (getters,
 * proxies), with a copy of which each field is read once.
 *
 * @param given - changes, or arguments by their names, with which paths begin
 * @param use - says the same each time that it is asked
 *
 * @throws PlanningInputError with every field that cannot be read
 */
export function readSafely<Given, Result>(given: Given, use: (given: Given) => Result): Result {
  try {
    return use(given);
  } catch (error) {
    if (error instanceof PlanningInputError) throw error;
    const copy = readOnce(given);
    return use(copy as Given);
  }
}
