import type { RolledUpCost } from "../../bom/index.js";
import { compareText, type Day, formatDay, type Ratio, ratioToDecimal } from "../../core/index.js";
import { type CostNetwork, keyOfLine, leadOf } from "./cost-network.js";
import { costParts } from "./cost-parts.js";
import { checkCostPlace } from "./cost-place-argument.js";
import { keyOfPlace, placeOfKey } from "./cost-rows.js";
import type { CostSetting } from "./cost-setting.js";
import { type CostWay, costWay } from "./cost-way.js";
import { ExactTotals } from "./exact-totals.js";
import { type MissingCost, missingCost } from "./missing-cost.js";
import { rolledCosts } from "./rolled-costs.js";
import type { StandardCosts, UnitCost } from "./unit-cost.js";
import type { CostParts } from "./work-cost.js";

interface PlaceCost {
  readonly way: CostWay;
  /** All of it, exactly; what is missing counts as 0. */
  readonly cost: Ratio;
  readonly making: Ratio;
  /** By element, with all below; made when it is read. */
  readonly rolled: RolledUpCost;
}

/** Costs by place, their faces made when they are read. */
export class PlaceCosts implements StandardCosts {
  readonly currency: string | null;
  readonly asOf: string;
  readonly #setting: CostSetting;
  readonly #network: CostNetwork;
  readonly #totals: ExactTotals;
  readonly #isKnown = new Map<string, boolean>();
  /** By site and item, without a name to be made for both. */
  readonly #exact = new Map<string, Map<string, Ratio>>();
  readonly #parts = new Map<string, CostParts>();
  readonly #others = new Map<string, PlaceCost>();
  #rolled: ReadonlyMap<string, RolledUpCost> | undefined;

  constructor(setting: CostSetting, network: CostNetwork) {
    this.currency = setting.currency;
    this.asOf = formatDay(setting.day as Day);
    this.#setting = setting;
    this.#network = network;
    this.#totals = new ExactTotals(network);
  }

  unitCost(item: string, site?: string): UnitCost {
    checkCostPlace(item, "site", site);
    const place = { item, site: this.#siteOf(site) };
    const key = keyOfPlace(item, place.site);
    const of = this.#costOf(key);
    const missingCosts = this.#missingOf(key);
    const isKnown = missingCosts.length === 0;
    return Object.freeze({
      ...place,
      origin: of.way.origin,
      cost: isKnown ? ratioToDecimal(of.cost) : null,
      currency: this.currency,
      get elements() {
        return isKnown ? of.rolled.rolledUp : null;
      },
      get own() {
        return of.rolled.own;
      },
      costingLot: ratioToDecimal(of.way.lot),
      missing: Object.freeze(missingCosts.map(({ text }) => text)),
      missingCosts: Object.freeze(missingCosts),
    });
  }

  exactCost(item: string, site?: string): Ratio | undefined {
    checkCostPlace(item, "site", site);
    const at = this.#siteOf(site);
    const found = this.#exact.get(at)?.get(item);
    if (found !== undefined) return found;
    const key = keyOfPlace(item, at);
    if (!this.#knows(key)) return undefined;
    const { cost } = this.#costOf(key);
    const ofSite = this.#exact.get(at) ?? new Map<string, Ratio>();
    this.#exact.set(at, ofSite.set(item, cost));
    return cost;
  }

  exactParts(item: string, site?: string): CostParts | undefined {
    checkCostPlace(item, "site", site);
    const place = { item, site: this.#siteOf(site) };
    const key = keyOfPlace(item, place.site);
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const { way, making } = this.#costOf(key);
    const isMade = way.origin === "made" || way.origin === "subcontracted";
    if (!isMade || !this.#knows(key)) return undefined;
    const parts = costParts(this.#setting, place, way, making);
    this.#parts.set(key, parts);
    return parts;
  }

  stockUnits(item: string, unit: string | undefined): Ratio | undefined {
    checkCostPlace(item, "unit", unit);
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

  /** By what an item gets its cost at a place; one of which no row speaks is asked for alone. */
  #wayOf(key: string): CostWay {
    return this.#network.get(key) ?? this.#otherOf(key).way;
  }

  #costOf(key: string): PlaceCost {
    const way = this.#network.get(key);
    if (way === undefined) return this.#otherOf(key);
    const rolledAt = (): RolledUpCost => {
      this.#rolled ??= rolledCosts(this.#network);
      return this.#rolled.get(key)!;
    };
    return placeCost(key, way, this.#totals, rolledAt);
  }

  #otherOf(key: string): PlaceCost {
    let other = this.#others.get(key);
    if (other === undefined) {
      const way = costWay(this.#setting, placeOfKey(key));
      const alone: CostNetwork = new Map([[key, way]]);
      other = placeCost(key, way, new ExactTotals(alone), () => rolledCosts(alone).get(key)!);
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
        const isKnown = this.#wayOf(key).missing.length === 0;
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
    return this.#wayOf(key).missing.map((reason) => missingCost(item, site, reason));
  }

  #below(key: string): readonly string[] {
    const { lines } = this.#wayOf(key);
    return lines.map(({ place }) => (place.site === "" ? leadOf(place.item) : keyOfLine(place)));
  }
}

/** A cost of which each part is worked out when it is read. */
function placeCost(
  key: string,
  way: CostWay,
  totals: ExactTotals,
  rolledAt: () => RolledUpCost,
): PlaceCost {
  return {
    way,
    get cost() {
      return totals.cost(key);
    },
    get making() {
      return totals.making(key);
    },
    get rolled() {
      return rolledAt();
    },
  };
}
