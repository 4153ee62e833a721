import { SUPPLY_MOVEMENT_KINDS } from "../../mrp/index.js";
import type { Factor } from "./factor.js";
import { legOf, outputLegs, partOf } from "./legs.js";
import { RECEIPT_CAUSES } from "./order-causes.js";
import type { PostingLeg } from "./posting-batch.js";
import type { PostingWalk } from "./posting-walk.js";
import { purchaseFactors, purchaseLegs } from "./purchase-batches.js";
import { standardPrice } from "./standard-price.js";

type SupplyKind = (typeof SUPPLY_MOVEMENT_KINDS)[number];

/**
 * Posts the open supplies of a stocking point: what is bought at standard cost, as it is committed
 * already; all as they come in.
 */
export function postSupplies(walk: PostingWalk, point: number): void {
  const { supplies } = walk.parts.setting.movements;
  const { first } = supplies;
  for (let place = first[point]!; place < first[point + 1]!; place++) {
    const kind = SUPPLY_MOVEMENT_KINDS[supplies.kind[place]!]!;
    if (kind === "purchase" || kind === "subcontract") postBought(walk, point, place, kind);
    if (walk.asked.receipts) postReceived(walk, point, place, kind);
  }
}

function put(
  { parts, visit }: PostingWalk,
  point: number,
  place: number,
  legs: readonly PostingLeg[],
  factors: readonly Factor[],
): void {
  visit({
    point,
    rows: undefined,
    first: place,
    count: 1,
    of: "supply",
    ref: parts.supplyPlaces,
    times: undefined,
    takerSource: undefined,
    legs,
    factors,
  });
}

function postBought(
  walk: PostingWalk,
  point: number,
  place: number,
  cause: "purchase" | "subcontract",
): void {
  const { parts, asked, lists } = walk;
  const { setting } = parts;
  if (!asked.purchases) return;
  const price = standardPrice(setting, point, cause);
  if (price === undefined) {
    setting.miss(setting.points[point]!, "purchasePrice");
    return;
  }
  const { day, quantity, supplier: supplierAt } = setting.movements.supplies;
  const supplier = supplierAt(place);
  const factors = purchaseFactors(setting, supplier, price);
  const legs = lists.of(["bought", cause, supplier, factors.length], () =>
    purchaseLegs(
      setting,
      {
        ...{ cause, supplier, ordered: parts.startDays, due: day },
        ...{ priced: quantity, quantity },
      },
      factors.length > 1,
    ),
  );
  put(walk, point, place, legs, factors);
}

function postReceived(walk: PostingWalk, point: number, place: number, kind: SupplyKind): void {
  const { parts, asked, lists } = walk;
  const { setting, unknown, standards } = parts;
  const { day, quantity, supplier: supplierAt } = setting.movements.supplies;
  const cost = setting.costs[point];
  if (cost === undefined) return;
  const isMade = (kind === "production" || kind === "subcontract") && !unknown.has(point);
  const standard = isMade ? standards.of(point, point, asked.parts) : undefined;
  const received = { cause: RECEIPT_CAUSES[kind], supplier: supplierAt(place) };
  const legs = lists.of(["received", kind, received.supplier, standard?.shape], () => [
    legOf("inventory", received, day, 1, partOf(quantity), quantity),
    ...(standard === undefined
      ? []
      : outputLegs({ ...received, day, done: day, quantity }, standard.shape)),
  ]);
  put(walk, point, place, legs, standard?.factors ?? [cost]);
}
