import { expectTypeOf } from "vitest";
import type {
  ChangeCosts,
  CompareOptions,
  FreezeOptions,
  NervousnessOptions,
  OrderChange,
  OrderDifference,
  PlanChanges,
  PlannedOrder,
  PlannedSupply,
} from "../../index.js";

// What became of an order says where it is.
type Of<Change extends OrderChange> = Extract<OrderDifference, { readonly change: Change }>;
type Ends<Change extends OrderChange> = readonly [
  Of<Change>["before"],
  Of<Change>["after"],
  Of<Change>["supply"],
];
expectTypeOf<OrderChange>().toEqualTypeOf<
  "added" | "removed" | "moved" | "resized" | "resourced" | "firmed" | "unfirmed"
>();
expectTypeOf<Ends<"added">>().toEqualTypeOf<readonly [null, PlannedOrder, null]>();
expectTypeOf<Ends<"removed">>().toEqualTypeOf<readonly [PlannedOrder, null, null]>();
expectTypeOf<Ends<"firmed">>().toEqualTypeOf<readonly [PlannedOrder, null, PlannedSupply]>();
expectTypeOf<Ends<"unfirmed">>().toEqualTypeOf<readonly [null, PlannedOrder, PlannedSupply]>();

declare const difference: OrderDifference;
if (difference.change === "moved" || difference.change === "resized") {
  expectTypeOf(difference.before).toEqualTypeOf<PlannedOrder>();
  expectTypeOf(difference.after.due).toEqualTypeOf<string>();
}
if (difference.change === "resourced") {
  expectTypeOf(difference.before.supplier).toEqualTypeOf<string | undefined>();
  expectTypeOf(difference.supply).toEqualTypeOf<null>();
}
if (difference.supply !== null) {
  expectTypeOf(difference.change).toEqualTypeOf<"firmed" | "unfirmed">();
}

// Fields that change say of which row: by its id, else by what its list is known by.
expectTypeOf<{ demands: { change: [{ id: "d1"; quantity: 2 }] } }>().toExtend<PlanChanges>();
expectTypeOf<{ stock: { change: [{ item: "wheel"; quantity: 2 }] } }>().toExtend<PlanChanges>();
expectTypeOf<{
  itemSites: { change: [{ item: "wheel"; site: "depot"; leadTime: 2 }] };
}>().toExtend<PlanChanges>();
// @ts-expect-error which demand?
const noDemand: PlanChanges = { demands: { change: [{ quantity: 2 }] } };
// @ts-expect-error which item?
const noItem: PlanChanges = { items: { change: [{ leadTime: 2 }] } };
// @ts-expect-error stock of which item?
const noStock: PlanChanges = { stock: { change: [{ quantity: 2 }] } };
// @ts-expect-error a source of which item?
const noSource: PlanChanges = { sources: { change: [{ leadTime: 2 }] } };
expectTypeOf([noDemand, noItem, noStock, noSource]).toEqualTypeOf<PlanChanges[]>();

// What a host may or may not have is handed on as it is.
declare const maybe: { day: string | undefined; days: number | undefined; rows: undefined };
expectTypeOf({
  startDate: maybe.day,
  currency: maybe.day,
  bookings: maybe.rows,
  items: maybe.rows,
  demands: { put: maybe.rows, change: maybe.rows, remove: maybe.rows },
}).toExtend<PlanChanges>();
expectTypeOf({ days: maybe.days, until: maybe.day, input: maybe.rows }).toExtend<FreezeOptions>();
expectTypeOf({ bucket: maybe.rows }).toExtend<CompareOptions>();
expectTypeOf({ bucket: maybe.rows, alpha: maybe.days }).toExtend<NervousnessOptions>();
expectTypeOf({ perChange: maybe.days, perDay: maybe.days }).toExtend<ChangeCosts>();
