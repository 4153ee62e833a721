import { overflow } from "../compile/changes.js";
import { SOURCE_KIND } from "../compile/firm-orders.js";
import type { OpenSupply, PointSource } from "../compile/model.js";
import { NEVER } from "../input/problem.js";
import { orderPieces } from "./lots.js";
import type { DrawnSupply, Netting } from "./netting.js";
import { checkedLeadTime, takesDay, takesQuantity } from "./place-order.js";

/** Begins a shortage of its own: what is drawn from here on is drawn for it. */
export function beginShortage(netting: Netting): void {
  const { drawn } = netting;
  if (drawn === undefined || drawn.length === 0) return;
  netting.drawnBefore = lastOf(netting, drawn, netting.drawnBefore);
  netting.drawn = [];
}

/** K33: notes that a supply is drawn for the shortage at work. */
export function noteDrawn(
  netting: Netting,
  supply: OpenSupply,
  day: number,
  lands: number,
  insideFence: boolean,
): void {
  const mayChange = !insideFence && lands <= day && mayResize(netting, supply);
  netting.drawn?.push({
    supply,
    quantity: supply.quantity,
    // Of what the end of the fence draws no message speaks (K5).
    standsOn: insideFence ? supply.due : standingDay(netting, supply, day, lands),
    mayShrink: mayChange,
    mayGrow: mayChange && !staysInFence(netting, supply, day),
  });
}

/**
 * M1, K33: lowers the supply that will stand last of those drawn for a shortage to what a new order
 * would bring, where they lift the stock above an order-up-to level.
 */
export function lowerToLevel(netting: Netting, day: number): void {
  const { arena, detail, drawn, drawnBefore } = netting;
  const { lot } = detail;
  if (drawn === undefined || drawn.length === 0 || lot.rule !== "orderUpTo") return;
  const last = lastOf(netting, drawn, undefined)!;
  const wanted = lot.orderUpTo - netting.projected + last.quantity;
  if (!last.mayShrink || wanted <= 0 || wanted >= last.quantity) return;
  const quantity = asOneOrder(netting, last.supply, wanted, day);
  if (quantity === undefined || quantity >= last.quantity) return;
  const lowered = { ...last, quantity };
  drawn[drawn.indexOf(last)] = lowered;
  // Lowered it must not overtake what is drawn before it, or the next plan would draw it first.
  if (lastOf(netting, drawn, drawnBefore) !== lowered) {
    drawn[drawn.indexOf(lowered)] = last;
    return;
  }
  arena.resized.set(last.supply.row, quantity);
  arena.observe?.resizes(last.supply.row, last.quantity, quantity);
  netting.projected += quantity - last.quantity;
}

/**
 * M1, K33: raises the supply that will stand last of those drawn for a shortage by what a new order
 * would bring, if its own source makes one order of it.
 *
 * @param lot - what the lot rule orders for the shortage, before modifiers
 * @returns whether no new order is needed
 */
export function increaseDrawn(netting: Netting, day: number, lot: number): boolean {
  const { arena, detail, drawn, drawnBefore, model, point } = netting;
  if (drawn === undefined || drawn.length === 0 || !drawn.every(({ mayGrow }) => mayGrow)) {
    return false;
  }
  const last = lastOf(netting, drawn, drawnBefore)!;
  const isTooSoon =
    model.conventions.rescheduling === "achievable" &&
    !last.supply.scheduled &&
    day < detail.earliestArrival;
  if (isTooSoon || last === drawnBefore) return false;
  const quantity = asOneOrder(netting, last.supply, last.quantity + lot, day);
  if (quantity === undefined) return false;
  if (!(quantity <= Number.MAX_SAFE_INTEGER)) {
    throw overflow(model.problem, model.points.item[point]!);
  }
  arena.resized.set(last.supply.row, quantity);
  arena.observe?.resizes(last.supply.row, last.quantity, quantity);
  netting.projected += quantity - last.quantity;
  drawn[drawn.indexOf(last)] = { ...last, quantity };
  return true;
}

/** What is issued or shipped keeps its quantity, and what expires would leave again. */
function mayResize({ model }: Netting, { row, expires }: OpenSupply): boolean {
  const { supplies } = model.problem;
  const isOnOrder = supplies.kind(row) === "purchase" || supplies.detail.get(row)?.firm === true;
  return isOnOrder && expires === NEVER;
}

/** Whether a supply that is drawn for a day after the fence is left where it stands inside it. */
function staysInFence({ detail }: Netting, { due }: OpenSupply, day: number): boolean {
  const from = Math.max(0, due);
  return from < detail.fenceEnd && day - from <= detail.parameters.deferTolerance;
}

/** The day on which a supply stands once its message is carried out (M1). */
function standingDay(netting: Netting, supply: OpenSupply, day: number, lands: number): number {
  const { due } = supply;
  // No message moves in what a capacity schedule has dated (K57).
  if (due > day) return supply.scheduled ? due : lands;
  const from = Math.max(0, due);
  const receipt = netting.receipt[day]!;
  const isDeferred = day - from > netting.detail.parameters.deferTolerance && receipt > from;
  return isDeferred ? receipt : due;
}

/** The one that stands last by day, quantity and id, which is drawn last by the next plan (N4). */
function lastOf(
  { model }: Netting,
  drawn: readonly DrawnSupply[],
  before: DrawnSupply | undefined,
): DrawnSupply | undefined {
  const { supplies } = model.problem;
  let last = before;
  for (const one of drawn) {
    const order =
      last === undefined
        ? 1
        : one.standsOn - last.standsOn ||
          one.quantity - last.quantity ||
          (supplies.id(one.supply.row) < supplies.id(last.supply.row) ? -1 : 1);
    if (order > 0) last = one;
  }
  return last;
}

/** The good quantity of an order from the supply's own source, if that makes exactly one of it. */
function asOneOrder(
  netting: Netting,
  supply: OpenSupply,
  quantity: number,
  day: number,
): number | undefined {
  const { model, point } = netting;
  const source = ownSource(netting, supply);
  // A lane from stock brings no more than is free (K44).
  if (source === undefined || source.row?.onlyFromStock) return undefined;
  const [piece, ...more] = orderPieces(quantity, source.modifiers, model.yields[point]);
  if (piece === undefined || piece.times > 1 || more.length > 0) return undefined;
  if (!takesQuantity(source, piece.startQuantity)) return undefined;
  if (!takesDay(model, point, source, netting.receipt[day]!)) return undefined;
  checkedLeadTime(model, point, source, piece.startQuantity);
  return piece.quantity;
}

/** The source that a supply names, else the first of its kind, supplier and shipping site. */
function ownSource({ model, point }: Netting, { row }: OpenSupply): PointSource | undefined {
  const { supplies } = model.problem;
  const { source: id, supplier, from } = supplies.detail.get(row) ?? {};
  const sources = model.sources.at(point);
  if (id !== undefined) return sources.find((source) => source.row?.id === id);
  const kind = SOURCE_KIND[supplies.kind(row)];
  return sources.find(
    (source) =>
      source.kind === kind &&
      (kind !== "transfer" || source.row?.from === from) &&
      (supplier === undefined || source.row?.supplier === supplier),
  );
}
