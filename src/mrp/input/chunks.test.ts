import { describe, expect, test } from "vitest";
import { asPart, drained, inChunks, type Steps } from "./chunks.js";

describe("Work that rests", () => {
  test("does all rows of a list once, in their order", () => {
    const chunks: [number, number][] = [];
    drained(inChunks(7, 3, (from, end) => chunks.push([from, end])));
    expect(chunks).toEqual([
      [0, 3],
      [3, 6],
      [6, 7],
    ]);
  });

  test("says after each piece how much is done", () => {
    expect(Array.from(inChunks(8, 3, () => {}))).toEqual([3 / 8, 6 / 8, 1]);
    expect(Array.from(inChunks(0, 3, () => {}))).toEqual([]);
  });

  test("as a part of other work says how much of that is done, and returns what it made", () => {
    function* work(): Steps<string> {
      yield 0.5;
      yield 1;
      return "made";
    }
    expect(Array.from(asPart(0.5, 0.75, work()))).toEqual([0.625, 0.75]);
    expect(drained(asPart(0, 1, work()))).toBe("made");
  });
});
