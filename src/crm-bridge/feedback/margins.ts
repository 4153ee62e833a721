import {
  compareText,
  type Decimal,
  exactDecimal,
  identifier,
  objectOf,
  oneOf,
  optional,
  ratioOf,
  ratioToDecimal,
  readArgument,
  wholeNumber,
} from "../../core/index.js";
import type { StandardCosts } from "../../finance/index.js";
import type { ReadRecords } from "../records/index.js";
import { readRecordsArgument } from "../records/records-argument.js";
import { costsArgument } from "./costs-argument.js";
import { type MarginLine, type MarginMissing, marginLines } from "./margin-lines.js";

/** How margins are grouped and counted. */
export interface MarginOptions {
  readonly by: "order" | "customer" | "product" | "family";
  /** The currency of the figures; that of the records when left out, else that of the costs. */
  readonly currency?: string | undefined;
  /** To so many decimals the revenue and the cost of each line are rounded, 0 to 9; 2 when left out. */
  readonly decimals?: number | undefined;
}

/** What a group of lines earns. */
export interface MarginRow {
  /** The id of the order, contract, customer, product or family; `null`: products without a family. */
  readonly key: string | null;
  /** The list of records of the id; `null` of a family. */
  readonly list: "orders" | "contracts" | "accounts" | "products" | null;
  readonly lines: number;
  readonly revenue: Decimal;
  readonly cost: Decimal;
  /** Revenue less cost. */
  readonly margin: Decimal;
  /** Margin in hundredths of revenue; `null` without revenue. */
  readonly percentage: Decimal | null;
}

/** What was sold earns, by group. */
export interface Margins {
  readonly currency: string | null;
  /** By list, then key. */
  readonly rows: readonly MarginRow[];
  /** All rows together. */
  readonly total: Omit<MarginRow, "key" | "list">;
  /** Lines without a price or a cost, which count in no figure. */
  readonly missing: readonly MarginMissing[];
}

/**
 * Tells what orders earn at standard cost: revenue, cost and margin by order, customer, product or family.
 *
 * Lines of orders that are not cancelled count, and call-offs of contracts. The revenue and the cost of
 * each line are rounded half up once, so that every grouping adds up to the same total, to the last
 * decimal. Money of other currencies counts by the rate of the day of the order.
 *
 * @param records - records that were read
 * @param costs - what `standardCosts` returned
 * @param options - the grouping, the currency and the decimals
 * @returns a row for each group, their total, and the lines that nothing gives a price or a cost
 * @throws PlanningInputError when the options are wrong
 *
 * Source: rules X2, F; K70.
 *
 * @example
 * ```ts
 * const line = { id: "1", product: "bike", requestedDate: "2026-03-20" };
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell" }, { id: "Ring" }],
 *   products: [{ id: "bike" }],
 *   orders: [
 *     {
 *       ...{ id: "A", account: "Bell", status: "open", date: "2026-03-01" },
 *       lines: [{ ...line, quantity: 6, unitPrice: 500 }],
 *     },
 *     {
 *       ...{ id: "B", account: "Ring", status: "open", date: "2026-03-02" },
 *       lines: [{ ...line, quantity: 2, unitPrice: 400 }],
 *     },
 *   ],
 * });
 * const costs = standardCosts({ startDate: "2026-03-02", items: [{ id: "bike", unitCost: 300 }] });
 * const { rows, total } = margins(records, costs, { by: "customer" });
 * rows.map(({ key, margin, percentage }) => `${key}: ${margin}, ${percentage} %`);
 * // => ["Bell: 1200, 40 %", "Ring: 200, 25 %"]
 * `${total.margin}`; // => "1400"
 * ```
 */
export function margins(
  records: ReadRecords,
  costs: StandardCosts,
  options: MarginOptions,
): Margins {
  const sold = readRecordsArgument(records);
  const read = readArgument(
    { costs, options },
    {
      costs: costsArgument,
      options: objectOf({
        by: oneOf("order", "customer", "product", "family"),
        currency: optional(identifier),
        decimals: optional(wholeNumber(0, 9), 2),
      }),
    },
  );
  const { by, decimals } = read.options;
  const currency = read.options.currency ?? sold.currency ?? costs.currency ?? undefined;
  const { lines, missing } = marginLines({ records: sold, costs, currency, decimals });
  const groups = new Map<string, { readonly of: GroupKey; readonly lines: MarginLine[] }>();
  for (const line of lines) {
    const of = groupOf(line, by);
    const key = JSON.stringify([of.list, of.key]);
    const group = groups.get(key) ?? { of, lines: [] };
    groups.set(key, group);
    group.lines.push(line);
  }
  const rows = [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => Object.freeze({ ...group.of, ...figuresOf(group.lines, decimals) }));
  return Object.freeze({
    currency: currency ?? null,
    rows: Object.freeze(rows),
    total: figuresOf(lines, decimals),
    missing: Object.freeze(missing),
  });
}

type GroupKey = Pick<MarginRow, "key" | "list">;

function groupOf({ record, customer, product }: MarginLine, by: MarginOptions["by"]): GroupKey {
  switch (by) {
    case "order":
      return { list: record.list === "orders" ? "orders" : "contracts", key: record.id };
    case "customer":
      return { list: "accounts", key: customer };
    case "product":
      return { list: "products", key: product.id };
    case "family":
      return { list: null, key: product.family ?? null };
  }
}

function figuresOf(lines: readonly MarginLine[], decimals: number): Margins["total"] {
  const revenue = lines.reduce((sum, line) => sum + line.revenue, 0n);
  const cost = lines.reduce((sum, line) => sum + line.cost, 0n);
  const margin = revenue - cost;
  const amount = (digits: bigint): Decimal => exactDecimal({ digits, decimals });
  return Object.freeze({
    lines: lines.length,
    revenue: amount(revenue),
    cost: amount(cost),
    margin: amount(margin),
    percentage: revenue === 0n ? null : ratioToDecimal(ratioOf(100n * margin, revenue)),
  });
}
