import type { Day, Ratio } from "../core/index.js";
import type { Routing } from "../routing/index.js";
import type { CostRows } from "./cost-rows.js";

/** By what costs are found: the rows, the day, the currency. */
export interface CostSetting {
  readonly rows: CostRows;
  readonly day: Day;
  readonly currency: string | null;
  /** Routings by id, compiled. */
  readonly routings: ReadonlyMap<string, Routing>;
  /** Takes the id of a work centre that states no cost of an hour. */
  readonly withoutRate: Set<string>;
  /**
   * An amount in the currency of the costs; `undefined` where no rate gives it.
   *
   * @param from - its currency; that of the input when left out
   */
  readonly inCurrency: (amount: Ratio, from: string | undefined) => Ratio | undefined;
}
