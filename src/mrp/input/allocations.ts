import { NEED, readAmount } from "./amounts.js";
import type { Context } from "./context.js";
import { RowColumns, readPlace } from "./placed-rows.js";
import type { PlacedRows } from "./problem.js";
import { readDayOr } from "./read-day.js";

/** N1: stock already promised to released orders. */
export function readAllocations(context: Context): PlacedRows {
  const given = context.input.allocations ?? [];
  const rows = new RowColumns(given.length);
  for (const [r, row] of given.entries()) {
    const path = ["allocations", r];
    const place = readPlace(context, row, path);
    const due = readDayOr(row.due, context.startDay, path, context.issues, "due");
    if (place === undefined) continue;
    const item = context.items[place.item]!;
    rows.add(place, due, readAmount(context, item, row.quantity, path, NEED, "quantity"));
  }
  return rows.columns();
}
