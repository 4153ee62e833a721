import { compareText } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import { NEVER, NONE, type Reservation } from "../input/problem.js";
import { NEED_KIND, type NeedColumns, SUPPLY_KIND, type SupplyColumns } from "./peg-columns.js";
import { type Open, peg } from "./peg-open.js";

const known = new WeakMap<Model, ReadonlyMap<number, readonly Reservation[]>>();

function reservationsByPoint(model: Model): ReadonlyMap<number, readonly Reservation[]> {
  let found = known.get(model);
  if (found === undefined) {
    found = findReservations(model);
    known.set(model, found);
  }
  return found;
}

function findReservations({ problem, points }: Model): ReadonlyMap<number, Reservation[]> {
  const { reservations, demands } = problem;
  const found = new Map<number, Reservation[]>();
  for (const reservation of reservations) {
    const { demand } = reservation;
    const point = points.find(
      demands.item[demand]!,
      demands.site[demand]!,
      demands.segment[demand]!,
    );
    const there = found.get(point);
    if (there === undefined) found.set(point, [reservation]);
    else there.push(reservation);
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
  const reservations = reservationsByPoint(model).get(point)!;
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
    const from = candidates(model, turn, supplies);
    for (const need of needsOfDemand.get(demands.id(turn.demand))!) {
      for (const one of from) {
        const { supply, most } = one;
        const part = Math.min(rest, open.needed[need]!, open.left[supply]!, most);
        if (part <= 0) continue;
        peg(open, need, supply, part);
        rest -= part;
        one.most -= part;
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

/** A supply from which a reservation is taken, and how much of it is still meant. */
interface Candidate {
  readonly supply: number;
  most: number;
}

/** From which supplies of the point a reservation is taken, and how much at most of each. */
function candidates(
  model: Model,
  { supply: named, lot, lotRows }: Turn,
  supplies: SupplyColumns,
): Candidate[] {
  if (lot !== undefined) return suppliesOfLot(model, lotRows, supplies);
  const found: Candidate[] = [];
  for (let s = 0; s < supplies.count; s++) {
    const isIt =
      named === NONE
        ? supplies.kind[s] === SUPPLY_KIND.stock && supplies.day[s] === 0
        : supplies.kind[s] === SUPPLY_KIND.supply && supplies.row[s] === named;
    if (isIt) found.push({ supply: s, most: Number.POSITIVE_INFINITY });
  }
  return found;
}

/** The stock in which the rows of a lot are, by their days, and how much of it they are. */
function suppliesOfLot(
  { problem, startDay }: Model,
  lotRows: readonly number[],
  { count, kind, day, expires }: SupplyColumns,
): Candidate[] {
  const { stock } = problem;
  const found: Candidate[] = [];
  for (let s = 0; s < count; s++) {
    if (kind[s] !== SUPPLY_KIND.stock) continue;
    const until = expires?.[s] ?? NEVER;
    const leaves = until === NEVER ? NEVER : until + startDay;
    const rows = lotRows.filter(
      (row) => stock.day[row] === day[s]! + startDay && stock.expires[row] === leaves,
    );
    const most = rows.reduce((sum, row) => sum + stock.quantity[row]!, 0);
    if (most > 0) found.push({ supply: s, most });
  }
  return found;
}
