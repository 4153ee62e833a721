import { describe, expect, test } from "vitest";
import type { PlanningInput } from "../../src/index.js";
import { issuesOf } from "./refusal.js";

type Path = readonly (string | number)[];

/** An input without a mistake, into which each test puts one. */
export const right = {
  startDate: "2026-01-05",
  calendars: [{ id: "five days", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
  units: [{ id: "piece", decimals: 0 }],
  items: [
    { id: "bike", unit: "piece", units: [{ unit: "crate", contains: 4 }] },
    { id: "wheel", decimals: 2 },
  ],
  suppliers: [{ id: "smith" }],
  boms: [{ item: "bike", version: "A", lines: [{ item: "wheel", quantity: 2 }] }],
  stock: [{ item: "wheel", quantity: 3 }],
  supplies: [{ id: "s1", item: "wheel", quantity: 3, due: "2026-01-09", kind: "purchase" }],
  demands: [{ id: "d1", item: "bike", quantity: 10, due: "2026-01-16" }],
} satisfies PlanningInput;

export const twoSites = {
  startDate: "2026-01-05",
  sites: [{ id: "north" }, { id: "south" }],
  items: [{ id: "wheel" }],
};

export const bike = right.items[0]!;
export const wheel = right.items[1]!;
export const demand = right.demands[0]!;
export const supply = right.supplies[0]!;

/** `right` with other parameters of the wheel. */
export function withWheel(parameters: object): object {
  return { ...right, items: [bike, { ...wheel, ...parameters }] };
}

/** A test of a chapter: what is done wrong, the input, the code, the path, and words that the message has. */
export type Row = readonly [
  title: string,
  input: object,
  code: string,
  path: Path,
  words: string[],
];

/**
 * Tests that each input is refused for one mistake and nothing else.
 *
 * @param name - of the chapter
 * @param rows - its inputs
 */
export function chapter(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows)("%s is refused", (_, input, code, path, words) => {
      const issues = issuesOf(input);
      expect(issues.map((issue) => ({ code: issue.code, path: issue.path }))).toEqual([
        { code, path },
      ]);
      for (const word of words) expect(issues[0]!.message).toContain(word);
    });
  });
}
