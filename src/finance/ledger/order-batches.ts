import type { LedgerParts } from "./ledger-parts.js";
import { legOf, outputLegs, partOf } from "./legs.js";
import { RECEIPT_CAUSES } from "./order-causes.js";
import { pricedOrders } from "./order-prices.js";
import type { AskedOfOrders, PostingWalk } from "./posting-walk.js";
import { postPurchases } from "./purchase-batches.js";
import { type SourceOrders, visitOrders } from "./source-orders.js";
import { postSubcontract, postWork } from "./work-batches.js";

/** Posts the planned orders of a stocking point: as bought, made and received. */
export function postOrders(walk: PostingWalk, point: number): void {
  const { parts, asked } = walk;
  const { setting, orders } = parts;
  const { movements } = setting;
  const sources = movements.sourceCount(point);
  if (!asked.receipts && !isAsked(parts, point, asked)) return;
  if (asked.work || asked.jobs) parts.lookForUnknown();
  orders.read(point);
  if (orders.count === 0) return;
  for (let number = 0; number < sources; number++) {
    const rows = orders.rowsOf(number, sources);
    if (rows?.length === 0) continue;
    const source = movements.source(point, number);
    const of = { point, number, source, rows };
    const { kind } = source;
    if (kind === "subcontract" || (kind === "buy" && asked.purchases)) postBought(walk, of);
    if (kind === "make" && isWorkAsked(parts, asked)) postWork(walk, of);
    if (asked.receipts) postReceipts(walk, of);
  }
}

/** Whether some source is one of which something is asked. */
function isAsked(parts: LedgerParts, point: number, asked: AskedOfOrders): boolean {
  const { movements } = parts.setting;
  for (let number = 0; number < movements.sourceCount(point); number++) {
    const { kind } = movements.source(point, number);
    if (kind === "subcontract") return true;
    if (kind === "buy" ? asked.purchases : kind === "make" && isWorkAsked(parts, asked))
      return true;
  }
  return false;
}

/** What suppliers work on orders that are made is bought, too. */
function isWorkAsked({ hasSupplierWork }: LedgerParts, asked: AskedOfOrders): boolean {
  return asked.work || (asked.purchases && hasSupplierWork);
}

function postBought(walk: PostingWalk, of: SourceOrders): void {
  const { parts, asked } = walk;
  const { point, source, rows } = of;
  const { supplier } = source;
  const cause = source.kind === "buy" ? "purchase" : "subcontract";
  for (const priced of pricedOrders(parts.setting, point, source, parts.orders, rows)) {
    if (asked.purchases) postPurchases(walk, { point, cause, supplier, priced });
    if (cause === "subcontract" && asked.work) postSubcontract(walk, of, priced);
  }
}

/** Posts what comes in as stock, and of what is made as what comes of work in process. */
function postReceipts(walk: PostingWalk, of: SourceOrders): void {
  const { parts, asked, lists } = walk;
  const { setting, orders, standards, unknown } = parts;
  const { point, source } = of;
  const { kind, supplier } = source;
  const cost = setting.costs[point];
  if (cost === undefined) return;
  const { quantity, due } = orders;
  const isJob = (kind === "make" || kind === "subcontract") && asked.jobs && !unknown.has(point);
  const standard = isJob ? standards.of(point, point, asked.parts) : undefined;
  const legs = lists.of(["receipts", kind, supplier, standard?.shape, quantity, due], () => {
    const received = { cause: RECEIPT_CAUSES[kind], supplier };
    const stock = legOf("inventory", received, due, 1, partOf(quantity), quantity);
    if (standard === undefined) return [stock];
    return [stock, ...outputLegs({ ...received, day: due, done: due, quantity }, standard.shape)];
  });
  visitOrders(walk, of, legs, standard?.factors ?? [cost]);
}
