import { Decimal } from "../../../src/core/index.js";
import {
  type DisaggregatedPeriod,
  disaggregatePeriod,
  ordersBesideForecast,
} from "../../../src/mps/index.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";
import { type Num, quantityText, sumOf } from "./quantities.js";

interface Forecast {
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: Num;
}

interface ForecastInput {
  readonly startDate: string;
  readonly forecasts: readonly Forecast[];
  readonly pastPart: "drop" | "keep";
}

interface SpreadInput extends ForecastInput {
  readonly bucketDays?: number;
  readonly roundTo?: Num;
  readonly rounding?: "halfUp";
}

interface StrategyInput extends ForecastInput {
  readonly strategy: "all" | "ignoreOrdersIfForecast" | "ignoreOverlappingOrders";
  readonly orders: readonly {
    readonly item: string;
    readonly quantity: Num;
    readonly due: string;
    readonly dependent: boolean;
  }[];
}

interface Demand {
  readonly item: string;
  readonly quantity: Num | Decimal;
  readonly due: string;
}

type Totals = Readonly<Record<string, Num>>;

interface ForecastExpected {
  readonly demands?: readonly Demand[];
  readonly totals?: Totals;
  readonly forecastDemandCount?: number;
  readonly ordersKept?: readonly Demand[];
  readonly ordersKeptTotals?: Totals;
}

const SPREAD = ["demands", "totals"];
const STRATEGY = ["forecastDemandCount", "ordersKept", "ordersKeptTotals", "totals"];

/** As fine as quantities are counted; the cases compare to so many decimals. */
const DECIMALS = 9;

/** Runs a case of the area `forecast`, by its kind. */
export function forecast({ kind, input, expected }: PublishedCase): Verdict {
  switch (kind) {
    case "spread":
      return verdictOf([
        ...faultsOfExpected(expected, SPREAD),
        ...spread(input as SpreadInput, expected as ForecastExpected),
      ]);
    case "strategy":
      return verdictOf([
        ...faultsOfExpected(expected, STRATEGY),
        ...strategy(input as StrategyInput, expected as ForecastExpected),
      ]);
    default:
      return { outcome: "notYet", reason: `the kind ${kind} has no function` };
  }
}

function spread(input: SpreadInput, expected: ForecastExpected): string[] {
  const demands = demandsOf(input, input.bucketDays ?? 1).map((demand) => rounded(demand, input));
  return [
    ...rowDifferences(expected.demands, demands, "demands"),
    ...totalDifferences(expected.totals, demands, "totals"),
  ];
}

function strategy(input: StrategyInput, expected: ForecastExpected): string[] {
  const demands = demandsOf(input, 1);
  const { kept } = ordersBesideForecast({
    startDate: input.startDate,
    forecasts: input.forecasts.map(({ item, from, to }) => ({ item, from, until: to })),
    orders: input.orders.map((order, n) => ({ id: `${n}`, ...order })),
    strategy: input.strategy,
  });
  const { forecastDemandCount: count } = expected;
  const miscounted = count !== undefined && count !== demands.length;
  return [
    ...(miscounted ? [`${demands.length} demands instead of ${count}`] : []),
    ...rowDifferences(expected.ordersKept, kept, "ordersKept"),
    ...totalDifferences(expected.totals, demands, "totals"),
    ...totalDifferences(expected.ordersKeptTotals, kept, "ordersKeptTotals"),
  ];
}

function demandsOf(input: ForecastInput, bucketDays: number): Demand[] {
  const demands = input.forecasts.flatMap((row) =>
    partsOf(row, input, bucketDays).parts.map(({ from, quantity }) => ({
      item: row.item,
      quantity,
      due: from,
    })),
  );
  return demands.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function partsOf(
  { from, to, quantity }: Forecast,
  { startDate, pastPart }: ForecastInput,
  bucketDays: number,
): DisaggregatedPeriod {
  return disaggregatePeriod({
    from,
    until: to,
    quantity,
    decimals: DECIMALS,
    bucket: bucketDays,
    notBefore: startDate < from ? from : startDate,
    elapsed: pastPart,
  });
}

/** Once, on the total of a bucket. */
function rounded(demand: Demand, { roundTo }: SpreadInput): Demand {
  if (roundTo === undefined) return demand;
  const quantity = new Decimal(demand.quantity).toNearest(roundTo, Decimal.ROUND_HALF_UP);
  return { ...demand, quantity };
}

/** To 1e-9: what largest remainder gives to one day and not to another. */
function differs(a: Num | Decimal, b: Num | Decimal): boolean {
  return new Decimal(quantityText(a)).minus(quantityText(b)).abs().gt("1e-9");
}

function rowDifferences(
  wanted: readonly Demand[] | undefined,
  found: readonly Demand[],
  what: string,
): string[] {
  if (wanted === undefined) return [];
  const isSame =
    wanted.length === found.length &&
    wanted.every(({ item, quantity, due }, n) => {
      const row = found[n]!;
      return item === row.item && due === row.due && !differs(quantity, row.quantity);
    });
  const text = (rows: readonly Demand[]) =>
    rows.map(({ item, quantity, due }) => `${item} ${quantityText(quantity)} ${due}`).join(", ");
  return isSame ? [] : [`${what}: ${text(found)} instead of ${text(wanted)}`];
}

function totalDifferences(
  wanted: Totals | undefined,
  found: readonly Demand[],
  what: string,
): string[] {
  return Object.entries(wanted ?? {}).flatMap(([item, quantity]) => {
    const sum = sumOf(found.filter((row) => row.item === item).map((row) => row.quantity));
    return differs(sum, quantity)
      ? [`${what} of ${item}: ${quantityText(sum)} instead of ${quantity}`]
      : [];
  });
}
