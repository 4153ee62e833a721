import { STOCK_MOVEMENT_KINDS, type StockMovementKind } from "../../mrp/index.js";
import type { LedgerParts } from "./ledger-parts.js";
import { inputLegs, legOf, outputLegs, partOf } from "./legs.js";
import type { AskedOfOrders } from "./order-batches.js";
import type { PostingCause } from "./posting.js";
import type { BatchOf, BatchVisitor, PostingLeg } from "./posting-batch.js";

/** How movements of a kind are posted; orders and open supplies that come in are posted apart. */
const KINDS: Readonly<
  Partial<Record<StockMovementKind, { readonly cause: PostingCause; readonly of: BatchOf }>>
> = {
  opening: { cause: "opening", of: null },
  release: { cause: "release", of: null },
  expiry: { cause: "expiry", of: null },
  coProduct: { cause: "coProduct", of: "order" },
  coProductOfSupply: { cause: "coProduct", of: "supply" },
  demand: { cause: "shipment", of: "demand" },
  issue: { cause: "issue", of: "order" },
  issueToSupply: { cause: "issue", of: "supply" },
  transferOut: { cause: "transfer", of: "order" },
  transferOutToSupply: { cause: "transfer", of: "supply" },
  allocation: { cause: "allocation", of: null },
};

/**
 * Posts what else comes into the stock of a point, and all that goes out: components for orders also as
 * issued and as work in process, co-products as what comes of it.
 *
 * @param asked - whether work in process is asked for
 */
export function postStock(
  parts: LedgerParts,
  point: number,
  asked: Pick<AskedOfOrders, "jobs" | "parts">,
  visit: BatchVisitor,
): void {
  const { setting, unknown, standards } = parts;
  const cost = setting.costs[point];
  if (cost === undefined) return;
  const stock = setting.movements.stock(point);
  const { row, times, quantity, day, otherDue, otherPoint, otherSource } = stock;
  const part = partOf(quantity, cost);
  const put = (of: BatchOf, rows: Int32Array, legs: readonly PostingLeg[]): void => {
    if (rows.length === 0) return;
    const taker = otherSource;
    visit({ point, rows, count: rows.length, of, ref: row, times, takerSource: taker, legs });
  };
  for (const [name, rows] of rowsByKind(stock, parts)) {
    const posted = KINDS[name];
    if (posted === undefined) continue;
    const { cause, of } = posted;
    const moved = legOf("inventory", { cause, supplier: null }, day, 1, part, quantity);
    const job = { supplier: "taker", point: otherPoint, day, done: otherDue, part } as const;
    if (cause === "issue") {
      const out = { cause, element: "material", supplier: null } as const;
      const issued = legOf("materialIssued", out, day, -1, part, quantity);
      if (!asked.jobs) {
        put(of, rows, [moved, issued]);
        continue;
      }
      const legs = inputLegs({ ...job, cause, element: "material", account: undefined, sign: -1 });
      const known = unknown.without(rows, otherPoint);
      if (known === rows) put(of, rows, [moved, issued, ...legs]);
      else {
        put(of, rows, [moved, issued]);
        put(of, known, legs);
      }
      continue;
    }
    put(of, rows, [moved]);
    if (cause !== "coProduct" || !asked.jobs) continue;
    for (const [lead, list] of byLead(unknown.without(rows, otherPoint), otherPoint)) {
      const standard = asked.parts ? standards.of(point, lead) : standards.whole(point);
      put(of, Int32Array.from(list), outputLegs({ ...job, cause }, standard));
    }
  }
}

/** The rows of each kind that is posted here; they hold until the next call. */
function rowsByKind(
  { count, kind }: { readonly count: number; readonly kind: Uint8Array },
  parts: LedgerParts,
): readonly (readonly [StockMovementKind, Int32Array])[] {
  const ends = new Int32Array(STOCK_MOVEMENT_KINDS.length + 1);
  for (let n = 0; n < count; n++) ends[kind[n]! + 1]!++;
  for (let k = 1; k < ends.length; k++) ends[k]! += ends[k - 1]!;
  const starts = ends.slice();
  const rows = parts.scratchRows(count);
  for (let n = 0; n < count; n++) rows[starts[kind[n]!]!++] = n;
  const found: (readonly [StockMovementKind, Int32Array])[] = [];
  for (const [k, name] of STOCK_MOVEMENT_KINDS.entries()) {
    if (ends[k] === ends[k + 1] || KINDS[name] === undefined) continue;
    found.push([name, rows.subarray(ends[k], ends[k + 1])]);
  }
  return found;
}

function byLead(rows: Int32Array, otherPoint: Int32Array): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const row of rows) {
    const list = found.get(otherPoint[row]!);
    if (list === undefined) found.set(otherPoint[row]!, [row]);
    else list.push(row);
  }
  return found;
}
