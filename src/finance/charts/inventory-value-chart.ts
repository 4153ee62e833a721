import type { VegaLiteSpec } from "../../capacity/index.js";
import {
  addRatios,
  type Check,
  type ExactNumber,
  type Issue,
  objectOf,
  oneOf,
  optional,
  type Ratio,
  refuseMistakes,
  wholeNumber,
} from "../../core/index.js";
import type { InventoryKey } from "../inventory/index.js";
import { barSpan, bucketsOf, type ChartBucket, timeAxis } from "./chart-buckets.js";
import {
  amount,
  anyText,
  bucketDay,
  type ChartedMoney,
  decimalsField,
  orNull,
  readCurrency,
  readRows,
} from "./charted-rows.js";
import { type ChartedParts, largestParts } from "./largest-parts.js";
import {
  COLORS,
  DRAWN_DECIMALS,
  moneySpec,
  PART_COLORS,
  partColor,
  timeBars,
} from "./money-spec.js";
import { type BarPart, stackedBars } from "./stacked-bars.js";

/** The value of stock in a bucket: a row of `inventoryValue`. */
export type ChartedInventoryRow = { readonly [K in InventoryKey]?: string | null } & {
  /** The first day of the bucket, `"YYYY-MM-DD"`. */
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
  /** What is left at its end. */
  readonly closing: ExactNumber;
};

/** How the value of stock is drawn. */
export interface InventoryChartOptions {
  /** What the bars are made of; bars in one colour when left out. Rows must have this key. */
  readonly by?: InventoryKey | undefined;
  /** How many parts have a colour of their own, 1 to 7; the largest 7 when left out, all others in one. */
  readonly most?: number | undefined;
  /** Numbers are rounded to so many decimals to be drawn, 0 to 12; 2 when left out. */
  readonly decimals?: number | undefined;
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/** The part of bars that are made of one. */
const WHOLE = "value";

const fields = objectOf({
  by: optional<InventoryKey>(oneOf("item", "site", "segment", "family")),
  most: optional(wholeNumber(1, PART_COLORS.length), PART_COLORS.length),
  decimals: optional(decimalsField, DRAWN_DECIMALS),
});

interface PartRow extends ChartBucket {
  readonly key: string | null;
  readonly closing: Ratio;
}

/**
 * Draws what stock is worth at the end of each bucket: a bar each, made of items, sites, segments or
 * families where that is asked for.
 *
 * @param value - what `inventoryValue` returned, or rows of it
 * @param options - what bars are made of, how many parts, decimals
 * @returns a specification of Vega-Lite with its data in it; what is below 0 stands below the axis
 * @throws PlanningInputError with every mistake: rows without the key, buckets that overlap
 *
 * Source: rule F; K78; vega.github.io/vega-lite, ranged bars.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   items: [
 *     { id: "wheel", family: "parts", onHand: 10, unitCost: 2 },
 *     { id: "cart", family: "carts", onHand: 3, unitCost: "33.333" },
 *   ],
 *   demands: [{ id: "d1", item: "wheel", quantity: 4, due: "2026-02-02" }],
 * });
 * const value = inventoryValue(plan, { costs: standardCosts(plan), by: ["family"], bucket: "month" });
 * const { values } = inventoryValueChart(value, { by: "family" }).data;
 * values.map(({ from, part, amount }) => `${from} ${part}: ${amount}`).slice(0, 4);
 * // => ["2026-01-01 carts: 100", "2026-01-01 parts: 20", "2026-02-01 carts: 100", "2026-02-01 parts: 12"]
 * ```
 */
export function inventoryValueChart(
  value: ChartedMoney<ChartedInventoryRow>,
  options: InventoryChartOptions = {},
): VegaLiteSpec {
  const issues: Issue[] = [];
  const read = fields(options, { path: [], issues });
  const currency = readCurrency(value, issues);
  const rows = readParts(value, read?.by, issues);
  refuseMistakes(issues);
  const buckets = bucketsOf(rows, issues);
  refuseMistakes(issues);
  const parts = largestParts(
    rows.map(({ key, closing }) => ({ key, amount: closing })),
    read.most,
  );
  const names = parts.others === undefined ? parts.names : [...parts.names, parts.others];
  const sums = sumsOf(rows, parts);
  const values = buckets.flatMap((bucket) =>
    stackedBars(partsOf(names, sums.get(bucket.from)!), read.decimals).map((bar) => ({
      ...bar,
      ...barSpan(bucket),
    })),
  );
  const colors = names.map(
    (name, n) => [name, name === parts.others ? COLORS.others : PART_COLORS[n]!] as const,
  );
  const color = { ...partColor(colors), ...(read.by === undefined ? { legend: null } : {}) };
  return moneySpec("Value of stock", values, timeBars(timeAxis(buckets), currency, color));
}

function readParts(
  value: unknown,
  by: InventoryKey | undefined,
  issues: Issue[],
): readonly PartRow[] {
  const own = { from: bucketDay, until: bucketDay, closing: amount };
  if (by === undefined) {
    return readRows(value, own, issues).map((row) => ({ ...row, key: WHOLE }));
  }
  const keyed: Record<typeof by, Check<string | null>> = { [by]: orNull(anyText) } as never;
  return readRows(value, { ...own, ...keyed }, issues).map((row) => ({
    ...row,
    key: row[by],
  }));
}

/** What is in each part of each bucket. */
function sumsOf(
  rows: readonly PartRow[],
  parts: ChartedParts,
): ReadonlyMap<number, ReadonlyMap<string, Ratio>> {
  const sums = new Map<number, Map<string, Ratio>>();
  for (const { from, key, closing } of rows) {
    const own = sums.get(from) ?? new Map<string, Ratio>();
    const name = parts.nameOf(key);
    own.set(name, addRatios(own.get(name) ?? NOTHING, closing));
    sums.set(from, own);
  }
  return sums;
}

function partsOf(names: readonly string[], sums: ReadonlyMap<string, Ratio>): readonly BarPart[] {
  return names.map((part) => ({ part, amount: sums.get(part) ?? NOTHING }));
}
