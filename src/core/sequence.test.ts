import { describe, expect, test } from "vitest";
import { lazySequence } from "./sequence.js";

describe("A sequence", () => {
  const squares = lazySequence(4, (place) => place * place);

  test("is read by place, from the end when negative", () => {
    expect([0, 3, -1, -4].map((place) => squares.at(place))).toEqual([0, 9, 9, 0]);
  });

  test("has nothing outside", () => {
    const outside = [4, -5, 1.5, Number.NaN, Number.POSITIVE_INFINITY];
    expect(outside.map((place) => squares.at(place))).toEqual(outside.map(() => undefined));
  });

  test("is gone through from first to last, as often as one likes", () => {
    expect([...squares]).toEqual([0, 1, 4, 9]);
    expect([...squares]).toEqual([0, 1, 4, 9]);
    expect([...lazySequence(0, () => 1)]).toEqual([]);
  });

  test("builds a thing only when it is read", () => {
    const built: number[] = [];
    const million = lazySequence(1_000_000, (place) => {
      built.push(place);
      return { place };
    });
    expect(built).toEqual([]);
    expect(million.at(-1)).toEqual({ place: 999_999 });
    for (const { place } of million) if (place === 2) break;
    expect(built).toEqual([999_999, 0, 1, 2]);
  });

  test("cannot be changed", () => {
    expect(() => Object.assign(squares, { length: 5 })).toThrow(TypeError);
  });
});
