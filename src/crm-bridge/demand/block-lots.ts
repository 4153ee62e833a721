import { compareText, workOn } from "../../core/index.js";
import type { PlanningRow } from "../../mrp/index.js";
import type { CrmIssue } from "../records/index.js";
import { rowsArgument } from "./argument.js";
import type { BlockedLot } from "./crm-demand.js";
import { productOf, type RecordContext } from "./record-context.js";

type StockRow = PlanningRow<"stock">;

/** Stock with the lots that complaints block. */
export interface BlockedStock {
  readonly stock: readonly StockRow[];
  /** Lots that nobody has. */
  readonly issues: readonly CrmIssue[];
}

/** The lots that open complaints are about, by complaint. */
export function blockedLots(context: RecordContext): BlockedLot[] {
  return context.records.complaints
    .map((row, n) => ({ row, n }))
    .sort((a, b) => compareText(a.row.id, b.row.id))
    .flatMap(({ row, n }): BlockedLot[] => {
      const record = { list: "complaints", id: row.id } as const;
      const product = productOf(context, row.product, { record, path: ["complaints", n] });
      if (row.status === "closed" || product === undefined) return [];
      const site = row.site ?? product.site;
      return [
        {
          item: product.item,
          ...(site === undefined ? {} : { site }),
          ...{ lot: row.lot, complaint: row.id },
        },
      ];
    });
}

/**
 * Blocks the lots that complaints are about, so that no plan uses them.
 *
 * @param stock - rows of stock of a planning input
 * @param lots - the `blockedLots` of {@link demandFromCrm}; one without a site blocks its lot everywhere
 * @returns the stock in its order, blocked where item, site and lot match, and an issue for each lot that
 * stands in no row
 *
 * @throws PlanningInputError when one of them is no list of rows
 *
 * Source: rules N2, X1.
 *
 * @example
 * ```ts
 * const { stock, issues } = blockLots(
 *   [
 *     { item: "wheel", lot: "L1", quantity: 40 },
 *     { item: "wheel", lot: "L2", quantity: 25 },
 *   ],
 *   [{ item: "wheel", lot: "L2", complaint: "C-1" }],
 * );
 * stock.map(({ lot, status }) => `${lot}: ${status}`); // => ["L1: undefined", "L2: blocked"]
 * issues; // => []
 * ```
 */
export function blockLots(stock: readonly StockRow[], lots: readonly BlockedLot[]): BlockedStock {
  rowsArgument(stock, "stock");
  rowsArgument(lots, "lots");
  return workOn(stock, "stock", "that of a planning input", () =>
    workOn(lots, "lots", "those that demandFromCrm returned", () => withBlocked(stock, lots)),
  );
}

function withBlocked(stock: readonly StockRow[], lots: readonly BlockedLot[]): BlockedStock {
  const keyOf = (item: string, lot: string | undefined): string => JSON.stringify([item, lot]);
  const sought = new Map<string, BlockedLot[]>();
  for (const lot of lots) {
    const key = keyOf(lot.item, lot.lot);
    sought.set(key, [...(sought.get(key) ?? []), lot]);
  }
  const found = new Set<BlockedLot>();
  const blocked = stock.map((row) => {
    const lotsOfRow = sought.get(keyOf(row.item, row.lot)) ?? [];
    const hits = lotsOfRow.filter(({ site }) => site === undefined || site === row.site);
    for (const hit of hits) found.add(hit);
    return hits.length === 0 ? row : { ...row, status: "blocked" as const };
  });
  const issues = lots.flatMap((lot, n): CrmIssue[] => {
    if (found.has(lot)) return [];
    const record = { list: "complaints", id: lot.complaint } as const;
    const message = `The lot (${JSON.stringify(lot.lot)}) of item ${JSON.stringify(lot.item)} in complaint ${JSON.stringify(lot.complaint)} is in no row of stock. Correct it, or close the complaint.`;
    return [{ code: "unknownId", path: ["blockedLots", n, "lot"], message, record }];
  });
  return { stock: blocked, issues };
}
