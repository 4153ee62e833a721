import { describe, expect, test } from "vitest";
import { criticalPath, cumulativeLeadTimes } from "./cumulative-lead-time.js";
import { bomGraph } from "./graph.js";

// The product structure A = B + C, B = D + E, C = F + G, F = E + G + D of textbooks.
const structure = ["AB", "AC", "BD", "BE", "CE", "CF", "FD", "FG"];
const rows = structure.map((pair) => ({ parent: pair[0]!, component: pair[1]!, quantity: 2 }));
const graph = bomGraph(rows);
const leadTimes = new Map(Object.entries({ A: 1, B: 2, C: 1, D: 1, E: 2, F: 3, G: 2 }));

describe("Cumulative lead time and critical path (B9)", () => {
  test("add up the longest chain of lead times", () => {
    expect([...cumulativeLeadTimes(graph, { leadTimes })]).toEqual([
      ["A", 7],
      ["B", 4],
      ["C", 6],
      ["E", 2],
      ["F", 5],
      ["D", 1],
      ["G", 2],
    ]);
    const { days, steps } = criticalPath(graph, "A", { leadTimes });
    expect(days).toBe(7);
    expect(steps).toEqual([
      { item: "G", leadTime: 2, start: 0, finish: 2, row: 7 },
      { item: "F", leadTime: 3, start: 2, finish: 5, row: 5 },
      { item: "C", leadTime: 1, start: 5, finish: 6, row: 1 },
      { item: "A", leadTime: 1, start: 6, finish: 7 },
    ]);
  });

  test("an offset takes days off, and a negative one adds some", () => {
    const late = rows.map((_, row) => (row === 5 ? 3 : undefined)); // F three days into C
    expect(cumulativeLeadTimes(graph, { leadTimes, offsets: late }).get("A")).toBe(5);
    const early = rows.map((_, row) => (row === 0 ? -9 : undefined));
    expect(cumulativeLeadTimes(graph, { leadTimes, offsets: early }).get("A")).toBe(14);
  });

  test("a component that is needed later than it takes to get does not shorten the parent", () => {
    const offsets = rows.map(() => 30);
    expect(cumulativeLeadTimes(graph, { leadTimes, offsets }).get("A")).toBe(1);
    const steps = [{ item: "A", leadTime: 1, start: 0, finish: 1 }];
    expect(criticalPath(graph, "A", { leadTimes, offsets })).toEqual({ days: 1, steps });
  });

  test("a line of quantity 0 needs nothing, and takes no time", () => {
    const none = bomGraph([{ parent: "A", component: "G", quantity: 0 }]);
    expect(cumulativeLeadTimes(none, { leadTimes }).get("A")).toBe(1);
  });

  test("a critical path asks for the lead times below its item only", () => {
    const few = new Map(Object.entries({ D: 1, E: 2, B: 2 }));
    expect(criticalPath(graph, "B", { leadTimes: few }).days).toBe(4);
  });

  test("every mistake is listed", () => {
    const times = {
      leadTimes: new Map<string, number>([
        ["A", 1.5],
        ["B", -1],
        ["C", 36_501],
        ["D", 1],
        ["E", 2],
        ["F", 3],
      ]),
      offsets: [0.5],
      leadtimes: 3,
    };
    const issues = [
      ["unknownField", "leadtimes"],
      ["invalidType", "A"],
      ["outOfRange", "B"],
      ["outOfRange", "C"],
      ["missingField", "G"],
      ["contradiction", "offsets"],
      ["invalidType", 0],
    ];
    expect(() => cumulativeLeadTimes(graph, times)).toThrow(
      expect.objectContaining({
        issues: issues.map(([code, last]) =>
          expect.objectContaining({ code, path: expect.toSatisfy((p) => p.at(-1) === last) }),
        ),
      }),
    );
    expect(() => criticalPath(graph, "Z", { leadTimes: new Map() })).toThrow(
      'The item ("Z") stands in no line of this bill. Correct the id.',
    );
  });
});
