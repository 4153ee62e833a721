import { startQuantityOf } from "../compile/firm-orders.js";
import type { Model } from "../compile/model.js";
import { CapacityLedger, type SourceDay } from "./capacity-ledger.js";
import { dueOfFirm } from "./link-needs.js";
import { inOrderOfPlaces } from "./needs.js";
import { largestStartBelow } from "./pieces-that-fit.js";
import type { OrderColumns } from "./planned-orders.js";

/** Planned orders of a row. */
interface Claim extends SourceDay {
  readonly row: number;
  /** The place of its point by item, site and segment. */
  readonly place: number;
}

/**
 * K46: grants what suppliers can bring to the orders of a plan that was made without looking at it, in the
 * order of due day, item, site, segment, source and place; open supply comes first.
 *
 * @returns what is granted, and what is left; `undefined` when every order gets all that it starts
 */
export function grantCapacity(model: Model, orders: OrderColumns): CapacityLedger | undefined {
  const ledger = new CapacityLedger(model);
  bookOpenSupply(model, orders, ledger);
  let isEnough = true;
  for (const claim of claimsOf(model, orders)) {
    isEnough = grantRow(model, orders, ledger, claim) && isEnough;
  }
  return isEnough ? undefined : ledger;
}

function bookOpenSupply(model: Model, orders: OrderColumns, ledger: CapacityLedger): void {
  const { problem } = model;
  const { supplies } = problem;
  for (const [row, { supplier, scheduled }] of supplies.detail) {
    const kind = supplies.kind(row);
    if (supplier === undefined || (kind !== "purchase" && kind !== "subcontract")) continue;
    const quantity = orders.resized.get(row) ?? supplies.quantity[row]!;
    const item = supplies.item[row]!;
    const { yield: loss } = problem.parameters(item, supplies.site[row]!);
    const counts = startQuantityOf(problem, item, quantity, loss);
    ledger.book(supplier, item, dueOfFirm(model, orders, { row, scheduled }), counts);
  }
}

function claimsOf(model: Model, orders: OrderColumns): Claim[] {
  const claims: Claim[] = [];
  // Names are compared once a point: there may be many more orders.
  const points = [...model.asksInTurn].sort((a, b) => inOrderOfPlaces(model, a, b));
  for (const [place, point] of points.entries()) {
    for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
      const source = orders.source![row]!;
      const supplier = model.sources.at(point)[source]!.row?.supplier;
      if (supplier === undefined || !model.capacities.has(supplier)) continue;
      claims.push({ point, source, day: orders.due[row]!, row, place });
    }
  }
  return claims.sort(
    (a, b) => a.day - b.day || a.place - b.place || a.source - b.source || a.row - b.row,
  );
}

/** Grants each of the equal orders of a row what is left for it; returns whether all got all. */
function grantRow(
  model: Model,
  orders: OrderColumns,
  ledger: CapacityLedger,
  claim: Claim,
): boolean {
  const { point, source, row } = claim;
  const startQuantity = orders.startQuantity[row]!;
  const times = orders.repeat?.[row] ?? 1;
  const whole = Math.min(times, Math.floor(ledger.open(claim) / startQuantity));
  ledger.grant(claim, whole * startQuantity);
  for (let left = times - whole; left > 0; left--) {
    const room = ledger.open(claim);
    const part = largestStartBelow(model, point, source, startQuantity, (start) => start <= room);
    if (part === 0) break;
    ledger.grant(claim, part);
  }
  return whole === times;
}
