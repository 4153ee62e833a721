import type { RolledUpCost } from "../bom/index.js";
import {
  compareText,
  type Day,
  dayArgument,
  formatDay,
  identifier,
  listOf,
  multiplyRatios,
  optional,
  parseDay,
  powerOfTen,
  type Ratio,
  ratioOf,
  ratioToDecimal,
  readArgument,
} from "../core/index.js";
import {
  capacityModel,
  type Plan,
  type PlanningInput,
  planInput,
  planRequirements,
  stockingPoints,
} from "../mrp/index.js";
import { type CostNetwork, costNetwork, keyOfLine, leadOf } from "./cost-network.js";
import { CostRows, keyOfPlace, placeOfKey } from "./cost-rows.js";
import type { CostSetting } from "./cost-setting.js";
import { type CostWay, costWay } from "./cost-way.js";
import { bookOfRates, rateArgument } from "./dated-rate.js";
import { type MissingCost, missingCost } from "./missing-cost.js";
import { rolledCosts } from "./rolled-costs.js";
import type { StandardCostOptions, StandardCosts, UnitCost } from "./unit-cost.js";

/**
 * Finds what a stock unit of each item costs at each site.
 *
 * The cost that an item states (`unitCost`); else, of what is bought, the price of its first source for
 * its costing lot; else, of what is made, its bill rolled up with yield, scrap and fixed lines, the
 * set-up cost of an order over the costing lot, and the hours of its routing × the cost of an hour. What
 * is transferred costs what it costs where it comes from. Co-products bear their shares. Costs are exact
 * and by element; what has no price is named, and with it nothing that it goes into has a cost.
 *
 * @param of - a plan, or the rows of one; rows are checked as `planRequirements` does
 * @param options - the currency, dated rates, and the day on which bills, sources and rates hold
 * @returns costs by item and site
 * @throws PlanningInputError with every mistake of the rows and options
 *
 * Source: rule B9; K70.
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
  const read = readArgument(options, {
    currency: optional(identifier),
    rates: optional(listOf(rateArgument), []),
    asOf: optional(dayArgument),
  });
  const plan = planOf(of);
  const input = planInput(plan);
  const day = read.asOf ?? parseDay(plan.startDate)!;
  const currency = read.currency ?? input.currency ?? null;
  const rates = bookOfRates(read.rates);
  const setting: CostSetting = {
    rows: new CostRows(input),
    day,
    currency,
    routings: new Map(capacityModel(plan).routings.map((routing) => [routing.id, routing])),
    withoutRate: new Set(),
    inCurrency: (amount, from = input.currency) => {
      if (amount.num === 0n) return amount;
      const rate = rates.rateOn(from, currency, day);
      return rate && multiplyRatios(amount, rate);
    },
  };
  return new PlaceCosts(setting, costNetwork(setting, stockingPoints(plan)));
}

/** Rows without what moves are soon planned, and then known to be sound. */
function planOf(of: Plan | PlanningInput): Plan {
  const given: object = Object(of);
  if (Symbol.for("orlicky.plan") in given) return of as Plan;
  const { stock, supplies, demands, allocations, reservations, ...lasting } =
    given as PlanningInput;
  return planRequirements(lasting);
}

interface PlaceCost {
  readonly way: CostWay;
  readonly rolled: RolledUpCost;
}

/** Costs by place, their faces made when they are read. */
class PlaceCosts implements StandardCosts {
  readonly currency: string | null;
  readonly asOf: string;
  readonly #setting: CostSetting;
  readonly #network: CostNetwork;
  readonly #rolled: ReadonlyMap<string, RolledUpCost>;
  readonly #isKnown = new Map<string, boolean>();
  readonly #others = new Map<string, PlaceCost>();

  constructor(setting: CostSetting, network: CostNetwork) {
    this.currency = setting.currency;
    this.asOf = formatDay(setting.day as Day);
    this.#setting = setting;
    this.#network = network;
    this.#rolled = rolledCosts(network);
  }

  unitCost(item: string, site?: string): UnitCost {
    const place = { item, site: this.#siteOf(site) };
    const key = keyOfPlace(item, place.site);
    const { way, rolled } = this.#costOf(key);
    const missingCosts = this.#missingOf(key);
    const isKnown = missingCosts.length === 0;
    return Object.freeze({
      ...place,
      origin: way.origin,
      cost: isKnown ? ratioToDecimal(exactOf(rolled)) : null,
      currency: this.currency,
      elements: isKnown ? rolled.rolledUp : null,
      own: rolled.own,
      costingLot: ratioToDecimal(way.lot),
      missing: Object.freeze(missingCosts.map(({ text }) => text)),
      missingCosts: Object.freeze(missingCosts),
    });
  }

  exactCost(item: string, site?: string): Ratio | undefined {
    const key = keyOfPlace(item, this.#siteOf(site));
    return this.#knows(key) ? exactOf(this.#costOf(key).rolled) : undefined;
  }

  stockUnits(item: string, unit: string | undefined): Ratio | undefined {
    return this.#setting.rows.stockUnits(item, unit);
  }

  get missing(): readonly MissingCost[] {
    const keys = [...this.#network.keys()].sort(compareText);
    return Object.freeze(keys.flatMap((key) => this.#ownMissing(key)));
  }

  get withoutRate(): readonly string[] {
    return Object.freeze([...this.#setting.withoutRate].sort(compareText));
  }

  #siteOf(site: string | undefined): string {
    const { sites } = this.#setting.rows;
    return site ?? (sites.length === 1 ? sites[0]! : "");
  }

  /** What a place costs by itself and with all below; one of which no row speaks is asked for alone. */
  #costOf(key: string): PlaceCost {
    const way = this.#network.get(key);
    if (way !== undefined) return { way, rolled: this.#rolled.get(key)! };
    let other = this.#others.get(key);
    if (other === undefined) {
      const alone = costWay(this.#setting, placeOfKey(key));
      other = { way: alone, rolled: rolledCosts(new Map([[key, alone]])).get(key)! };
      this.#others.set(key, other);
    }
    return other;
  }

  /** Whether nothing is missing here and below; asked without walking twice. */
  #knows(first: string): boolean {
    const open = [first];
    for (let key = open.at(-1); key !== undefined; key = open.at(-1)) {
      const below = this.#below(key);
      const next = below.filter((other) => !this.#isKnown.has(other));
      if (this.#isKnown.has(key) || next.length === 0) {
        const isKnown = this.#ownMissing(key).length === 0;
        this.#isKnown.set(key, isKnown && below.every((other) => this.#isKnown.get(other)));
        open.pop();
      } else open.push(...next);
    }
    return this.#isKnown.get(first)!;
  }

  #missingOf(first: string): readonly MissingCost[] {
    if (this.#knows(first)) return [];
    const found: MissingCost[] = [];
    const seen = new Set([first]);
    for (const key of seen) {
      found.push(...this.#ownMissing(key));
      for (const other of this.#below(key)) if (!this.#knows(other)) seen.add(other);
    }
    return found;
  }

  #ownMissing(key: string): readonly MissingCost[] {
    const { item, site } = placeOfKey(key);
    return this.#costOf(key).way.missing.map((reason) => missingCost(item, site, reason));
  }

  #below(key: string): readonly string[] {
    const { lines } = this.#costOf(key).way;
    return lines.map(({ place }) => (place.site === "" ? leadOf(place.item) : keyOfLine(place)));
  }
}

function exactOf({ rolledUp }: RolledUpCost): Ratio {
  return ratioOfText(rolledUp.total.ratio);
}

/** The ratio of an exact text, however long that is. */
function ratioOfText(text: string): Ratio {
  const [num = "", den] = text.split("/");
  if (den !== undefined) return ratioOf(BigInt(num), BigInt(den));
  const [whole = "", fraction = ""] = num.split(".");
  return ratioOf(BigInt(`${whole}${fraction}`), powerOfTen(fraction.length));
}
