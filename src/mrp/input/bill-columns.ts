/** Numbers below this are exact, and so are wide products of them. */
export const LARGEST_FACTOR = 2 ** 52;

/** Bills and their lines as columns, in the order of their rows. */
export interface BillColumns {
  readonly count: number;
  readonly item: Int32Array;
  readonly site: Int32Array;
  /** The lines of bill b are start[b] … start[b + 1] − 1. */
  readonly start: Int32Array;
  /** 1: all lines hold for every order on every day, with nothing but a ratio that fits two numbers. */
  readonly isPlain: Uint8Array;
  /** The component of each line. */
  readonly component: Int32Array;
  /** The ratio of each line of a plain bill, stock units per stock unit. */
  readonly num: Float64Array;
  readonly den: Float64Array;
}
