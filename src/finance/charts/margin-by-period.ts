import type { VegaLiteSpec } from "../../capacity/index.js";
import { type Issue, refuseMistakes } from "../../core/index.js";
import { barSpan, bucketsOf, middleOf, timeAxis } from "./chart-buckets.js";
import { bucketDay, readRows } from "./charted-rows.js";
import { drawnFigures, marginColor, marginFields, marginSums } from "./margin-sums.js";
import { moneySpec, timeBars, timeLine } from "./money-spec.js";

/** Reads sales by period, and draws them: revenue and cost of sales side by side, margin as a line. */
export function marginByPeriod(
  sales: unknown,
  currency: string | null,
  issues: Issue[],
): (options: { readonly decimals: number }) => VegaLiteSpec {
  const rows = readRows(sales, { from: bucketDay, until: bucketDay, ...marginFields }, issues);
  return ({ decimals }) => {
    const buckets = bucketsOf(rows, issues);
    refuseMistakes(issues);
    const sums = marginSums(rows, (n) => rows[n]!.from);
    const values = buckets.flatMap((bucket) =>
      drawnFigures(sums.get(bucket.from)!, decimals).map(({ part, amount }, n) => {
        const { from, until, ...span } = barSpan(bucket, n, 2);
        const value = { part, from, until, amount, top: amount };
        return part === "margin"
          ? { ...value, start: middleOf(bucket) }
          : { ...value, ...span, base: 0 };
      }),
    );
    const x = timeAxis(buckets);
    return moneySpec("Margin", values, {
      layer: [
        {
          transform: [{ filter: "datum.part !== 'margin'" }],
          ...timeBars(x, currency, marginColor),
        },
        {
          transform: [{ filter: "datum.part === 'margin'" }],
          ...timeLine(x, currency, marginColor),
        },
      ],
    });
  };
}
