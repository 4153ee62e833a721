import type { PlacedColumns, PlanningColumns } from "../input/columns.js";
import type { PlanningInput } from "../schema/planning-input.js";
import type { PlanMessage } from "./message.js";
import type { PlannedOrder } from "./order-list.js";

/** Columns as JSON writes them. */
export interface PlacedColumnsJSON {
  readonly item: readonly number[];
  readonly site?: readonly number[];
  readonly day: readonly number[];
  readonly quantity: readonly number[];
  readonly frozen?: readonly number[];
}

/** A plan as plain data: `JSON.stringify` writes its quantities as texts. */
export interface PlanJSON {
  readonly format: "orlicky.plan";
  readonly version: 1;
  readonly startDate: string;
  readonly horizonEnd: string;
  readonly input: PlanningInput;
  readonly columns?: Readonly<Partial<Record<keyof PlanningColumns, PlacedColumnsJSON>>>;
  readonly orders: readonly PlannedOrder[];
  readonly messages: readonly PlanMessage[];
}

/** What of a plan is written. */
interface WrittenPlan {
  readonly startDate: string;
  readonly horizonEnd: string;
  readonly orders: Iterable<PlannedOrder>;
  readonly messages: Iterable<PlanMessage>;
}

/** The plan with everything from which it can be made again. */
export function planToJSON(
  plan: WrittenPlan,
  input: PlanningInput,
  columns: PlanningColumns | undefined,
): PlanJSON {
  return {
    format: "orlicky.plan",
    version: 1,
    startDate: plan.startDate,
    horizonEnd: plan.horizonEnd,
    input,
    ...(columns === undefined ? {} : { columns: columnsToJSON(columns) }),
    orders: [...plan.orders],
    messages: [...plan.messages],
  };
}

function columnsToJSON(columns: PlanningColumns): NonNullable<PlanJSON["columns"]> {
  const written: Partial<Record<keyof PlanningColumns, PlacedColumnsJSON>> = {};
  for (const list of ["demands", "supplies", "stock"] as const) {
    const rows: (PlacedColumns & { readonly frozen?: Uint8Array }) | undefined = columns[list];
    if (rows === undefined) continue;
    written[list] = {
      item: [...rows.item],
      ...(rows.site === undefined ? {} : { site: [...rows.site] }),
      day: [...rows.day],
      quantity: [...rows.quantity],
      ...(rows.frozen === undefined ? {} : { frozen: [...rows.frozen] }),
    };
  }
  return written;
}
