import { describe, expect, test } from "vitest";
import { FoundPlaces } from "./found-places.js";

describe("The places at which something was found", () => {
  const places = new FoundPlaces();
  places.addUnsound(["items", 3, "leadTime"]);
  places.addUnsound(["boms", 0]);
  places.add(["items", 2], { code: "unknownId", message: "None." });

  test.each([
    [["items", 3, "leadTime"], true],
    [["items", 3, "leadTime", "days"], true],
    [["boms", 0, "lines", 2], true],
    [["items", 3], false],
    [["items", "3", "leadTime"], false],
    [["boms"], false],
    [[], false],
  ])("cover %j: %s, when its form or that of what holds it is wrong", (path, covers) => {
    expect(places.covers(path)).toBe(covers);
  });

  test.each([
    [["items", 3, "leadTime"], true],
    [["items", 3], true],
    [["items"], true],
    [["items", 2], false],
    [["boms", 0, "lines"], false],
    [["__proto__"], false],
  ])("reach %j: %s, when its form or that of something in it is wrong", (path, reaches) => {
    expect(places.reaches(path)).toBe(reaches);
  });

  test("take each finding once at a place, and keep places apart", () => {
    const found = new FoundPlaces();
    const none = { code: "unknownId", message: "None." };
    const twice = { code: "duplicateId", message: "Twice." };
    const path = ["items", 3, "id"];
    expect([none, none, twice, none, twice].map((one) => found.add(path, one))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(found.add(path, { ...none, message: "Twice." })).toBe(true);
    expect(found.add(["items", "3", "id"], none)).toBe(true);
    expect(found.has(path)).toBe(true);
    expect(found.has(["items", 3])).toBe(false);
  });
});
