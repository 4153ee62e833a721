import { PENALTY_KEYS, type ReadPenalty } from "./late-penalty.js";

/** Of what a demand is, as far as penalties ask for it. */
export type PenaltyPlace = Readonly<Record<(typeof PENALTY_KEYS)[number], string | null>>;

/** Penalties that name the same keys, by what they name. */
interface Shelf {
  readonly keys: readonly (typeof PENALTY_KEYS)[number][];
  /** The place of the first penalty in the list, by the names of those keys. */
  readonly firsts: ReadonlyMap<string, number>;
}

/** Finds the first penalty for a demand soon, however many there are. */
export class PenaltyBook {
  readonly #penalties: readonly ReadPenalty[];
  readonly #shelves: readonly Shelf[];

  constructor(penalties: readonly ReadPenalty[]) {
    const shelves = new Map<string, Shelf & { readonly firsts: Map<string, number> }>();
    for (const [n, penalty] of penalties.entries()) {
      const keys = PENALTY_KEYS.filter((key) => penalty[key] !== undefined);
      const shelf = shelves.get(keys.join()) ?? { keys, firsts: new Map<string, number>() };
      shelves.set(keys.join(), shelf);
      const name = nameOf(keys, penalty);
      if (!shelf.firsts.has(name)) shelf.firsts.set(name, n);
    }
    this.#penalties = penalties;
    this.#shelves = [...shelves.values()];
  }

  /** The first penalty in the list that is for it; `undefined`: none is. */
  find(place: PenaltyPlace): ReadPenalty | undefined {
    let first = Number.POSITIVE_INFINITY;
    for (const { keys, firsts } of this.#shelves) {
      const found = firsts.get(nameOf(keys, place));
      if (found !== undefined && found < first) first = found;
    }
    return this.#penalties[first];
  }
}

/** A name is only told from others of the same keys. */
function nameOf(
  keys: Shelf["keys"],
  of: Readonly<Record<Shelf["keys"][number], string | null | undefined>>,
): string {
  const [first, second] = keys;
  if (first === undefined) return "";
  // Nothing is named by a text that is no name: those are not empty.
  return second === undefined ? (of[first] ?? "") : JSON.stringify(keys.map((key) => of[key]));
}
