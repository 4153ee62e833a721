import { compareText, type Day } from "../../core/index.js";
import { coveringForecasts } from "./covering-forecasts.js";
import type { Need } from "./need.js";
import type { ReadPolicy } from "./read-policy.js";
import type { RecordContext } from "./record-context.js";
import type { SalesForecast } from "./sales-forecasts.js";

/**
 * Takes from each forecast the needs that are part of it (D1, X1, K63): orders first, with all that was
 * ordered, then contracts, quotes and opportunities with what counts of them, down to 0.
 *
 * @returns how much of each need was in a forecast, by the need's id
 */
export function takeFromForecasts(
  context: RecordContext,
  { pipeline }: ReadPolicy,
  needs: readonly Need[],
  forecasts: readonly SalesForecast[],
): ReadonlyMap<string, bigint> {
  const byId = new Map(forecasts.map((forecast) => [forecast.row.id as string, forecast]));
  const covering = coveringForecasts(context, forecasts);
  const takes = new Map<string, bigint>();
  for (const need of [...needs].sort(inTurn(context.asOf))) {
    if (need.kind === "service") continue;
    const named = need.forecasts
      .map((id) => byId.get(id ?? ""))
      .find((forecast) => forecast?.product.id === need.product.id);
    let open = need.quantity;
    const takeFrom = (forecast: SalesForecast): void => {
      const count = least(open, forecast.left);
      if (count === 0n) return;
      forecast.left -= count;
      forecast.takenBy.push({ record: need.line.record, count });
      need.line.takenFrom.push({ forecast: forecast.row.id, count });
      open -= count;
    };
    const isMatched = named === undefined && pipeline === "matching" && covering.covers(need);
    if (named !== undefined) takeFrom(named);
    while (isMatched && open > 0n) {
      const first = covering.firstOf(need);
      if (first === undefined) break;
      takeFrom(first);
    }
    if (named !== undefined || isMatched) need.line.over += open;
    takes.set(need.id, need.quantity - open);
  }
  return takes;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The order in which needs take: surer ones first, then as they are netted (T2). */
function inTurn(asOf: Day): (a: Need, b: Need) => number {
  const last = Number.MAX_VALUE; // a need without a priority, or without a day
  const dueOf = ({ due = last }: Need): number => due;
  return (a, b) =>
    a.turn - b.turn ||
    Math.max(asOf, dueOf(a)) - Math.max(asOf, dueOf(b)) ||
    (a.priority ?? last) - (b.priority ?? last) ||
    dueOf(a) - dueOf(b) ||
    compareText(a.id, b.id);
}
