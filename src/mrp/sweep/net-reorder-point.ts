import { CHANGE, type Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { coProductsOf } from "./co-products.js";
import { lotsToCover } from "./lots.js";
import { orderForward } from "./order-forward.js";

/**
 * N9: compares the stock position with the reorder point once, at T0. Demand to come is not looked
 * at; the order goes out at T0 and is scheduled forward (K3).
 */
export function netReorderPoint(model: Model, arena: Arena, point: number): void {
  const { parameters, lot } = model.detail(point);
  const { reorderPoint } = parameters;
  const position = stockPosition(model, arena, point);
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
  orderForward(model, arena, point, {
    missing: net,
    quantity,
    lotsOf: ({ pieces }) => {
      const perLot = pieces.reduce((sum, piece) => sum + piece.times * piece.quantity, 0);
      return isEach ? lotsToCover(net, perLot, above) : 1;
    },
  });
}

/** N9, K14: stock + all open supply and co-products − what is promised to released orders − past-due demand. */
function stockPosition(model: Model, arena: Arena, point: number): number {
  const { changes, problem, startDay } = model;
  const { standing, lots, booked } = model.detail(point);
  let position = model.onHand[point]! + booked;
  for (const supply of standing) position += supply.quantity;
  coProductsOf(model, arena, point, (_, quantity) => {
    position += quantity;
  });
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
