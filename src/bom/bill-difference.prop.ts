import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { soundRows } from "../../test/support/random-bom.js";
import { runs } from "../../test/support/runs.js";
import { formatRatio, parseRatio } from "../core/index.js";
import { type BillDifference, compareBills } from "./bill-difference.js";
import type { BomRow } from "./bom-row.js";
import { bomGraph } from "./graph.js";

const options = { numRuns: runs };

/** Two bills that have much in common: rows left out, changed and added. */
const twoBills = fc
  .tuple(
    soundRows,
    fc.array(fc.constantFrom("keep", "leave", "change", "twice"), { minLength: 16 }),
  )
  .map(([rows, deeds]) => {
    const other = rows.flatMap((row, n): BomRow[] => {
      switch (deeds[n]) {
        case "leave":
          return [];
        case "change":
          return [{ ...row, quantity: 77 }];
        case "twice":
          return [row, { ...row, quantity: "1/3" }];
        default:
          return [row];
      }
    });
    return [rows, other] as const;
  });

const written = ({ parent, component, quantity }: BomRow): string =>
  JSON.stringify([parent, component, formatRatio(parseRatio(quantity)!)]);

/** Carries a difference out on the rows that it was made from. */
function applied(rows: readonly BomRow[], { added, removed, changed }: BillDifference): BomRow[] {
  const gone = new Set(removed.map(({ row }) => row));
  const now = new Map(changed.map(({ before, after }) => [before.row, after.ratio]));
  const kept = rows.flatMap((row, n) =>
    gone.has(n) ? [] : [{ ...row, quantity: now.get(n) ?? row.quantity }],
  );
  return [
    ...kept,
    ...added.map(({ parent, component, ratio: quantity }) => ({ parent, component, quantity })),
  ];
}

describe("The difference of two bills (B9)", () => {
  test.prop([twoBills], options)("carried out on the first gives the second", ([first, second]) => {
    const difference = compareBills(bomGraph(first), bomGraph(second));
    expect(applied(first, difference).map(written).sort()).toEqual(second.map(written).sort());
    const { added, removed, changed } = difference;
    for (const { row, parent, component, ratio } of added) {
      expect(written(second[row]!)).toBe(written({ parent, component, quantity: ratio }));
    }
    for (const { row, parent, component, ratio } of removed) {
      expect(written(first[row]!)).toBe(written({ parent, component, quantity: ratio }));
    }
    for (const { before, after } of changed) expect(before.ratio).not.toBe(after.ratio);
  });

  test.prop([soundRows, soundRows], options)(
    "of any two bills gives the second, and back the first",
    (first, second) => {
      const [one, other] = [bomGraph(first), bomGraph(second)];
      expect(applied(first, compareBills(one, other)).map(written).sort()).toEqual(
        second.map(written).sort(),
      );
      expect(applied(second, compareBills(other, one)).map(written).sort()).toEqual(
        first.map(written).sort(),
      );
    },
  );

  test.prop([soundRows, fc.nat()], options)(
    "of a bill and its rows in another order is nothing",
    (rows, turn) => {
      const turned = rows.map((_, n) => rows[(n + turn) % rows.length]!);
      const none = { added: [], removed: [], changed: [] };
      expect(compareBills(bomGraph(rows), bomGraph(turned))).toEqual(none);
    },
  );
});
