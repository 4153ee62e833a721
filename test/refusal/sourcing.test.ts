import { expect, test } from "vitest";
import { chapter, right, twoSites } from "./chapter.js";
import { issuesOf } from "./refusal.js";

const buy = { item: "wheel", kind: "buy" };
const withSources = (...sources: readonly object[]): object => ({ ...right, sources });

chapter("A quota", [
  [
    "of a rank in which another source has none",
    withSources({ ...buy, id: "one", share: 1 }, { ...buy, id: "two" }),
    "contradiction",
    ["sources", 1, "share"],
    ["sources[0] of the same rank", "another rank"],
  ],
  [
    "of nothing",
    withSources({ ...buy, share: 0 }),
    "outOfRange",
    ["sources", 0, "share"],
    ["share (0)", "more than 0"],
  ],
  [
    "whose base belongs to no share",
    withSources({ ...buy, quotaBase: 5 }),
    "contradiction",
    ["sources", 0, "quotaBase"],
    ["quotaBase (5)", "has no share"],
  ],
  [
    "that splits without a share",
    withSources({ ...buy, minimumSplit: 5 }),
    "contradiction",
    ["sources", 0, "minimumSplit"],
    ["minimumSplit (5)", "has no share"],
  ],
  [
    "that splits everything",
    withSources({ ...buy, share: 1, minimumSplit: 0 }),
    "outOfRange",
    ["sources", 0, "minimumSplit"],
    ["must be more than 0"],
  ],
  [
    "that is counted too finely",
    withSources({ ...buy, share: 1, quotaBase: 0.001 }),
    "tooFine",
    ["sources", 0, "quotaBase"],
    ["2 decimals"],
  ],
]);

chapter("A lane from stock alone", [
  [
    "that is no transfer",
    withSources({ ...buy, onlyFromStock: true }),
    "contradiction",
    ["sources", 0, "onlyFromStock"],
    ["belongs to a transfer", '"buy"'],
  ],
  [
    "with a share",
    {
      ...twoSites,
      sources: [
        {
          item: "wheel",
          site: "north",
          kind: "transfer",
          from: "south",
          onlyFromStock: true,
          share: 1,
        },
      ],
    },
    "contradiction",
    ["sources", 0, "share"],
    ["share (1)", "onlyFromStock"],
  ],
]);

const atNorth = { id: "s1", item: "wheel", site: "north", quantity: 1, due: "2026-01-09" };

chapter("A subcontractor", [
  [
    "that draws from a site that nothing defines",
    withSources({ ...buy, kind: "subcontract", from: "nowhere" }),
    "unknownId",
    ["sources", 0, "from"],
    ['"nowhere"', "names no site"],
  ],
  [
    "whose components need the item there",
    {
      ...twoSites,
      items: [{ id: "wheel" }, { id: "rim" }],
      sources: [{ item: "wheel", site: "north", kind: "subcontract", from: "south" }],
      boms: [
        { item: "wheel", site: "north", lines: [{ item: "rim", quantity: 1 }] },
        { item: "rim", site: "south", lines: [{ item: "wheel", quantity: 1 }] },
        { item: "wheel", site: "south", lines: [{ item: "rim", quantity: 1 }] },
      ],
    },
    "bomCycle",
    ["boms", 1, "lines", 0, "item"],
    ["needs itself"],
  ],
  [
    "named by the site of a purchase",
    {
      ...twoSites,
      supplies: [{ ...atNorth, kind: "purchase", from: "south" }],
    },
    "contradiction",
    ["supplies", 0, "from"],
    ["belongs to a transfer"],
  ],
  [
    "with a stock of its own, whose released order does not say where components are issued (K45)",
    {
      ...twoSites,
      items: [{ id: "wheel" }, { id: "rim" }],
      sources: [{ id: "smith", item: "wheel", site: "north", kind: "subcontract", from: "south" }],
      supplies: [
        {
          ...{ ...atNorth, kind: "subcontract", source: "smith" },
          components: [{ item: "rim", quantity: 1 }],
        },
      ],
    },
    "missingField",
    ["supplies", 0, "from"],
    ["from of supply", '"s1"', "missing", '"south"'],
  ],
]);

const withCapacity = (...capacity: readonly object[]): object => ({
  ...right,
  suppliers: [{ id: "smith", capacity }],
});
const week = { from: "2026-01-05", until: "2026-01-11", quantity: 5 };

chapter("A supplier's capacity", [
  [
    "that ends before it begins",
    withCapacity({ ...week, until: "2026-01-04" }),
    "contradiction",
    ["suppliers", 0, "capacity", 0, "until"],
    ['until ("2026-01-04")', 'from ("2026-01-05")'],
  ],
  [
    "for a day that another one speaks of",
    withCapacity(week, { ...week, from: "2026-01-11", until: "2026-02-01" }),
    "contradiction",
    ["suppliers", 0, "capacity", 1, "from"],
    ["capacity[0]", '"smith"'],
  ],
  [
    "below 0",
    withCapacity({ ...week, quantity: "-0.5" }),
    "outOfRange",
    ["suppliers", 0, "capacity", 0, "quantity"],
    ['quantity ("-0.5")', "0 or more"],
  ],
  [
    "of an item that is counted less finely",
    withCapacity({ ...week, item: "wheel", quantity: 0.125 }),
    "tooFine",
    ["suppliers", 0, "capacity", 0, "quantity"],
    ["2 decimals"],
  ],
  [
    "of an item that nothing defines",
    withCapacity({ ...week, item: "whel" }),
    "unknownId",
    ["suppliers", 0, "capacity", 0, "item"],
    ['"whel"', "names no item"],
  ],
]);

test("Capacities of one item and of all, and of days one after the other, stand side by side", () => {
  const apart = withCapacity(
    week,
    { ...week, item: "wheel" },
    { ...week, item: "bike" },
    { ...week, from: "2026-01-12", until: "2026-01-12", quantity: "0.0000000000001" },
  );
  expect(() => issuesOf(apart)).toThrow("was planned");
});

chapter("A price", [
  [
    "below 0",
    withSources({ ...buy, price: -1 }),
    "outOfRange",
    ["sources", 0, "price"],
    ["price (-1)", "0 or more"],
  ],
  [
    "below 0 from a quantity on",
    withSources({ ...buy, priceBreaks: [{ from: 10, price: "-0.01" }] }),
    "outOfRange",
    ["sources", 0, "priceBreaks", 0, "price"],
    ['price ("-0.01")', "0 or more"],
  ],
  [
    "from a quantity on that is not above the one before",
    withSources({
      ...buy,
      priceBreaks: [
        { from: 10, price: 2 },
        { from: "10.00", price: 1 },
      ],
    }),
    "contradiction",
    ["sources", 0, "priceBreaks", 1, "from"],
    ['from ("10.00")', "must lie above"],
  ],
  [
    "from quantities on that are one when they are rounded",
    {
      ...withSources({
        ...buy,
        priceBreaks: [
          { from: "10.1", price: 2 },
          { from: "10.4", price: 1 },
        ],
      }),
      items: right.items.map((item) => ({ ...item, unit: undefined, decimals: 0 })),
      conventions: { excessDigits: "round" },
    },
    "contradiction",
    ["sources", 0, "priceBreaks", 1, "from"],
    ['from ("10.4")', 'break before it ("10.1")', "rounded"],
  ],
  [
    "of a unit below 0",
    { ...right, items: [right.items[0], { ...right.items[1], unitCost: -2 }] },
    "outOfRange",
    ["items", 1, "unitCost"],
    ["unitCost (-2)", "0 or more"],
  ],
  [
    "of an order below 0, which no lot rule reads",
    { ...right, items: [right.items[0], { ...right.items[1], setupCost: "-0.5" }] },
    "outOfRange",
    ["items", 1, "setupCost"],
    ['setupCost ("-0.5")', "0 or more"],
  ],
  [
    "of holding stock below 0 at a site",
    { ...right, itemSites: [{ item: right.items[1]!.id, holdingCost: -1 }] },
    "outOfRange",
    ["itemSites", 0, "holdingCost"],
    ["holdingCost (-1)", "0 or more"],
  ],
]);

chapter("Terms", [
  [
    "that are no data",
    { ...right, suppliers: [{ id: "smith", terms: { due: () => 30 } }] },
    "invalidType",
    ["suppliers", 0, "terms"],
    ['"smith"', "plain data"],
  ],
]);

test("Prices, currencies, costs of a unit and terms are taken", () => {
  const priced = {
    ...right,
    currency: "EUR",
    items: [right.items[0], { ...right.items[1], unitCost: "1.25" }],
    suppliers: [{ id: "smith", terms: { days: 30 } }],
    sources: [{ ...buy, price: 2, currency: "CHF", priceBreaks: [{ from: 100, price: "1.5" }] }],
  };
  expect(() => issuesOf(priced)).toThrow("was planned");
});
