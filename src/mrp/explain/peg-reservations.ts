import { compareText } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import { NEVER, NONE, type Reservation } from "../input/problem.js";
import { NEED_KIND, type NeedColumns, SUPPLY_KIND, type SupplyColumns } from "./peg-columns.js";
import { type Open, peg } from "./peg-open.js";

/** The reservations of a stocking point, and the rows of its stock where lots are named. */
interface PointReservations {
  readonly reservations: Reservation[];
  readonly stockRows: number[];
}

const known = new WeakMap<Model, ReadonlyMap<number, PointReservations>>();

function reservationsByPoint(model: Model): ReadonlyMap<number, PointReservations> {
  let found = known.get(model);
  if (found === undefined) {
    found = findReservations(model);
    known.set(model, found);
  }
  return found;
}

function findReservations({ problem, points }: Model): ReadonlyMap<number, PointReservations> {
  const { reservations, demands, stock } = problem;
  const found = new Map<number, PointReservations>();
  if (reservations.length === 0) return found;
  for (const reservation of reservations) {
    const { demand } = reservation;
    const point = points.find(
      demands.item[demand]!,
      demands.site[demand]!,
      demands.segment[demand]!,
    );
    const there = found.get(point);
    if (there === undefined) found.set(point, { reservations: [reservation], stockRows: [] });
    else there.reservations.push(reservation);
  }
  for (let r = 0; r < stock.count; r++) {
    if (stock.quantity[r] === 0) continue;
    const point = points.find(stock.item[r]!, stock.site[r]!, stock.segment[r]!);
    found.get(point)?.stockRows.push(r);
  }
  return found;
}

/** Whether something is reserved at a stocking point. */
export function hasReservations(model: Model, point: number): boolean {
  return model.problem.reservations.length > 0 && reservationsByPoint(model).has(point);
}

/** A reservation and the first of its needs. */
interface Turn extends Reservation {
  readonly need: number;
}

/**
 * P2: gives reservations theirs: named supplies first, then lots, then stock on hand, each in the
 * order of the needs.
 */
export function reservedPegs(
  model: Model,
  point: number,
  needs: NeedColumns,
  supplies: SupplyColumns,
  open: Open,
): void {
  const { reservations, stockRows } = reservationsByPoint(model).get(point)!;
  const { demands } = model.problem;
  const needsOfDemand = new Map<string, number[]>();
  for (let n = 0; n < needs.count; n++) {
    if (needs.kind[n] !== NEED_KIND.demand) continue;
    const id = demands.id(needs.row[n]!);
    const before = needsOfDemand.get(id);
    if (before === undefined) needsOfDemand.set(id, [n]);
    else before.push(n);
  }
  const turns: Turn[] = [];
  for (const reservation of reservations) {
    const need = needsOfDemand.get(demands.id(reservation.demand))?.[0];
    // What lies after the horizon takes nothing.
    if (need !== undefined) turns.push({ ...reservation, need });
  }
  turns.sort((a, b) => inTurn(model, a, b));
  for (const turn of turns) {
    let rest = turn.quantity;
    for (const need of needsOfDemand.get(demands.id(turn.demand))!) {
      for (const { supply, most } of candidates(model, turn, supplies, stockRows)) {
        const part = Math.min(rest, open.needed[need]!, open.left[supply]!, most);
        if (part <= 0) continue;
        peg(open, need, supply, part);
        rest -= part;
      }
    }
  }
}

function inTurn({ problem }: Model, a: Turn, b: Turn): number {
  const nameOf = ({ supply, lot }: Turn): string =>
    supply === NONE ? (lot ?? "") : problem.supplies.id(supply);
  return (
    rankOf(a) - rankOf(b) ||
    a.need - b.need ||
    compareText(nameOf(a), nameOf(b)) ||
    a.quantity - b.quantity
  );
}

function rankOf({ supply, lot }: Turn): number {
  if (supply !== NONE) return 0;
  return lot === undefined ? 2 : 1;
}

/** From which supplies of the point a reservation is taken, and how much at most of each. */
function candidates(
  model: Model,
  { supply: named, lot, lotRows }: Turn,
  supplies: SupplyColumns,
  stockRows: readonly number[],
): { readonly supply: number; readonly most: number }[] {
  const found: { supply: number; most: number }[] = [];
  if (named === NONE && lot !== undefined) {
    return suppliesOfRows(model, supplies, stockRows).filter(({ row }) => lotRows.includes(row));
  }
  for (let s = 0; s < supplies.count; s++) {
    const isIt =
      named === NONE
        ? supplies.kind[s] === SUPPLY_KIND.stock && supplies.day[s] === 0
        : supplies.kind[s] === SUPPLY_KIND.supply && supplies.row[s] === named;
    if (isIt) found.push({ supply: s, most: Number.POSITIVE_INFINITY });
  }
  return found;
}

/** The supply in which each row of stock is: what is plainly on hand is one, all others stand apart. */
function suppliesOfRows(
  { problem, startDay }: Model,
  supplies: SupplyColumns,
  stockRows: readonly number[],
): { readonly row: number; readonly supply: number; readonly most: number }[] {
  const { day, expires, quantity } = problem.stock;
  const rows = [...stockRows].sort((a, b) => day[a]! - day[b]! || expires[a]! - expires[b]!);
  const stock = Array.from({ length: supplies.count }, (_, s) => s).filter(
    (s) => supplies.kind[s] === SUPPLY_KIND.stock,
  );
  const found: { row: number; supply: number; most: number }[] = [];
  let next = 0;
  let onHand: number | undefined;
  for (const row of rows) {
    const isOnHand = day[row] === startDay && expires[row] === NEVER;
    if (isOnHand && onHand === undefined) {
      const s = stock[next];
      const isThere =
        s !== undefined && supplies.day[s] === 0 && (supplies.expires?.[s] ?? NEVER) === NEVER;
      onHand = isThere ? stock[next++] : NONE;
    }
    const supply = isOnHand ? onHand! : stock[next++]!;
    if (supply !== NONE) found.push({ row, supply, most: quantity[row]! });
  }
  return found;
}
