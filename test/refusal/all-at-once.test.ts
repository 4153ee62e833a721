import { describe, expect, test } from "vitest";
import { PlanningInputError, planRequirements } from "../../src/index.js";
import { inOrder, issuesOf, mistakesIn } from "./refusal.js";

/** The same kinds of mistake as anywhere in this folder, in one input. */
const wrong = {
  startDate: "2026-01-05",
  horizonEnd: "2025-12-31",
  conventions: { grouping: "week", maxOrders: -1 },
  calendars: [{ id: "none", workingDays: [] }],
  units: [{ id: "piece", decimals: 0 }],
  items: [
    { id: "bike", unit: "piece", leadTime: -2, yield: 1.5, colour: "red" },
    { id: "bike" },
    {
      id: "wheel",
      decimals: 0,
      minimumOrder: 5,
      maximumOrder: 4,
      safetyStock: "0.5",
      shelfLifeDays: 3,
    },
    { id: "spoke", lotSizing: { rule: "periodOrderQuantity" } },
  ],
  boms: [
    {
      item: "bike",
      lines: [
        { item: "weel", quantity: 2 },
        { item: "wheel", quantity: -1 },
      ],
    },
    { item: "wheel", lines: [{ item: "spoke", quantity: "1/0", validFrom: "2026-02-30" }] },
  ],
  sources: [{ item: "wheel", kind: "buy", supplier: "smith", from: "main" }],
  stock: [
    { item: "wheel", quantity: 2 ** 53 },
    { item: "wheel", quantity: 1, unit: "crate" },
  ],
  supplies: [
    { id: "s1", item: "wheel", quantity: 1, due: "2026-01-09", start: "2026-01-10", kind: "steal" },
  ],
  demands: [
    { id: "d1", item: "bike", quantity: "1e3", due: "2026-02-30" },
    {
      id: "d1",
      item: "trike",
      quantity: -1,
      due: "2200-01-01",
      until: "2026-01-01",
      colour: "red",
    },
    { item: "wheel", quantity: 0.5, due: 7 },
    "a demand",
  ],
};

const mistakes = inOrder([
  { code: "contradiction", path: ["horizonEnd"] },
  { code: "invalidType", path: ["conventions", "grouping"] },
  { code: "outOfRange", path: ["conventions", "maxOrders"] },
  { code: "noWorkingDay", path: ["calendars", 0] },
  { code: "outOfRange", path: ["items", 0, "leadTime"] },
  { code: "outOfRange", path: ["items", 0, "yield"] },
  { code: "unknownField", path: ["items", 0, "colour"] },
  { code: "duplicateId", path: ["items", 1, "id"] },
  { code: "contradiction", path: ["items", 2, "maximumOrder"] },
  { code: "tooFine", path: ["items", 2, "safetyStock"] },
  { code: "notSupported", path: ["items", 2, "shelfLifeDays"] },
  { code: "missingField", path: ["items", 3, "lotSizing", "days"] },
  { code: "unknownId", path: ["boms", 0, "lines", 0, "item"] },
  { code: "outOfRange", path: ["boms", 0, "lines", 1, "quantity"] },
  { code: "invalidQuantity", path: ["boms", 1, "lines", 0, "quantity"] },
  { code: "invalidDate", path: ["boms", 1, "lines", 0, "validFrom"] },
  { code: "unknownId", path: ["sources", 0, "supplier"] },
  { code: "contradiction", path: ["sources", 0, "from"] },
  { code: "quantityOverflow", path: ["stock", 0, "quantity"] },
  { code: "unknownUnit", path: ["stock", 1, "unit"] },
  { code: "contradiction", path: ["supplies", 0, "start"] },
  { code: "invalidType", path: ["supplies", 0, "kind"] },
  { code: "invalidQuantity", path: ["demands", 0, "quantity"] },
  { code: "invalidDate", path: ["demands", 0, "due"] },
  { code: "duplicateId", path: ["demands", 1, "id"] },
  { code: "unknownId", path: ["demands", 1, "item"] },
  { code: "outOfRange", path: ["demands", 1, "due"] },
  { code: "contradiction", path: ["demands", 1, "until"] },
  { code: "unknownField", path: ["demands", 1, "colour"] },
  { code: "missingField", path: ["demands", 2, "id"] },
  { code: "tooFine", path: ["demands", 2, "quantity"] },
  { code: "invalidDate", path: ["demands", 2, "due"] },
  { code: "invalidType", path: ["demands", 3] },
]);

describe("Several mistakes at once", () => {
  test("are all listed, each with its own code and path, and nothing else is", () => {
    expect(mistakesIn(wrong)).toEqual(mistakes);
  });

  test("are thrown as one error that is known by its name and code", () => {
    let thrown: unknown;
    try {
      planRequirements(wrong as never);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(PlanningInputError);
    const error = thrown as PlanningInputError;
    expect([error.name, error.code]).toEqual(["PlanningInputError", "planningInput"]);
    expect(error.issues).toEqual(issuesOf(wrong));
    expect(error.message).toContain(`are ${mistakes.length} mistakes`);
    expect(error.message).toContain("items[0].leadTime: The leadTime (-2)");
  });

  test("each say something, and no two the same", () => {
    const texts = issuesOf(wrong).map(({ path, message }) => JSON.stringify([path, message]));
    expect(new Set(texts).size).toBe(mistakes.length);
    expect(issuesOf(wrong).filter(({ message }) => !/^[A-Z].*\.$/.test(message))).toEqual([]);
  });

  test("leave the input as it was", () => {
    const copy = structuredClone(wrong);
    issuesOf(copy);
    expect(copy).toEqual(wrong);
  });

  test("are listed beside every loop of bills", () => {
    const bill = (item: string, component: string): object => ({
      item,
      lines: [{ item: component, quantity: 1 }],
    });
    const input = {
      startDate: "2026-01-05",
      items: ["a", "b", "c", "d"].map((id) => ({ id })),
      boms: [bill("a", "b"), bill("b", "a"), bill("c", "d"), bill("d", "c")],
      stock: [{ item: "a", quantity: "x" }],
    };
    expect(mistakesIn(input)).toEqual(
      inOrder([
        { code: "bomCycle", path: ["boms", 0, "lines", 0, "item"] },
        { code: "bomCycle", path: ["boms", 2, "lines", 0, "item"] },
        { code: "invalidQuantity", path: ["stock", 0, "quantity"] },
      ]),
    );
  });

  test("of three rows with one id: the second and the third are listed", () => {
    const items = [{ id: "bike" }, { id: "bike" }, { id: "bike" }];
    expect(mistakesIn({ startDate: "2026-01-05", items })).toEqual([
      { code: "duplicateId", path: ["items", 1, "id"] },
      { code: "duplicateId", path: ["items", 2, "id"] },
    ]);
  });
});

/** Inputs with one wrong form, of which something else could seem to follow. */
const right = {
  startDate: "2026-01-05",
  units: [{ id: "piece", decimals: 3 }],
  items: [
    {
      id: "bike",
      unit: "piece",
      units: [{ unit: "crate", contains: 4 }],
      forecast: { consume: "none" },
    },
    { id: "wheel", method: "minMax", reorderPoint: 5, orderUpTo: 9 },
  ],
  suppliers: [{ id: "smith" }],
  boms: [{ item: "bike", version: "A", lines: [{ item: "wheel", quantity: 2 }] }],
  sources: [{ item: "wheel", kind: "buy", supplier: "smith", leadTime: 2 }],
  supplies: [
    {
      id: "s1",
      item: "wheel",
      quantity: 3,
      due: "2026-01-09",
      start: "2026-01-06",
      kind: "purchase",
    },
  ],
  demands: [
    { id: "d1", item: "bike", quantity: "0.125", due: "2026-01-16" },
    {
      id: "d2",
      item: "bike",
      quantity: 1,
      unit: "crate",
      due: "2026-01-16",
      kind: "forecast",
      until: "2026-01-20",
    },
  ],
};

/** `right` with something else at a path. */
function withValue(path: readonly (string | number)[], value: unknown): object {
  const input = structuredClone(right);
  let holder = input as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as typeof holder;
  holder[path.at(-1)!] = value;
  return input;
}

describe("Of a value with a wrong form", () => {
  test("there is none before one is put in", () => {
    expect(() => issuesOf(right)).toThrow("was planned");
  });

  test.each<[(string | number)[], unknown]>([
    [["startDate"], "soon"],
    [["units"], "piece"],
    [["units", 0], null],
    [["units", 0, "decimals"], "3"],
    [["units", 0, "id"], 3],
    [["items"], {}],
    [["items", 0, "units"], "crate"],
    [["items", 0, "units", 0, "contains"], "four"],
    [["items", 0, "units", 0, "unit"], 4],
    [["items", 0, "decimals"], 3.5],
    [["items", 0, "unit"], ""],
    [["items", 0, "forecast"], "none"],
    [["items", 0, "forecast", "consume"], false],
    [["items", 1, "method"], "kanban"],
    [["items", 1, "reorderPoint"], "five"],
    [["items", 1, "orderUpTo"], "nine"],
    [["suppliers"], "smith"],
    [["boms"], "bike"],
    [["boms", 0, "lines"], "wheel"],
    [["boms", 0, "lines", 0], "wheel"],
    [["boms", 0, "lines", 0, "item"], 5],
    [["sources", 0, "kind"], "steal"],
    [["sources", 0, "supplier"], 5],
    [["supplies", 0, "due"], "soon"],
    [["supplies", 0, "kind"], "steal"],
    [["supplies", 0, "item"], 5],
    [["demands", 0], []],
    [["demands", 0, "item"], 5],
    [["demands", 0, "quantity"], "much"],
    [["demands", 1, "unit"], 5],
    [["demands", 1, "kind"], "guess"],
    [["demands", 1, "due"], "soon"],
    [["demands", 1, "until"], "later"],
    [["conventions"], { excessDigits: "cut" }],
  ])("at %j nothing is said beyond that", (path, value) => {
    const [only, ...others] = issuesOf(withValue(path, value));
    expect(others).toEqual([]);
    expect(only!.path.slice(0, path.length)).toEqual(path);
    expect(["invalidType", "invalidDate", "invalidQuantity"]).toContain(only!.code);
  });

  test("a too fine quantity of an item whose decimals are sound is said all the same", () => {
    const input = withValue(["demands", 0, "due"], "soon");
    const demands = [...right.demands.slice(1), { ...right.demands[0], quantity: "0.0001" }];
    expect(mistakesIn({ ...input, demands, startDate: "soon" })).toEqual([
      { code: "tooFine", path: ["demands", 1, "quantity"] },
      { code: "invalidDate", path: ["startDate"] },
    ]);
  });
});

test("rows that are no objects are each told, and nothing follows from them", () => {
  const rows = [0, "a demand", null, { id: "d", item: "bike", quantity: -1 }, true];
  for (const list of ["demands", "supplies", "stock", "allocations"]) {
    const input = { startDate: "2026-01-05", items: [{ id: "bike" }], [list]: rows };
    const told = issuesOf(input).filter(({ path }) => path.length === 2);
    expect(told.map(({ code, path, value }) => [code, path, value])).toEqual([
      ["invalidType", [list, 0], 0],
      ["invalidType", [list, 1], "a demand"],
      ["invalidType", [list, 2], "null"],
      ["invalidType", [list, 4], true],
    ]);
    expect(issuesOf(input).every(({ path }) => path[1] === 3 || path.length === 2)).toBe(true);
  }
});
