import fc from "fast-check";
import type { PlanningInput } from "../../../src/index.js";

const CENTERS = ["bench", "drill", "saw"] as const;
const OTHER = { bench: "drill", drill: "saw", saw: "bench" } as const;

/** A day in January, from the planning start on. */
const day = (n: number): string => `2026-01-${String(5 + n).padStart(2, "0")}`;

const center = fc.record({
  hours: fc.constantFrom(4, 6, 8),
  units: fc.constantFrom(1, 1, 2),
  efficiency: fc.constantFrom(1, 1, 0.8, "3/4"),
  utilization: fc.constantFrom(1, 1, 0.9, "2/3"),
  isFiveDays: fc.boolean(),
  overtimeCost: fc.constantFrom(20, 30),
  cost: fc.constantFrom(8, 10, 12),
  overtime: fc.option(fc.record({ day: fc.nat(12), hours: fc.constantFrom(1, 2, 4) })),
});

const operation = fc.record({
  center: fc.nat(2),
  setup: fc.constantFrom(0, 0.5, 1),
  run: fc.constantFrom("0.25", "0.5", "1/3", "1"),
  queue: fc.constantFrom(0, 0, 1),
  move: fc.constantFrom(0, 0, 0.5),
  alternate: fc.option(fc.constantFrom("0.25", "0.5", "1")),
});

const item = fc.record({
  leadTime: fc.constantFrom(1, 2, 3),
  holdingCost: fc.constantFrom("0.1", "2"),
  operations: fc.array(operation, { minLength: 1, maxLength: 3 }),
});

const demand = fc.record({
  item: fc.nat(2),
  quantity: fc.integer({ min: 1, max: 9 }),
  day: fc.integer({ min: 1, max: 13 }),
  segment: fc.nat(3),
  priority: fc.nat(2),
});

/** Desks of two legs of wood that is bought, and shelves of wood; more of them than the shop can make. */
export const crowdedShop: fc.Arbitrary<PlanningInput> = fc
  .record({
    centers: fc.tuple(center, center, center),
    items: fc.tuple(item, item, item),
    demands: fc.array(demand, { minLength: 3, maxLength: 12 }),
    wood: fc.nat(6),
  })
  .map(({ centers, items, demands, wood }) => {
    const made = ["desk", "leg", "shelf"];
    return {
      startDate: day(0),
      horizonEnd: day(16),
      workCenters: centers.map((of, n) => ({
        id: CENTERS[n]!,
        units: of.units,
        efficiency: of.efficiency,
        utilization: of.utilization,
        costPerHour: of.cost,
        overtimeCostPerHour: of.overtimeCost,
        shifts: [
          {
            from: "06:00",
            until: `${String(6 + of.hours).padStart(2, "0")}:00`,
            ...(of.isFiveDays ? { days: ["mon", "tue", "wed", "thu", "fri"] as const } : {}),
          },
        ],
        overtime:
          of.overtime === null
            ? []
            : [
                {
                  from: `${day(of.overtime.day)}T15:00`,
                  until: `${day(of.overtime.day)}T${15 + of.overtime.hours}:00`,
                },
              ],
      })),
      items: [
        ...items.map(({ leadTime, holdingCost }, n) => ({ id: made[n]!, leadTime, holdingCost })),
        { id: "wood", leadTime: 1 },
      ],
      sources: made.map((id) => ({ item: id, kind: "make" as const })),
      boms: [
        { item: "desk", lines: [{ item: "leg", quantity: 2 }] },
        { item: "leg", lines: [{ item: "wood", quantity: 1 }] },
        { item: "shelf", lines: [{ item: "wood", quantity: 1 }] },
      ],
      routings: items.map(({ operations }, n) => ({
        id: `r${n}`,
        item: made[n]!,
        operations: operations.map((of, place) => {
          const workCenter = CENTERS[of.center]!;
          const { setup, run, queue, move } = of;
          const other = { workCenter: OTHER[workCenter], priority: 1, run: of.alternate ?? 0 };
          const alternates = of.alternate === null ? [] : [other];
          return { id: `${place}`, workCenter, setup, run, queue, move, alternates };
        }),
      })),
      supplies: [
        { id: "po", item: "wood", quantity: 40, due: day(wood), kind: "purchase" as const },
      ],
      demands: demands.map((of, n) => ({
        id: `d${n}`,
        item: made[of.item]!,
        quantity: of.quantity,
        due: day(of.day),
        segment: `s${of.segment}`,
        priority: of.priority,
      })),
    };
  });
