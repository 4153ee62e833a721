import {
  compareText,
  type Day,
  dayArgument,
  formatDay,
  multiplyRatios,
  ONE,
  optional,
  parseDay,
  parseRatio,
  type Ratio,
  readArgument,
} from "../../core/index.js";
import type { StandardCosts } from "../../finance/index.js";
import { type Plan, replan } from "../../mrp/index.js";
import { type DealStep, dealThreads } from "../demand/index.js";
import { promisesIn } from "../promise/former-promise.js";
import type { PromiseOptions } from "../promise/index.js";
import { readOptions } from "../promise/options-argument.js";
import { refuseNoPlan } from "../promise/refuse-no-plan.js";
import type { ReadRecords } from "../records/index.js";
import { noRateText, rateOn } from "../records/rates.js";
import { readRecordsArgument } from "../records/records-argument.js";
import type { CrmProduct, CrmQuote, CrmQuoteLine } from "../schema/index.js";
import { changedMoney, forOtherUnit, type KnownMoney } from "./changed-money.js";
import { costsArgument } from "./costs-argument.js";
import { listPrice } from "./list-price.js";
import { decimalOf } from "./open-lines.js";
import { demandsOf } from "./order-status.js";
import { dealDemands, type PromisedNow, QuoteDates, type QuoteQuestion } from "./quote-dates.js";
import type { ChangedDate, ChangedFigure, QuoteLineFeedback } from "./quote-line-feedback.js";

/** By what quotes are looked at. */
export interface QuoteFeedbackOptions {
  /** The day: of validity, price lists, rates and orders; the planning start when left out. */
  readonly asOf?: string | undefined;
  /** What things cost now. */
  readonly costs?: StandardCosts | undefined;
  /** By what dates are promised. */
  readonly promise?: PromiseOptions | undefined;
}

/**
 * Tells what has changed since quotes were made: the day and the lead time that could be promised now,
 * the cost and the price now, and whether they still bind.
 *
 * Dates are asked of the plan without what the deal asks of it already, rolled to the day where it starts
 * before that, and change nothing. Quotes that
 * were rejected or superseded, and those of deals that are ordered or lost, are left out.
 *
 * @param plan - the live plan
 * @param records - records that were read
 * @param options - the day, standard costs, and by what dates are promised
 * @returns a row for each line, by quote and line
 * @throws PlanningInputError when the options are wrong, or it is no plan
 *
 * Source: rule X2; K70.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-03-31",
 *   items: [{ id: "bike", leadTime: 12, unitCost: 310 }],
 *   sources: [{ item: "bike", kind: "buy" }],
 * });
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell" }],
 *   products: [{ id: "bike", priceLists: ["2026"] }],
 *   priceLists: [{ id: "2026", prices: [{ product: "bike", price: 520 }] }],
 *   quotes: [
 *     {
 *       ...{ id: "Q1", account: "Bell", version: 1, status: "sent", date: "2025-12-01" },
 *       ...{ validUntil: "2026-01-04", requestedDate: "2026-01-08" },
 *       lines: [
 *         {
 *           ...{ id: "1", product: "bike", quantity: 4, unitPrice: 500, unitCost: 300 },
 *           ...{ leadTimeDays: 7, promisedDate: "2026-01-08" },
 *         },
 *       ],
 *     },
 *   ],
 * });
 * const [line] = quoteFeedback(plan, records, { costs: standardCosts(plan) });
 * line?.state; // => "expired"
 * [line?.date.now, line?.leadTime.change]; // => ["2026-01-17", 5]
 * [line?.cost.change?.toNumber(), line?.price.change?.toNumber()]; // => [10, 20]
 * ```
 */
export function quoteFeedback(
  plan: Plan,
  records: ReadRecords,
  options: QuoteFeedbackOptions = {},
): readonly QuoteLineFeedback[] {
  refuseNoPlan(plan);
  const known = readRecordsArgument(records);
  const read = readArgument(options, {
    asOf: optional(dayArgument),
    costs: optional(costsArgument),
    promise: optional((value: unknown) => value as PromiseOptions, {}),
  });
  const asOf = options.asOf ?? plan.startDate;
  const day = read.asOf ?? parseDay(asOf)!;
  const setting: Setting = { records: known, asOf, day, costs: read.costs };
  const threads = dealThreads(known, { asOf });
  const { last } = readOptions(plan, read.promise);
  const planned = demandsOf(plan, threads.flatMap(dealDemands));
  const asked: QuoteQuestion = Object.assign(askedPlan(plan, asOf, formatDay(last)), {
    ...{ planned, promises: promisesIn(plan), records: known },
  });
  const rows = threads.flatMap((thread) =>
    thread.steps.flatMap(({ list, id, state }) => {
      const shown = list === "quotes" ? SHOWN[state] : undefined;
      const quote = shown && known.quotes.find((one) => one.id === id);
      if (shown === undefined || quote === undefined) return [];
      const dates = new QuoteDates(asked, quote, thread, read.promise);
      const isAccepted = quote.status === "accepted";
      return quote.lines.map((line) =>
        feedbackOf(setting, quote, line, { dates, state: isAccepted ? "accepted" : shown }),
      );
    }),
  );
  return rows.sort((a, b) => compareText(a.quote, b.quote) || compareText(a.line, b.line));
}

/** The plan of which dates are asked: nothing of a quote may begin before the day. */
function askedPlan(
  plan: Plan,
  asOf: string,
  last: string,
): Pick<QuoteQuestion, "plan" | "now" | "ended" | "asOf"> {
  const { startDate, horizonEnd } = plan;
  const ended = compareText(asOf, last) > 0 ? last : null;
  let now: Plan | undefined;
  return {
    ...{ plan, ended, asOf },
    get now() {
      const isOld = asOf > startDate && ended === null;
      now ??= isOld ? replan(plan, { startDate: asOf, horizonEnd }) : plan;
      return now;
    },
  };
}

/** The states in which a quote is still looked at. */
const SHOWN: Partial<Record<DealStep["state"], QuoteLineFeedback["state"]>> = {
  counts: "valid",
  draft: "draft",
  expired: "expired",
};

interface Setting {
  readonly records: ReadRecords;
  readonly asOf: string;
  readonly day: Day;
  readonly costs: StandardCosts | undefined;
}

function feedbackOf(
  setting: Setting,
  quote: CrmQuote,
  line: CrmQuoteLine,
  { dates, state }: { readonly dates: QuoteDates; readonly state: QuoteLineFeedback["state"] },
): QuoteLineFeedback {
  const { records } = setting;
  const product = records.products.find(({ id }) => id === line.product)!;
  const currency = quote.currency ?? records.currency;
  return Object.freeze({
    ...{ quote: quote.id, version: quote.version, line: line.id, product: line.product },
    ...{ customer: quote.account, state, validUntil: quote.validUntil ?? null },
    quantity: decimalOf(line.quantity),
    get date() {
      return changedDate(line.promisedDate ?? null, dates.promised(line.id));
    },
    get leadTime() {
      return changedFigure(line.leadTimeDays ?? null, dates.leadTimeDays(line.id));
    },
    get cost() {
      const item = dates.item(line, product.item ?? product.id);
      const now = costNow(setting, quote, line, { item, product });
      return changedMoney(currency, parseRatio(line.unitCost), now);
    },
    get price() {
      const now = priceNow(setting, quote, line, product);
      return changedMoney(currency, parseRatio(line.unitPrice), now);
    },
    missing: dates.missing(line.id),
  });
}

/** What one of the line's unit costs now, in the currency of the quote. */
function costNow(
  setting: Setting,
  quote: CrmQuote,
  line: CrmQuoteLine,
  { item, product }: { readonly item: string; readonly product: CrmProduct },
): KnownMoney {
  const { costs } = setting;
  if (costs === undefined) return { amount: undefined, missing: ["no costs were given"] };
  const site = line.site ?? product.site;
  const cost = costs.exactCost(item, site);
  if (cost === undefined) return { amount: undefined, missing: costs.unitCost(item, site).missing };
  const unit = line.unit ?? product.unit;
  const units = costs.stockUnits(item, unit);
  if (units === undefined) {
    return { amount: undefined, missing: [`${item} has no unit ${JSON.stringify(unit)}`] };
  }
  return converted(setting, quote, multiplyRatios(cost, units), costs.currency ?? undefined);
}

/** What one of the line's unit costs the customer by list now, in the currency of the quote. */
function priceNow(
  setting: Setting,
  quote: CrmQuote,
  line: CrmQuoteLine,
  product: CrmProduct,
): KnownMoney {
  const { records, asOf, costs } = setting;
  const item = product.item ?? product.id;
  const isOtherUnit = line.unit !== undefined && line.unit !== product.unit;
  const [own, of] = isOtherUnit
    ? [costs?.stockUnits(item, line.unit), costs?.stockUnits(item, product.unit)]
    : [ONE, ONE];
  if (own === undefined || of === undefined) {
    return { amount: undefined, missing: [`${item} has no unit ${JSON.stringify(line.unit)}`] };
  }
  const quantity = forOtherUnit(parseRatio(line.quantity)!, of, own);
  const found = listPrice(records, product, quantity, asOf);
  if (found === undefined) {
    return { amount: undefined, missing: [`${product.id} has no price in its lists`] };
  }
  return converted(setting, quote, forOtherUnit(found.price, of, own), found.currency);
}

function converted(
  { records, day }: Setting,
  quote: CrmQuote,
  amount: Ratio,
  from: string | undefined,
): KnownMoney {
  const to = quote.currency ?? records.currency;
  const rate = rateOn(records.rates, from, to, day);
  if (rate === undefined) return { amount: undefined, missing: [noRateText(from, to, day)] };
  return { amount: multiplyRatios(amount, rate), missing: [] };
}

function changedDate(quoted: string | null, { now, because }: PromisedNow<string>): ChangedDate {
  const days = quoted === null || now === null ? null : parseDay(now)! - parseDay(quoted)!;
  return Object.freeze({ quoted, now, days, because });
}

function changedFigure(
  quoted: number | null,
  { now, because }: PromisedNow<number>,
): ChangedFigure {
  return Object.freeze({
    quoted,
    now,
    change: quoted === null || now === null ? null : now - quoted,
    because,
  });
}
