import type { PlanState } from "../plan/plan-state.js";
import type { NeedColumns, SupplyColumns } from "./peg-columns.js";
import { originOf } from "./peg-origin.js";

/** What of a need makes its name. */
export interface NeedRef {
  readonly kind: number;
  readonly row: number;
  /** The stocking point from which it comes. */
  readonly from: number;
  readonly day: number;
}

/** What of a supply makes its name. */
export interface SupplyRef {
  readonly kind: number;
  readonly row: number;
  /** The stocking point of its order. */
  readonly from: number;
  readonly day: number;
  /** Of all equal orders together. */
  readonly quantity: number;
}

/** A need, to be named later. */
export function needRef(state: PlanState, needs: NeedColumns, need: number): NeedRef {
  return {
    kind: needs.kind[need]!,
    row: needs.row[need]!,
    from: originOf(state, needs, need),
    day: needs.day[need]!,
  };
}

/** A supply, to be named later. */
export function supplyRef(supplies: SupplyColumns, supply: number): SupplyRef {
  return {
    kind: supplies.kind[supply]!,
    row: supplies.row[supply]!,
    from: supplies.from[supply]!,
    day: supplies.day[supply]!,
    quantity: supplies.quantity[supply]!,
  };
}
