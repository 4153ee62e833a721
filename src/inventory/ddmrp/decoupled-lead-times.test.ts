import { describe, expect, test } from "vitest";
import { decoupledLeadTimes, type LeadTimeItem } from "./decoupled-lead-times.js";

const item = (id: string, leadTime: number, buffered = false): LeadTimeItem => ({
  id,
  leadTime,
  buffered,
});

/** `[parent, component]` */
const line = ([parent, component]: readonly [string, string]) => ({ parent, component });

/** Days of each item, with the way that they come by. */
function timesOf(items: readonly LeadTimeItem[], lines: readonly (readonly [string, string])[]) {
  const rows = decoupledLeadTimes({ items, lines: lines.map(line) });
  return rows.map(({ item: id, decoupledLeadTime, via }) => `${id} ${decoupledLeadTime} ${via}`);
}

describe("The decoupled lead time", () => {
  test("is the longest way down, its own time included", () => {
    const items = [item("top", 1), item("short", 2), item("long", 5), item("raw", 10)];
    const times = timesOf(items, [
      ["top", "short"],
      ["top", "long"],
      ["short", "raw"],
    ]);
    expect(times).toEqual(["top 13 short", "short 12 raw", "long 5 undefined", "raw 10 undefined"]);
  });

  test("ends at a buffer, which has one of its own", () => {
    const items = [item("top", 1), item("middle", 2, true), item("raw", 10)];
    const times = timesOf(items, [
      ["top", "middle"],
      ["middle", "raw"],
    ]);
    expect(times).toEqual(["top 1 undefined", "middle 12 raw", "raw 10 undefined"]);
  });

  test("goes by the id that comes first where ways are equally long, in whatever order they stand", () => {
    const items = [item("top", 1), item("b", 3), item("a", 3)];
    const lines = [
      ["top", "b"],
      ["top", "a"],
    ] as const;
    expect(timesOf(items, lines)[0]).toBe("top 4 a");
    expect(timesOf(items, lines.toReversed())[0]).toBe("top 4 a");
  });

  test("is exact in the decimals that are written, and so is what is equally long", () => {
    const items = [item("top", 0.1), item("b", 0.3), item("a", 0.1), item("c", 0.2)];
    const lines = [
      ["top", "b"],
      ["top", "a"],
      ["a", "c"],
    ] as const;
    expect(timesOf(items, lines)).toEqual([
      "top 0.4 a",
      "b 0.3 undefined",
      "a 0.3 c",
      "c 0.2 undefined",
    ]);
    const longer = [item("top", 0.1), item("a", 0.2)];
    expect(timesOf(longer, [["top", "a"]])[0]).toBe("top 0.3 a");
  });

  test("of 50,000 levels is found too", () => {
    const items = Array.from({ length: 50_000 }, (_, n) => item(`i${n}`, 1));
    const lines = items.slice(1).map(({ id }, n) => line([`i${n}`, id]));
    expect(decoupledLeadTimes({ items, lines })[0]?.decoupledLeadTime).toBe(50_000);
  });

  test.each([
    [
      "items that contain themselves",
      [item("a", 1), item("b", 1)],
      [
        ["a", "b"],
        ["b", "a"],
      ],
      'The items "a" → "b" → "a" contain one another in a circle. Take one of the lines out.',
    ],
    [
      "a line to no item",
      [item("a", 1)],
      [["a", "b"]],
      'The component ("b") of a line is none of the items. Add it, or correct the id.',
    ],
    [
      "two items of one id",
      [item("a", 1), item("a", 2)],
      [],
      'The id ("a") stands for two items. Give each its own.',
    ],
  ] as const)("%s are refused", (_, items, lines, message) => {
    expect(() => decoupledLeadTimes({ items, lines: lines.map(line) })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ message })] }),
    );
  });
});
