import type { PlanningRow } from "../schema/planning-input.js";
import { BULK_ROWS, inChunks, type Steps } from "./chunks.js";
import { type Context, firstOfId } from "./context.js";
import { RowColumns, readPlace } from "./placed-rows.js";
import { NEVER, type SupplyDetail, type SupplyRows } from "./problem.js";
import { readQuantityLeft } from "./quantity-left.js";
import { readDay, readDayOr } from "./read-day.js";
import { readSupplyDetail, type SupplyReferences } from "./supply-detail.js";
import { UniqueIds } from "./unique-ids.js";

type SupplyRow = PlanningRow<"supplies">;

/** T5, N1, N4: open supply, some rows at a time, the good quantity of each that is still to come. */
export function* supplySteps(context: Context, references: SupplyReferences): Steps<SupplyRows> {
  const given = context.input.supplies ?? [];
  const rows = new RowColumns(given.length);
  const id: string[] = [];
  const kind: ReturnType<SupplyRows["kind"]>[] = [];
  const frozen = new Uint8Array(given.length);
  const expires = new Int32Array(given.length);
  const detail = new Map<number, SupplyDetail>();
  const ids = new UniqueIds((r) => given[r]!.id);

  function readRow(row: SupplyRow, r: number): void {
    const path = ["supplies", r];
    const isFirst = firstOfId(context, ids, row.id, path, "supply");
    const place = readPlace(context, row, path);
    const due = readDay(row.due, path, context.issues, "due");
    const until = readDayOr(row.expires, NEVER, path, context.issues, "expires");
    const more = readSupplyDetail(context, row, place, path, references);
    if (place === undefined || !isFirst) return;
    const left = readQuantityLeft(context, place.item, row, "completed", path);
    const n = rows.count;
    if (more !== undefined) detail.set(n, more);
    rows.add(place, due, left);
    id.push(row.id);
    kind.push(row.kind);
    frozen[n] = row.frozen ? 1 : 0;
    expires[n] = until;
  }

  yield* inChunks(given.length, BULK_ROWS, (from, end) => {
    for (let r = from; r < end; r++) readRow(given[r]!, r);
  });
  return {
    id: (row) => id[row]!,
    kind: (row) => kind[row]!,
    frozen: frozen.subarray(0, rows.count),
    expires: expires.subarray(0, rows.count),
    detail,
    ...rows.columns(),
  };
}
