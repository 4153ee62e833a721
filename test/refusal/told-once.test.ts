import { describe, expect, test } from "vitest";
import { issuesOf } from "./refusal.js";

const startDate = "2026-01-05";

function told(input: object): readonly string[] {
  return issuesOf({ startDate, ...input }).map(({ code, path }) => `${code} ${path.join(".")}`);
}

describe("A mistake is told once, and nothing that only follows from it", () => {
  test.each<[string, object, string]>([
    [
      "an unknown unit of a line that is drawn in multiples",
      {
        items: [{ id: "a" }, { id: "b" }],
        boms: [{ item: "a", lines: [{ item: "b", quantity: 1, unit: "pc", multiple: 2 }] }],
      },
      "unknownUnit boms.0.lines.0.unit",
    ],
    [
      "an unknown unit of a demand of which some is shipped",
      {
        items: [{ id: "a" }],
        demands: [
          {
            id: "d",
            item: "a",
            quantity: 3,
            shipped: 1,
            unit: "pc",
            consumption: 1,
            due: startDate,
          },
        ],
      },
      "unknownUnit demands.0.unit",
    ],
    [
      "an unknown order unit of a source with a maximum",
      {
        items: [{ id: "a" }],
        sources: [{ item: "a", kind: "buy", orderUnit: "pc", maximumOrder: 9 }],
      },
      "unknownUnit sources.0.orderUnit",
    ],
    [
      "an unknown order unit of an item with a maximum",
      { items: [{ id: "a", orderUnit: "pc", maximumOrder: 9 }] },
      "unknownUnit items.0.orderUnit",
    ],
    [
      "a maximum that is too fine",
      { items: [{ id: "a", decimals: 0, maximumOrder: "1.5" }] },
      "tooFine items.0.maximumOrder",
    ],
    [
      "a whole number that no number can be",
      { items: [{ id: "a", leadTime: 1e308 }] },
      "outOfRange items.0.leadTime",
    ],
  ])("%s", (_, input, issue) => {
    expect(told(input)).toEqual([issue]);
  });

  test("several attributes of a row, beside what is wrong elsewhere", () => {
    const attributes = { created: null, changed: null, tags: [] };
    const given = (list: readonly object[]) => [{ ...list[0], attributes }, ...list.slice(1)];
    const wrong = (place: string) =>
      Object.keys(attributes).map((key) => `invalidType ${place}.0.attributes.${key}`);
    const items = [{ id: "a" }, { id: "b" }];
    const sites = [{ id: "here" }];
    const demands = [{ id: "d", item: "b", site: "here", quantity: 1, due: startDate }];
    expect(told({ items: given(items), sites, demands })).toEqual(wrong("items"));
    expect(told({ items, sites: given(sites), demands })).toEqual(wrong("sites"));
    expect(told({ items, sites, demands: given(demands) })).toEqual(wrong("demands"));
    expect(told({ items: given([...items, { id: "b" }]) })).toEqual([
      ...wrong("items"),
      "duplicateId items.2.id",
    ]);
    const loop = [{ item: "a", lines: [{ item: "b", quantity: 1 }] }];
    const back = [{ item: "b", lines: [{ item: "a", quantity: 1 }] }];
    expect(told({ items: given(items), boms: [...loop, ...back] })).toEqual([
      ...wrong("items"),
      "bomCycle boms.0.lines.0.item",
    ]);
  });

  test("a maximum that is rounded to nothing is none", () => {
    const items = [{ id: "a", decimals: 0, maximumOrder: "0.1" }];
    expect(told({ items, conventions: { excessDigits: "round" } })).toEqual([
      "outOfRange items.0.maximumOrder",
    ]);
  });
});
