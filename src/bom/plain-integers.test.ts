import { describe, expect, test } from "vitest";
import { type Issue, PlanningInputError } from "../core/index.js";
import { compressedRows } from "./compressed-rows.js";
import { cycleGroups, cyclesOfEdges } from "./cycle.js";
import { lowLevelCodesOfEdges } from "./low-level-code.js";

/** The mistakes for which a call is refused; any other error goes through. */
function mistakes(call: () => unknown): readonly Issue[] {
  try {
    call();
  } catch (error) {
    if (error instanceof PlanningInputError) return error.issues;
    throw error;
  }
  return [];
}

const codes = (call: () => unknown) => mistakes(call).map(({ code, path }) => [code, ...path]);

const functions = [
  ["lowLevelCodesOfEdges", lowLevelCodesOfEdges],
  ["cyclesOfEdges", cyclesOfEdges],
  ["cycleGroups", cycleGroups],
] as const;

const one = Int32Array.of(0);

describe.each(functions)("Edges given to %s", (_, ask) => {
  test.each([
    [0.5, "invalidType"],
    [Number.NaN, "invalidType"],
    [Number.POSITIVE_INFINITY, "invalidType"],
    ["2", "invalidType"],
    [null, "invalidType"],
    [undefined, "missingField"],
    [1e308, "outOfRange"],
    [-1, "outOfRange"],
    [2 ** 24 + 1, "outOfRange"],
  ])("are refused when the count of nodes is %s", (count, code) => {
    const none = new Int32Array(0);
    expect(codes(() => ask(count as number, none, none))).toEqual([[code, "count"]]);
  });

  test.each([-1, 2, 2_147_483_647])("are refused when an end is %s of 2 nodes", (end) => {
    const ends = Int32Array.of(0, end, 1);
    const others = Int32Array.of(0, 0, 0);
    expect(codes(() => ask(2, ends, others))).toEqual([["outOfRange", "from", 1]]);
    expect(codes(() => ask(2, others, ends))).toEqual([["outOfRange", "to", 1]]);
  });

  test("are refused when one leaves and none enters", () => {
    expect(codes(() => ask(1, one, new Int32Array(0)))).toEqual([["contradiction", "to"]]);
  });

  test.each([
    [null],
    [undefined],
    [[0]],
    [Float64Array.of(0)],
    [{ length: 1, 0: 0 }],
    [new Proxy(one, {})],
  ])("are refused when an end is not an Int32Array: %o", (ends) => {
    const code = ends === undefined ? "missingField" : "invalidType";
    expect(codes(() => ask(1, ends as Int32Array, one))).toEqual([[code, "from"]]);
    expect(codes(() => ask(1, one, ends as Int32Array))).toEqual([[code, "to"]]);
  });

  test("are refused with all that is wrong", () => {
    expect(codes(() => ask(1, Int32Array.of(3, 0), Int32Array.of(-1)))).toEqual([
      ["outOfRange", "from", 0],
      ["outOfRange", "to", 0],
      ["contradiction", "to"],
    ]);
  });
});

describe("Nodes given to compressedRows", () => {
  test("are refused when they are out of range, or no Int32Array", () => {
    expect(codes(() => compressedRows(1, Int32Array.of(0, 1)))).toEqual([
      ["outOfRange", "nodes", 1],
    ]);
    expect(codes(() => compressedRows(0.5, one))).toEqual([["invalidType", "count"]]);
    expect(codes(() => compressedRows(1, [0] as unknown as Int32Array))).toEqual([
      ["invalidType", "nodes"],
    ]);
  });

  test("are named in the message, with what they may be", () => {
    expect(mistakes(() => compressedRows(2, Int32Array.of(-1))).map((i) => i.message)).toEqual([
      "The nodes[0] (-1) must be from 0 to 1.",
    ]);
    expect(mistakes(() => compressedRows(0, one)).map((i) => i.message)).toEqual([
      "The nodes[0] (0) must be below the count of nodes (0).",
    ]);
  });

  test("are listed up to a thousand of them, and how many more there are", () => {
    const nodes = new Int32Array(5000).fill(-1);
    const issues = mistakes(() => compressedRows(1, nodes));
    expect(issues).toHaveLength(1001);
    expect(issues.at(-1)).toMatchObject({ code: "moreMistakes", path: ["nodes"], count: 4000 });
  });
});

describe("A graph without nodes or edges", () => {
  test("is one", () => {
    const none = new Int32Array(0);
    expect(lowLevelCodesOfEdges(0, none, none)).toEqual({ codes: none, order: none, cycle: null });
    expect([...compressedRows(2, none).start]).toEqual([0, 0, 0]);
  });
});
