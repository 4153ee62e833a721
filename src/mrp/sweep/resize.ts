import { overflow } from "../compile/changes.js";
import type { OpenSupply } from "../compile/model.js";
import { NEVER } from "../input/problem.js";
import type { Netting } from "./netting.js";
import { type Choice, chooseSource } from "./place-order.js";

/**
 * M1, K33: the good quantity that a supply should bring which is drawn for a day and there by it:
 * less than it has, where it would lift the stock above an order-up-to level.
 *
 * @returns its own quantity when there is nothing to take off
 */
export function quantityAtLevel(netting: Netting, supply: OpenSupply, day: number): number {
  const { detail, projected } = netting;
  const { lot } = detail;
  if (lot.rule !== "orderUpTo") return supply.quantity;
  const wanted = lot.orderUpTo - projected;
  if (wanted <= 0 || wanted >= supply.quantity) return supply.quantity;
  const enough = onePiece(netting, wanted, day) ?? supply.quantity;
  if (enough >= supply.quantity) return supply.quantity;
  netting.arena.resized.set(supply.row, enough);
  return enough;
}

/**
 * M1, K33: raises the supply that was drawn last for a shortage by what a new order would bring, if
 * one order of the sum may be placed.
 *
 * @param lot - what the lot rule orders for the shortage, before modifiers
 * @returns whether no new order is needed
 */
export function increaseDrawn(netting: Netting, day: number, lot: number): boolean {
  const { arena, expiring, mayGrow: supply, model, point } = netting;
  if (supply === undefined || supply === null) return false;
  const quantity = onePiece(netting, supply.quantity + lot, day);
  if (quantity === undefined) return false;
  if (!(quantity <= Number.MAX_SAFE_INTEGER)) {
    throw overflow(model.problem, model.points.item[point]!);
  }
  arena.resized.set(supply.row, quantity);
  const more = quantity - supply.quantity;
  if (supply.expires !== NEVER) {
    expiring!.add(more, supply.expires, netting.projected + netting.taken);
  }
  netting.projected += more;
  return true;
}

/** What is issued or shipped keeps its quantity: only purchases and firm orders are resized. */
export function mayResize({ model, pass }: Netting, { row }: OpenSupply): boolean {
  if (!model.conventions.resize || !pass.orders) return false;
  const { supplies } = model.problem;
  return supplies.kind(row) === "purchase" || supplies.detail.get(row)?.firm === true;
}

/** The good quantity of a new order, if a source makes exactly one of it. */
function onePiece(netting: Netting, quantity: number, day: number): number | undefined {
  const due = netting.receipt[day]!;
  const choice: Choice | undefined = chooseSource(
    netting.model,
    netting.point,
    quantity,
    () => due,
  );
  const [piece, ...more] = choice?.pieces ?? [];
  return piece?.times === 1 && more.length === 0 ? piece.quantity : undefined;
}
