import type { Model } from "../../../src/mrp/compile/model.js";
import { startOfRow } from "../../../src/mrp/sweep/link-needs.js";
import type { OrderColumns } from "../../../src/mrp/sweep/planned-orders.js";

/** Rows of the orders of a stocking point, as texts. */
export function rowsOf(
  model: Model,
  orders: OrderColumns,
  point: number,
  first: number,
  end: number,
): string[] {
  const rows: string[] = [];
  for (let row = first; row < end; row++) {
    const quantity = `${orders.quantity[row]} of ${orders.startQuantity[row]}`;
    const times = orders.repeat?.[row] ?? 1;
    const start = startOfRow(model, orders, point, row);
    rows.push(`${times} × ${quantity} from ${start} to ${orders.due[row]}`);
  }
  return rows;
}
