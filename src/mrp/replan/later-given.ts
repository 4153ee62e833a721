import type { Problem } from "../input/problem.js";
import type { GivenInput, PlanState } from "../plan/plan-state.js";
import { changedInput } from "./changed-input.js";
import { type ColumnList, withoutColumns } from "./columns-as-rows.js";
import type { PlanChanges } from "./plan-changes.js";

/** The lists that changes touch: where they were given as columns, they are rows from then on. */
export function columnListsOf(changes: PlanChanges): ColumnList[] {
  const lists = ["demands", "supplies", "stock"] as const;
  const isBooked = (changes.bookings ?? []).length > 0;
  return lists.filter((list) => isBooked || changes[list] !== undefined);
}

/** Inputs that are worked out when they are asked for, with the changes that lead to them. */
const LATER = new WeakMap<() => GivenInput, Later>();

interface Later {
  readonly from: () => GivenInput;
  readonly changes: PlanChanges;
}

/**
 * The changed input of a plan, made when it is first asked for.
 *
 * @param problem - the one of the first plan: it has the columns of all, and those of plans in between
 * would be kept by what is kept here
 */
export function laterGiven(
  { given: from }: PlanState,
  problem: Problem,
  changes: PlanChanges,
): () => GivenInput {
  let made: GivenInput | undefined;
  const given = (): GivenInput => {
    if (made === undefined) {
      // Step by step: plans may follow one another by the thousand.
      const steps: PlanChanges[] = [];
      let first: () => GivenInput = given;
      for (let later = LATER.get(first); later !== undefined; later = LATER.get(first)) {
        steps.push(later.changes);
        first = later.from;
      }
      made = steps.reduceRight((before, step) => {
        const { input, columns } = withoutColumns(before, problem, columnListsOf(step));
        return { input: changedInput(input, step).input, columns };
      }, first());
      LATER.delete(given);
    }
    return made;
  };
  LATER.set(given, { from, changes });
  return given;
}
