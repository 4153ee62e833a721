import { isWorkingDay } from "../../core/index.js";
import type { CapacityLedger, SourceDay } from "./capacity-ledger.js";
import { goodOf, type OrderPiece, orderPieces } from "./lots.js";
import { piecesThatFit } from "./pieces-that-fit.js";
import { type Choice, takesDay } from "./place-order.js";
import type { PlanEvent } from "./planned-orders.js";
import { firstDue, type Turn, takesWhole } from "./turn.js";

/**
 * What a supplier can bring of a lot on its day; what it cannot is said (K46).
 *
 * @param s - the place of the source among those of the point
 * @param lot - good counts, more than 0
 * @returns `undefined` when nothing limits the source on that day
 */
export function piecesWithinCapacity(turn: Turn, s: number, lot: number): OrderPiece[] | undefined {
  const { arena, model, point, dueOf } = turn;
  const { capacity } = arena;
  if (capacity === undefined) return undefined;
  const source = model.sources.at(point)[s]!;
  const of = { point, source: s, day: firstDue(turn, source, lot) };
  if (!capacity.isLimited(of)) return undefined;
  const onDayOf = (asked: number): SourceDay => ({ ...of, day: dueOf(source, asked) });
  const pieces = piecesThatFit(turn, s, lot, {
    of: (_, asked) => capacity.openOrGranted(onDayOf(asked)),
    use: (start, times, asked) => capacity.useGranted(onDayOf(asked), start * times),
  });
  const missing = lot - goodOf(pieces);
  if (missing > 0) sayMissing(turn, of, missing);
  return pieces;
}

/** One message for each source and day, however often it is asked. */
function sayMissing({ arena }: Turn, of: SourceDay, missing: number): void {
  const { point, source, day } = of;
  const there = arena.events.at(point);
  const isSame = (event: PlanEvent): boolean =>
    event.code === "supplierCapacity" && event.source === source && event.day === day;
  const before = there.find(isSame);
  if (before === undefined) {
    arena.say({ code: "supplierCapacity", ...of, quantity: missing });
    return;
  }
  const more = { ...before, quantity: before.quantity + missing };
  arena.events.set(
    point,
    there.map((event) => (event === before ? more : event)),
  );
}

/**
 * K46: what comes later than wanted, since no source brings it on its day: from the first source that
 * would, but for its supplier, on each later day as much as that can bring. What does not come within the
 * horizon either is ordered for the day wanted all the same.
 *
 * @param lot - good counts that are left of a lot
 */
export function laterChoices(turn: Turn, lot: number): Choice[] {
  const { arena, model, point } = turn;
  const { capacity } = arena;
  if (capacity === undefined) return [];
  const sources = model.sources.at(point);
  const s = sources.findIndex(
    (source, n) =>
      capacity.isLimited({ point, source: n, day: firstDue(turn, source, lot) }) &&
      takesWhole(turn, source, lot),
  );
  const source = sources[s];
  if (source === undefined) return [];
  const wanted = firstDue(turn, source, lot);
  const choices: Choice[] = [];
  const firstOpen = (day: number): number => capacity.firstOpen({ point, source: s, day });
  let left = lot;
  for (let due = firstOpen(wanted + 1); due < model.days && left > 0; due = firstOpen(due + 1)) {
    if (!isWorkingDay(source.steps.siteCalendar, due + model.startDay)) continue;
    if (!takesDay(model, point, source, due)) continue;
    const pieces = piecesOn(turn, capacity, { point, source: s, day: due }, left);
    if (pieces.length === 0) continue;
    choices.push({ source: s, pieces, later: { due, days: due - wanted } });
    left -= goodOf(pieces);
  }
  if (left > 0) {
    choices.push({ source: s, pieces: orderPieces(left, source.modifiers, model.yields[point]) });
  }
  return choices;
}

/** What a supplier can bring of a lot on a day later than wanted. */
function piecesOn(turn: Turn, capacity: CapacityLedger, of: SourceDay, lot: number): OrderPiece[] {
  return piecesThatFit({ ...turn, dueOf: () => of.day }, of.source, lot, {
    of: () => capacity.open(of),
    use: (start, times) => capacity.use(of, start * times),
  });
}
