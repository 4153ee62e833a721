/**
 * Reservations (P2, K48): fixed pegs, made before all others. They choose which supply serves a
 * demand; the netting does not look at them.
 */
import { compare } from "./needs.js";
import { compareText, smaller } from "./numbers.js";
import type { PegNeed, PegSupply } from "./pegs.js";
import type { Problem } from "./problem.js";
import { quantityOf } from "./problem.js";
import type { StockingPoint } from "./stocking-points.js";
import type { ReservationRow } from "./types.js";

interface Reservation {
  row: ReservationRow;
  quantity: bigint;
  /** The needs of its demand, in the order of T2. */
  needs: PegNeed[];
  place: number;
}

/** The supply that is named, else the stock of the lot, else the stock on hand at T0. */
function isMeant({ supply, lot }: ReservationRow, { of, lots, day }: PegSupply, startDay: number) {
  if (supply !== undefined) {
    return of.kind === "supply" && of.supply.id === supply;
  }
  return of.kind === "stock" && (lot === undefined ? day === startDay : lots.has(lot));
}

/** Those that name a supply first, then a lot, then none; then by the need. */
function compareReservations(a: Reservation, b: Reservation): number {
  const rank = ({ row }: Reservation) =>
    row.supply !== undefined ? 0 : row.lot !== undefined ? 1 : 2;
  return (
    rank(a) - rank(b) ||
    a.place - b.place ||
    compareText(a.row.supply ?? a.row.lot ?? null, b.row.supply ?? b.row.lot ?? null) ||
    compare(a.quantity, b.quantity)
  );
}

function reservationsAt(
  problem: Problem,
  { item }: StockingPoint,
  needs: readonly PegNeed[],
): Reservation[] {
  const rows = [...(problem.input.reservations ?? []).entries()];
  return rows.flatMap(([i, row]) => {
    const ofDemand = needs.filter(({ need }) => need?.kind === "demand" && need.id === row.demand);
    const first = ofDemand[0];
    if (first === undefined) {
      return [];
    }
    const quantity = quantityOf(problem, item, row.quantity, ["reservations", i, "quantity"]);
    return [{ row, quantity, needs: ofDemand, place: needs.indexOf(first) }];
  });
}

/** Pegs what is reserved, as far as needs and supplies hold. */
export function reserve(
  problem: Problem,
  point: StockingPoint,
  needs: readonly PegNeed[],
  supplies: readonly PegSupply[],
  peg: (need: PegNeed, supply: PegSupply, limit: bigint) => bigint,
): void {
  for (const one of reservationsAt(problem, point, needs).sort(compareReservations)) {
    let left = one.quantity;
    for (const supply of supplies.filter((each) => isMeant(one.row, each, problem.startDay))) {
      const held = one.row.lot === undefined ? left : supply.lots.get(one.row.lot);
      let ofRow = smaller(left, held ?? left);
      for (const need of one.needs) {
        const quantity = peg(need, supply, ofRow);
        ofRow -= quantity;
        left -= quantity;
      }
    }
  }
}
