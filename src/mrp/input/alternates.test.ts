import { describe, expect, test } from "vitest";
import {
  type PlanningInput,
  type PlanningRow,
  planRequirements,
  safePlanRequirements,
} from "../../index.js";

type Bom = PlanningRow<"boms">;

const bill = (version: string, component: string, more: Partial<Bom> = {}): Bom => ({
  item: "bike",
  version,
  lines: [{ item: component, quantity: 1 }],
  ...more,
});

const steel = bill("A", "steel");
const wood = bill("B", "wood");

const problem = (boms: Bom[], more: Partial<PlanningInput> = {}): PlanningInput => ({
  startDate: "2026-01-05",
  items: ["bike", "steel", "wood", "paint"].map((id) => ({ id })),
  boms,
  demands: [
    { id: "d1", item: "bike", quantity: 3, due: "2026-01-09" },
    { id: "d2", item: "bike", quantity: 20, due: "2026-02-20" },
  ],
  ...more,
});

/** Items and quantities of the orders below the bike; or what the problem is refused for. */
function componentsOf(input: PlanningInput): string[] {
  const result = safePlanRequirements(input);
  if (!result.ok) return result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  const orders = [...result.plan.orders].filter(({ item }) => item !== "bike");
  return orders.map(({ item, quantity }) => `${item} ${quantity}`);
}

const namingBoth: Partial<PlanningInput> = {
  sources: [
    { id: "small", item: "bike", kind: "make", bomVersion: "A", maxQuantity: 10 },
    { id: "large", item: "bike", kind: "make", bomVersion: "B", rank: 1 },
  ],
};

describe("Bills of one item that begin on the same day (B8)", () => {
  test("are fine when every source names its version", () => {
    expect(componentsOf(problem([steel, wood], namingBoth))).toEqual(["steel 3", "wood 20"]);
  });

  test("are fine when nothing but a buy is a source", () => {
    const sources = [{ item: "bike", kind: "buy" as const }];
    expect(componentsOf(problem([steel, wood], { sources }))).toEqual([]);
  });

  test.each<[string, Partial<PlanningInput>]>([
    ["no source is given", {}],
    [
      "some make names no version",
      { sources: [...namingBoth.sources!, { item: "bike", kind: "make", rank: 2 }] },
    ],
    [
      "the item is a phantom",
      { items: [{ id: "bike", phantom: true }, { id: "steel" }, { id: "wood" }] },
    ],
    [
      "a firm order follows a buy and names no version",
      {
        sources: [{ id: "bought", item: "bike", kind: "buy" }],
        supplies: [
          { id: "s", item: "bike", quantity: 1, due: "2026-01-09", kind: "production", firm: true },
        ],
      },
    ],
  ])("contradict each other when %s", (_, more) => {
    expect(componentsOf(problem([steel, wood], more))).toEqual(["contradiction boms.1"]);
  });

  test("are fine beside a firm order that names its version or follows a source that does", () => {
    const firm = {
      item: "bike",
      quantity: 1,
      due: "2026-01-09",
      kind: "production",
      firm: true,
    } as const;
    const supplies = [
      { id: "s1", ...firm, bomVersion: "B" },
      { id: "s2", ...firm, source: "large" },
    ];
    const sources = namingBoth.sources!;
    expect(componentsOf(problem([steel, wood], { supplies, sources }))).toEqual([
      "steel 1",
      "wood 2",
      "wood 20",
    ]);
  });

  test("are fine where a version of a later day, or none, is valid instead", () => {
    const later = bill("C", "paint", { validFrom: "2026-01-01" });
    expect(componentsOf(problem([steel, wood, later]))).toEqual(["paint 3", "paint 20"]);
    const until = bill("C", "paint", { validFrom: "2026-01-01", validTo: "2026-02-01" });
    expect(componentsOf(problem([steel, wood, until]))).toEqual(["contradiction boms.1"]);
    const ended = [
      bill("A", "steel", { validTo: "2026-01-05" }),
      bill("B", "wood", { validTo: "2026-01-05" }),
    ];
    expect(componentsOf(problem([...ended, later]))).toEqual(["paint 3", "paint 20"]);
    const never = bill("B", "wood", { validFrom: "2026-01-01", validTo: "2026-01-01" });
    const begun = bill("A", "steel", { validFrom: "2026-01-01" });
    expect(componentsOf(problem([begun, never]))).toEqual(["steel 3", "steel 20"]);
  });

  test("contradict each other on the days that both are the latest, also when one ends sooner", () => {
    const sooner = bill("A", "steel", { validFrom: "2026-01-10", validTo: "2026-01-20" });
    const whole = bill("B", "wood", { validFrom: "2026-01-10" });
    expect(componentsOf(problem([sooner, whole]))).toEqual(["contradiction boms.1"]);
    expect(componentsOf(problem([whole, sooner]))).toEqual(["contradiction boms.1"]);
  });

  test("are three, and the first is told apart from both others", () => {
    const boms = [steel, wood, bill("C", "paint")];
    expect(componentsOf(problem(boms))).toEqual(["contradiction boms.1", "contradiction boms.2"]);
  });

  test("of different sites have nothing to do with each other", () => {
    const input = problem(
      [
        { ...steel, site: "north" },
        { ...wood, site: "south" },
      ],
      {
        sites: [{ id: "north" }, { id: "south" }],
        demands: [{ id: "d", item: "bike", site: "south", quantity: 3, due: "2026-01-09" }],
      },
    );
    expect(componentsOf(input)).toEqual(["wood 3"]);
  });

  test("are named by the refusal, with what to do", () => {
    expect(() => planRequirements(problem([steel, wood]))).toThrow(
      'This bill of item "bike" is valid from the same day as boms[0], and nothing says which one to use. Give one of them another validFrom, or name the version in every source and firm order of the item.',
    );
  });
});
