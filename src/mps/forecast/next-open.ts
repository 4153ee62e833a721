/** Places 0 to n − 1 that are closed one by one; finds the next one that is open. */
export interface OpenPlaces {
  /** The first open place from one on; n when there is none. */
  readonly from: (place: number) => number;
  readonly close: (place: number) => void;
}

/**
 * Makes n open places.
 *
 * Closed ones are skipped by path halving, so that many orders over much consumed forecast take
 * nearly linear time together.
 */
export function openPlaces(n: number): OpenPlaces {
  /** A place not before the next open one; itself while it is open. */
  const next = Int32Array.from({ length: n + 1 }, (_, place) => place);
  return {
    from(place) {
      let at = place;
      while (next[at] !== at) {
        next[at] = next[next[at]!]!;
        at = next[at]!;
      }
      return at;
    },
    close(place) {
      next[place] = place + 1;
    },
  };
}
