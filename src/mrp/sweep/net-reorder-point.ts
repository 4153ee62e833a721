import { addWorkingDays } from "../../core/index.js";
import { arrivalOf } from "../compile/arrival.js";
import { CHANGE, type Model, type PointSource } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { lotsToCover } from "./lots.js";
import { checkedLeadTime, chooseSource, writeLots } from "./place-order.js";

/**
 * N9: compares the stock position with the reorder point once, at T0. Demand to come is not looked
 * at; the order goes out at T0 and is scheduled forward (K3).
 */
export function netReorderPoint(model: Model, arena: Arena, point: number): void {
  const { parameters, lot } = model.detail(point);
  const { reorderPoint } = parameters;
  const position = stockPosition(model, point);
  const ordersAtPoint =
    model.conventions.trigger === "atOrBelow" &&
    (lot.rule === "fixedOrderQuantity" || lot.rule === "orderUpTo");
  if (position > reorderPoint || (position === reorderPoint && !ordersAtPoint)) return;
  const net = reorderPoint - position;
  const above = model.conventions.trigger === "atOrBelow";
  const isEach = lot.rule === "fixedOrderQuantity" && lot.each;
  let quantity = net;
  if (lot.rule === "orderUpTo") quantity = lot.orderUpTo - position;
  else if (lot.rule === "fixedOrderQuantity") {
    quantity = isEach ? lot.quantity : lotsToCover(net, lot.quantity, above) * lot.quantity;
  }
  if (quantity <= 0) return;
  const dueOf = (source: PointSource, startQuantity: number): number => {
    const leadTime = checkedLeadTime(model, point, source, startQuantity);
    return arrivalOf(model.startDay, source, leadTime) - model.startDay;
  };
  const choice = chooseSource(model, point, quantity, dueOf);
  if (choice === undefined) {
    arena.events.push({ code: "noSource", point, day: 0, quantity: net });
    return;
  }
  const source = model.sources[point]![choice.source]!;
  const perLot = choice.pieces.reduce((sum, piece) => sum + piece.times * piece.quantity, 0);
  const start = addWorkingDays(source.steps.siteCalendar, model.startDay, source.releaseTime);
  const lots = isEach ? lotsToCover(net, perLot, above) : 1;
  writeLots(model, arena, point, choice, lots, (startQuantity) => ({
    due: dueOf(source, startQuantity),
    start: start - model.startDay,
  }));
}

/** N9, K14: stock + all open supply − what is promised to released orders − past-due demand. */
function stockPosition(model: Model, point: number): number {
  const { changes, problem, startDay } = model;
  const { standing, lots, booked } = model.detail(point);
  let position = model.onHand[point]! + booked;
  for (const supply of standing) position += supply.quantity;
  for (const lot of lots) {
    if (lot.origin === NONE && lot.expires > 0) position += lot.quantity;
  }
  for (let c = changes.start[point]!; c < changes.start[point + 1]!; c++) {
    const origin = changes.origin[c]!;
    if (origin === NONE || origin % 4 !== CHANGE.demand) continue;
    const pastDue = problem.demands.day[Math.floor(origin / 4)]! < startDay;
    if (pastDue) position += changes.quantity[c]!;
  }
  return position;
}
