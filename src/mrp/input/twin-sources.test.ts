import { describe, expect, test } from "vitest";
import { type PlanningInput, type PlanningRow, safePlanRequirements } from "../../index.js";

type Source = PlanningRow<"sources">;

const buy: Source = { item: "wheel", site: "north", kind: "buy", leadTime: 1 };
const ship: Source = { item: "wheel", site: "north", kind: "transfer", from: "south" };

function problem(...sources: Source[]): PlanningInput {
  return {
    startDate: "2026-01-05",
    sites: [{ id: "north" }, { id: "south" }, { id: "west" }],
    suppliers: [{ id: "smith" }, { id: "jones" }],
    items: [{ id: "wheel" }, { id: "tyre" }],
    sources,
    demands: [{ id: "d", item: "wheel", site: "north", quantity: 5, due: "2026-01-09" }],
  };
}

/** Paths and codes of a refusal; none when the problem is planned. */
function mistakesOf(input: PlanningInput): string[] {
  const result = safePlanRequirements(input);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

describe("Two sources of one item, site, rank and kind (N10)", () => {
  test("of one subcontractor contradict each other wherever it draws components", () => {
    const turn: Source = { ...buy, kind: "subcontract", supplier: "smith" };
    const sources = [turn, { ...turn, from: "south" }] as const;
    expect(mistakesOf(problem(...sources))).toEqual(["contradiction sources.1"]);
    expect(mistakesOf(problem(sources[0], { ...sources[1], supplier: "jones" }))).toEqual([]);
  });

  test.each<[string, Partial<Source>]>([
    ["with another lead time only", { leadTime: 2 }],
    ["with the same rank, said and not said", { rank: 0 }],
    ["that are valid together for a day", { validFrom: "2026-03-01" }],
    ["that serve one quantity in common", { minQuantity: 5 }],
  ])("%s contradict each other", (_, more) => {
    const first = { ...buy, validTo: "2026-03-02", maxQuantity: 5 };
    expect(mistakesOf(problem(first, { ...buy, ...more }))).toEqual(["contradiction sources.1"]);
  });

  test.each<[string, Partial<Source>, Partial<Source>]>([
    ["by rank", {}, { rank: 1 }],
    ["by the id of one", {}, { id: "second" }],
    ["by their ids", { id: "first" }, { id: "second" }],
    ["by the supplier of one", {}, { supplier: "smith" }],
    ["by their suppliers", { supplier: "jones" }, { supplier: "smith" }],
    ["by kind", {}, { kind: "make" }],
    ["by item", {}, { item: "tyre" }],
    ["by site", {}, { site: "south" }],
    ["by the days on which they are valid", { validTo: "2026-03-01" }, { validFrom: "2026-03-01" }],
    ["by a validity of no day", {}, { validFrom: "2026-03-01", validTo: "2026-03-01" }],
    ["by the quantities that they serve", { maxQuantity: 5 }, { minQuantity: "5.000001" }],
  ])("are told apart %s", (_, one, other) => {
    expect(mistakesOf(problem({ ...buy, ...one }, { ...buy, ...other }))).toEqual([]);
    expect(mistakesOf(problem({ ...buy, ...other }, { ...buy, ...one }))).toEqual([]);
  });

  test("that ship are told apart by the site they ship from", () => {
    expect(mistakesOf(problem(ship, { ...ship, from: "west" }))).toEqual([]);
    expect(mistakesOf(problem(ship, { ...ship, leadTime: 2 }))).toEqual([
      "contradiction sources.1",
    ]);
  });

  test("are each refused that agree with an earlier one", () => {
    expect(mistakesOf(problem(buy, ship, buy, buy))).toEqual([
      "contradiction sources.2",
      "contradiction sources.3",
    ]);
  });

  test("are no twins while what tells them apart has a wrong form", () => {
    const other = { ...buy, rank: "second" as unknown as number };
    expect(mistakesOf(problem(buy, other))).toEqual(["invalidType sources.1.rank"]);
  });
});
