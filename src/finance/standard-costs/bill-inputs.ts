import {
  addRatios,
  divideRatios,
  multiplyRatios,
  ONE,
  parseRatio,
  type Ratio,
} from "../../core/index.js";
import type { BomRowOfInput, CostPlace } from "./cost-rows.js";
import type { CostSetting } from "./cost-setting.js";
import type { CostingLot } from "./costing-lot.js";

/** Something that goes into an item, or the item at the site from which it is transferred. */
export interface CostLine {
  readonly place: CostPlace;
  /** Stock units for one good unit. */
  readonly quantity: Ratio;
}

/** What comes out of making an item besides. */
export interface CostCoProduct {
  readonly place: CostPlace;
  /** Stock units with one good unit of the lead item. */
  readonly quantity: Ratio;
  /** `undefined`: it states none, and bears nothing. */
  readonly share: Ratio | undefined;
  /** What a stock unit of a by-product is worth: it bears nothing, and is taken off the cost of the lead. */
  readonly credit: Ratio | undefined;
}

/** What goes into a making, and what comes of it besides. */
export interface BillInputs {
  readonly lines: readonly CostLine[];
  readonly coProducts: readonly CostCoProduct[];
}

/** Components and co-products for a good unit. */
export function billInputs(
  { rows, needs, byProduct }: CostSetting,
  { item, site, componentSite }: CostPlace & { readonly componentSite: string },
  bill: BomRowOfInput | undefined,
  { good, start }: CostingLot,
): BillInputs {
  if (bill === undefined) return { lines: [], coProducts: [] };
  const started = divideRatios(start, good);
  const unit = rows.stockUnits(item, bill.outputUnit) ?? ONE;
  const output = multiplyRatios(parseRatio(bill.output ?? 1)!, unit);
  return {
    lines: needs.of(bill, componentSite).map(({ item: component, perUnit, perOrder }) => ({
      place: { item: component, site: componentSite },
      quantity: addRatios(multiplyRatios(perUnit, started), divideRatios(perOrder, good)),
    })),
    coProducts: together(
      (bill.coProducts ?? []).map(({ item: other, quantity, costShare }) => ({
        place: { item: other, site },
        quantity: multiplyRatios(divideRatios(parseRatio(quantity)!, output), started),
        share: parseRatio(costShare),
        credit: byProduct({ item: other, site }),
      })),
    ),
  };
}

/** The same co-product in several rows is one: quantities and shares add up. */
function together(rows: readonly CostCoProduct[]): readonly CostCoProduct[] {
  const found = new Map<string, CostCoProduct>();
  for (const row of rows) {
    const { item } = row.place;
    const before = found.get(item);
    const share =
      before?.share && row.share
        ? addRatios(before.share, row.share)
        : (before?.share ?? row.share);
    const quantity = before === undefined ? row.quantity : addRatios(before.quantity, row.quantity);
    found.set(item, { ...row, quantity, share });
  }
  return [...found.values()];
}
