import {
  dayArgument,
  type Fields,
  type Issue,
  identifier,
  listOf,
  multiplyRatios,
  optional,
  parseDay,
  type Read,
  readArgument,
  refuseMistakes,
} from "../../core/index.js";
import {
  capacityModel,
  type Plan,
  type PlanningInput,
  planInput,
  planRequirements,
  stockingPoints,
} from "../../mrp/index.js";
import { bookOfRates, ratesArgument } from "../money/dated-rate.js";
import { BillNeeds } from "./bill-needs.js";
import { byProductArgument, byProductValues } from "./by-product.js";
import { costNetwork, placesOf } from "./cost-network.js";
import { type CostPlace, CostRows } from "./cost-rows.js";
import type { CostSetting } from "./cost-setting.js";
import { PlaceCosts } from "./place-costs.js";
import type { StandardCostOptions, StandardCosts } from "./unit-cost.js";

/**
 * Finds what a stock unit of each item costs at each site.
 *
 * The cost that an item states (`unitCost`); else, of what is bought, the price of its first source for
 * its costing lot; else, of what is made, its bill rolled up with yield, scrap and fixed lines, the
 * set-up cost of an order over the costing lot, and the hours of its routing × the cost of an hour. What
 * is transferred costs what it costs where it comes from. Phantoms are passed through: an order of their
 * parent takes their lines, fixed ones once. Co-products bear their shares; what by-products
 * are worth (`byProducts`) is taken off the cost of what they come with. Costs are exact and by element; what has no price is named, and with it nothing that it goes into has a cost.
 *
 * @param of - a plan, or the rows of one; rows are checked as `planRequirements` does
 * @param options - the currency, dated rates, the day on which bills, sources and rates hold, and what
 * by-products are worth
 * @returns costs by item and site
 * @throws PlanningInputError with every mistake of the rows and options
 *
 * Source: rule B9; K70; Horngren, Datar & Rajan, *Cost Accounting*, "accounting for byproducts",
 * production method.
 *
 * @example
 * ```ts
 * const costs = standardCosts({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   items: [
 *     { id: "cart", setupCost: 30, minimumOrder: 20 },
 *     { id: "wheel" },
 *     { id: "board", unitCost: 8 },
 *     { id: "bell" },
 *   ],
 *   sources: [{ item: "wheel", kind: "buy", price: 3, priceBreaks: [{ from: 100, price: 2.5 }] }],
 *   boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }, { item: "board", quantity: 1.5 }] }],
 * });
 * const { cost, elements } = costs.unitCost("cart");
 * `${cost} = ${elements?.material.ratio} + ${elements?.setup.ratio}`; // => "25.5 = 24 + 1.5"
 * costs.missing.map(({ text }) => text); // => ["bell at main has no price"]
 * ```
 */
export function standardCosts(
  of: Plan | PlanningInput,
  options: StandardCostOptions = {},
): StandardCosts {
  return costedPlaces(of, readArgument(options, standardCostFields)).costs;
}

/** How the options are read. */
export const standardCostFields = {
  currency: optional(identifier),
  rates: optional(ratesArgument, []),
  asOf: optional(dayArgument),
  byProducts: optional(listOf(byProductArgument), []),
} satisfies Fields;

/** Costs, with the rows that they were found in and every place that has one, or lacks it. */
export interface CostedPlaces {
  readonly costs: StandardCosts;
  readonly rows: CostRows;
  readonly places: () => readonly CostPlace[];
}

/**
 * Finds costs by options that were read.
 *
 * @throws PlanningInputError with every mistake of the rows, and of what does not fit them
 */
export function costedPlaces(
  of: Plan | PlanningInput,
  read: Read<typeof standardCostFields>,
): CostedPlaces {
  const plan = planOf(of);
  const input = planInput(plan);
  const day = read.asOf ?? parseDay(plan.startDate)!;
  const currency = read.currency ?? input.currency ?? null;
  const rates = bookOfRates(read.rates);
  const rows = new CostRows(input);
  const issues: Issue[] = [];
  const byProduct = byProductValues(read.byProducts, { input, rows, rates, currency, day }, issues);
  refuseMistakes(issues);
  const setting: CostSetting = {
    rows,
    needs: new BillNeeds(rows, day),
    day,
    byProduct,
    currency,
    routings: new Map(capacityModel(plan).routings.map((routing) => [routing.id, routing])),
    withoutRate: new Set(),
    inCurrency: (amount, from = input.currency) => {
      if (amount.num === 0n) return amount;
      const rate = rates.rateOn(from, currency, day);
      return rate && multiplyRatios(amount, rate);
    },
  };
  const network = costNetwork(setting, stockingPoints(plan));
  return {
    costs: new PlaceCosts(setting, network),
    rows,
    places: () => placesOf(network),
  };
}

/** Rows without what moves are soon planned, and then known to be sound. */
function planOf(of: Plan | PlanningInput): Plan {
  const given: object = Object(of);
  let lasting: PlanningInput;
  try {
    if (Symbol.for("orlicky.plan") in given) return of as Plan;
    const { stock, supplies, demands, allocations, reservations, ...rest } = given as PlanningInput;
    lasting = rest;
  } catch {
    // What fails when it is read is named where an input is read.
    lasting = of as PlanningInput;
  }
  return planRequirements(lasting);
}
