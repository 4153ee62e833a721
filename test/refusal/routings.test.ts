import { type PlanningInput, planRequirements } from "orlicky";
import { expect, test } from "vitest";
import { chapter, right, twoSites } from "./chapter.js";
import { mistakesIn } from "./refusal.js";

const shifts = [{ from: "06:00", until: "14:00" }];
const turn = { id: "10", workCenter: "lathe", run: 1 };
const shop = {
  ...right,
  items: [...right.items, { id: "kit", phantom: true }],
  workCenters: [
    { id: "lathe", shifts },
    { id: "saw", shifts },
  ],
  tools: [{ id: "jig" }],
};
const routing = { id: "r", item: "wheel", operations: [turn] };
const withRouting = (fields: object): object => ({
  ...shop,
  routings: [{ ...routing, ...fields }],
});
const withOperation = (fields: object): object =>
  withRouting({ operations: [{ ...turn, ...fields }] });
const operation = (...path: readonly (string | number)[]) => [
  "routings",
  0,
  "operations",
  0,
  ...path,
];

chapter("A routing", [
  [
    "of an item that nothing defines",
    withRouting({ item: "cog" }),
    "unknownId",
    ["routings", 0, "item"],
    ['"cog"'],
  ],
  [
    "at none of several sites",
    { ...twoSites, workCenters: [{ id: "lathe", site: "north", shifts }], routings: [routing] },
    "missingField",
    ["routings", 0, "site"],
    ["With several sites"],
  ],
  [
    "at another site than its work centre",
    {
      ...twoSites,
      workCenters: [{ id: "lathe", site: "north", shifts }],
      routings: [{ ...routing, site: "south" }],
    },
    "contradiction",
    operation("workCenter"),
    ['stands at site "north"', 'of site "south"'],
  ],
  [
    "of a phantom",
    withRouting({ item: "kit" }),
    "contradiction",
    ["routings", 0, "item"],
    ["phantom"],
  ],
  [
    "without operations",
    withRouting({ operations: [] }),
    "outOfRange",
    ["routings", 0, "operations"],
    [],
  ],
  [
    "with the id of another",
    { ...shop, routings: [routing, { ...routing, item: "bike" }] },
    "duplicateId",
    ["routings", 1, "id"],
    ['"r"'],
  ],
  [
    "that begins on the day of another, and no source tells them apart",
    { ...shop, routings: [routing, { ...routing, id: "s" }] },
    "contradiction",
    ["routings", 1],
    ["routings[0]", "name it in a source"],
  ],
  [
    "that ends before it begins",
    withRouting({ validFrom: "2026-02-01", validTo: "2026-01-01" }),
    "contradiction",
    ["routings", 0, "validTo"],
    ["validFrom"],
  ],
  [
    "whose yields are not that of its item",
    withRouting({
      operations: [
        { ...turn, yield: 0.9 },
        { ...turn, id: "20", yield: "1/2" },
      ],
    }),
    "contradiction",
    ["routings", 0, "operations"],
    ["make 0.45 together", 'item "wheel" is 1'],
  ],
]);

chapter("An operation", [
  [
    "at no work centre and by no supplier",
    withRouting({ operations: [{ id: "10" }] }),
    "missingField",
    operation("workCenter"),
    ["10"],
  ],
  [
    "at a work centre and by a supplier",
    withOperation({ subcontract: { supplier: "smith", leadTime: 2 } }),
    "contradiction",
    operation("subcontract"),
    [],
  ],
  [
    "at a work centre that nothing defines",
    withOperation({ workCenter: "mill" }),
    "unknownId",
    operation("workCenter"),
    ['"mill"'],
  ],
  [
    "by a supplier that nothing defines",
    withRouting({ operations: [{ id: "10", subcontract: { supplier: "jones", leadTime: 2 } }] }),
    "unknownId",
    operation("subcontract", "supplier"),
    ['"jones"'],
  ],
  [
    "with a tool that nothing defines",
    withOperation({ tools: ["key"] }),
    "unknownId",
    operation("tools", 0),
    ['"key"'],
  ],
  [
    "with an alternate that nothing defines",
    withOperation({ alternates: [{ workCenter: "mill", priority: 1 }] }),
    "unknownId",
    operation("alternates", 0, "workCenter"),
    ['"mill"'],
  ],
  ...(["setup", "run", "teardown", "queue", "wait", "move"] as const)
    .map(
      (field) =>
        [
          `with a ${field} of less than no time`,
          withOperation({ [field]: -1 }),
          "outOfRange",
          operation(field),
          [field],
        ] as const,
    )
    .map(
      ([title, input, code, path, words]): [
        string,
        object,
        string,
        (string | number)[],
        string[],
      ] => [title, input, code, path, [...words]],
    ),
  [
    "with a batch of nothing",
    withOperation({ batch: 0 }),
    "outOfRange",
    operation("batch"),
    ["batch"],
  ],
  [
    "with a transfer batch of nothing",
    withOperation({ transferBatch: 0 }),
    "outOfRange",
    operation("transferBatch"),
    ["transferBatch"],
  ],
  [
    "split into no part",
    withOperation({ split: 0 }),
    "outOfRange",
    operation("split"),
    ["1 or more"],
  ],
  [
    "split over more units than its work centre has",
    withOperation({ split: 2 }),
    "contradiction",
    operation("split"),
    ["split (2)", '"lathe" has 1 unit'],
  ],
  ["of which nothing is good", withOperation({ yield: 0 }), "outOfRange", operation("yield"), []],
  [
    "of which more than all is good",
    withOperation({ yield: "3/2" }),
    "outOfRange",
    operation("yield"),
    [],
  ],
  [
    "with the id of another",
    withRouting({ operations: [turn, turn] }),
    "duplicateId",
    ["routings", 0, "operations", 1, "id"],
    ['"10"'],
  ],
  [
    "after one that there is not",
    withOperation({ after: ["5"] }),
    "unknownId",
    operation("after", 0),
    ['"5"'],
  ],
]);

test("Operations that wait for each other are refused with the ids round", () => {
  const operations = [
    { ...turn, after: ["30"] },
    { ...turn, id: "20", after: ["10"] },
    { ...turn, id: "30", after: ["20"] },
  ];
  const mistakes = mistakesIn(withRouting({ operations }));
  expect(mistakes.map(({ code }) => code)).toEqual(["contradiction"]);
});

const makes = { id: "own", item: "wheel", kind: "make" };
const wheelWith = (parameters: object): object => ({
  ...shop,
  items: [shop.items[0], { ...shop.items[1], ...parameters }],
});
const timed = { ...wheelWith({ leadTimeBasis: "routing" }), sources: [makes] };

chapter("The routing of a source", [
  [
    "that nothing defines",
    { ...shop, sources: [{ ...makes, routing: "r" }] },
    "unknownId",
    ["sources", 0, "routing"],
    ["of this item and site"],
  ],
  [
    "of another item",
    { ...withRouting({ item: "bike" }), sources: [{ ...makes, routing: "r" }] },
    "unknownId",
    ["sources", 0, "routing"],
    ['"r"'],
  ],
  [
    "that makes nothing",
    { ...withRouting({}), sources: [{ ...makes, kind: "buy", routing: "r" }] },
    "contradiction",
    ["sources", 0, "routing"],
    ['kind "make"', '"buy"'],
  ],
]);

chapter("A lead time from a routing", [
  [
    "beside a fixed one",
    {
      ...timed,
      ...{ routings: [routing] },
      items: [right.items[0], { id: "wheel", decimals: 2, leadTime: 3, leadTimeBasis: "routing" }],
    },
    "contradiction",
    ["items", 1, "leadTime"],
    ["leadTime (3)", "Leave one of them out"],
  ],
  [
    "beside a fixed one in a nearer row",
    { ...timed, routings: [routing], sources: [{ ...makes, leadTime: 3 }] },
    "contradiction",
    ["sources", 0, "leadTime"],
    ["leadTime (3) counts for nothing", "items[1]"],
  ],
  [
    "where there is no routing",
    timed,
    "contradiction",
    ["items", 1, "leadTimeBasis"],
    ["no routing", "planning start"],
  ],
  [
    "where the routing is valid only later",
    { ...timed, routings: [{ ...routing, validFrom: "2026-01-06" }] },
    "contradiction",
    ["items", 1, "leadTimeBasis"],
    ["no routing"],
  ],
  [
    "of what is bought",
    { ...timed, sources: [{ ...makes, kind: "buy" }] },
    "contradiction",
    ["items", 1, "leadTimeBasis"],
    ["no routing"],
  ],
  [
    "of a source that makes nothing",
    { ...shop, sources: [{ ...makes, kind: "buy", leadTimeBasis: "routing" }] },
    "contradiction",
    ["sources", 0, "leadTimeBasis"],
    ['belongs to kind "make"'],
  ],
  [
    "through a work centre without a shift on the planning start",
    {
      ...timed,
      routings: [routing],
      workCenters: [{ id: "lathe", shifts: [{ ...shifts[0], validFrom: "2026-02-01" }] }],
    },
    "contradiction",
    ["workCenters", 0, "shifts"],
    ["valid on the planning start"],
  ],
  [
    "of more than a hundred years",
    { ...timed, routings: [{ ...routing, operations: [{ ...turn, queue: 1_000_000 }] }] },
    "outOfRange",
    ["routings", 0, "operations"],
    ["125000 days"],
  ],
  [
    "of a phantom",
    { ...shop, items: [...right.items, { id: "kit", phantom: true, leadTimeBasis: "routing" }] },
    "contradiction",
    ["items", 2, "leadTimeBasis"],
    ["phantom"],
  ],
]);

test("A lead time from a routing that a quantity makes longer than a hundred years is refused", () => {
  const long = { ...routing, operations: [{ ...turn, run: 100_000 }] };
  const input = { ...timed, routings: [long], demands: [{ ...right.demands[0], item: "wheel" }] };
  expect(mistakesIn(input)).toEqual([{ code: "outOfRange", path: ["routings", 0, "operations"] }]);
});

const made = { id: "s1", item: "wheel", quantity: 3, due: "2026-01-09", kind: "production" };
const withSupply = (fields: object): object => ({
  ...withRouting({}),
  sources: [makes],
  supplies: [{ ...made, ...fields }],
});

chapter("A scheduled supply", [
  [
    "that is neither firm nor made",
    withSupply({ scheduled: true, kind: "purchase" }),
    "contradiction",
    ["supplies", 0, "scheduled"],
    ["neither firm nor", "firm: true"],
  ],
  [
    "that is frozen",
    withSupply({ scheduled: true, firm: true, frozen: true }),
    "contradiction",
    ["supplies", 0, "scheduled"],
    ["frozen"],
  ],
]);

const done = { operation: "10", completed: 2 };

chapter("The progress of a supply", [
  [
    "of an operation that its routing has not",
    withSupply({ progress: [{ ...done, operation: "20" }] }),
    "unknownId",
    ["supplies", 0, "progress", 0, "operation"],
    ['operation ("20")', "of a routing of this item and site"],
  ],
  [
    "where there is no routing",
    { ...shop, sources: [makes], supplies: [{ ...made, progress: [done] }] },
    "unknownId",
    ["supplies", 0, "progress", 0, "operation"],
    ['"10"'],
  ],
  [
    "that is not made",
    withSupply({ kind: "purchase", progress: [done] }),
    "contradiction",
    ["supplies", 0, "progress"],
    ['kind "production"'],
  ],
  [
    "of an operation twice",
    withSupply({ progress: [done, done] }),
    "duplicateId",
    ["supplies", 0, "progress", 1, "operation"],
    ['"10"'],
  ],
  [
    "that is less than what has arrived",
    withSupply({ completed: 2, progress: [{ ...done, completed: 1 }] }),
    "contradiction",
    ["supplies", 0, "progress", 0, "completed"],
    ["completed (1)", "what has arrived of it (2)"],
  ],
  [
    "of less than nothing",
    withSupply({ progress: [{ ...done, completed: -1 }] }),
    "outOfRange",
    ["supplies", 0, "progress", 0, "completed"],
    ["completed (-1)"],
  ],
]);

test("More progress than was started is all of it, and the plan says so", () => {
  const adjustments = (fields: object) => {
    const plan = planRequirements(withSupply(fields) as PlanningInput);
    return [...plan.messages].filter(({ code }) => code === "inputAdjusted");
  };
  const progress = [{ operation: "10", completed: 4 }];
  const told = {
    code: "inputAdjusted",
    item: "wheel",
    path: ["supplies", 0, "progress", 0, "completed"],
    reason: "nothingLeft",
    given: "4",
    taken: "3",
  };
  expect(adjustments({ progress })).toEqual([told]);
  expect(adjustments({ quantity: 4, progress })).toEqual([]);
});

test("What is wrong in one row hides nothing in the others", () => {
  const input = {
    ...shop,
    workCenters: [
      { id: "lathe", shifts: [] },
      { id: "saw", shifts },
    ],
    routings: [
      { ...routing, operations: [turn, { id: "20", workCenter: "mill", after: ["5"] }] },
      { id: "q", item: "bike", operations: [{ id: "10", workCenter: 5, run: -1 }] },
      { id: "p", item: "bike", validFrom: "2026-01-01", operations: [{ ...turn, run: -1 }] },
    ],
    sources: [{ ...makes, routing: "nothing" }],
  };
  expect(mistakesIn(input)).toEqual([
    { code: "unknownId", path: ["routings", 0, "operations", 1, "after", 0] },
    { code: "unknownId", path: ["routings", 0, "operations", 1, "workCenter"] },
    { code: "invalidType", path: ["routings", 1, "operations", 0, "workCenter"] },
    { code: "outOfRange", path: ["routings", 2, "operations", 0, "run"] },
    { code: "unknownId", path: ["sources", 0, "routing"] },
    { code: "missingField", path: ["workCenters", 0, "shifts"] },
  ]);
});
