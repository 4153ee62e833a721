import { type Day, multiplyRatios, parseDay, type Ratio } from "../../core/index.js";
import type { Plan, PlannedOrder, PlanningInput } from "../../mrp/index.js";
import { JobBook } from "./job-book.js";
import type { ReadLedgerOptions } from "./ledger-options.js";
import { type MissingFigure, type MissingFigureReason, missingFigure } from "./missing-figure.js";
import type { Entry } from "./posting.js";

type DemandRow = NonNullable<PlanningInput["demands"]>[number];
type SupplyRow = NonNullable<PlanningInput["supplies"]>[number];

/** A plan while it is posted: what is asked of it, and what was posted so far. */
export class LedgerSetting {
  readonly plan: Plan;
  readonly options: ReadLedgerOptions;
  readonly startDay: Day;
  readonly entries: Entry[] = [];
  readonly missing: MissingFigure[] = [];
  /** What goes into orders and comes of them, as stock was posted. */
  readonly jobs = new JobBook();
  /** What suppliers ask for their work, by order or open supply, as purchases were posted. */
  readonly subcontracted = new Map<string, Ratio>();
  readonly #supplies: ReadonlyMap<string, SupplyRow>;
  readonly #demands: ReadonlyMap<string, DemandRow>;
  #orders: ReadonlyMap<string, PlannedOrder> | undefined;

  constructor(plan: Plan, input: PlanningInput, options: ReadLedgerOptions) {
    this.plan = plan;
    this.options = options;
    this.startDay = parseDay(plan.startDate)!;
    this.#supplies = new Map((input.supplies ?? []).map((row) => [row.id, row]));
    this.#demands = new Map((input.demands ?? []).map((row) => [row.id, row]));
  }

  /** The row of the input that an open supply is. */
  supplyRow(id: string): SupplyRow {
    return this.#supplies.get(id)!;
  }

  /** The row of the input that a demand is. */
  demandRow(id: string): DemandRow {
    return this.#demands.get(id)!;
  }

  /** A planned order. */
  order(id: string): PlannedOrder | undefined {
    this.#orders ??= new Map(Array.from(this.plan.orders, (order) => [order.id, order]));
    return this.#orders.get(id);
  }

  /** A day of the plan, no earlier than its start: nothing can be done before. */
  dayFrom(date: string): Day {
    return Math.max(parseDay(date)!, this.startDay);
  }

  /** An amount in the currency of the ledger, by the rate of a day. */
  inCurrency(amount: Ratio, currency: string | null, on: Day): Ratio | undefined {
    if (amount.num === 0n) return amount;
    const rate = this.options.rates.rateOn(currency, this.options.currency, on);
    return rate && multiplyRatios(amount, rate);
  }

  miss(
    { item, site }: { readonly item: string; readonly site: string },
    reason: MissingFigureReason,
  ) {
    this.missing.push(missingFigure(item, site, reason));
  }
}
