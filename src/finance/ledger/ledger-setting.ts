import {
  addRatios,
  type Day,
  multiplyRatios,
  powerOfTen,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import {
  type CapacityModel,
  capacityModel,
  type Plan,
  type PlanMovements,
  type PlanningInput,
  realMovements,
  type StockingPoint,
} from "../../mrp/index.js";
import { type Factor, FactorBook } from "./factor.js";
import type { ReadLedgerOptions } from "./ledger-options.js";
import { type MissingFigure, type MissingFigureReason, missingFigure } from "./missing-figure.js";

/** A stocking point, and the family of its item, by which its postings can be grouped. */
export interface LedgerPoint extends StockingPoint {
  readonly family: string | null;
}

/** What the postings of a plan are made from: what moves, what it costs, and what is asked of it. */
export class LedgerSetting {
  readonly plan: Plan;
  readonly input: PlanningInput;
  readonly options: ReadLedgerOptions;
  readonly movements: PlanMovements;
  readonly model: CapacityModel;
  readonly startDay: Day;
  readonly factors = new FactorBook();
  readonly points: readonly LedgerPoint[];
  /** By stocking point: what a count of its item costs; `undefined` where nobody knows. */
  readonly costs: readonly (Factor | undefined)[];
  /** 1 in the currency of the plan in that of the ledger; `undefined` where no rate says. */
  readonly planRate: Ratio | undefined;
  readonly #missing = new Map<string, MissingFigure>();

  constructor(plan: Plan, input: PlanningInput, options: ReadLedgerOptions) {
    this.plan = plan;
    this.input = input;
    this.options = options;
    this.movements = realMovements(plan);
    this.model = capacityModel(plan);
    this.startDay = this.movements.startDay;
    const { pointCount } = this.movements;
    const families = new Map((input.items ?? []).map(({ id, family }) => [id, family ?? null]));
    this.points = Array.from({ length: pointCount }, (_, n) => {
      const { item, site, segment, lowLevelCode } = this.movements.point(n);
      return { item, site, segment, lowLevelCode, family: families.get(item) ?? null };
    });
    this.costs = this.#findCosts();
    const { rates, currency } = options;
    this.planRate = rates.rateOn(input.currency, currency, options.asOf);
  }

  /** What a count is worth, when a stock unit of the point's item is worth so much. */
  factorOf(point: number, ofUnit: Ratio): Factor {
    return this.factors.of(this.#ofCount(point, ofUnit));
  }

  /** Of a ratio in lowest terms, for a stock unit; many items are counted in these. */
  #ofCount(point: number, ofUnit: Ratio): Ratio {
    const decimals = this.movements.decimals(point);
    return decimals === 0 ? ofUnit : ratioOf(ofUnit.num, ofUnit.den * powerOfTen(decimals));
  }

  /** An amount in the currency of the plan in that of the ledger. */
  inCurrency(amount: Ratio): Ratio | undefined {
    if (amount.num === 0n) return amount;
    return this.planRate && times(amount, this.planRate);
  }

  /** Notes that something of a place is not known. */
  miss(
    { item, site }: { readonly item: string; readonly site: string },
    reason: MissingFigureReason,
  ): void {
    const key = JSON.stringify([item, site, reason]);
    if (!this.#missing.has(key)) this.#missing.set(key, missingFigure(item, site, reason));
  }

  get missed(): Iterable<MissingFigure> {
    return this.#missing.values();
  }

  #findCosts(): readonly (Factor | undefined)[] {
    const { costs } = this.options;
    const found = this.points.map(({ item, site }, n) => {
      const cost = costs.exactCost(item, site);
      if (cost === undefined) this.miss({ item, site }, "standardCost");
      return cost && this.#ofCount(n, cost);
    });
    for (const cost of found) if (cost !== undefined) this.factors.expect(cost);
    return found.map((cost) => cost && this.factors.of(cost));
  }
}

/** A product in lowest terms; most are with 1. */
export function times(a: Ratio, b: Ratio): Ratio {
  return b.num === b.den ? a : multiplyRatios(a, b);
}

/** One ratio less another. */
export function differenceOf(a: Ratio, b: Ratio): Ratio {
  return addRatios(a, { num: -b.num, den: b.den });
}
