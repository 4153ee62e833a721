import type { CostElements } from "../../bom/index.js";
import type { Decimal, Ratio } from "../../core/index.js";
import type { DatedRate } from "../money/dated-rate.js";
import type { ByProductValue } from "./by-product.js";
import type { CostOrigin } from "./cost-origin.js";
import type { MissingCost } from "./missing-cost.js";
import type { CostParts } from "./work-cost.js";

/** How standard costs are found. */
export interface StandardCostOptions {
  /** The currency of the costs; that of the input when left out. */
  readonly currency?: string | undefined;
  readonly rates?: readonly DatedRate[] | undefined;
  /** The day on which bills, sources and rates hold; the planning start when left out. */
  readonly asOf?: string | undefined;
  /** What comes with other items, and is taken off their cost; nothing when left out. */
  readonly byProducts?: readonly ByProductValue[] | undefined;
}

/** What one stock unit of an item costs at a site. */
export interface UnitCost {
  readonly item: string;
  readonly site: string;
  /** `null`: nothing says. */
  readonly origin: CostOrigin | null;
  /** All of it; `null` where anything is missing. */
  readonly cost: Decimal | null;
  readonly currency: string | null;
  /** By what it is spent on, with everything below; `null` where anything is missing. */
  readonly elements: CostElements | null;
  /** What this level adds, as far as that is known. */
  readonly own: CostElements | null;
  /** Over how many good units what is spent once an order is spread. */
  readonly costingLot: Decimal;
  /** What is missing, here and below, in words. */
  readonly missing: readonly string[];
  readonly missingCosts: readonly MissingCost[];
}

/** Standard costs by item and site. */
export interface StandardCosts {
  readonly currency: string | null;
  readonly asOf: string;
  /**
   * What a stock unit costs.
   *
   * @param item - the id of an item
   * @param site - may be left out with one site
   * @throws PlanningInputError when one of them is no id, as the functions below do
   */
  unitCost(item: string, site?: string): UnitCost;
  /** The same exactly; `undefined` where anything is missing. */
  exactCost(item: string, site?: string): Ratio | undefined;
  /**
   * Of what the exact cost consists on its own level; `undefined` where that is not known: of what states a
   * cost, is bought, or comes with something else. Costs that are kept as data do not say.
   */
  exactParts?(item: string, site?: string): CostParts | undefined;
  /** Stock units in one of a unit of an item; `undefined` where nothing says. */
  stockUnits(item: string, unit: string | undefined): Ratio | undefined;
  /** Everything that is missing anywhere, by item and site. */
  readonly missing: readonly MissingCost[];
  /** Work centres without a `costPerHour`, by id: their hours cost nothing here. */
  readonly withoutRate: readonly string[];
}
