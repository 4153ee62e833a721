import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { patience, runs } from "../../../test/support/runs.js";
import { freeStock } from "./free-stock.js";
import { StockRows } from "./stock-rows.js";

const DAYS = 8;
const day = fc.nat({ max: DAYS - 1 });
const quantity = fc.nat({ max: 6 });
const comes = fc.record({
  day,
  quantity,
  expires: fc.oneof(fc.integer({ min: 0, max: DAYS + 1 }), fc.constant(Number.POSITIVE_INFINITY)),
});
const needed = fc.record({ day, quantity });
type Come = typeof comes extends fc.Arbitrary<infer T> ? T : never;
type Needed = typeof needed extends fc.Arbitrary<infer T> ? T : never;

/** What is missing at the end of each day: needs that still wait, and what lies below the floor. */
function missing(
  all: readonly Come[],
  needs: readonly Needed[],
  floor: readonly number[],
): number[] {
  const on = <T extends { readonly day: number; readonly quantity: number }>(
    rows: readonly T[],
    today: number,
  ): T[] => rows.flatMap((row) => (row.day === today ? new Array<T>(row.quantity).fill(row) : []));
  let pieces: number[] = [];
  let waiting = 0;
  return Array.from({ length: DAYS }, (_, today) => {
    pieces.push(...on(all, today).map(({ expires }) => expires));
    pieces = pieces.filter((expires) => expires > today).sort((a, b) => a - b);
    waiting += on(needs, today).length;
    const taken = pieces.splice(0, waiting).length;
    waiting -= taken;
    return waiting + Math.max(0, floor[today]! - pieces.length);
  });
}

/** The most that one more need may take so that on no day more is missing, by trying. */
function mostFree(
  all: readonly Come[],
  needs: readonly Needed[],
  floor: readonly number[],
  today: number,
): number {
  const before = missing(all, needs, floor);
  const harmsNobody = (more: number): boolean => {
    const after = missing(all, [...needs, { day: today, quantity: more }], floor);
    return after.every((lacking, n) => lacking <= before[n]!);
  };
  let most = 0;
  while (harmsNobody(most + 1)) most++;
  return most;
}

describe("What is free", () => {
  test.prop(
    [
      fc.array(comes, { maxLength: 6 }),
      fc.array(needed, { maxLength: 6 }),
      fc.array(fc.tuple(day, fc.nat()), { maxLength: 3 }),
      fc.oneof(
        fc.constant(new Array<number>(DAYS).fill(0)),
        fc.array(fc.nat({ max: 6 }), { minLength: DAYS, maxLength: DAYS }),
      ),
    ],
    { numRuns: runs * 5 },
  )(
    "is the most that one more need may take so that on no day more is missing to the floor (K36)",
    (all, needs, granted, floor) => {
      const rows = new StockRows(DAYS);
      for (const one of all) rows.add(one.day, one.quantity, one.expires);
      for (const one of needs) rows.need(one.day, one.quantity);
      const free = freeStock(rows, Float64Array.from(floor));
      const taken = [...needs];
      const compare = (): void => {
        for (let today = 0; today < DAYS; today++) {
          expect(Math.max(0, free.on(today))).toBe(mostFree(all, taken, floor, today));
        }
      };
      compare();
      for (const [today, part] of granted) {
        const given = part % (Math.max(0, free.on(today)) + 1);
        free.grant(today, given);
        taken.push({ day: today, quantity: given });
        compare();
      }
    },
    patience,
  );
});
