import { countQuantity } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import type { Item, OrderWindow } from "./problem.js";
import type { UsualFigures } from "./usual-parameters.js";

type ItemRow = PlanningRow<"items">;
type LotSizing = NonNullable<ItemRow["lotSizing"]>;

/**
 * Reads the figures of an item that says no more of its planning than usual ones: most of a large
 * problem, and many times faster than what reads all of them.
 *
 * @returns `undefined` where there is more to read, or anything to be said of it
 */
export function plainFigures(row: ItemRow, item: Item): UsualFigures | undefined {
  if (item.phantom || saysMoreOfItem(row)) return undefined;
  const { decimals } = item;
  const { lotSizing } = row;
  const safetyStock = countOf(row.safetyStock, decimals);
  const minimum = countOf(row.minimumOrder, decimals);
  const multiple = countOf(row.orderMultiple, decimals);
  const lotQuantity = lotQuantityOf(lotSizing, decimals);
  const window = windowOf(lotSizing);
  const isKnown = lotQuantity > 0 || window !== undefined || isLotForLot(lotSizing);
  if (!isKnown || safetyStock < 0 || minimum < 0 || multiple < 0) return undefined;
  return {
    leadTime: row.leadTime ?? 0,
    safetyStock,
    lotQuantity,
    window,
    isLotStated: lotSizing !== undefined,
    minimum,
    multiple,
  };
}

/** Whether a row says something of planning that only few do. */
export function saysMoreOfItem(row: { readonly [Field in keyof ItemRow]?: unknown }): boolean {
  return (
    row.method !== undefined ||
    row.leadTimeBasis !== undefined ||
    row.receivingTime !== undefined ||
    row.releaseTime !== undefined ||
    row.leadTimePerUnit !== undefined ||
    row.safetyTime !== undefined ||
    row.expediteWithin !== undefined ||
    row.deferTolerance !== undefined ||
    row.forecast !== undefined ||
    row.maximumOrder !== undefined ||
    row.orderUnit !== undefined ||
    row.reorderPoint !== undefined ||
    row.orderUpTo !== undefined ||
    row.ddmrp !== undefined ||
    row.demandTimeFence !== undefined ||
    row.planningTimeFence !== undefined ||
    row.yield !== undefined ||
    row.discontinued !== undefined ||
    row.attributes !== undefined
  );
}

/** A quantity in counts; 0 where there is none, -1 where it is to be read with care. */
function countOf(value: ItemRow["safetyStock"], decimals: number): number {
  if (value === undefined) return 0;
  if (typeof value === "object") return -1;
  const count = countQuantity(value, decimals);
  return typeof count === "number" ? count : -1;
}

function isLotForLot(lot: LotSizing | undefined): boolean {
  return lot === undefined || lot.rule === "lotForLot";
}

/** A fixed order quantity in counts; 0 where there is none, or one to be read with care. */
function lotQuantityOf(lot: LotSizing | undefined, decimals: number): number {
  if (lot?.rule !== "fixedOrderQuantity" || lot.each === true) return 0;
  return Math.max(0, countOf(lot.quantity, decimals));
}

/** The days of a period order quantity; `undefined` where there are none, or something else too. */
function windowOf(lot: LotSizing | undefined): OrderWindow | undefined {
  if (lot?.rule !== "periodOrderQuantity" || lot.days === undefined) return undefined;
  const saysMore =
    lot.workingDays !== undefined || lot.weeks !== undefined || lot.months !== undefined;
  return saysMore ? undefined : { unit: "days", length: lot.days };
}
