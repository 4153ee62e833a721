import { describe, expect, test } from "vitest";
import { CellIndex } from "./cell-index.js";

describe("Numbers of cells", () => {
  test.each([
    ["short names", 10, 1_000],
    ["names too long for an array", 2 ** 20, 2 ** 30],
    ["names too long for one number", 2 ** 30, 2 ** 40],
  ])("are the same whenever two numbers come again: %s", (_, width, most) => {
    const index = new CellIndex(width, most);
    const names: [number, number][] = [];
    for (let n = 0; n < 5_000; n++) {
      names.push([(n * 7_919) % Math.min(most, 900), (n * 104_729) % width]);
    }
    const expected = new Map<string, number>();
    for (const [high, low] of [...names, ...names.reverse()]) {
      const name = `${high} ${low}`;
      if (!expected.has(name)) expected.set(name, expected.size);
      const cell = index.of(high, low);
      expect(cell).toBe(expected.get(name));
      expect([index.highOf(cell), index.lowOf(cell)]).toEqual([high, low]);
    }
    expect(index.count).toBe(expected.size);
  });
});
