import { describe, expect, test } from "vitest";
import { compareText } from "./compare-text.js";

describe("Ids are in the order of their UTF-16 code units (T2)", () => {
  test("capitals come before small letters, digits are no numbers, accents come after z", () => {
    const ids = ["b", "a10", "é", "a9", "Z", "", "e", "_", "10", "9", "z"];
    const sorted = ["", "10", "9", "Z", "_", "a10", "a9", "b", "e", "z", "é"];
    expect(ids.sort(compareText)).toEqual(sorted);
  });

  test("a character beyond U+FFFF counts by its halves, not by its number", () => {
    const [fullwidth, beyond] = ["\uff5e", "\u{1f600}"]; // U+FF5E < U+1F600, but FF5E > D83D
    expect(compareText(beyond, fullwidth)).toBe(-1);
    expect(compareText(fullwidth, beyond)).toBe(1);
  });

  test("equal texts are equal, and the same letter written in two ways is not", () => {
    expect(compareText("bolt", "bolt")).toBe(0);
    expect(compareText("\u00e9", "e\u0301")).toBe(1);
  });
});
