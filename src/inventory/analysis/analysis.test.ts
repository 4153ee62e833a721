import { describe, expect, test } from "vitest";
import {
  abcClassification,
  excessStock,
  inventoryTurns,
  stockProjection,
  xyzClassification,
} from "../index.js";

describe("ABC classification", () => {
  const classes = (values: Record<string, number>, limits = {}) =>
    abcClassification({
      items: Object.entries(values).map(([id, value]) => ({ id, value })),
      ...limits,
    })
      .map((row) => `${row.id}${row.class}`)
      .join(" ");

  test("the item that reaches a limit still belongs to the class above it", () => {
    expect(classes({ a: 50, b: 30, c: 15, d: 5 })).toBe("aA bA cB dC");
    expect(classes({ a: 79, b: 2, c: 14, d: 5 })).toBe("aA cA dB bC");
    expect(classes({ a: 0.5, b: 0.3, c: 0.2 })).toBe("aA bA cB");
    expect(classes({ a: 100 })).toBe("aA");
  });

  test("equal values stand in the order of their ids by UTF-16 code units, however they are given", () => {
    const wanted = "Zoe A|item 10 A|item 9 B|Ärmel C|𝒳 C";
    const items = ["item 9", "𝒳", "Zoe", "Ärmel", "item 10"].map((id) => ({ id, value: 1 }));
    for (const given of [items, [...items].reverse()]) {
      const rows = abcClassification({ items: given, shareOfA: 0.4, shareOfAB: 0.6 });
      expect(rows.map((row) => `${row.id} ${row.class}`).join("|")).toBe(wanted);
    }
  });

  test("what is worth nothing is C, and nothing at all gives no rows", () => {
    expect(classes({ a: 0, b: 0 })).toBe("aC bC");
    expect(classes({ a: 0, b: 7 })).toBe("bA aC");
    expect(abcClassification({ items: [] })).toEqual([]);
  });

  test("shares add up to 1", () => {
    const rows = abcClassification({
      items: [3, 1, 2].map((value) => ({ id: `${value}`, value })),
    });
    expect(rows.map(({ cumulativeShare }) => cumulativeShare)).toEqual([0.5, 5 / 6, 1]);
    expect(() => classes({ a: 1 }, { shareOfA: 0.9, shareOfAB: 0.8 })).toThrow(
      "The shareOfAB (0.8) must not be below the shareOfA (0.9).",
    );
  });
});

describe("XYZ classification", () => {
  test("goes by the coefficient of variation; at a limit the steadier class", () => {
    const rows = xyzClassification({
      items: [
        { id: "none", demand: [0, 0] },
        { id: "wild", demand: [0, 0, 0, 40] },
        { id: "edge", demand: [5, 15] },
        { id: "even", demand: [10, 10] },
        { id: "half", demand: [0, 20] },
      ],
    });
    const shown = rows.map(({ id, variation, class: grade }) => [
      id,
      variation === null ? null : Number(variation.toFixed(12)),
      grade,
    ]);
    expect(shown).toEqual([
      ["even", 0, "X"],
      ["edge", 0.5, "X"],
      ["half", 1, "Y"],
      ["wild", 1.732050807569, "Z"],
      ["none", null, "Z"],
    ]);
  });

  test("keeps its digits where the demand is large beside what it varies by", () => {
    for (const size of [1, 1e3, 1e9, 1e14, 2 ** 53 - 2]) {
      const [row] = xyzClassification({ items: [{ id: "a", demand: [size, size + 1] }] });
      expect(row?.deviation).toBe(0.5);
    }
    const tenths = { id: "a", demand: [1e9 + 0.1, 1e9 + 0.2] };
    const [row] = xyzClassification({ items: [tenths] });
    expect(row).toMatchObject({ mean: 1e9 + 0.15, deviation: 0.05 });
    const [even] = xyzClassification({ items: [{ id: "a", demand: [0.1, 0.1, 0.1] }] });
    expect(even).toMatchObject({ mean: 0.1, deviation: 0, variation: 0 });
  });

  test("does not depend on the size of what is counted", () => {
    for (const size of [1e-90, 1e-12, 1, 1e12, 1e90]) {
      const [row] = xyzClassification({ items: [{ id: "a", demand: [size, 3 * size] }] });
      expect(row?.variation).toBeCloseTo(0.5, 12);
      expect((row?.deviation ?? 0) / size).toBeCloseTo(1, 12);
    }
  });
});

describe("The projection of a stock", () => {
  test("goes on in units and value; what is owed is worth nothing", () => {
    const input = { onHand: 10, receipts: [0, 20, 0], demand: [15, 5, 5], unitCost: 3 };
    expect(stockProjection(input)).toEqual({
      rows: [
        { opening: 10, closing: -5, value: 0 },
        { opening: -5, closing: 10, value: 30 },
        { opening: 10, closing: 5, value: 15 },
      ],
      averageStock: 5,
      averageValue: 15,
      lowest: -5,
      firstShortage: 0,
    });
  });

  test("is exact in the decimals that are written", () => {
    for (let a = 0; a <= 28; a++) {
      for (let b = 0; b <= 28; b++) {
        const demand = [a / 10, b / 10];
        const input = { onHand: (a + b) / 10, receipts: [0, 0], demand, unitCost: 0.1 };
        expect(stockProjection(input)).toEqual({
          rows: [
            { opening: (a + b) / 10, closing: b / 10, value: b / 100 },
            { opening: b / 10, closing: 0, value: 0 },
          ],
          averageStock: b / 20,
          averageValue: b / 200,
          lowest: 0,
          firstShortage: null,
        });
      }
    }
    const far = { onHand: 1e100, receipts: [0, 0], demand: [1e-100, 1e100] };
    expect(stockProjection(far)).toMatchObject({ lowest: -1e-100, firstShortage: 1 });
  });

  test("needs as many receipts as demands", () => {
    expect(() => stockProjection({ onHand: 0, receipts: [1], demand: [1, 2] })).toThrow(
      "The receipts have 1 period and the demand 2.",
    );
  });
});

describe("Turns", () => {
  test("are those of a year, whatever time is looked at", () => {
    const year = inventoryTurns({ usage: 730, averageStock: 73 });
    expect(year).toEqual({ turns: 10, daysOnHand: 36.5 });
    expect(inventoryTurns({ usage: 146, averageStock: 73, days: 73 })).toEqual(year);
    expect(inventoryTurns({ usage: 0, averageStock: 1 })).toEqual({ turns: 0, daysOnHand: null });
  });
});

describe("Excess and obsolete stock", () => {
  const of = (onHand: number, demand: number[], safetyStock = 0) =>
    excessStock({
      items: [{ id: "a", onHand, demand, safetyStock, unitCost: 2 }],
      excessAfter: 2,
      obsoleteAfter: 4,
    }).map(({ active, excess, obsolete }) => [active, excess, obsolete])[0];

  test("the three parts add up to what is there", () => {
    expect(of(100, [10, 10, 10, 10, 10])).toEqual([20, 20, 60]);
    expect(of(35, [10, 10, 10, 10, 10])).toEqual([20, 15, 0]);
    expect(of(15, [10, 10, 10, 10, 10])).toEqual([15, 0, 0]);
    expect(of(0, [10])).toEqual([0, 0, 0]);
  });

  test("safety stock is wanted, and without demand the rest is obsolete", () => {
    expect(of(100, [], 30)).toEqual([30, 0, 70]);
    expect(of(100, [10, 10, 10, 10], 30)).toEqual([50, 20, 30]);
  });

  test("is exact in the decimals that are written", () => {
    for (let a = 0; a <= 28; a++) {
      for (let b = 0; b <= 28; b++) {
        const onHand = (a + b + 1) / 10;
        const [row] = excessStock({
          items: [{ id: "a", onHand, demand: [a / 10, b / 10], safetyStock: 0.1, unitCost: 0.1 }],
          excessAfter: 1,
        });
        expect(row).toEqual({
          id: "a",
          active: (a + 1) / 10,
          excess: b / 10,
          obsolete: 0,
          activeValue: (a + 1) / 100,
          excessValue: b / 100,
          obsoleteValue: 0,
        });
      }
    }
  });

  test("is worth its units", () => {
    const [row] = excessStock({
      items: [{ id: "a", onHand: 10, demand: [2, 3, 1], unitCost: 2.5 }],
      excessAfter: 1,
    });
    expect([row?.activeValue, row?.excessValue, row?.obsoleteValue]).toEqual([5, 10, 10]);
  });
});
