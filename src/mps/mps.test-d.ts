import { masterSchedule, type Plan, type RecordOptions } from "orlicky";
import { expectTypeOf } from "vitest";
import {
  bucketTotals,
  type ConsumedForecast,
  forecastAccuracy,
  type MasterScheduleInput,
  promiseProfile,
} from "./index.js";

declare const consumed: ConsumedForecast;
declare const plan: Plan;
type LotSizing = NonNullable<MasterScheduleInput["lotSizing"]>;

// A lot rule has what it needs, and nothing of another.
expectTypeOf<{ rule: "lotForLot"; minimumOrder: 5 }>().toExtend<LotSizing>();
expectTypeOf<{ rule: "fixedOrderQuantity"; quantity: "70" }>().toExtend<LotSizing>();
expectTypeOf<{ rule: "fixedOrderQuantity" }>().not.toExtend<LotSizing>();
expectTypeOf<{ rule: "periodOrderQuantity" }>().not.toExtend<LotSizing>();
expectTypeOf<{ rule: "economicOrderQuantity" }>().not.toExtend<LotSizing>();
// @ts-expect-error lot for lot has no quantity
const other: LotSizing = { rule: "lotForLot", quantity: 5 };
expectTypeOf(other).toExtend<LotSizing>();

// What is left of forecast, and orders, go on as they are.
const buckets = [{ start: "2026-01-05", end: "2026-01-12" }];
expectTypeOf(bucketTotals).toBeCallableWith({ rows: consumed.demand, buckets });
const orders = [{ id: "A", due: "2026-01-05", quantity: 1 }];
expectTypeOf(promiseProfile).toBeCallableWith({ startDate: "2026-01-05", supply: [], orders });

// Measures are taken of exact figures too.
const { totals } = consumed;
expectTypeOf(forecastAccuracy).toBeCallableWith({
  actual: [totals.orders],
  forecast: [totals.forecast, "1/3", 2],
});

// An option that is left open may be undefined.
expectTypeOf<Record<keyof RecordOptions, undefined>>().toExtend<RecordOptions>();
expectTypeOf(masterSchedule).toBeCallableWith(plan, "x", { site: undefined });
