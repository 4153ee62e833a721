import { describe, expect, test } from "vitest";
import { chooseComponent } from "./substitute.js";

const line = {
  component: "butter",
  quantity: 250,
  substitutes: [
    { item: "margarine", quantity: 280, priority: 2 },
    { item: "lard", quantity: 200, priority: 1 },
    { item: "ghee", quantity: 200, priority: 1 },
  ],
};
const choice = (free: Record<string, number>, order: number | string = 2) => {
  const { item, ratio, covered } = chooseComponent(line, order, new Map(Object.entries(free)));
  return [item, ratio, covered];
};

describe("A component or its substitute (B5)", () => {
  test("is the preferred one while its free stock covers the whole need", () => {
    expect(choice({ butter: 500, lard: 900 })).toEqual(["butter", "500", true]);
  });

  test("else the first by priority that covers it whole, of equal priority by id", () => {
    expect(choice({ butter: 499, lard: 900, margarine: 900 })).toEqual(["lard", "400", true]);
    expect(choice({ lard: 399, margarine: 560 })).toEqual(["margarine", "560", true]);
    expect(choice({ lard: 400, ghee: 400 })).toEqual(["ghee", "400", true]);
  });

  test("else the preferred one, to be planned; a line is not split", () => {
    expect(choice({ butter: 499, lard: 399, margarine: 559 })).toEqual(["butter", "500", false]);
  });

  test("compares exactly", () => {
    expect(choice({ butter: 75 }, "0.3")).toEqual(["butter", "75", true]);
  });

  test("needs nothing for no order, and stock below nothing covers nothing", () => {
    expect(choice({}, 0)).toEqual(["butter", "0", true]);
    expect(choice({ butter: -1 }, 0)).toEqual(["ghee", "0", true]);
  });

  test("every mistake is listed", () => {
    const wrong = {
      component: "butter",
      quantity: -1,
      substitutes: [{ item: "butter", quantity: 1, priority: 0.5 }, 7],
    };
    expect(() => chooseComponent(wrong as never, "x", { lard: 3 } as never)).toThrow(
      expect.objectContaining({
        issues: [
          ["outOfRange", ["line", "quantity"]],
          ["duplicateId", ["line", "substitutes", 0, "item"]],
          ["invalidType", ["line", "substitutes", 0, "priority"]],
          ["invalidType", ["line", "substitutes", 1]],
          ["missingField", ["line", "substitutes", 1, "item"]],
          ["missingField", ["line", "substitutes", 1, "quantity"]],
          ["missingField", ["line", "substitutes", 1, "priority"]],
          ["invalidQuantity", ["order"]],
          ["invalidType", ["free"]],
        ].map(([code, path]) => expect.objectContaining({ code, path })),
      }),
    );
  });
});
