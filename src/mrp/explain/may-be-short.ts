import { CHANGE, type Model, NETTING } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import { hasReservations } from "./peg-reservations.js";

const SHORTAGES = new Set(["noSource", "fenceShortage", "belowSafetyStock"]);

/**
 * Whether something of a stocking point may be there later than its netting day even where every order
 * arrives as planned: stock may fall below nothing there, or days are mixed by reservations or expiry.
 * Elsewhere new orders cover whatever is missing by its day (N5, N6).
 */
export function mayBeShort({ model, orders }: PlanState, point: number): boolean {
  const { events } = orders;
  if (events.size > 0 && events.at(point).some(({ code }) => SHORTAGES.has(code))) return true;
  if (hasReservations(model, point)) return true;
  switch (model.netting[point]) {
    case NETTING.plain:
      return model.floor[point]! < 0;
    case NETTING.general: {
      const { fenceEnd, floor, lots, parameters, waiting } = model.detail(point);
      return (
        fenceEnd > 0 ||
        lots.length > 0 ||
        parameters.method === "unplanned" ||
        model.ended.has(point) ||
        orders.late !== undefined ||
        floor.some(({ level }) => level < 0) ||
        waiting.some(({ expires }) => expires < model.days) ||
        waiting.some(({ row, due, scheduled }) => scheduled && orders.supplyDay.at(row) < due)
      );
    }
    default:
      return true;
  }
}

/** Whether some demand of a stocking point was due before T0 (T4). */
export function hasPastDue({ changes, problem, startDay }: Model, point: number): boolean {
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    const origin = changes.origin[c]!;
    if (changes.quantity[c]! >= 0 || origin % 4 !== CHANGE.demand) continue;
    if (problem.demands.day[Math.floor(origin / 4)]! < startDay) return true;
  }
  return false;
}
