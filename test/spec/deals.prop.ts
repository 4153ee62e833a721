import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  type CrmDemand,
  type CrmRecordsInput,
  Decimal,
  type DemandPolicy,
  dealThreads,
  demandFromCrm,
  type PlanningRow,
  planRequirements,
  readCrmRecords,
} from "../../src/index.js";
import {
  countDeal,
  DealHistory,
  forecastProducts,
  type HistoryDeal,
  today,
} from "../support/crm/deal-history.js";
import { crmRecords, demandPolicy } from "../support/random/crm-records.js";
import { patience, runs } from "../support/runs.js";

/** Each case asks for much: a history is looked at after each of its 25 steps. */
const some = Math.ceil(runs / 4);

const policy: DemandPolicy = {
  asOf: today,
  deals: { use: "threshold", above: "1/2" },
  needDate: { from: "requested" },
  forecast: { prefer: "submitted" },
  pipeline: "linked",
  contractRest: "none",
  credit: "promised",
};
const expected: DemandPolicy = { ...policy, deals: { use: "expected" } };

/** What can happen to a deal; quantities in tenths. */
const acts = {
  quote: (history, deal, quantity, percent) => history.quote(deal, quantity, percent),
  draft: (history, deal, quantity) => history.draft(deal, quantity),
  accept: (history, deal) => history.end(deal, "accepted"),
  reject: (history, deal) => history.end(deal, "rejected"),
  expire: (history, deal) => history.end(deal, "expired"),
  order: (history, deal, quantity) => history.order(deal, quantity),
  ship: (history, deal, quantity) => history.ship(deal, quantity),
  cancel: (history, deal) => history.cancel(deal),
  close: (history, deal) => history.close(deal),
  win: (history, deal) => history.decide(deal, "won"),
  lose: (history, deal) => history.decide(deal, "lost"),
  reopen: (history, deal) => history.decide(deal, "open"),
} as const satisfies Readonly<
  Record<
    string,
    (history: DealHistory, deal: HistoryDeal, quantity: number, percent: number) => void
  >
>;

const hasOffer = ({ offers }: HistoryDeal): boolean =>
  offers.some(({ kind, state }) => kind === "quote" && state === "alive");
const hasOrder = ({ orders }: HistoryDeal): boolean => orders.some(({ state }) => state === "open");

/** To which deals something can happen; to any, where it does not stand here. */
const fits: Readonly<Record<string, (deal: HistoryDeal) => boolean>> = {
  ...{ accept: hasOffer, reject: hasOffer, expire: hasOffer },
  ...{ ship: hasOrder, cancel: hasOrder, close: hasOrder },
};

/** One thing that happens; after it the law must hold. */
class Happening implements fc.Command<DealHistory, object> {
  constructor(
    readonly act: keyof typeof acts | "create" | "expect",
    readonly which: number,
    readonly quantity: number,
    readonly percent: number,
  ) {}

  check(history: Readonly<DealHistory>): boolean {
    return history.deals.some(fits[this.act] ?? (() => true));
  }

  run(history: DealHistory): void {
    const { act, which, quantity, percent } = this;
    const deals = history.deals.filter(fits[act] ?? (() => true));
    const deal = deals[which % Math.max(1, deals.length)];
    if (act === "create") history.create(quantity, percent, which);
    else if (act === "expect") history.expect(which, quantity * 4);
    else if (deal !== undefined) acts[act](history, deal, quantity, percent);
    expectEachDealOnce(history);
  }

  toString(): string {
    return `${this.act} ${this.which} ${this.quantity} ${this.percent}`;
  }
}

const happening = (...names: readonly Happening["act"][]) =>
  fc
    .tuple(fc.constantFrom(...names), fc.nat(11), fc.integer({ min: 1, max: 60 }), fc.nat(100))
    .map(([act, which, quantity, percent]) => new Happening(act, which, quantity, percent));

const happenings = fc.commands(
  [
    happening("create", "expect"),
    happening("quote", "draft", "accept", "reject", "expire"),
    happening("order"),
    happening("ship"),
    happening("cancel", "close"),
    happening("win", "lose", "reopen"),
  ],
  { maxCommands: 25, size: "max" },
);

const tenths = (value: Decimal | string | number): number =>
  new Decimal(value).times(10).toNumber();

/** The records of a deal have ids that begin with its own. */
const dealOf = (record: string): string => record.split("/")[0] ?? "";

interface Counted {
  open: number;
  shipped: number;
  lost: number;
}

/** What the answer says of a deal, in tenths. */
function answered({ demands, account }: CrmDemand): Map<string, Counted> {
  const deals = new Map<string, Counted>();
  const of = (record: unknown): Counted => {
    const id = dealOf(`${record}`);
    const counted = deals.get(id) ?? { open: 0, shipped: 0, lost: 0 };
    deals.set(id, counted);
    return counted;
  };
  for (const { quantity, shipped = 0, attributes } of demands) {
    if (attributes?.crmList === "forecasts") continue;
    of(attributes?.crmRecord).open += tenths(quantity) - tenths(shipped);
  }
  for (const { record, quantity, counted, shipped } of account) {
    if (record.list !== "orders") continue;
    of(record.id).shipped += tenths(shipped);
    of(record.id).lost += tenths(quantity) - tenths(counted) - tenths(shipped);
  }
  return deals;
}

/** The law of the thread, against the count of what was done. */
function expectEachDealOnce(history: DealHistory): void {
  const records = readCrmRecords(history.records());
  const answer = demandFromCrm(records, policy);
  expect(answer.issues).toEqual([]);
  const counts = answered(answer);
  for (const deal of history.deals) {
    const { open, shipped, lost, offered, percent } = countDeal(deal);
    const wanted = percent > 50 ? offered : 0;
    const none = { open: 0, shipped: 0, lost: 0 };
    expect({ deal: deal.id, ...(counts.get(deal.id) ?? none) }).toEqual({
      ...{ deal: deal.id, open: open + wanted, shipped, lost },
    });
  }
  expectForecastsTaken(history, answer);
  expectExpectedToAddUp(history, demandFromCrm(records, expected));
}

/** Of a forecast is taken what deals that name it ask, down to nothing, and the rest is left. */
function expectForecastsTaken(history: DealHistory, { demands, forecasts }: CrmDemand): void {
  const left = new Map<unknown, number>();
  for (const { quantity, attributes } of demands) {
    if (attributes?.crmList === "forecasts") left.set(attributes.crmRecord, tenths(quantity));
  }
  for (const [forecast, quantity] of history.expected) {
    const asked = history.deals
      .filter((deal) => deal.forecast === forecast)
      .map((deal) => ({ ...countDeal(deal) }))
      .reduce((sum, one) => sum + one.open + one.shipped + (one.percent > 50 ? one.offered : 0), 0);
    expect([forecast, left.get(forecast) ?? 0]).toEqual([forecast, Math.max(0, quantity - asked)]);
  }
  for (const row of forecasts) {
    expect(row.taken.plus(row.left)).toEqual(row.quantity.plus(row.uplift));
  }
}

/** Probability × quantity, summed over the deals of a product, is demand to the last decimal. */
function expectExpectedToAddUp(history: DealHistory, { demands }: CrmDemand): void {
  for (const product of Object.values(forecastProducts)) {
    const hundredths = history.deals
      .filter((deal) => deal.product === product)
      .map(countDeal)
      .reduce((sum, { offered, percent }) => sum + offered * percent, 0);
    const counted = demands
      .filter(
        ({ item, kind, consumption }) =>
          item === product && kind === "forecast" && consumption !== undefined,
      )
      .reduce((sum, { quantity }) => sum + tenths(quantity), 0);
    expect([product, counted]).toEqual([product, Math.ceil(hundredths / 100)]);
  }
}

/** The same records, every list of rows and lines the other way round. */
function reversedRecords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedRecords).reverse();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [field, reversedRecords(one)]),
  );
}

/** The names of all lines of records that hold a quantity. */
function linesOf(input: CrmRecordsInput): string[] {
  const { opportunities = [], quotes = [], orders = [], contracts = [], forecasts = [] } = input;
  const { campaigns = [], returns = [], serviceNeeds = [] } = input;
  const withLines = { opportunities, quotes, orders, contracts };
  const without = { campaigns, returns, serviceNeeds };
  return [
    ...Object.entries(withLines).flatMap(([list, rows]) =>
      rows.flatMap(({ id, lines }) => lines.map((line) => `${list} ${id} ${line.id}`)),
    ),
    ...contracts.flatMap(({ id, callOffs = [] }) =>
      callOffs.map((one) => `callOffs ${id} ${one.id}`),
    ),
    ...forecasts.map(({ id, version, status }) => `forecasts ${id} [${version},"${status}"]`),
    ...Object.entries(without).flatMap(([list, rows]) =>
      rows.map(({ id }) => `${list} ${id} null`),
    ),
  ].sort();
}

const sumOf = (values: readonly (Decimal | string | number)[]): Decimal =>
  values.reduce<Decimal>((sum, value) => sum.plus(value), new Decimal(0));

/** What of a demand is still to come. */
const openOf = ({ quantity, shipped = 0 }: PlanningRow<"demands">): Decimal =>
  Decimal.max(0, new Decimal(quantity).minus(shipped));

/** The plan of what was made of records. */
function planOf({ demands, supplies, items, boms, sources }: CrmDemand) {
  return planRequirements({
    startDate: today,
    horizonEnd: "2026-12-31",
    conventions: { pastForecastDays: 60 },
    units: [{ id: "kg", decimals: 6 }],
    items: [
      ...[
        { id: "desk", decimals: 2 },
        { id: "b", unit: "kg" },
        { id: "c", decimals: 0 },
      ],
      ...[{ id: "screw" }, { id: "oak top" }, { id: "ash top" }],
      ...items,
    ],
    ...{ demands, supplies, boms, sources },
  });
}

/** A policy that chooses among the deals that there are. */
function choosing(input: CrmRecordsInput, one: DemandPolicy): DemandPolicy {
  const { asOf } = one;
  const known = dealThreads(readCrmRecords(input), { asOf }).map(({ id }) => id);
  const chosen = <Use extends DemandPolicy["quotes"]>(use: Use): Use =>
    use?.use === "chosen" ? { ...use, deals: use.deals.filter((id) => known.includes(id)) } : use;
  return { ...one, deals: chosen(one.deals), quotes: chosen(one.quotes) };
}

const cases = fc
  .tuple(crmRecords, demandPolicy)
  .map(([input, one]) => [input, choosing(input, one)] as const);

const answers = cases.map(([input, one]) => {
  return { input, policy: one, answer: demandFromCrm(readCrmRecords(input), one) };
});

describe("Deals on their way from opportunity to shipment", () => {
  test.prop([happenings], { numRuns: some })(
    "X1: whatever happens to a deal, what is demand, shipped and lost of it is what was done, never twice and never lost",
    (commands) => {
      const history = new DealHistory();
      history.create(30, 80, 1);
      fc.modelRun(() => ({ model: history, real: {} }), commands);
    },
    patience,
  );
});

describe("From CRM records to demand", () => {
  test.prop([answers], { numRuns: some })(
    "X1: every line of every record stands once in the account, counts for no more than it says, and what counts adds up to the demand",
    ({ input, answer }) => {
      expect(answer.issues).toEqual([]);
      const { account } = answer;
      expect(
        account.map(({ record: { list, id, line } }) => `${list} ${id} ${line}`).sort(),
      ).toEqual(linesOf(input));
      const ups = new Map(answer.forecasts.map(({ forecast, uplift }) => [forecast, uplift]));
      for (const { record, counted, quantity } of account) {
        const uplift = record.list === "forecasts" ? ups.get(record.id) : undefined;
        expect(counted.lte(quantity.plus(uplift ?? 0))).toBe(true);
      }
      const isReturn = (list: string) => list === "returns";
      const counted = account
        .filter(({ record }) => !isReturn(record.list))
        .map((row) => row.counted);
      expect(sumOf(counted)).toEqual(sumOf(answer.demands.map(openOf)));
      const made = account.flatMap((row) => row.demands).sort();
      const rows = [...answer.demands, ...answer.supplies].map(({ id }) => id);
      expect(made).toEqual(rows.sort());
    },
    patience,
  );

  test.prop([answers], { numRuns: some })(
    "X1: of a deal only the records count at which it stands, and an order of it leaves nothing to its offers",
    ({ input, answer: { account } }) => {
      for (const thread of dealThreads(readCrmRecords(input), { asOf: today })) {
        const counting = account
          .filter(({ record: { list, id } }) =>
            thread.steps.some((one) => one.list === list && one.id === id),
          )
          .filter(({ counted }) => counted.gt(0))
          .map(({ record: { list, id } }) => ({ list, id }));
        for (const record of counting) expect(thread.counts).toContainEqual(record);
        const lists = new Set(counting.map(({ list }) => list));
        expect(lists.size).toBeLessThanOrEqual(1);
        if (!lists.has("orders"))
          expect(new Set(counting.map(({ id }) => id)).size).toBeLessThanOrEqual(1);
      }
    },
    patience,
  );

  test.prop([answers], { numRuns: some })(
    "D1: of each forecast what is taken and what is left is what sales and campaigns said, and only what is left is demand",
    ({ answer: { account, demands, forecasts } }) => {
      for (const { forecast, quantity, uplift, taken, left } of forecasts) {
        const shares = account
          .flatMap(({ takenFrom }) => takenFrom)
          .filter((one) => one.forecast === forecast);
        expect(sumOf(shares.map((one) => one.quantity))).toEqual(taken);
        const row = demands.find(({ id }) => id === JSON.stringify(["forecast", forecast]));
        expect(new Decimal(row?.quantity ?? 0)).toEqual(left);
        expect(taken.plus(left)).toEqual(quantity.plus(uplift));
      }
      for (const { takenFrom, counted, shipped, over } of account) {
        const taken = sumOf(takenFrom.map(({ quantity }) => quantity));
        expect(taken.plus(over).lte(counted.plus(shipped))).toBe(true);
      }
    },
    patience,
  );

  test.prop([cases], { numRuns: some })(
    "X1: the order of records and of their lines changes nothing",
    ([input, one]) => {
      const answer = demandFromCrm(readCrmRecords(input), one);
      const other = demandFromCrm(readCrmRecords(reversedRecords(input)), one);
      expect(other).toEqual(answer);
    },
    patience,
  );

  test.prop([answers], { numRuns: some })(
    "D1: the rows can be planned, and the plan takes from a forecast only what the bridge has not taken",
    ({ answer }) => {
      const plan = planOf(answer);
      // What an order has not taken already, by the account, not by its row.
      const taken = new Map(
        answer.account.flatMap(({ demands, takenFrom }) =>
          demands.map((id) => [id, sumOf(takenFrom.map(({ quantity }) => quantity))] as const),
        ),
      );
      const free = new Map(
        answer.demands.map(({ id, quantity }) => [
          id,
          new Decimal(quantity).minus(taken.get(id) ?? 0),
        ]),
      );
      for (const { id, kind, quantity, consumption = quantity } of answer.demands) {
        if (kind === "order") expect([id, `${consumption}`]).toEqual([id, `${free.get(id)}`]);
      }
      const consumed = new Map<string, Decimal>();
      for (const { order, forecast, quantity } of plan.consumptions) {
        const sum = (consumed.get(order) ?? new Decimal(0)).plus(quantity);
        consumed.set(order, sum);
        expect(sum.lte(free.get(order) ?? 0)).toBe(true);
        expect(["forecast", "campaign"]).toContain(JSON.parse(forecast)[0]);
      }
      for (const item of new Set(answer.demands.map((row) => row.item))) {
        const rows = answer.demands.filter((row) => row.item === item);
        const wanted = sumOf(rows.map(openOf));
        const asked = sumOf(
          [...plan.demands].filter((one) => one.item === item).map(({ quantity }) => quantity),
        );
        const eaten = sumOf(
          [...plan.consumptions].filter((one) => one.item === item).map(({ quantity }) => quantity),
        );
        expect([item, `${asked}`]).toEqual([item, `${wanted.minus(eaten)}`]);
      }
    },
    patience,
  );
});
