import type { VegaLiteSpec } from "../../capacity/index.js";
import {
  addRatios,
  type ExactNumber,
  formatDay,
  formatMinute,
  type Issue,
  MINUTES_A_DAY,
  objectOf,
  oneOf,
  optional,
  type Ratio,
} from "../../core/index.js";
import type { Ledger, LedgerBucket } from "../ledger/index.js";
import { LEDGER_BUCKETS } from "../ledger/ledger-bucket.js";
import { type CashFlow, type ChartedCashRow, NOTHING, readCash } from "./cash-flows.js";
import { barSpan, timeAxis } from "./chart-buckets.js";
import { amount, type ChartedMoney, decimalsField, readCurrency } from "./charted-rows.js";
import {
  COLORS,
  DRAWN_DECIMALS,
  drawnNumber,
  moneySpec,
  partColor,
  timeBars,
  timeLine,
} from "./money-spec.js";
import { stackedBars } from "./stacked-bars.js";

/** How cash is drawn. */
export interface CashChartOptions {
  /** Of a ledger: the length of a bucket; `"month"` when left out. Rows have their own. */
  readonly bucket?: LedgerBucket | undefined;
  /** What is there before the first bucket; 0 when left out, since a plan does not know it (K81). */
  readonly opening?: ExactNumber | undefined;
  /** Numbers are rounded to so many decimals to be drawn, 0 to 12; 2 when left out. */
  readonly decimals?: number | undefined;
}

const fields = objectOf({
  bucket: optional<LedgerBucket>(oneOf(...LEDGER_BUCKETS)),
  opening: optional(amount, NOTHING),
  decimals: optional(decimalsField, DRAWN_DECIMALS),
});

/**
 * Draws cash: for each bucket a bar up for what comes in and one down for what goes out, and a line of what
 * is there, which runs on over the buckets.
 *
 * @param money - a ledger, a sales plan or a purchasing plan by bucket, or the rows of both together:
 * `{ rows: [...sales.rows, ...purchases.rows], currency: "EUR" }`
 * @param options - bucket of a ledger, what is there at first, decimals
 * @returns a specification of Vega-Lite with its data in it
 * @throws PlanningInputError with every mistake: rows without buckets, buckets that overlap
 *
 * Source: rule F; vega.github.io/vega-lite, ranged bars and layers.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   suppliers: [{ id: "Smith", terms: { netDays: 10 } }],
 *   items: [{ id: "wheel", leadTime: 7 }],
 *   sources: [{ item: "wheel", kind: "buy", supplier: "Smith", price: "2.50" }],
 *   demands: [{ id: "d1", item: "wheel", quantity: 40, due: "2026-01-19" }],
 * });
 * const ledger = planLedger(plan, {
 *   costs: standardCosts(plan),
 *   terms: { defaultCustomer: { netDays: 30 } },
 *   sales: { demandPrices: { d1: 4 } },
 * });
 * const { values } = cashChart(ledger, { opening: 500 }).data;
 * values.slice(0, 2).map(({ part, from, amount }) => `${part} ${from}: ${amount}`);
 * // => ["out 2026-01-01: 100", "in 2026-02-01: 160"]
 * values.slice(2).map(({ part, day, amount }) => `${part} ${day}: ${amount}`);
 * // => ["balance 2026-01-01: 500", "balance 2026-02-01: 400", "balance 2026-03-01: 560"]
 * ```
 */
export function cashChart(
  money: Ledger | ChartedMoney<ChartedCashRow>,
  options: CashChartOptions = {},
): VegaLiteSpec {
  const issues: Issue[] = [];
  const read = fields(options, { path: [], issues });
  const currency = readCurrency(money, issues);
  const flows = readCash(money, read?.bucket, issues);
  const bars = flows.flatMap((flow) => barsOf(flow, read.decimals));
  const x = timeAxis(flows);
  const color = partColor([
    ["in", COLORS.blue],
    ["out", COLORS.orange],
    ["balance", COLORS.black],
  ]);
  return moneySpec("Cash", [...bars, ...balanceOf(flows, read)], {
    layer: [
      { transform: [{ filter: "datum.part !== 'balance'" }], ...timeBars(x, currency, color) },
      { transform: [{ filter: "datum.part === 'balance'" }], ...timeLine(x, currency, color) },
    ],
  });
}

/** A bar up and one down. */
function barsOf(flow: CashFlow, decimals: number) {
  const parts = [
    { part: "in", amount: flow.cashIn },
    { part: "out", amount: flow.cashOut, isNegated: true },
  ];
  return stackedBars(parts, decimals).map((bar) => ({ ...bar, ...barSpan(flow) }));
}

/** What is there when each bucket begins and when it ends, so that the line is flat where nothing is paid. */
function balanceOf(
  flows: readonly CashFlow[],
  { opening, decimals }: { readonly opening: Ratio; readonly decimals: number },
) {
  let balance = opening;
  const points = flows.flatMap(({ from, until, cashIn, cashOut }, n) => {
    const before = { day: from, balance };
    balance = addRatios(balance, addRatios(cashIn, { num: -cashOut.num, den: cashOut.den }));
    const after = { day: until, balance };
    return flows[n - 1]?.until === from ? [after] : [before, after];
  });
  return points.map(({ day, balance: exact }) => {
    const drawn = drawnNumber(exact, decimals);
    const start = formatMinute(day * MINUTES_A_DAY);
    return { part: "balance", day: formatDay(day), start, amount: drawn, top: drawn };
  });
}
