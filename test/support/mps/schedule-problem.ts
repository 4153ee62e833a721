import { fc } from "@fast-check/vitest";
import type { ScheduleLotSizing } from "orlicky/mps";

/** Days of the random schedules: four weeks. */
export const SCHEDULE_DAYS = 28;

const series = (most: number, days = SCHEDULE_DAYS) =>
  fc.array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.nat({ max: most }) },
    ),
    { minLength: days, maxLength: days },
  );

/** Stock, supply and customer orders by day. */
export const supplyProblem = fc.record({
  onHand: fc.integer({ min: -10, max: 60 }),
  supply: series(40),
  orders: series(20),
});

/** Both fences, which do not cross. */
const fences = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })).map(([first, second]) => ({
  demandTimeFence: Math.min(first, second),
  planningTimeFence: Math.max(first, second),
}));

/** A master schedule by day, without new lots. */
export const scheduleProblem = fc
  .record({
    onHand: fc.integer({ min: -10, max: 60 }),
    forecast: series(20),
    orders: series(20),
    receipts: series(30),
    firm: series(30),
    demand: fc.constantFrom("sum" as const, "max" as const),
    safetyStock: fc.oneof(fc.nat({ max: 20 }), series(20)),
    coverage: fc.constantFrom(0, 1, 3, "1.5"),
    demandBeyond: fc.nat({ max: 10 }),
  })
  .chain((problem) => fences.map((both) => ({ ...problem, ...both })));

const costs = { setupCost: 50, holdingCost: 1 };

/** A rule for new lots, with modifiers or without. */
export const scheduleLotSizing: fc.Arbitrary<ScheduleLotSizing> = fc
  .tuple(
    fc.constantFrom<ScheduleLotSizing>(
      { rule: "lotForLot" },
      { rule: "fixedOrderQuantity", quantity: 25 },
      { rule: "periodOrderQuantity", periods: 5 },
      { rule: "economicOrderQuantity", ...costs },
      { rule: "silverMeal", ...costs },
      { rule: "partPeriodBalancing", ...costs, lookAhead: true },
      { rule: "wagnerWhitin", ...costs },
    ),
    fc.constantFrom({}, { minimumOrder: 15 }, { orderMultiple: 6, maximumOrder: 60 }),
  )
  .map(([rule, modifiers]) => ({ ...rule, ...modifiers }));

/** Some lengths that divide the days of a schedule, first to last. */
export const lengths = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: SCHEDULE_DAYS, maxLength: SCHEDULE_DAYS })
  .map((wanted) => {
    const taken: number[] = [];
    let left = SCHEDULE_DAYS;
    for (const length of wanted) {
      if (left === 0) break;
      taken.push(Math.min(length, left));
      left -= taken.at(-1)!;
    }
    return taken;
  });
