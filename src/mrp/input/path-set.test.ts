import { describe, expect, test } from "vitest";
import { PathSet } from "./path-set.js";

describe("A set of paths", () => {
  const set = new PathSet();
  set.add(["items", 3, "leadTime"]);
  set.add(["boms", 0]);

  test.each([
    [["items", 3, "leadTime"], true],
    [["items", 3, "leadTime", "days"], true],
    [["boms", 0, "lines", 2], true],
    [["items", 3], false],
    [["items", "3", "leadTime"], false],
    [["boms"], false],
    [[], false],
  ])("covers %j: %s, when it or what holds it is in", (path, covers) => {
    expect(set.covers(path)).toBe(covers);
  });

  test.each([
    [["items", 3, "leadTime"], true],
    [["items", 3], true],
    [["items"], true],
    [["items", 2], false],
    [["boms", 0, "lines"], false],
    [["__proto__"], false],
  ])("reaches %j: %s, when it or something in it is in", (path, reaches) => {
    expect(set.reaches(path)).toBe(reaches);
  });
});
