import { expect, test } from "vitest";
import type { PlanningRow } from "../../src/index.js";
import { chapter, right, withWheel } from "./chapter.js";
import { mistakesIn } from "./refusal.js";

type Bom = PlanningRow<"boms">;

/** A third item beside the bike and the wheel, which goes into nothing. */
const rim = { id: "rim" };
const phantom = { id: "kit", phantom: true };
const items = [...right.items, rim, phantom];
const line = { item: "wheel", quantity: 2 };

const withBill = (bill: Partial<Bom>): object => ({
  ...right,
  items,
  boms: [{ item: "bike", lines: [line], ...bill }],
});

const withSubstitutes = (...rows: readonly object[]): object =>
  withBill({ lines: [{ ...line, substitutes: rows as never }] });

const withOld = (discontinued: object): object => ({
  ...right,
  items: [right.items[0], { ...right.items[1], discontinued }, rim, phantom],
});

chapter("A co-product", [
  [
    "that nothing defines",
    withBill({ coProducts: [{ item: "rimm", quantity: 1 }] }),
    "unknownId",
    ["boms", 0, "coProducts", 0, "item"],
    ['"rimm"'],
  ],
  [
    "that is the item itself",
    withBill({ coProducts: [{ item: "bike", quantity: 1 }] }),
    "bomCycle",
    ["boms", 0, "coProducts", 0, "item"],
    ['"bike" > "bike"'],
  ],
  [
    "that comes back to its lead item through a bill",
    {
      ...withBill({ coProducts: [{ item: "rim", quantity: 1 }] }),
      boms: [
        { item: "bike", lines: [line], coProducts: [{ item: "rim", quantity: 1 }] },
        { item: "rim", lines: [{ item: "bike", quantity: 1 }] },
      ],
    },
    "bomCycle",
    ["boms", 0, "coProducts", 0, "item"],
    ['"bike" > "rim" > "bike"'],
  ],
  [
    "of less than nothing",
    withBill({ coProducts: [{ item: "rim", quantity: -1 }] }),
    "outOfRange",
    ["boms", 0, "coProducts", 0, "quantity"],
    ["quantity (-1)", "0 or more"],
  ],
  [
    "that is a phantom",
    withBill({ coProducts: [{ item: "kit", quantity: 1 }] }),
    "contradiction",
    ["boms", 0, "coProducts", 0, "item"],
    ['"kit"', "is a phantom"],
  ],
  [
    "of a phantom",
    {
      ...right,
      items,
      boms: [{ item: "kit", lines: [line], coProducts: [{ item: "rim", quantity: 1 }] }],
    },
    "contradiction",
    ["boms", 0, "coProducts"],
    ['"kit"', "it is a phantom"],
  ],
  [
    "that bears more than all of the cost",
    withBill({ coProducts: [{ item: "rim", quantity: 1, costShare: "3/2" }] }),
    "outOfRange",
    ["boms", 0, "coProducts", 0, "costShare"],
    ['costShare ("3/2")', "at most 1"],
  ],
  [
    "that with others bears more than all of the cost",
    withBill({
      coProducts: [
        { item: "rim", quantity: 1, costShare: "2/3" },
        { item: "rim", quantity: 1, costShare: 0.5 },
      ],
    }),
    "contradiction",
    ["boms", 0, "coProducts"],
    ['"bike"', "add up to more than 1"],
  ],
]);

const withDriver = (bill: Partial<Bom>, more: object = {}): object => ({
  ...withBill({ coProducts: [{ item: "rim", quantity: 1 }], drivenBy: "largestNeed", ...bill }),
  ...more,
});
const atDriver = ["boms", 0, "drivenBy"];
const make = { item: "bike", kind: "make" };

chapter("A bill whose orders its co-products drive", [
  ["without co-products", withDriver({ coProducts: [] }), "contradiction", atDriver, ["bring no"]],
  [
    "whose co-products are nothing",
    withDriver({ coProducts: [{ item: "rim", quantity: 0 }] }),
    "contradiction",
    atDriver,
    ['"bike"', "bring no co-products"],
  ],
  [
    "beside another bill",
    withDriver(
      {},
      {
        boms: [
          {
            item: "bike",
            lines: [line],
            coProducts: [{ item: "rim", quantity: 1 }],
            drivenBy: "largestNeed",
          },
          { item: "bike", version: "B", validFrom: "2026-02-01", lines: [line] },
        ],
      },
    ),
    "contradiction",
    atDriver,
    ["another bill"],
  ],
  [
    "that begins on a day",
    withDriver({ validFrom: "2026-02-01" }),
    "contradiction",
    atDriver,
    ["valid on all days"],
  ],
  [
    "of an item that is bought, too",
    withDriver({}, { sources: [make, { item: "bike", kind: "buy" }] }),
    "contradiction",
    atDriver,
    ["one make"],
  ],
  [
    "of an item that is bought",
    withDriver({}, { sources: [{ item: "bike", kind: "buy" }] }),
    "contradiction",
    atDriver,
    ["one make"],
  ],
  [
    "of an item that is made from a day on",
    withDriver({}, { sources: [{ ...make, validFrom: "2026-02-01" }] }),
    "contradiction",
    atDriver,
    ["one make"],
  ],
  [
    "of an item that is not netted",
    withDriver({}, { itemSites: [{ item: "bike", method: "unplanned" }] }),
    "contradiction",
    atDriver,
    ['"unplanned"', '"minMax"'],
  ],
  [
    "of an item that needs one of them itself",
    withDriver({ coProducts: [{ item: "wheel", quantity: 1 }] }),
    "bomCycle",
    atDriver,
    ['"bike" > "bike"'],
  ],
  [
    "of an item that goes into what needs one of them",
    {
      ...right,
      items,
      boms: [
        {
          item: "bike",
          lines: [line],
          coProducts: [{ item: "rim", quantity: 1 }],
          drivenBy: "largestNeed",
        },
        { item: "wheel", lines: [{ item: "rim", quantity: 1 }] },
      ],
    },
    "bomCycle",
    ["boms", 0, "lines", 0, "item"],
    ['"bike" > "wheel" > "bike"'],
  ],
]);

test("A phantom has no orders that co-products could drive", () => {
  const coProducts = [{ item: "rim", quantity: 1 }];
  const boms = [{ item: "kit", lines: [line], coProducts, drivenBy: "largestNeed" }];
  expect(mistakesIn({ ...right, items, boms })).toEqual([
    { code: "contradiction", path: ["boms", 0, "coProducts"] },
    { code: "contradiction", path: ["boms", 0, "drivenBy"] },
  ]);
});

test("Where something about a bill has a wrong form, nothing is said of what drives it", () => {
  const bill = { item: "bike", lines: [line], coProducts: 7, drivenBy: "largestNeed" };
  expect(mistakesIn({ ...right, items, boms: [bill] })).toEqual([
    { code: "invalidType", path: ["boms", 0, "coProducts"] },
  ]);
});

chapter("A substitute", [
  [
    "that nothing defines",
    withSubstitutes({ item: "rimm", quantity: 1, priority: 1 }),
    "unknownId",
    ["boms", 0, "lines", 0, "substitutes", 0, "item"],
    ['"rimm"'],
  ],
  [
    "of less than nothing",
    withSubstitutes({ item: "rim", quantity: "-1/2", priority: 1 }),
    "outOfRange",
    ["boms", 0, "lines", 0, "substitutes", 0, "quantity"],
    ['quantity ("-1/2")'],
  ],
  [
    "that is the item of the line",
    withSubstitutes({ item: "wheel", quantity: 1, priority: 1 }),
    "contradiction",
    ["boms", 0, "lines", 0, "substitutes", 0, "item"],
    ['"wheel"', "item of the line itself"],
  ],
  [
    "that is the item that the bill makes",
    withSubstitutes({ item: "bike", quantity: 1, priority: 1 }),
    "contradiction",
    ["boms", 0, "lines", 0, "substitutes", 0, "item"],
    ['"bike"', "that the bill makes"],
  ],
  [
    "that stands on the line twice",
    withSubstitutes(
      { item: "rim", quantity: 1, priority: 1 },
      { item: "rim", quantity: 2, priority: 2 },
    ),
    "contradiction",
    ["boms", 0, "lines", 0, "substitutes", 1, "item"],
    ['"rim"', "stands on this line already"],
  ],
  [
    "that is a phantom",
    withSubstitutes({ item: "kit", quantity: 1, priority: 1 }),
    "contradiction",
    ["boms", 0, "lines", 0, "substitutes", 0, "item"],
    ['"kit"', "is a phantom"],
  ],
  [
    "of a phantom",
    withBill({
      lines: [
        { item: "kit", quantity: 1, substitutes: [{ item: "rim", quantity: 1, priority: 1 }] },
      ],
    }),
    "contradiction",
    ["boms", 0, "lines", 0, "substitutes"],
    ['"kit" is a phantom'],
  ],
  [
    "that is made of what it stands in for",
    {
      ...right,
      items,
      boms: [
        {
          item: "bike",
          lines: [{ ...line, substitutes: [{ item: "rim", quantity: 1, priority: 1 }] }],
        },
        { item: "rim", lines: [{ item: "wheel", quantity: 1 }] },
      ],
    },
    "bomCycle",
    ["boms", 1, "lines", 0, "item"],
    ['"rim" > "wheel" > "rim"'],
  ],
]);

chapter("A discontinued item", [
  [
    "that ends on no day",
    withOld({ from: "2026-02-30" }),
    "invalidDate",
    ["items", 1, "discontinued", "from"],
    ['from ("2026-02-30")'],
  ],
  [
    "that ends in another age",
    withOld({ from: "1812-01-01" }),
    "outOfRange",
    ["items", 1, "discontinued", "from"],
    ['from ("1812-01-01")'],
  ],
  [
    "with a follow-up that nothing defines",
    withOld({ from: "2026-01-09", followUp: "rimm" }),
    "unknownId",
    ["items", 1, "discontinued", "followUp"],
    ['followUp ("rimm")'],
  ],
  [
    "with a factor of nothing",
    withOld({ from: "2026-01-09", followUp: "rim", factor: 0 }),
    "outOfRange",
    ["items", 1, "discontinued", "factor"],
    ["factor (0)", "more than 0"],
  ],
  [
    "that follows itself",
    withOld({ from: "2026-01-09", followUp: "wheel" }),
    "bomCycle",
    ["items", 1, "discontinued", "followUp"],
    ['"wheel" > "wheel"'],
  ],
  [
    "that another one follows in a ring",
    {
      ...right,
      items: [
        ...right.items,
        { id: "old", discontinued: { from: "2026-01-09", followUp: "older" } },
        { id: "older", discontinued: { from: "2026-01-09", followUp: "old" } },
      ],
    },
    "bomCycle",
    ["items", 2, "discontinued", "followUp"],
    ['"old" > "older" > "old"'],
  ],
  [
    "with a phantom as follow-up",
    withOld({ from: "2026-01-09", followUp: "kit" }),
    "contradiction",
    ["items", 1, "discontinued", "followUp"],
    ['"kit"', "is a phantom"],
  ],
  [
    "that is a phantom",
    withWheel({ phantom: true, discontinued: { from: "2026-01-09" } }),
    "contradiction",
    ["items", 1, "discontinued"],
    ['"wheel"', "it is a phantom"],
  ],
]);

const stockOnly = { cycles: "stockOnly" as const };
/** The bike goes into the wheel, and the wheel into the bike. */
const round = [
  { item: "bike", lines: [line] },
  { item: "wheel", lines: [{ item: "bike", quantity: "1/9" }] },
];
const firmOrder = {
  id: "f1",
  item: "bike",
  quantity: 4,
  due: "2026-01-16",
  kind: "production" as const,
  firm: true,
};

chapter("A loop that is covered from stock alone", [
  [
    "with a firm order that would be made of itself",
    { ...right, conventions: stockOnly, boms: round, supplies: [firmOrder] },
    "contradiction",
    ["supplies", 0, "firm"],
    ['"f1"', '"bike" needs itself'],
  ],
  [
    "with a firm transfer inside it",
    {
      startDate: "2026-01-05",
      conventions: stockOnly,
      sites: [{ id: "north" }, { id: "south" }],
      items: [{ id: "wheel" }],
      sources: [
        { item: "wheel", site: "north", kind: "transfer", from: "south" },
        { item: "wheel", site: "south", kind: "transfer", from: "north" },
      ],
      supplies: [{ ...firmOrder, item: "wheel", site: "north", kind: "transfer", from: "south" }],
    },
    "contradiction",
    ["supplies", 0, "firm"],
    ['"wheel" needs itself'],
  ],
  [
    "with a phantom on it",
    {
      ...right,
      conventions: stockOnly,
      items: [right.items[0], { ...right.items[1], phantom: true }],
      boms: round,
    },
    "bomCycle",
    ["boms", 0, "lines", 0, "item"],
    ['"bike" > "wheel" > "bike"'],
  ],
  [
    "while a co-product goes round outside it",
    {
      ...right,
      items,
      conventions: stockOnly,
      boms: [
        ...round,
        { item: "rim", lines: [], coProducts: [{ item: "wheel", quantity: 1 }] },
        {
          item: "wheel",
          version: "B",
          validFrom: "2026-03-01",
          lines: [{ item: "rim", quantity: 1 }],
        },
      ],
    },
    "bomCycle",
    ["boms", 2, "coProducts", 0, "item"],
    ['"rim" > "wheel" > "rim"'],
  ],
]);
