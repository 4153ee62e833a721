import fc from "fast-check";
import { formatDay, parseDay } from "../../../src/core/index.js";
import type { PlanChanges, PlanningInput, PlanningRow } from "../../../src/index.js";

const START = parseDay("2026-01-05")!;
const ITEMS = 7;

type Demand = PlanningRow<"demands">;

const demand = fc
  .tuple(fc.nat(ITEMS - 1), fc.integer({ min: 1, max: 9 }), fc.integer({ min: -1, max: 70 }))
  .map(([item, quantity, day]) => ({
    item: `item ${item}`,
    quantity,
    due: formatDay(START + day),
  }));

const lotSizing = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.integer({ min: 2, max: 9 }).map((quantity) => ({ rule: "fixedOrderQuantity", quantity })),
  fc.integer({ min: 2, max: 9 }).map((days) => ({ rule: "periodOrderQuantity", days })),
);

const item = fc.record({
  leadTime: fc.integer({ min: 0, max: 12 }),
  onHand: fc.nat(25),
  lotSizing,
  safetyStock: fc.constantFrom(0, 0, 0, 3),
  safetyTime: fc.constantFrom(0, 0, 0, 2),
});

/**
 * A shop that began too late: plain items over some levels, many small demands from now on, and lead
 * times that are longer than what is left, so that early orders are late and later ones are not.
 */
export const lateShop: fc.Arbitrary<PlanningInput> = fc
  .record({
    items: fc.array(item, { minLength: ITEMS, maxLength: ITEMS }),
    lines: fc.array(
      fc.tuple(fc.nat(ITEMS - 2), fc.nat(ITEMS - 2), fc.integer({ min: 1, max: 3 })),
      { minLength: 4, maxLength: 12 },
    ),
    demands: fc.array(demand, { minLength: 8, maxLength: 30 }),
  })
  .map(({ items, lines, demands }) => ({
    startDate: formatDay(START),
    horizonEnd: formatDay(START + 80),
    items: items.map(({ lotSizing: lots, ...one }, k) => ({
      id: `item ${k}`,
      decimals: 0,
      ...one,
      ...(lots === undefined ? {} : { lotSizing: lots }),
    })),
    boms: Array.from({ length: ITEMS - 1 }, (_, parent) => ({
      item: `item ${parent}`,
      lines: lines
        .filter(([of]) => of === parent)
        .map(([, step, quantity]) => ({
          item: `item ${parent + 1 + (step % (ITEMS - 1 - parent))}`,
          quantity,
        })),
    })).filter((bom) => bom.lines.length > 0),
    demands: demands.map((one, k) => ({ id: `order ${k}`, ...one })),
  })) as fc.Arbitrary<PlanningInput>;

/** A demand that comes, or stands in the place of another one, or goes; a lead time or stock that changes. */
export const shopChange: fc.Arbitrary<(input: PlanningInput) => PlanChanges> = fc
  .record({ what: fc.nat(9), row: fc.nat(99), number: fc.nat(20), demand })
  .map(({ what, row, number, demand: one }) => (input) => {
    const demands = input.demands ?? [];
    const id = demands[row % Math.max(1, demands.length)]?.id;
    const place = `item ${number % ITEMS}`;
    if (what === 0 && id !== undefined) return { demands: { remove: [id] } };
    if (what === 1) return { items: { change: [{ id: place, leadTime: row % 14 }] } };
    if (what === 2) return { stock: { put: [{ item: place, quantity: row % 30 }] } };
    const isNew = what > 6 || id === undefined;
    const put: Demand = { ...one, id: isNew ? `new ${row} ${number}` : id };
    return { demands: { put: [put] } };
  });
