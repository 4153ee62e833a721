import type { PostingLeg } from "./posting-batch.js";

/** The branches of a step, and at the last step the list. */
type Branches = Map<unknown, Branches | readonly PostingLeg[]>;

/**
 * Lists of legs, each made once for what it is of, and for the columns in which that stands: mostly those of
 * the stocking point before are used again.
 */
export class LegLists {
  readonly #root: Branches = new Map();

  /**
   * @param by - all on which a list depends, the same things in the same order for lists of one kind
   * @param make - makes a list that is not known
   */
  of(by: readonly unknown[], make: () => readonly PostingLeg[]): readonly PostingLeg[] {
    let branches = this.#root;
    const last = by.length - 1;
    for (let n = 0; n < last; n++) {
      let next = branches.get(by[n]) as Branches | undefined;
      if (next === undefined) {
        next = new Map();
        branches.set(by[n], next);
      }
      branches = next;
    }
    let legs = branches.get(by[last]) as readonly PostingLeg[] | undefined;
    if (legs === undefined) {
      legs = make();
      branches.set(by[last], legs);
    }
    return legs;
  }
}
