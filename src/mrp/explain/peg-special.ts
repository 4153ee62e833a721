import { NEVER } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import { mayMove } from "../plan/supply-list.js";
import { NOT_DRAWN } from "../sweep/planned-orders.js";
import {
  type NeedColumns,
  REST,
  SUPPLY_KIND,
  type SupplyColumns,
  UNCOVERED,
} from "./peg-columns.js";
import { type Open, peg, type SpecialPeg } from "./peg-open.js";
import { hasReservations, reservedPegs } from "./peg-reservations.js";
import { nameRests } from "./peg-rests.js";
import type { PegWriter } from "./peg-writer.js";

/** Whether a stocking point has reservations, or something that expires, so that days matter. */
export function isSpecial(state: PlanState, point: number, supplies: SupplyColumns): boolean {
  return hasReservations(state.model, point) || expires(state, point, supplies);
}

function expires({ orders }: PlanState, point: number, supplies: SupplyColumns): boolean {
  if (supplies.expires !== undefined) return true;
  return orders.events.at(point).some(({ code }) => code === "expired");
}

/**
 * Pegs a stocking point with reservations or expiry: what expires is taken out, reservations are
 * given theirs, then needs are served in turn (K48).
 */
export function specialPegs(
  state: PlanState,
  point: number,
  needs: NeedColumns,
  supplies: SupplyColumns,
  pegs: PegWriter,
): void {
  const open: Open = {
    needed: needs.quantity.slice(0, needs.count),
    left: supplies.quantity.slice(0, supplies.count),
    pegs: [],
  };
  const isExpiring = expires(state, point, supplies);
  if (isExpiring) takeExpired(state, point, supplies, open);
  if (hasReservations(state.model, point)) reservedPegs(state.model, point, needs, supplies, open);
  if (isExpiring) serveByExpiry(needs, supplies, open);
  else serveInTurn(open);
  writeInOrder(open, needs, pegs);
  const leftOf = (s: number): number => open.left[s]!;
  nameRests(state, point, supplies, { from: 0, leftOf }, pegs);
}

/** What the plan says expired: supplies that nobody drew whole, then of each day's the last to come. */
function takeExpired(state: PlanState, point: number, supplies: SupplyColumns, open: Open): void {
  const { model, orders } = state;
  const gone = new Map<number, number>(); // by the day on which it leaves
  for (const event of orders.events.at(point)) {
    if (event.code === "expired" && event.day < model.days) {
      gone.set(event.day, (gone.get(event.day) ?? 0) + event.quantity);
    }
  }
  const expire = (supply: number, quantity: number): void => {
    if (quantity === 0) return;
    open.pegs.push({ need: REST.expired, supply, quantity });
    open.left[supply]! -= quantity;
  };
  const undrawn = undrawnRows(state, point);
  for (let s = supplies.count - 1; s >= 0; s--) {
    const expiry = supplies.expires?.[s] ?? NEVER;
    if (expiry === NEVER) continue;
    const day = Math.max(0, expiry, supplies.day[s]!);
    if (supplies.kind[s] === SUPPLY_KIND.supply && undrawn.has(supplies.row[s]!)) {
      if (day < model.days) expire(s, open.left[s]!);
      continue;
    }
    const part = Math.min(gone.get(day) ?? 0, open.left[s]!);
    expire(s, part);
    gone.set(day, (gone.get(day) ?? 0) - part);
  }
}

/** K15: the rows of supplies that wait to be drawn and never were. */
function undrawnRows(state: PlanState, point: number): ReadonlySet<number> {
  const { model, orders } = state;
  if (!mayMove(state, point)) return new Set();
  const rows = model.detail(point).drawable.map(({ row }) => row);
  return new Set(rows.filter((row) => orders.wanted.at(row) === NOT_DRAWN));
}

/** The k-th piece of need that is open takes the k-th piece of supply that is left. */
function serveInTurn(open: Open): void {
  let s = 0;
  for (let n = 0; n < open.needed.length; n++) {
    while (open.needed[n]! > 0) {
      while (s < open.left.length && open.left[s] === 0) s++;
      if (s === open.left.length) return;
      peg(open, n, s, Math.min(open.needed[n]!, open.left[s]!));
    }
  }
}

/** Each need in turn takes what is there on its day, earliest expiry first, else the next to come. */
function serveByExpiry(needs: NeedColumns, supplies: SupplyColumns, open: Open): void {
  const expiry = (s: number): number => supplies.expires?.[s] ?? NEVER;
  const coming = Array.from({ length: supplies.count }, (_, s) => s);
  coming.sort((a, b) => supplies.day[a]! - supplies.day[b]! || expiry(a) - expiry(b) || a - b);
  const isGoneFor = (s: number, n: number): boolean => expiry(s) <= needs.day[n]!;
  let next = 0;
  const there: number[] = []; // what expires last comes first
  for (let n = 0; n < needs.count; n++) {
    for (; next < coming.length && supplies.day[coming[next]!]! <= needs.day[n]!; next++) {
      insert(there, coming[next]!, expiry);
    }
    while (open.needed[n]! > 0) {
      // Reservations may leave over what expires.
      while (there.length > 0 && (open.left[there.at(-1)!] === 0 || isGoneFor(there.at(-1)!, n))) {
        there.pop();
      }
      while (next < coming.length && open.left[coming[next]!] === 0) next++;
      const s = there.at(-1) ?? coming[next];
      if (s === undefined) break;
      peg(open, n, s, Math.min(open.needed[n]!, open.left[s]!));
    }
  }
}

function insert(there: number[], supply: number, expiry: (s: number) => number): void {
  let [low, high] = [0, there.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = there[middle]!;
    const isLater =
      expiry(other) > expiry(supply) || (expiry(other) === expiry(supply) && other > supply);
    if (isLater) low = middle + 1;
    else high = middle;
  }
  there.splice(low, 0, supply);
}

/**
 * By need, each of equal orders for itself, then supply, those of the same pair together; what is not
 * covered after them, then rests.
 */
function writeInOrder({ needed, pegs: found }: Open, needs: NeedColumns, pegs: PegWriter): void {
  for (let n = 0; n < needed.length; n++) {
    if (needed[n]! > 0)
      found.push({ need: n, supply: Number.POSITIVE_INFINITY, quantity: needed[n]! });
  }
  const place = (need: number): number => (need < 0 ? Number.POSITIVE_INFINITY : need);
  const inOrder = byOrder(found, needs).sort((a, b) =>
    a.need === b.need
      ? a.order - b.order || a.supply - b.supply
      : place(a.need) - place(b.need) || a.supply - b.supply,
  );
  for (const { need, supply, quantity } of inOrder) {
    const number = supply === Number.POSITIVE_INFINITY ? UNCOVERED : supply;
    const last = pegs.count - 1;
    if (last >= 0 && pegs.need[last] === need && pegs.supply[last] === number) {
      pegs.quantity[last]! += quantity;
    } else pegs.write(need, number, quantity);
  }
}

/** A peg of one of several equal orders, or of some that follow each other. */
interface PegOfOrder extends SpecialPeg {
  /** The first of them among the equal ones. */
  readonly order: number;
}

/**
 * Cuts the pegs of equal orders, as they were served, where one order ends within a peg: the first takes
 * what is served first, which need not be what is there first.
 */
function byOrder(served: readonly SpecialPeg[], needs: NeedColumns): PegOfOrder[] {
  const cut: PegOfOrder[] = [];
  const ends = new Map<number, number>(); // by need: how much of it is served
  for (const { need, supply, quantity } of served) {
    const times = need < 0 ? 1 : (needs.times?.[need] ?? 1);
    if (times === 1) {
      cut.push({ need, supply, quantity, order: 0 });
      continue;
    }
    const each = needs.quantity[need]! / times;
    const from = ends.get(need) ?? 0;
    const end = from + quantity;
    for (let at = from; at < end; ) {
      const rest = end - at;
      const ofOrder = at % each;
      const whole = ofOrder === 0 ? rest - (rest % each) : 0;
      const part = whole > 0 ? whole : Math.min(rest, each - ofOrder);
      cut.push({ need, supply, quantity: part, order: Math.floor(at / each) });
      at += part;
    }
    ends.set(need, end);
  }
  return cut;
}
