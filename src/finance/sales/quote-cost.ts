import {
  type Decimal,
  divideRatios,
  type ExactNumber,
  formatRatio,
  PlanningInputError,
  type Ratio,
  ratioToDecimal,
  showValue,
} from "../../core/index.js";
import { type Plan, planInput } from "../../mrp/index.js";
import {
  type Ledger,
  type LedgerAccount,
  type LedgerOptions,
  ledgerDifference,
} from "../ledger/index.js";
import { KnownIds } from "../ledger/known-ids.js";
import { readLedgerOptions } from "../ledger/ledger-options.js";
import { ledgerOf } from "../ledger/plan-ledger.js";
import {
  facesOf,
  figuresOf,
  type QuoteCostLine,
  type QuoteFigures,
  type QuoteSetting,
  sumOfFigures,
} from "./quote-figures.js";
import { type QuoteCostOptions, type ReadLine, readQuote } from "./quote-options.js";
import { type PlannedQuote, plannedQuote } from "./quote-trial.js";

/** What a plan has more in money with a quote than without: nothing of lines that are due after the horizon. */
export interface QuoteTrial {
  /** The plan with it; the one asked stays as it is. */
  readonly plan: Plan;
  /** All that is posted more, to be grouped and looked into. */
  readonly ledger: Ledger;
  /** The sum of what is posted more, by account; those of which nothing is are left out. */
  readonly accounts: Readonly<Partial<Record<LedgerAccount, Decimal>>>;
}

/** What a quote costs and brings: its lines by standard, their sum, and a trial in the plan. */
export interface QuoteCost extends QuoteFigures {
  readonly currency: string | null;
  /** In the order in which they were given. */
  readonly lines: readonly QuoteCostLine[];
  /** Worked out when it is first read. */
  readonly trial: QuoteTrial;
}

/**
 * Tells what a quote costs: the standard cost of its lines, element by element, with the margin that prices
 * leave, and as a trial what the plan with it has more in money.
 *
 * Standard cost spreads set-up over costing lots and takes nothing from stock; the trial says what would
 * be bought, made and paid in fact, on which day. A line that is due after the horizon says so in `missing`,
 * since the trial has nothing of it. The plan stays as it is.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - lines, and what a ledger takes; prices of lines go before those of `sales`
 * @returns figures of each line and of all; `null` where something is not known
 * @throws PlanningInputError with every mistake of the arguments
 *
 * Source: rules F, X2, law 19; K70, K82.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-03-31",
 *   currency: "EUR",
 *   items: [
 *     { id: "cart", leadTime: 5, setupCost: 30, minimumOrder: 20 },
 *     { id: "wheel", leadTime: 7, onHand: 60 },
 *   ],
 *   sources: [{ item: "wheel", kind: "buy", price: 3 }],
 *   boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }] }],
 * });
 * const quote = quoteCost(plan, {
 *   costs: standardCosts(plan),
 *   lines: [{ item: "cart", quantity: 20, due: "2026-02-06", price: 18 }],
 * });
 * `${quote.revenue} − ${quote.cost} = ${quote.margin}, ${quote.marginPercent} %`; // => "360 − 270 = 90, 25 %"
 * quote.trial.accounts.cashOut?.toString(); // => "60"
 * ```
 */
export function quoteCost(plan: Plan, options: QuoteCostOptions): QuoteCost {
  const input = planInput(plan);
  const quote = readQuote(options);
  const known = new KnownIds([input], quote.customer);
  const { costs, currency, rates, sales } = readLedgerOptions(input, quote.ledger, known);
  const planned = plannedQuote(plan, quote);
  const prices = quote.lines.map((line, n) =>
    priceOf(line, n, costs.stockUnits(line.item, line.unit)),
  );
  const setting: QuoteSetting = {
    ...{ costs, rates, currency, startDate: plan.startDate, horizonEnd: planned.plan.horizonEnd },
    priceCurrency: sales?.currency ?? currency,
    on: sales?.on ?? "due",
  };
  const figures = planned.demands.map((demand, n) =>
    figuresOf(setting, demand, prices[n] ?? sales?.itemPrices.get(demand.item)),
  );
  let trial: QuoteTrial | undefined;
  return Object.freeze({
    currency,
    ...facesOf(sumOfFigures(figures)),
    lines: Object.freeze(
      planned.demands.map(({ item, site, segment, due, quantity }, n) => {
        const exact = costs.exactCost(item, site);
        return Object.freeze({
          ...{ line: quote.lines[n]!.id, item, site, segment, due, quantity },
          unitCost: exact === undefined ? null : ratioToDecimal(exact),
          ...facesOf(figures[n]!),
          missing: figures[n]!.missing.join("; ") || null,
        });
      }),
    ),
    get trial() {
      trial ??= trialOf(plan, planned, quote.ledger, prices);
      return trial;
    },
  });
}

/** The price of a stock unit. */
function priceOf(
  { price, unit }: ReadLine,
  n: number,
  units: Ratio | undefined,
): Ratio | undefined {
  if (price === undefined || units !== undefined) return price && divideRatios(price, units!);
  const message = `The costs do not know the unit ${showValue(unit)} of the item. Give the price of a stock unit.`;
  throw new PlanningInputError([{ code: "unknownId", path: ["lines", n, "unit"], message }]);
}

function trialOf(
  plan: Plan,
  planned: PlannedQuote,
  given: LedgerOptions,
  prices: readonly (Ratio | undefined)[],
): QuoteTrial {
  const own: [string, ExactNumber][] = planned.demands.flatMap(({ id }, n) => {
    const price = prices[n];
    return price === undefined ? [] : [[id, formatRatio(price)]];
  });
  const demandPrices = { ...given.sales?.demandPrices, ...Object.fromEntries(own) };
  const options = { ...given, sales: { ...given.sales, demandPrices } };
  // What only the plan with the quote has, its prices and its customer, is known to both.
  const [before, after] = [planInput(plan), planInput(planned.plan)];
  const read = readLedgerOptions(after, options);
  const ledger = ledgerDifference(
    ledgerOf(plan, before, read),
    ledgerOf(planned.plan, after, read),
  );
  const accounts = ledger
    .group({ by: ["account"] })
    .map(({ account, amount }) => [account, amount] as const);
  return Object.freeze({
    ...{ plan: planned.plan, ledger },
    accounts: Object.freeze(Object.fromEntries(accounts)),
  });
}
