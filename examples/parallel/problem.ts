import { formatDay, type PlanningInput, parseDay } from "../../src/index.js";

const START = parseDay("2026-01-05")!;
const LEVELS = 6;

/**
 * Products of many items: each item of a level takes three of the next, every product is in demand each week.
 * It stands for a file that every thread reads itself.
 *
 * @param items - how many items, a sixth of them on each level
 */
export function products(items: number): PlanningInput {
  const wide = Math.ceil(items / LEVELS);
  const id = (level: number, n: number): string => `${level}.${n % wide}`;
  const numbers = Array.from({ length: wide }, (_, n) => n);
  const levels = Array.from({ length: LEVELS }, (_, level) => level);
  return {
    startDate: formatDay(START),
    horizonEnd: formatDay(START + 364),
    conventions: { maxOrders: 100_000_000 },
    items: levels.flatMap((level) =>
      numbers.map((n) => ({ id: id(level, n), leadTime: 1 + (n % 9), onHand: n % 50 })),
    ),
    boms: levels.slice(1).flatMap((level) =>
      numbers.map((n) => ({
        item: id(level - 1, n),
        lines: [1, 2, 3].map((k) => ({ item: id(level, 7 * n + k), quantity: k })),
      })),
    ),
    demands: numbers.flatMap((n) =>
      Array.from({ length: 50 }, (_, week) => ({
        id: `order ${n} ${week}`,
        item: id(0, n),
        quantity: 1 + ((n + week) % 10),
        due: formatDay(START + 7 * week + (n % 7)),
      })),
    ),
  };
}
