/** One peg, or a rest of a supply. */
export interface SpecialPeg {
  readonly need: number;
  readonly supply: number;
  readonly quantity: number;
}

/** What is still to be pegged of needs and supplies. */
export interface Open {
  /** By need. */
  readonly needed: Float64Array;
  /** By supply. */
  readonly left: Float64Array;
  readonly pegs: SpecialPeg[];
}

/** Pegs part of a need to a supply. */
export function peg(open: Open, need: number, supply: number, quantity: number): void {
  open.pegs.push({ need, supply, quantity });
  open.needed[need]! -= quantity;
  open.left[supply]! -= quantity;
}
