import type { Modifiers, PriceList } from "../input/problem.js";

/** Where planned orders of a stocking point come from. */
export interface MovementSource {
  /** `null` where it has none. */
  readonly id: string | null;
  readonly kind: "make" | "buy" | "transfer" | "subcontract";
  readonly supplier: string | null;
  /** The site that ships a transfer; the site of the stock from which a subcontractor draws. */
  readonly from: string | null;
  /** `null` where it states none; of a list the last break that the start quantity reaches counts (K50). */
  readonly prices: PriceList | null;
  /** What an order of it may start, in counts (L0). */
  readonly modifiers: Pick<Modifiers, "minimum" | "multiple" | "maximum">;
}
