import type { Day, Ratio } from "../../core/index.js";
import type { Routing } from "../../routing/index.js";
import type { BillNeeds } from "./bill-needs.js";
import type { ByProductValues } from "./by-product.js";
import type { CostRows } from "./cost-rows.js";

/** By what costs are found: the rows, the day, the currency. */
export interface CostSetting {
  readonly rows: CostRows;
  /** What orders take by the bills of the day. */
  readonly needs: BillNeeds;
  readonly day: Day;
  readonly currency: string | null;
  /** Routings by id, compiled. */
  readonly routings: ReadonlyMap<string, Routing>;
  /** Takes the id of a work centre that states no cost of an hour. */
  readonly withoutRate: Set<string>;
  /** What a by-product is worth; `undefined` of what is none. */
  readonly byProduct: ByProductValues;
  /**
   * An amount in the currency of the costs; `undefined` where no rate gives it.
   *
   * @param from - its currency; that of the input when left out
   */
  readonly inCurrency: (amount: Ratio, from: string | undefined) => Ratio | undefined;
}
