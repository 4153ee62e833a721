import { CHANGE, type Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { coProductsOf } from "./co-products.js";
import { lotsToCover } from "./lots.js";
import type { StockPosition } from "./netting-observer.js";
import { orderForward } from "./order-forward.js";

/**
 * N9: compares the stock position with the reorder point once, at T0. Demand to come is not looked
 * at; the order goes out at T0 and is scheduled forward (K3).
 */
export function netReorderPoint(model: Model, arena: Arena, point: number): void {
  const { parameters, lot } = model.detail(point);
  const { reorderPoint } = parameters;
  const parts = stockPosition(model, arena, point);
  const { onHand, openSupply, coProducts, booked, pastDueDemand } = parts;
  const position = onHand + openSupply + coProducts + booked - pastDueDemand;
  arena.observe?.position(parts);
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
  orderForward(model, arena, point, { missing: net, quantity, each: isEach, above });
}

/** N9, K14: stock + all open supply and co-products − what is promised to released orders − past-due demand. */
function stockPosition(model: Model, arena: Arena, point: number): StockPosition {
  const { changes, problem, startDay } = model;
  const { standing, lots, booked } = model.detail(point);
  let onHand = model.onHand.at(point);
  let [openSupply, coProducts, pastDueDemand] = [0, 0, 0];
  for (const supply of standing) openSupply += supply.quantity;
  coProductsOf(model, arena, point, (_, quantity) => {
    coProducts += quantity;
  });
  for (const lot of lots) {
    if (lot.origin === NONE && lot.expires > 0) onHand += lot.quantity;
  }
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    const origin = changes.origin[c]!;
    if (origin === NONE || origin % 4 !== CHANGE.demand) continue;
    const pastDue = problem.demands.day[Math.floor(origin / 4)]! < startDay;
    if (pastDue) pastDueDemand -= changes.quantity[c]!;
  }
  return { onHand, openSupply, coProducts, booked, pastDueDemand };
}
