import { formatDay, quantityToDecimal } from "../../core/index.js";
import { NETTING } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PlanMessage, ReleaseNowMessage } from "./message.js";
import { mayShift, orderDays } from "./order-days.js";
import { type OrderIndex, orderId } from "./order-index.js";
import type { PlanState } from "./plan-state.js";

type Place = Pick<ReleaseNowMessage, "item" | "site" | "segment">;

/** N6, T7: orders that had to start before the planning start, and those that go out on it (K49). */
export function startMessages(
  state: PlanState,
  index: () => OrderIndex,
  point: number,
  place: Place,
): PlanMessage[] {
  const { model, orders } = state;
  if (model.netting[point] === NETTING.passedBy) return [];
  const { startDay } = model;
  const { decimals } = model.problem.items[model.points.item[point]!]!;
  const messages: PlanMessage[] = [];
  const shifts = mayShift(state, point);
  for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
    const goesOut = orderDays(state, point, row, 0);
    if (!shifts && goesOut.orderDate > startDay && goesOut.start >= startDay) {
      // Where the start follows from the due day, later orders start and go out no earlier.
      if (model.startTable[point] !== NONE) break;
      continue;
    }
    for (let repeat = 0; repeat < (orders.repeat?.[row] ?? 1); repeat++) {
      const { start, orderDate, due } = orderDays(state, point, row, repeat);
      if (orderDate > startDay && start >= startDay) continue;
      const order = orderId(state, index(), point, row, repeat);
      if (start < startDay) {
        const days = startDay - start;
        messages.push({ code: "startsInPast", ...place, order, start: formatDay(start), days });
        continue;
      }
      const quantity = quantityToDecimal(orders.quantity[row]!, decimals);
      messages.push({ code: "releaseNow", ...place, order, quantity, due: formatDay(due) });
    }
  }
  return messages;
}
