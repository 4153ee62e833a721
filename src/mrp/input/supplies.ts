import { type Context, firstOfId } from "./context.js";
import { RowColumns, readPlace } from "./placed-rows.js";
import { NEVER, type SupplyDetail, type SupplyRows } from "./problem.js";
import { readQuantityLeft } from "./quantity-left.js";
import { readDay, readDayOr } from "./read-day.js";
import { readSupplyDetail, type SupplyReferences } from "./supply-detail.js";

/** T5, N1, N4: open supply, the good quantity of each that is still to come. */
export function readSupplies(context: Context, references: SupplyReferences): SupplyRows {
  const rows = new RowColumns();
  const id: string[] = [];
  const kind: ReturnType<SupplyRows["kind"]>[] = [];
  const frozen: number[] = [];
  const expires: number[] = [];
  const detail = new Map<number, SupplyDetail>();
  const seen = new Set<string>();
  for (const [r, row] of (context.input.supplies ?? []).entries()) {
    const path = ["supplies", r];
    const isFirst = firstOfId(context, seen, row.id, [...path, "id"], "supply");
    const place = readPlace(context, row, "supplies", r);
    const due = readDay(row.due, [...path, "due"], context.issues);
    const until = readDayOr(row.expires, NEVER, [...path, "expires"], context.issues);
    const more = readSupplyDetail(context, row, place, path, references);
    if (place === undefined || !isFirst) continue;
    const done = { field: "completed", quantity: row.completed, kind: "supply" } as const;
    const left = readQuantityLeft(context, place.item, row, done, path);
    if (more !== undefined) detail.set(id.length, more);
    rows.add(place, due, left);
    id.push(row.id);
    kind.push(row.kind);
    frozen.push(row.frozen ? 1 : 0);
    expires.push(until);
  }
  return {
    ...rows.columns(),
    id: (row) => id[row]!,
    kind: (row) => kind[row]!,
    frozen: Uint8Array.from(frozen),
    expires: Int32Array.from(expires),
    detail,
  };
}
