import {
  type AvailableQuantity,
  availableToPromise,
  backwardPromise,
  masterScheduleGrid,
} from "../../../src/mps/index.js";
import { forecastConsumption } from "./forecast-consumption.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";
import { type Num, quantityText } from "./quantities.js";

/** A kind: the fields of its results, and how they are computed. */
interface Kind {
  readonly compared: readonly string[];
  readonly found: (input: never) => Readonly<Record<string, unknown>>;
}

interface GridInput {
  readonly onHand: Num;
  readonly forecast: readonly Num[];
  readonly customerOrders: readonly Num[];
  readonly mps?: readonly Num[];
  readonly lotSize?: Num;
  readonly demandTimeFence: number;
  readonly minimumOnHand: Num;
}

interface CumulativeInput {
  readonly onHand: Num;
  readonly receipts: readonly Num[];
  readonly customerOrders: readonly Num[];
  readonly forecast?: readonly Num[];
}

interface BackwardInput {
  readonly supply: readonly Num[];
  readonly demand: readonly Num[];
  readonly accumulate: boolean;
  readonly newOrder: { readonly quantity: Num; readonly requestedPeriod: number };
}

const KINDS: ReadonlyMap<string, Kind> = new Map([
  [
    "mpsGrid",
    {
      compared: [
        ...["mps", "projectedOnHand", "atpDiscrete"],
        ...["cumulativeAtpWithoutLookAhead", "cumulativeAtpWithLookAhead"],
      ],
      found: gridOf,
    },
  ],
  [
    "atpCumulative",
    {
      compared: ["projectedOnHand", "projectedOnHandWithForecast", "cumulativeAtpWithLookAhead"],
      found: cumulativeOf,
    },
  ],
  [
    "atpBackward",
    {
      compared: ["periodNet", "projectedOnHand", "atp", "promisePeriod", "atpAfterPromise"],
      found: backwardOf,
    },
  ],
]);

/** Runs a case of the area `mps-atp`; everything compares exactly. */
export function mpsAtp(published: PublishedCase): Verdict {
  const { kind, input, expected } = published;
  if (kind === "forecastConsumption") return forecastConsumption(published);
  const of = KINDS.get(kind ?? "");
  if (of === undefined) {
    return { outcome: "notYet", reason: `no function computes the kind ${kind}` };
  }
  const faults = faultsOfExpected(expected, of.compared);
  if (faults.length > 0) return verdictOf(faults);
  const found = of.found(input as never);
  return verdictOf(
    Object.entries(expected as object).flatMap(([field, wanted]) => {
      const [one, other] = [textOf(wanted), textOf(found[field])];
      return one === other ? [] : [`${field}: expected ${one}, found ${other}`];
    }),
  );
}

function gridOf(input: GridInput) {
  const { onHand, forecast, customerOrders: orders, lotSize, mps } = input;
  const { rows } = masterScheduleGrid({
    onHand,
    forecast,
    orders,
    demand: "max",
    demandTimeFence: input.demandTimeFence,
    planningTimeFence: input.demandTimeFence,
    safetyStock: input.minimumOnHand,
    ...(mps === undefined ? {} : { firm: mps }),
    ...(lotSize === undefined
      ? {}
      : { lotSizing: { rule: "fixedOrderQuantity", quantity: lotSize } as const }),
  });
  const supply = rows.map((row) => row.mps);
  return {
    mps: supply,
    projectedOnHand: rows.map((row) => row.projectedAvailable),
    // The cases leave a shortage where it is; the grid takes it from earlier periods.
    atpDiscrete: availableToPromise({
      method: "discrete",
      shortage: "shown",
      onHand,
      supply,
      orders,
    }),
    cumulativeAtpWithoutLookAhead: availableToPromise({
      method: "cumulative",
      onHand,
      supply,
      orders,
    }),
    cumulativeAtpWithLookAhead: rows.map((row) => row.cumulativeAvailableToPromise),
  };
}

function cumulativeOf({ onHand, receipts, customerOrders: orders, forecast }: CumulativeInput) {
  const none = orders.map(() => 0);
  const { rows } = masterScheduleGrid({ onHand, orders, receipts, forecast: none });
  // In its place, not beside it: the orders are part of the forecast.
  const planned = masterScheduleGrid({
    onHand,
    orders: none,
    receipts,
    forecast: forecast ?? none,
  });
  return {
    projectedOnHand: rows.map((row) => row.projectedAvailable),
    projectedOnHandWithForecast: planned.rows.map((row) => row.projectedAvailable),
    cumulativeAtpWithLookAhead: rows.map((row) => row.cumulativeAvailableToPromise),
  };
}

function backwardOf({ supply, demand: orders, accumulate, newOrder }: BackwardInput) {
  const atpBy = (method: Parameters<typeof availableToPromise>[0]["method"]) =>
    availableToPromise({ method, supply, orders });
  const { period, atp } = backwardPromise({
    supply,
    orders,
    accumulate,
    quantity: newOrder.quantity,
    requestedPeriod: newOrder.requestedPeriod - 1,
  });
  return {
    periodNet: supply.map((quantity, n) => Number(quantity) - Number(orders[n])),
    projectedOnHand: atpBy("cumulative"),
    atp: atpBy(accumulate ? "backwardAccumulated" : "backward"),
    promisePeriod: period === null ? null : period + 1,
    atpAfterPromise: atp,
  };
}

/** A figure, or figures in a list or by name, as one text that equal ones share. */
function textOf(found: unknown): string {
  if (Array.isArray(found)) return found.map(textOf).join(" ");
  if (found === null || found === undefined || found === "unlimited") return `${found}`;
  if (typeof found !== "object" || "toFixed" in found) {
    return quantityText(found as Num | Exclude<AvailableQuantity, null | "unlimited">);
  }
  return Object.entries(found)
    .map(([name, one]) => `${name}: ${textOf(one)}`)
    .join(", ");
}
