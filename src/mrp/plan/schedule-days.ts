import { CHANGE, NETTING } from "../compile/model.js";
import type { PlanState } from "./plan-state.js";
import { type RecordDays, recordDays } from "./record-days.js";

/** A master schedule by day, in counts of the item; each list has one entry a day of the plan. */
export interface ScheduleDays {
  readonly opening: number;
  readonly forecast: readonly number[];
  readonly orders: readonly number[];
  /** What is needed for other items. */
  readonly dependent: readonly number[];
  readonly scheduled: readonly number[];
  readonly planned: readonly number[];
  /** Stock that comes or goes without an order of the item: released, of co-products, expired. */
  readonly other: readonly number[];
}

/** Splits the gross requirement of a stocking point's record by where it comes from. */
export function scheduleDays(state: PlanState, point: number): ScheduleDays {
  const { days } = state.model;
  const record = recordDays(state, point);
  const { forecast, orders } = independentDays(state, point);
  const dependent = Array.from(
    { length: days },
    (_, day) => record.gross[day]! - forecast[day]! - orders[day]!,
  );
  const daily = (column: Float64Array): number[] => [...column.subarray(0, days)];
  return {
    opening: record.opening,
    forecast,
    orders,
    dependent,
    scheduled: daily(record.scheduled),
    planned: daily(record.planned),
    other: Array.from({ length: days }, (_, day) => otherStock(record, day)),
  };
}

function otherStock({ released, coProducts, expired }: RecordDays, day: number): number {
  return released[day]! + coProducts[day]! - expired[day]!;
}

/** What customers ask for and what is forecast, on the netting day (T6). */
function independentDays(
  { model }: PlanState,
  point: number,
): Pick<ScheduleDays, "forecast" | "orders"> {
  const { changes, days, netting, problem } = model;
  const forecast = new Array<number>(days).fill(0);
  const orders = new Array<number>(days).fill(0);
  // The record of a phantom has what it takes from its stock, whoever asks for it.
  if (netting[point] === NETTING.phantom) return { forecast, orders };
  const { demands } = problem;
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    const origin = changes.origin[c]!;
    if (changes.quantity[c]! >= 0 || origin < 0 || origin % 4 !== CHANGE.demand) continue;
    const row = Math.floor(origin / 4);
    // Rows behind the given ones are further days of forecasts.
    const isForecast = demands.isForecast(row);
    (isForecast ? forecast : orders)[changes.day[c]!]! -= changes.quantity[c]!;
  }
  return { forecast, orders };
}
