/**
 * A CRM in which deals happen, and beside it a plain count of what each deal is about: by what was
 * done, not by what the records say.
 */
import type { CrmRecordsInput } from "../../../src/index.js";

type Mutable<T> = T extends readonly (infer Row)[]
  ? Mutable<Row>[]
  : T extends object
    ? { -readonly [Field in keyof T]: Mutable<T[Field]> }
    : T;
type Rows<List extends keyof CrmRecordsInput> = Mutable<NonNullable<CrmRecordsInput[List]>>;

/** The records of the CRM, as they are changed. */
export interface CrmStore {
  readonly opportunities: Rows<"opportunities">;
  readonly quotes: Rows<"quotes">;
  readonly orders: Rows<"orders">;
  readonly forecasts: Rows<"forecasts">;
}

/** An order of a deal; quantities are whole tenths. */
export interface HistoryOrder {
  readonly id: string;
  readonly quote: string | null;
  readonly quantity: number;
  shipped: number;
  state: "open" | "over" | "cancelled";
}

/** An offer of a deal: its opportunity, or a quote. */
export interface HistoryOffer {
  readonly id: string;
  readonly kind: "opportunity" | "quote";
  readonly quantity: number;
  readonly percent: number;
  state: "alive" | "accepted" | "dead";
}

/** A deal, by what was done. */
export interface HistoryDeal {
  readonly id: string;
  readonly product: string;
  readonly forecast: string | null;
  readonly offers: HistoryOffer[];
  readonly orders: HistoryOrder[];
}

/** What an independent count of a deal comes to, in tenths. */
export interface DealCount {
  /** What the offer that counts is about, and its probability. */
  readonly offered: number;
  readonly percent: number;
  /** What of its orders is still to come. */
  readonly open: number;
  readonly shipped: number;
  /** What was ordered and will not come. */
  readonly lost: number;
}

/** Counts a deal. */
export function countDeal({ offers, orders }: HistoryDeal): DealCount {
  const sum = (of: (order: HistoryOrder) => number) =>
    orders.reduce((all, order) => all + of(order), 0);
  const shipped = sum((order) => order.shipped);
  const open = sum((order) => (order.state === "open" ? order.quantity - order.shipped : 0));
  const lost = sum((order) => order.quantity) - open - shipped;
  const isOrdered = orders.some(({ state }) => state !== "cancelled");
  const [opportunity] = offers.filter(({ kind }) => kind === "opportunity");
  const isGivenUp = opportunity === undefined ? orders.length > 0 : opportunity.state === "dead";
  const offer =
    offers.findLast(({ state }) => state === "accepted") ??
    offers.findLast(({ kind, state }) => kind === "quote" && state === "alive") ??
    opportunity;
  const counts = isOrdered || isGivenUp ? undefined : offer;
  return {
    ...{ open, shipped, lost },
    offered: counts?.quantity ?? 0,
    percent: counts?.percent ?? 0,
  };
}

/** The days of the test. */
export const today = "2026-03-02";
const yesterday = "2026-03-01";

const text = (tenths: number): string => (tenths / 10).toFixed(1);

/** The forecasts, each of one product. */
export const forecastProducts: Readonly<Record<string, string>> = { "F-a": "a", "F-b": "b" };

/** Deals as they happen, in the records and in the count. */
export class DealHistory {
  readonly deals: HistoryDeal[] = [];
  /** What sales expects by now, in tenths. */
  readonly expected = new Map<string, number>();
  readonly store: CrmStore = { opportunities: [], quotes: [], orders: [], forecasts: [] };
  #count = 0;

  create(quantity: number, percent: number, kind: number): void {
    const id = `D${this.deals.length}`;
    const product = kind % 2 === 0 ? "a" : "b";
    const forecast = kind % 3 === 0 ? null : `F-${product}`;
    const deal: HistoryDeal = { id, product, forecast, offers: [], orders: [] };
    this.deals.push(deal);
    if (kind % 5 === 0) this.quote(deal, quantity, percent);
    else this.#begin(deal, quantity, percent);
  }

  #begin(deal: HistoryDeal, quantity: number, percent: number): void {
    const { id, forecast } = deal;
    const offer = { id, kind: "opportunity", quantity, percent, state: "alive" } as const;
    deal.offers.push({ ...offer });
    this.store.opportunities.push({
      ...{ id, account: "Bell", stage: "talk", status: "open", probability: `${percent}/100` },
      ...{ closeDate: "2026-03-10", lines: [this.#line(deal, quantity)] },
      ...(forecast === null ? {} : { forecast }),
    });
  }

  quote(deal: HistoryDeal, quantity: number, percent: number): void {
    // Without an opportunity nothing says that two quotes are one deal.
    if (this.#opportunity(deal) === undefined && deal.offers.length > 0) return;
    const id = this.#id(deal);
    deal.offers.push({ id, kind: "quote", quantity, percent, state: "alive" });
    const opportunity = this.#opportunity(deal)?.id;
    this.store.quotes.push({
      ...{ id, account: "Bell", version: deal.offers.length, status: "sent", date: yesterday },
      ...{ probability: `${percent}/100`, lines: [this.#line(deal, quantity)] },
      ...(opportunity === undefined ? {} : { opportunity }),
      ...(opportunity === undefined && deal.forecast !== null ? { forecast: deal.forecast } : {}),
    });
  }

  /** A draft is no offer yet. */
  draft(deal: HistoryDeal, quantity: number): void {
    const before = this.store.quotes.length;
    this.quote(deal, quantity, 50);
    if (this.store.quotes.length === before) return;
    deal.offers.pop();
    this.store.quotes.at(-1)!.status = "draft";
  }

  end(deal: HistoryDeal, how: "accepted" | "rejected" | "expired"): void {
    const offer = this.#lastQuote(deal);
    const row = this.store.quotes.find(({ id }) => id === offer?.id);
    if (offer === undefined || row === undefined) return;
    offer.state = how === "accepted" ? "accepted" : "dead";
    if (how === "expired") row.validUntil = yesterday;
    else row.status = how;
  }

  order(deal: HistoryDeal, quantity: number): void {
    const id = this.#id(deal);
    const isTaken = (quote: string) =>
      deal.orders.some((order) => order.quote === quote && order.state !== "cancelled");
    // By a cancelled order nobody tells whether the store calls it over: a quote is ordered once.
    const wasOrdered = (quote: string) => deal.orders.some((order) => order.quote === quote);
    const quote = deal.offers.findLast(
      (one) => one.kind === "quote" && !isTaken(one.id) && !wasOrdered(one.id),
    )?.id;
    const opportunity = this.#opportunity(deal)?.id;
    if (quote === undefined && opportunity === undefined) return;
    deal.orders.push({ id, quote: quote ?? null, quantity, shipped: 0, state: "open" });
    this.store.orders.push({
      ...{ id, account: "Bell", status: "open", date: yesterday },
      ...{ requestedDate: "2026-03-20", lines: [this.#line(deal, quantity)] },
      ...(quote === undefined ? { opportunity: opportunity! } : { quote }),
    });
  }

  ship(deal: HistoryDeal, quantity: number): void {
    const order = deal.orders.findLast(({ state }) => state === "open");
    if (order === undefined) return;
    order.shipped = Math.min(order.quantity, order.shipped + quantity);
    this.#order(order).lines[0]!.shipped = text(order.shipped);
  }

  cancel(deal: HistoryDeal): void {
    const order = deal.orders.findLast(({ state }) => state === "open");
    if (order === undefined) return;
    order.state = order.shipped > 0 ? "over" : "cancelled"; // what was shipped stays a sale
    this.#order(order).status = "cancelled";
  }

  close(deal: HistoryDeal): void {
    const order = deal.orders.findLast(({ state }) => state === "open");
    if (order === undefined) return;
    order.state = "over";
    const row = this.#order(order);
    row.status = "closed";
    row.lines[0]!.shipped = text(order.shipped);
  }

  decide(deal: HistoryDeal, status: "won" | "lost" | "open"): void {
    const opportunity = this.#opportunity(deal);
    if (opportunity === undefined || (status === "won" && deal.orders.length === 0)) return;
    opportunity.status = status;
    deal.offers[0]!.state = status === "open" ? "alive" : "dead";
  }

  expect(n: number, quantity: number): void {
    const id = n % 2 === 0 ? "F-a" : "F-b";
    this.expected.set(id, quantity);
    this.store.forecasts.push({
      ...{ id, product: forecastProducts[id]!, from: "2026-03-01", until: "2026-03-31" },
      ...{
        quantity: text(quantity),
        version: this.store.forecasts.length + 1,
        status: "submitted",
      },
    });
  }

  /** The records, but for links to forecasts that nobody has made yet. */
  records(): CrmRecordsInput {
    const known = new Set(this.store.forecasts.map(({ id }) => id));
    const linked = <Row extends { readonly forecast?: string | undefined }>(rows: Row[]): Row[] =>
      rows.map((row) => {
        const { forecast, ...rest } = row;
        return (forecast !== undefined && known.has(forecast) ? row : rest) as Row;
      });
    return {
      accounts: [{ id: "Bell" }],
      products: [
        { id: "a", decimals: 1 },
        { id: "b", decimals: 1 },
      ],
      opportunities: linked(this.store.opportunities),
      quotes: linked(this.store.quotes),
      orders: this.store.orders,
      forecasts: this.store.forecasts,
    };
  }

  #line({ product }: HistoryDeal, quantity: number) {
    return { id: "1", product, quantity: text(quantity), requestedDate: "2026-03-20" };
  }

  #id({ id }: HistoryDeal): string {
    this.#count += 1;
    return `${id}/${this.#count}`;
  }

  #opportunity({ id }: HistoryDeal) {
    return this.store.opportunities.find((row) => row.id === id);
  }

  #lastQuote(deal: HistoryDeal): HistoryOffer | undefined {
    return deal.offers.findLast(({ kind, state }) => kind === "quote" && state === "alive");
  }

  #order({ id }: HistoryOrder) {
    return this.store.orders.find((row) => row.id === id)!;
  }
}
