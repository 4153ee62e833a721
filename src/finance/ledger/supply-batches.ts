import { SUPPLY_MOVEMENT_KINDS } from "../../mrp/index.js";
import type { LedgerParts } from "./ledger-parts.js";
import { legOf, outputLegs, partOf } from "./legs.js";
import type { AskedOfOrders } from "./order-batches.js";
import { RECEIPT_CAUSES } from "./order-causes.js";
import type { BatchVisitor, PostingLeg } from "./posting-batch.js";
import { purchaseLegs, standardPrice } from "./purchase-batches.js";

/**
 * Posts the open supplies of a stocking point: what is bought at standard cost, as it is committed
 * already; all as they come in.
 */
export function postSupplies(
  parts: LedgerParts,
  point: number,
  asked: AskedOfOrders,
  visit: BatchVisitor,
): void {
  const { setting } = parts;
  const { first } = setting.movements.supplies;
  for (let place = first[point]!; place < first[point + 1]!; place++) {
    const legs = legsOf(parts, point, place, asked);
    if (legs.length === 0) continue;
    const ref = parts.supplyPlaces;
    const rows = ref.subarray(place, place + 1);
    visit({ point, rows, count: 1, of: "supply", ref, times: undefined, legs });
  }
}

function legsOf(
  parts: LedgerParts,
  point: number,
  place: number,
  asked: AskedOfOrders,
): readonly PostingLeg[] {
  const { setting, unknown, standards } = parts;
  const { supplies } = setting.movements;
  const { day, quantity } = supplies;
  const kind = SUPPLY_MOVEMENT_KINDS[supplies.kind[place]!]!;
  const received = { cause: RECEIPT_CAUSES[kind], supplier: supplies.supplier(place) };
  const cost = setting.costs[point];
  const legs: PostingLeg[] = [];
  if (asked.purchases && (kind === "purchase" || kind === "subcontract")) {
    const price = standardPrice(setting, point, kind);
    if (price === undefined) setting.miss(setting.points[point]!, "purchasePrice");
    else {
      const cause = kind === "purchase" ? "purchase" : "subcontract";
      const bought = { ...received, cause, price, due: day, priced: quantity, quantity } as const;
      legs.push(...purchaseLegs(setting, { ...bought, ordered: parts.startDays }));
    }
  }
  if (cost === undefined || !asked.receipts) return legs;
  const part = partOf(quantity, cost);
  legs.push(legOf("inventory", received, day, 1, part, quantity));
  if ((kind === "production" || kind === "subcontract") && !unknown.has(point)) {
    const standard = asked.parts ? standards.of(point, point) : standards.whole(point);
    legs.push(...outputLegs({ ...received, day, done: day, part }, standard));
  }
  return legs;
}
