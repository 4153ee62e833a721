import type { MovementSource } from "../../mrp/index.js";
import type { LedgerParts } from "./ledger-parts.js";
import { inputLegs, legOf, outputLegs, partOf } from "./legs.js";
import { batchesOf, routedOrders } from "./made-orders.js";
import { RECEIPT_CAUSES } from "./order-causes.js";
import { pricedOrders } from "./order-prices.js";
import type { LedgerAccount, PostingCause } from "./posting.js";
import type { BatchVisitor, LegPart, PostingLeg } from "./posting-batch.js";
import { postPurchases, purchaseLegs, standardPrice } from "./purchase-batches.js";
import { type OperationWork, routingWork } from "./routing-work.js";
import type { WorkFactor } from "./work-factors.js";

/** Planned orders of one source of a stocking point. */
interface SourceOrders {
  readonly point: number;
  readonly number: number;
  readonly source: MovementSource;
  readonly rows: Int32Array | undefined;
}

/** What is asked of orders: their purchase, what is spent on them, what comes of them. */
export interface AskedOfOrders {
  readonly purchases: boolean;
  readonly work: boolean;
  readonly receipts: boolean;
  /** What comes of them out of work in process, too. */
  readonly jobs: boolean;
  /** Of which parts the standard cost of what comes of them consists. */
  readonly parts: boolean;
}

/** Posts the planned orders of a stocking point: as bought, made and received. */
export function postOrders(
  parts: LedgerParts,
  point: number,
  asked: AskedOfOrders,
  visit: BatchVisitor,
): void {
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
    if (kind === "subcontract" || (kind === "buy" && asked.purchases)) {
      postBought(parts, of, asked, visit);
    }
    if (kind === "make" && isWorkAsked(parts, asked)) postWork(parts, of, asked, visit);
    if (asked.receipts) postReceipts(parts, of, asked, visit);
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

function visitAll(
  { orders }: LedgerParts,
  { point, rows }: Pick<SourceOrders, "point" | "rows">,
  visit: BatchVisitor,
  legs: readonly PostingLeg[],
): void {
  if (legs.length === 0) return;
  const { count, place, times } = orders;
  visit({ point, rows, count: rows?.length ?? count, of: "order", ref: place, times, legs });
}

function postBought(
  parts: LedgerParts,
  of: SourceOrders,
  asked: AskedOfOrders,
  visit: BatchVisitor,
): void {
  const { setting, orders } = parts;
  const { point, source, rows } = of;
  const cause = source.kind === "buy" ? "purchase" : "subcontract";
  for (const priced of pricedOrders(setting, point, source, orders, rows)) {
    if (asked.purchases)
      postPurchases(setting, visit, { point, cause, supplier: source.supplier, orders, priced });
    if (cause === "purchase" || priced.lacks === "rate" || !asked.work) continue;
    const isStandard = priced.lacks === "price";
    const price = isStandard ? standardPrice(setting, point, cause) : priced.price;
    if (price === undefined || price.ratio.num === 0n) continue;
    const count = isStandard ? orders.quantity : orders.startQuantity;
    const input = { account: "subcontract", cause, workCenter: null } as const;
    const legs = workLegs(parts, of, { ...input, part: partOf(count, price) }, "subcontract");
    visitAll(
      parts,
      { point, rows: priced.rows },
      visit,
      accountAlone(legs, parts.unknown.has(point)),
    );
  }
}

/** Where work in process is not known, only what is spent is posted. */
function accountAlone(legs: readonly PostingLeg[], isUnknown: boolean): readonly PostingLeg[] {
  return isUnknown ? legs.slice(0, 1) : legs;
}

interface Work {
  readonly account: LedgerAccount;
  readonly cause: PostingCause;
  readonly workCenter: string | null;
  readonly part: LegPart;
  readonly worker?: string | null | undefined;
}

function workLegs(
  { orders }: LedgerParts,
  { source }: SourceOrders,
  { account, cause, workCenter, part, worker }: Work,
  element: NonNullable<PostingLeg["element"]>,
): readonly PostingLeg[] {
  return inputLegs({
    ...{ account, cause, element, workCenter, supplier: source.supplier, worker, sign: 1, part },
    ...{ day: cause === "subcontract" ? orders.due : orders.release, done: orders.due },
  });
}

/** Set-up as the item states it, else hours of it; hours of run; suppliers' work. */
function postWork(
  parts: LedgerParts,
  of: SourceOrders,
  asked: AskedOfOrders,
  visit: BatchVisitor,
): void {
  const { setting, orders, workFactors } = parts;
  const { point, number } = of;
  const place = setting.points[point]!;
  const stated = parts.setupCostOf(point);
  if (asked.work && stated !== undefined && stated.num !== 0n) {
    const amount = setting.inCurrency(stated);
    if (amount === undefined) setting.miss(place, "rate");
    else {
      const part = partOf(orders.ones, setting.factors.of(amount));
      const setup = { account: "setupAbsorbed", cause: "setup", workCenter: null, part } as const;
      const legs = workLegs(parts, of, setup, "setup");
      visitAll(parts, of, visit, accountAlone(legs, parts.unknown.has(point)));
    }
  }
  for (const { routing, rows } of routedOrders(setting, point, number, orders, of.rows)) {
    const { works, isHourCostMissing, isSubcontractMissing } = routingWork(routing);
    for (const work of works) {
      if (work.cause === "setup" && stated !== undefined) continue;
      if (!asked.work && work.supplier === null) continue;
      const factors = workFactors.of(work, point);
      if (factors === undefined) {
        setting.miss(place, "rate");
        continue;
      }
      const legs = asked.work ? operationLegs(parts, of, rows, work, factors) : [];
      visitAll(parts, { point, rows }, visit, legs);
      if (asked.purchases) {
        visitAll(parts, { point, rows }, visit, supplierLegs(parts, work, factors));
      }
    }
    if (isHourCostMissing) setting.miss(place, "hourCost");
    if (isSubcontractMissing) setting.miss(place, "subcontractCost");
  }
}

const ACCOUNTS = {
  setup: "setupAbsorbed",
  run: "runAbsorbed",
  subcontract: "subcontract",
} as const;

function operationLegs(
  parts: LedgerParts,
  of: SourceOrders,
  rows: Int32Array | undefined,
  work: OperationWork,
  factors: readonly WorkFactor[],
): readonly PostingLeg[] {
  const { setting, orders, unknown } = parts;
  const { point } = of;
  const { cause, workCenter, supplier, batches } = work;
  const count =
    cause === "setup"
      ? orders.ones
      : batches === undefined
        ? orders.startQuantity
        : batchesOf(orders, rows, batches, setting.movements.decimals(point));
  const input = { account: ACCOUNTS[cause], cause, workCenter, worker: supplier };
  return factors.flatMap(({ element, factor }) => {
    const legs = workLegs(parts, of, { ...input, part: partOf(count, factor) }, element);
    return accountAlone(legs, unknown.has(point));
  });
}

/** What a supplier does on an order is committed when that is released, and comes in when it is done. */
function supplierLegs(
  { setting, orders }: LedgerParts,
  { supplier }: OperationWork,
  factors: readonly WorkFactor[],
): readonly PostingLeg[] {
  if (supplier === null) return [];
  const { release, due, startQuantity } = orders;
  const bought = { cause: "subcontract", supplier, ordered: release, due } as const;
  return factors.flatMap(({ factor }) =>
    purchaseLegs(setting, { ...bought, priced: startQuantity, quantity: undefined, price: factor }),
  );
}

/** Posts what comes in as stock, and of what is made as what comes of work in process. */
function postReceipts(
  parts: LedgerParts,
  of: SourceOrders,
  asked: AskedOfOrders,
  visit: BatchVisitor,
): void {
  const { setting, orders, standards } = parts;
  const { point, source } = of;
  const cost = setting.costs[point];
  if (cost === undefined) return;
  const { quantity, due } = orders;
  const received = { cause: RECEIPT_CAUSES[source.kind], supplier: source.supplier };
  const part = partOf(quantity, cost);
  const legs = [legOf("inventory", received, due, 1, part, quantity)];
  const isMade = source.kind === "make" || source.kind === "subcontract";
  if (isMade && asked.jobs && !parts.unknown.has(point)) {
    const standard = asked.parts ? standards.of(point, point) : standards.whole(point);
    legs.push(...outputLegs({ ...received, day: due, done: due, part }, standard));
  }
  visitAll(parts, of, visit, legs);
}
