import type { VegaLiteSpec } from "../../capacity/index.js";
import type { Check, Issue } from "../../core/index.js";
import type { SalesKey } from "../sales/index.js";
import { anyText, orNull, readRows } from "./charted-rows.js";
import { largestParts } from "./largest-parts.js";
import { drawnFigures, marginColor, marginFields, marginSums } from "./margin-sums.js";
import { AS_GIVEN, moneyAxis, moneySpec, tooltip } from "./money-spec.js";

/** Reads sales by a key, and draws a bar for each figure of each, the most revenue first. */
export function marginByKey(
  sales: unknown,
  by: SalesKey,
  currency: string | null,
  issues: Issue[],
): (options: { readonly most: number; readonly decimals: number }) => VegaLiteSpec {
  const keyed = { [by]: orNull(anyText) } as Record<typeof by, Check<string | null>>;
  const rows = readRows(sales, { ...marginFields, ...keyed }, issues);
  return ({ most, decimals }) => {
    const { names, others, nameOf } = largestParts(
      rows.map((row) => ({ key: row[by], amount: row.revenue })),
      most,
    );
    const keys = others === undefined ? names : [...names, others];
    const sums = marginSums(rows, (n) => nameOf(rows[n]![by]));
    const values = keys.flatMap((key) =>
      drawnFigures(sums.get(key)!, decimals).map((figure) => ({ key, ...figure })),
    );
    return moneySpec("Margin", values, {
      height: { step: 12 },
      mark: { type: "bar" },
      encoding: {
        y: { field: "key", type: "nominal", sort: null, title: by },
        yOffset: { field: "part", type: "nominal", sort: null },
        x: moneyAxis(currency, "amount"),
        color: marginColor,
        order: AS_GIVEN,
        tooltip: tooltip("key", "part", "amount"),
      },
    });
  };
}
