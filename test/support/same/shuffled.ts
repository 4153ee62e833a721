import type { PlanningInput } from "../../../src/index.js";

/**
 * The same problem with the rows of every list in another order.
 *
 * @param input - any problem
 * @param seed - which order, a natural number
 */
export function shuffled(input: PlanningInput, seed: number): PlanningInput {
  let state = seed;
  // A linear congruential generator (Numerical Recipes); its high bits are random enough here.
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const shuffle = (thing: unknown): unknown => {
    if (typeof thing !== "object" || thing === null) return thing;
    if (!Array.isArray(thing)) {
      // Price breaks must ascend, and an operation may stand after the one above it.
      return Object.fromEntries(
        Object.entries(thing).map(([field, of]) => [
          field,
          field === "priceBreaks" || field === "operations" ? of : shuffle(of),
        ]),
      );
    }
    const rows = thing.map(shuffle);
    for (let last = rows.length - 1; last > 0; last--) {
      const other = next(last + 1);
      [rows[last], rows[other]] = [rows[other], rows[last]];
    }
    return rows;
  };
  return shuffle(input) as PlanningInput;
}
