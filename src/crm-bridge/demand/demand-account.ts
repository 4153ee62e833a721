import { compareText, type Decimal } from "../../core/index.js";
import { countDecimal } from "./count-decimal.js";
import type { DemandAccountRow, ForecastAccountRow } from "./crm-demand.js";
import { grouped } from "./grouped.js";
import type { LineDraft } from "./need.js";
import { compareReferences } from "./record-reference.js";
import type { SalesForecast } from "./sales-forecasts.js";

/** Says what became of each line, in the order of lists, ids and lines. */
export function demandAccount(lines: readonly LineDraft[]): DemandAccountRow[] {
  return lines
    .map(({ decimals, counted, shipped, over, apart, takenFrom, ...line }) => ({
      ...line,
      counted: countDecimal(counted, decimals),
      shipped: countDecimal(shipped, decimals),
      takenFrom: [...grouped(takenFrom, ({ forecast }) => forecast)].map(([forecast, parts]) => ({
        forecast,
        quantity: countDecimal(sumOf(parts), decimals),
      })),
      over: countDecimal(over, decimals),
      apart: countDecimal(apart, decimals),
    }))
    .sort((a, b) => compareReferences(a.record, b.record));
}

/** Says what became of each forecast that counts: what it says and its uplift is taken or left. */
export function forecastAccount(forecasts: readonly SalesForecast[]): ForecastAccountRow[] {
  return forecasts
    .map(({ row, product, quantity, uplifts, takenBy, left }) => {
      const exact = (count: bigint): Decimal => countDecimal(count, product.decimals);
      return {
        ...{ forecast: row.id, product: product.id, version: row.version, status: row.status },
        quantity: exact(quantity),
        uplift: exact(sumOf(uplifts)),
        uplifts: uplifts.map(({ campaign, count }) => ({ campaign, quantity: exact(count) })),
        taken: exact(sumOf(takenBy)),
        takenBy: takenBy.map(({ record, count }) => ({ record, quantity: exact(count) })),
        left: exact(left),
      };
    })
    .sort((a, b) => compareText(a.forecast, b.forecast));
}

function sumOf(parts: readonly { readonly count: bigint }[]): bigint {
  return parts.reduce((sum, { count }) => sum + count, 0n);
}
