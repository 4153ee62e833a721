import { readAmount } from "./amounts.js";
import type { Context } from "./context.js";
import { RowColumns, readPlace } from "./placed-rows.js";
import type { PlacedRows } from "./problem.js";
import { readDayOr } from "./read-day.js";

/** N1: stock already promised to released orders. */
export function readAllocations(context: Context): PlacedRows {
  const rows = new RowColumns();
  for (const [r, row] of (context.input.allocations ?? []).entries()) {
    const path = ["allocations", r];
    const place = readPlace(context, row, "allocations", r);
    const due = readDayOr(row.due, context.startDay, [...path, "due"], context.issues);
    if (place === undefined) continue;
    const item = context.items[place.item]!;
    const at = [...path, "quantity"];
    rows.add(place, due, readAmount(context, item, row.quantity, at, { kind: "need" }));
  }
  return rows.columns();
}
