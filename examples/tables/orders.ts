import type { Plan, PlannedOrder } from "../../src/index.js";
import { type Column, shorten, table } from "./table.js";

/**
 * The planned orders of a plan as a table. Sites and segments are shown only where there are any.
 *
 * @param most - orders after which the rest is only counted
 */
export function orderTable(plan: Plan, most: number): string[] {
  const { shown, left } = shorten(plan.orders, most);
  const many = {
    sites: new Set(shown.map((order) => order.site)).size > 1,
    segments: shown.some((order) => order.segment !== null),
    yields: shown.some((order) => !order.startQuantity.equals(order.quantity)),
  };
  const columns: (Column & { readonly cell: (order: PlannedOrder) => string })[] = [
    { head: "order", cell: (order) => order.kind },
    { head: "item", cell: (order) => order.item },
    ...(many.sites ? [{ head: "site", cell: (order: PlannedOrder) => order.site }] : []),
    ...(many.segments
      ? [{ head: "segment", cell: (order: PlannedOrder) => order.segment ?? "" }]
      : []),
    { head: "quantity", align: "right", cell: (order) => `${order.quantity}` },
    ...(many.yields
      ? [
          {
            head: "started",
            align: "right" as const,
            cell: (order: PlannedOrder) => `${order.startQuantity}`,
          },
        ]
      : []),
    { head: "start", cell: (order) => order.start },
    { head: "due", cell: (order) => order.due },
    { head: "from", cell: (order) => order.from ?? order.supplier ?? order.source ?? "" },
  ];
  const rows = shown.map((order) => columns.map(({ cell }) => cell(order)));
  return [...table(columns, rows), ...(left > 0 ? [`… and ${left} more orders`] : [])];
}
