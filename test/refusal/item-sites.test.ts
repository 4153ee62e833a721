import { describe, expect, test } from "vitest";
import { type PlanningInput, safePlanRequirements } from "../../src/index.js";
import { mistakesIn } from "./refusal.js";

/** Two sites, of which `north` has a row of its own for the wheel. */
function problem(item: object, atNorth: object, ...sites: string[]): PlanningInput {
  return {
    startDate: "2026-01-05",
    sites: [{ id: "north" }, { id: "south" }],
    items: [{ id: "wheel", ...item }],
    itemSites: [{ item: "wheel", site: "north", ...atNorth }],
    demands: sites.map((site) => ({
      id: site,
      item: "wheel",
      site,
      quantity: 5,
      due: "2026-01-09",
    })),
  };
}

function outcome(input: PlanningInput): unknown {
  const result = safePlanRequirements(input);
  return result.ok ? result.plan.orders.length : mistakesIn(input);
}

describe("Parameters of an item that differ at a site", () => {
  const contradiction = { minimumOrder: 5, maximumOrder: 4 };

  test("are judged together with those of the item", () => {
    expect(outcome(problem({ minimumOrder: 5 }, { maximumOrder: 4 }, "north"))).toEqual([
      { code: "contradiction", path: ["itemSites", 0, "maximumOrder"] },
    ]);
    expect(outcome(problem(contradiction, { maximumOrder: 6 }, "north"))).toBe(1);
    expect(outcome(problem({ method: "minMax" }, { reorderPoint: 6 }, "north"))).toBe(2);
  });

  test("are named where they stand, also when only planning finds them too large", () => {
    const slow = { leadTimePerUnit: 1_000_000 };
    expect(outcome(problem({ leadTimePerUnit: "1/10" }, slow, "north"))).toEqual([
      { code: "outOfRange", path: ["itemSites", 0, "leadTimePerUnit"] },
    ]);
    expect(outcome(problem(slow, { leadTimePerUnit: "1/10" }, "south"))).toEqual([
      { code: "outOfRange", path: ["items", 0, "leadTimePerUnit"] },
    ]);
  });

  test("leave what the item contradicts or lacks at a site without a row of its own", () => {
    expect(outcome(problem(contradiction, { maximumOrder: 6 }, "north", "south"))).toEqual([
      { code: "contradiction", path: ["items", 0, "maximumOrder"] },
    ]);
    expect(outcome(problem({ method: "minMax" }, { reorderPoint: 6 }, "south"))).toEqual([
      { code: "missingField", path: ["items", 0, "reorderPoint"] },
    ]);
    expect(outcome(problem({}, { method: "minMax" }, "north"))).toEqual([
      { code: "missingField", path: ["itemSites", 0, "reorderPoint"] },
    ]);
  });

  test("do not hide a figure of the item that could never be right", () => {
    expect(outcome(problem({ minimumOrder: -5, yield: 2 }, { minimumOrder: 5, yield: 1 }))).toEqual(
      [
        { code: "outOfRange", path: ["items", 0, "minimumOrder"] },
        { code: "outOfRange", path: ["items", 0, "yield"] },
      ],
    );
  });

  test("are checked also for items that nothing needs", () => {
    const input = {
      ...problem({}, {}),
      items: [{ id: "wheel" }, { id: "tyre", ...contradiction }],
    };
    expect(outcome(input)).toEqual([{ code: "contradiction", path: ["items", 1, "maximumOrder"] }]);
  });
});
