import type { PlanningInput } from "../src/mrp/index.js";
import { planningRows } from "./planning-input.js";
import type { BenchProblem } from "./problem.js";
import { drawsFrom } from "./random.js";

const SUPPLIERS = 200;
const CUSTOMERS = 500;
const CENTERS = 40;
/** Of items that are bought, how many have prices that fall with the quantity. */
const WITH_BREAKS = 0.2;

const ALL_DAY = [{ from: "00:00", until: "24:00" }];

/**
 * The same problem with what money asks for: suppliers and prices of what is bought, a customer for each
 * demand, and with routings one or two operations of what is made, at work centres whose hours cost
 * something.
 */
export function moneyRows(
  problem: BenchProblem,
  seed: number,
  hasRoutings: boolean,
): PlanningInput {
  const input = planningRows(problem);
  const draws = drawsFrom(seed);
  const made = new Set(input.boms!.map(({ item }) => item));
  const money = (low: number, high: number): string => (draws.whole(low, high) / 100).toFixed(2);
  const name = (what: string, count: number): string => `${what} ${draws.whole(1, count)}`;
  const priceOf = new Map<string, string>();
  for (const { id } of input.items!) if (!made.has(id)) priceOf.set(id, money(1, 50_000));
  return {
    ...input,
    currency: "EUR",
    suppliers: Array.from({ length: SUPPLIERS }, (_, n) => ({
      id: `supplier ${n + 1}`,
      terms: { netDays: 10 * (1 + (n % 6)) },
    })),
    workCenters: Array.from({ length: CENTERS }, (_, n) => ({
      id: `center ${n + 1}`,
      shifts: ALL_DAY,
      costPerHour: 20 + n,
    })),
    items: input.items!.map((item) => {
      const unitCost = priceOf.get(item.id);
      return unitCost === undefined ? item : { ...item, unitCost };
    }),
    sources: Array.from(priceOf, ([item, price]) => ({
      id: `buy ${item}`,
      item,
      kind: "buy" as const,
      supplier: name("supplier", SUPPLIERS),
      price,
      ...(draws.chance(WITH_BREAKS)
        ? {
            priceBreaks: [
              { from: draws.whole(10, 1_000), price: `${(Number(price) * 0.9).toFixed(3)}` },
            ],
          }
        : {}),
    })),
    routings: Array.from(hasRoutings ? made : [], (item) => ({
      id: `make ${item}`,
      item,
      operations: Array.from({ length: draws.whole(1, 2) }, (_, n) => ({
        id: `${10 * (n + 1)}`,
        workCenter: name("center", CENTERS),
        setup: draws.whole(0, 4) / 4,
        run: draws.whole(1, 50) / 100,
      })),
    })),
    demands: input.demands!.map((demand) => ({ ...demand, customer: name("customer", CUSTOMERS) })),
  };
}
