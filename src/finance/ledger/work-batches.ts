import type { Factor } from "./factor.js";
import type { LedgerParts } from "./ledger-parts.js";
import { inputLegs, type OrderInput, partOf } from "./legs.js";
import { batchesOf, routedOrders } from "./made-orders.js";
import type { PricedOrders } from "./order-prices.js";
import type { PostingLeg } from "./posting-batch.js";
import type { PostingWalk } from "./posting-walk.js";
import { purchaseFactors, purchaseLegs } from "./purchase-batches.js";
import { type OperationWork, routingWork } from "./routing-work.js";
import { type SourceOrders, visitOrders } from "./source-orders.js";
import { standardPrice } from "./standard-price.js";
import type { WorkFactor } from "./work-factors.js";

const ACCOUNTS = {
  setup: "setupAbsorbed",
  run: "runAbsorbed",
  subcontract: "subcontract",
} as const;

/** What goes into orders, in counts of something. */
interface Work {
  readonly cause: keyof typeof ACCOUNTS;
  readonly element: NonNullable<OrderInput["element"]>;
  readonly workCenter: string | null;
  /** Who does it, when he is paid for it by himself. */
  readonly worker: string | null;
  readonly count: Float64Array;
}

/** Posts what a supplier's work on orders of his own costs. */
export function postSubcontract(
  walk: PostingWalk,
  { point, source }: SourceOrders,
  { rows, lacks, ...priced }: PricedOrders,
): void {
  const { setting, orders } = walk.parts;
  if (lacks === "rate") return;
  const isStandard = lacks === "price";
  const price = isStandard ? standardPrice(setting, point, "subcontract") : priced.price;
  if (price === undefined || price.ratio.num === 0n) return;
  const legs = workLegs(walk, point, source.supplier, {
    ...{ cause: "subcontract", element: "subcontract", workCenter: null, worker: null },
    count: isStandard ? orders.quantity : orders.startQuantity,
  });
  visitOrders(walk, { point, rows }, legs, [price]);
}

/** Where work in process is not known, only what is spent is posted. */
function workLegs(
  { parts, lists }: PostingWalk,
  point: number,
  supplier: string | null,
  { cause, element, workCenter, worker, count }: Work,
): readonly PostingLeg[] {
  const { orders, unknown } = parts;
  const { due, release } = orders;
  const isUnknown = unknown.has(point);
  const make = (): readonly PostingLeg[] => {
    const legs = inputLegs({
      ...{ account: ACCOUNTS[cause], cause, element, workCenter, supplier, worker, sign: 1 },
      ...{ part: partOf(count), day: cause === "subcontract" ? due : release, done: due },
    });
    return isUnknown ? legs.slice(0, 1) : legs;
  };
  return lists.of(
    ["work", cause, element, workCenter, supplier, worker, isUnknown, count, due],
    make,
  );
}

/** Posts set-up as the item states it, else hours of it; hours of run; suppliers' work. */
export function postWork(walk: PostingWalk, of: SourceOrders): void {
  const { parts, asked } = walk;
  const { setting, orders, workFactors } = parts;
  const { point, number } = of;
  const place = setting.points[point]!;
  const isStated = parts.setupCostOf(point) !== undefined;
  if (asked.work) postStatedSetup(walk, of);
  for (const { routing, rows } of routedOrders(setting, point, number, orders, of.rows)) {
    const { works, isHourCostMissing, isSubcontractMissing } = routingWork(routing);
    for (const work of works) {
      if (work.cause === "setup" && isStated) continue;
      if (!asked.work && work.supplier === null) continue;
      const factors = workFactors.of(work, point);
      if (factors === undefined) setting.miss(place, "rate");
      else postOperation(walk, { ...of, rows }, work, factors);
    }
    if (isHourCostMissing) setting.miss(place, "hourCost");
    if (isSubcontractMissing) setting.miss(place, "subcontractCost");
  }
}

function postStatedSetup(walk: PostingWalk, of: SourceOrders): void {
  const { parts } = walk;
  const { setting, orders } = parts;
  const stated = parts.setupCostOf(of.point);
  if (stated === undefined || stated.num === 0n) return;
  const amount = setting.inCurrency(stated);
  if (amount === undefined) {
    setting.miss(setting.points[of.point]!, "rate");
    return;
  }
  const work = { cause: "setup", element: "setup", workCenter: null, worker: null } as const;
  const legs = workLegs(walk, of.point, of.source.supplier, { ...work, count: orders.ones });
  visitOrders(walk, of, legs, [setting.factors.of(amount)]);
}

/** Element by element; and what a supplier does is bought. */
function postOperation(
  walk: PostingWalk,
  of: SourceOrders,
  work: OperationWork,
  factors: readonly WorkFactor[],
): void {
  const { cause, workCenter, supplier } = work;
  const count = walk.asked.work ? countsOf(walk.parts, of, work) : undefined;
  for (const { element, factor } of factors) {
    if (count !== undefined) {
      const one = { cause, element, workCenter, worker: supplier, count };
      visitOrders(walk, of, workLegs(walk, of.point, of.source.supplier, one), [factor]);
    }
    if (walk.asked.purchases && supplier !== null) postSupplierWork(walk, of, supplier, factor);
  }
}

/** Orders, batches or what is started, for which work is done. */
function countsOf(
  { setting, orders }: LedgerParts,
  { point, rows }: SourceOrders,
  { cause, batches }: OperationWork,
): Float64Array {
  if (cause === "setup") return orders.ones;
  if (batches === undefined) return orders.startQuantity;
  return batchesOf(orders, rows, batches, setting.movements.decimals(point));
}

/** What a supplier does on an order is committed when that is released, and comes in when it is done. */
function postSupplierWork(
  walk: PostingWalk,
  of: SourceOrders,
  supplier: string,
  factor: Factor,
): void {
  const { setting, orders } = walk.parts;
  const { release, due, startQuantity } = orders;
  const factors = purchaseFactors(setting, supplier, factor);
  const legs = walk.lists.of(["supplier's", supplier, factors.length, startQuantity, due], () => {
    const bought = { cause: "subcontract", supplier, ordered: release, due } as const;
    const counts = { priced: startQuantity, quantity: undefined };
    return purchaseLegs(setting, { ...bought, ...counts }, factors.length > 1);
  });
  visitOrders(walk, of, legs, factors);
}
