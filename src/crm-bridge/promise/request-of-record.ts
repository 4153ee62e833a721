import {
  dayArgument,
  type Issue,
  identifier,
  oneOf,
  optional,
  PlanningInputError,
  readArgument,
  showValue,
} from "../../core/index.js";
import type { Plan } from "../../mrp/index.js";
import { joinDeals } from "../demand/deal-records.js";
import type { DealRecords } from "../demand/deal-standing.js";
import type { CrmDemand } from "../demand/index.js";
import { demandId } from "../demand/need.js";
import { variantId } from "../demand/variants.js";
import type { ReadRecords } from "../records/index.js";
import { readRecordsArgument } from "../records/records-argument.js";
import type { CrmOrderName, CrmQuote, QuoteName } from "../schema/index.js";
import { crmDemandArgument } from "./crm-demand-argument.js";
import { isAskedBy, isOrderOf, promisesIn } from "./former-promise.js";
import { notInForecast, type TakenLine } from "./not-in-forecast.js";
import type { DeliveryKind, PromiseRequest } from "./promise-request.js";
import { refuseNoPlan } from "./refuse-no-plan.js";
import { type AskingRecord, given, isEnded, requestedLines } from "./requested-lines.js";

/** How a record becomes a request. */
export interface RecordRequestOptions {
  /** The id of the request; that of the record when left out. */
  readonly id?: string | undefined;
  /** How it may be delivered; as the order says, `whole` when left out. */
  readonly delivery?: DeliveryKind | undefined;
  /** Wanted of lines of which neither they nor their record state a day. */
  readonly requestedDate?: string | undefined;
  /**
   * The demand that the plan was made with: its rows for the deal are those in the place of which the
   * request stands, and say where customised lines are planned; its units are those of the lines.
   */
  readonly demand?: Pick<CrmDemand, "demands" | "account" | "items" | "units"> | undefined;
  /** The plan that is to be asked: what it holds as promised to the deal is taken the place of, too. */
  readonly plan?: Plan | undefined;
}

/**
 * Makes a request of a quote: its lines at the places of their products, for the days on which they are
 * wanted, with the class and the turn of the customer, in the place of what its deal asks of the plan.
 *
 * @param records - records that were read
 * @param quote - the id of a quote
 * @param options - the plan that is to be asked, and the demand it was made with; another id, another kind of
 * delivery
 * @returns what `promiseDelivery` asks for
 * @throws PlanningInputError (`unknownId`) when the records have no such quote; (`missingField`) when no day
 * is stated for a line; (`contradiction`) when nothing is to come of it, or its deal is ordered already
 *
 * Source: rule X2; K66.
 *
 * @example
 * ```ts
 * const records = readCrmRecords({
 *   currency: "EUR",
 *   accounts: [{ id: "Bell", customerClass: "A" }],
 *   products: [{ id: "bike", item: "B-1", site: "north" }],
 *   quotes: [
 *     {
 *       ...{ id: "Q", account: "Bell", version: 1, status: "sent", date: "2026-01-02" },
 *       ...{ requestedDate: "2026-01-09" },
 *       lines: [{ id: "1", product: "bike", quantity: 4, unitPrice: 500 }],
 *     },
 *   ],
 * });
 * const { customerClass, lines } = requestOfQuote(records, "Q");
 * customerClass; // => "A"
 * lines.map(({ item, site, requestedDate }) => `${item} at ${site} on ${requestedDate}`);
 * // => ["B-1 at north on 2026-01-09"]
 * ```
 */
export function requestOfQuote(
  records: ReadRecords,
  quote: QuoteName,
  options: RecordRequestOptions = {},
): PromiseRequest {
  const read = readRecordsArgument(records);
  const { quote: wanted } = readArgument({ quote }, { quote: identifier });
  const record = read.quotes.find(({ id }) => id === wanted);
  if (record === undefined) return refuse("unknownId", ["quote"], noRecord("quote", quote), quote);
  return requestOf(read, { list: "quotes", record }, options);
}

/**
 * Makes a request of an order: what is not shipped of its lines, as for a quote; it is as urgent as the
 * most urgent of them, and is delivered as the order says.
 *
 * @param records - records that were read
 * @param order - the id of an order
 * @param options - the plan that is to be asked, and the demand it was made with; another id, another kind of
 * delivery
 * @returns what `promiseDelivery` asks for
 * @throws PlanningInputError (`unknownId`) when the records have no such order; (`missingField`) when no day
 * is stated for a line; (`contradiction`) when nothing is to come of it
 *
 * Source: rule X2; K66.
 *
 * @example
 * ```ts
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell" }],
 *   products: [{ id: "bike" }],
 *   orders: [
 *     {
 *       ...{ id: "A", account: "Bell", status: "open", date: "2026-01-02", delivery: "partial" },
 *       lines: [
 *         { id: "1", product: "bike", quantity: 4, shipped: 1, requestedDate: "2026-01-09" },
 *       ],
 *     },
 *   ],
 * });
 * const { delivery, lines } = requestOfOrder(records, "A");
 * `${delivery}: ${lines[0]?.quantity}`; // => "partial: 3"
 * ```
 */
export function requestOfOrder(
  records: ReadRecords,
  order: CrmOrderName,
  options: RecordRequestOptions = {},
): PromiseRequest {
  const read = readRecordsArgument(records);
  const { order: wanted } = readArgument({ order }, { order: identifier });
  const record = read.orders.find(({ id }) => id === wanted);
  if (record === undefined) return refuse("unknownId", ["order"], noRecord("order", order), order);
  return requestOf(read, { list: "orders", record }, options);
}

function requestOf(
  records: ReadRecords,
  asking: AskingRecord,
  options: RecordRequestOptions,
): PromiseRequest {
  const read = readArgument(options, {
    id: optional(identifier),
    delivery: optional(oneOf("whole", "partial", "shipTogether", "fillOrCancel")),
    requestedDate: optional(dayArgument),
    demand: optional(crmDemandArgument),
    plan: (value) => value as Plan | undefined,
  });
  const { demand, plan } = read;
  if (plan !== undefined) refuseNoPlan(plan);
  const { list, record } = asking;
  const deal = dealOf(records, asking);
  if (list === "quotes") refuseOrdered(records, record, deal);
  const ofDeal = linesOf(asking, deal, demand?.account ?? []);
  const inPlaceOf = [
    ...ofDeal.flatMap(({ demands }) => demands),
    ...(plan === undefined ? [] : promisedTo(plan, asking, deal)),
  ];
  const variants = new Set(demand?.items);
  const issues: Issue[] = [];
  const lines = requestedLines(
    records,
    asking,
    {
      places: new Map(demand?.demands.map((row) => [row.id, row])),
      itemOf: ({ options = {} }, item) => {
        const variant = variantId(item, options);
        return variants.has(variant) ? variant : item;
      },
      requestedDate: options.requestedDate,
      containsOf: (product, unit) =>
        demand?.units.find((one) => one.product === product && one.unit === unit)?.contains,
      notInForecast: notInForecast(records, asking, ofDeal),
    },
    issues,
  );
  if (issues.length > 0) throw new PlanningInputError(issues);
  if (lines.length === 0) {
    const place = (records[list] as readonly object[]).indexOf(record);
    const [field, why] = isEnded(asking)
      ? ["status", `, since it is ${record.status}`]
      : ["lines", ""];
    const message = `Nothing of ${showValue(record.id)} is to come${why}: there is nothing to ask for.`;
    return refuse("contradiction", ["records", list, place, field], message, record.id);
  }
  const said = list === "orders" ? record.delivery : undefined;
  return {
    id: read.id ?? record.id,
    record: { list, id: record.id },
    ...customerOf(records, asking),
    delivery: read.delivery ?? said ?? "whole",
    ...(demand === undefined && plan === undefined ? {} : { inPlaceOf }),
    lines,
  };
}

/** Who asks, and in which turn. */
export function customerOf({ accounts }: Pick<ReadRecords, "accounts">, asking: AskingRecord) {
  const { record, list } = asking;
  const account = accounts.find(({ id }) => id === record.account);
  const turns =
    list === "orders"
      ? record.lines.flatMap(({ priority = account?.priority }) => priority ?? [])
      : [];
  const priority = turns.length === 0 ? account?.priority : Math.min(...turns);
  const customer: string = record.account;
  return { customer, ...given({ customerClass: account?.customerClass, priority }) };
}

type AccountLine = TakenLine & { readonly demands: readonly string[] };

/** The deal that a record is part of. */
function dealOf(records: ReadRecords, { list, record }: AskingRecord): DealRecords {
  return joinDeals(records).find((one) =>
    (one[list] as readonly { readonly id: string }[]).some(({ id }) => id === record.id),
  )!;
}

/** Orders take the place of the whole deal (K62): beside them it would be asked for a second time. */
function refuseOrdered(records: ReadRecords, quote: CrmQuote, { orders }: DealRecords): void {
  const open = orders.filter(({ status }) => status === "open");
  const live = open.length > 0 ? open : orders.filter(({ status }) => status === "closed");
  if (live.length === 0) return;
  const ids = live.map(({ id }) => id);
  const advice =
    open.length === 0
      ? "Nothing of it is to come."
      : `Ask for the ${open.length === 1 ? "order" : "orders"} instead.`;
  const message = `The deal of quote ${showValue(quote.id)} is ordered already, by ${ids.map(showValue).join(", ")}. ${advice}`;
  const path = ["records", "quotes", records.quotes.indexOf(quote)];
  const issue = { code: "contradiction", path, message, id: quote.id, orders: ids };
  throw new PlanningInputError([issue]);
}

/** What became of the lines of the record, and of the quotes and opportunities of its deal. */
function linesOf(
  { list, record }: AskingRecord,
  deal: DealRecords,
  account: readonly AccountLine[],
): AccountLine[] {
  const key = (name: string, id: string) => demandId(name, id);
  const own = new Set([
    key(list, record.id),
    ...deal.opportunities.map(({ id }) => key("opportunities", id)),
    ...deal.quotes.map(({ id }) => key("quotes", id)),
  ]);
  return account.filter((row) => own.has(key(row.record.list, row.record.id)));
}

/** The demands of what the plan holds as promised to the record, or to a quote of its deal. */
function promisedTo(plan: Plan, { list, record }: AskingRecord, { quotes }: DealRecords): string[] {
  return promisesIn(plan)
    .filter(
      (promise) =>
        quotes.some(({ id }) => isAskedBy(promise, { list: "quotes", id })) ||
        (list === "orders" && isOrderOf(promise, record)),
    )
    .map(({ demand }) => demand);
}

function noRecord(what: string, id: unknown): string {
  return `The ${what} ${showValue(id)} is none of the records. Correct the id.`;
}

function refuse(code: Issue["code"], path: Issue["path"], message: string, id: unknown): never {
  throw new PlanningInputError([{ code, path, message, id }]);
}
