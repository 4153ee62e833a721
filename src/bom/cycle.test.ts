import { describe, expect, test } from "vitest";
import type { BomRow } from "./bom-row.js";
import { safeBomGraph } from "./graph.js";
import type { BomIssue } from "./issue.js";

function issuesOf(rows: unknown): readonly BomIssue[] {
  const result = safeBomGraph(rows);
  return result.ok ? [] : result.issues;
}

describe("A cycle is refused with the whole way round (B2)", () => {
  const line = (parent: string, component: string): BomRow => ({ parent, component, quantity: 1 });
  const cycles = (rows: readonly BomRow[]) =>
    issuesOf(rows).flatMap((issue) =>
      issue.code === "bomCycle" ? [{ path: issue.path, cycle: issue.cycle }] : [],
    );

  test("an item that goes into itself", () => {
    expect(issuesOf([line("a", "a")])).toEqual([
      {
        code: "bomCycle",
        path: [0, "component"],
        message: '"a" goes into itself: "a" > "a". Take one of these lines out.',
        cycle: ["a", "a"],
      },
    ]);
  });

  test("from its smallest id on, with the path of the line that leaves it", () => {
    const rows = [line("top", "c"), line("b", "c"), line("c", "a"), line("a", "b"), line("a", "x")];
    expect(cycles(rows)).toEqual([{ path: [3, "component"], cycle: ["a", "b", "c", "a"] }]);
  });

  test("the shortest one where several lead round, and of equal ones the first by id", () => {
    const long = [line("a", "b"), line("b", "c"), line("c", "a")];
    expect(cycles([...long, line("a", "z"), line("z", "a")])).toEqual([
      { path: [3, "component"], cycle: ["a", "z", "a"] },
    ]);
    expect(cycles([line("a", "z"), line("z", "a"), line("a", "y"), line("y", "a")])).toEqual([
      { path: [2, "component"], cycle: ["a", "y", "a"] },
    ]);
  });

  test("one for each group of items that contain each other", () => {
    const rows = [line("d", "c"), line("c", "d"), line("a", "b"), line("b", "a"), line("a", "c")];
    expect(cycles(rows).map(({ cycle }) => cycle)).toEqual([
      ["a", "b", "a"],
      ["c", "d", "c"],
    ]);
  });

  test("the first of several equal lines is named", () => {
    const rows = [line("b", "a"), line("a", "b"), line("a", "b")];
    expect(cycles(rows).map(({ path }) => path)).toEqual([[1, "component"]]);
  });

  test("its path counts the rows that are refused before it", () => {
    const rows = [{ parent: "", component: "x", quantity: 1 }, line("a", "a")];
    expect(cycles(rows).map(({ path }) => path)).toEqual([[1, "component"]]);
  });

  test("a line of quantity 0, or of a wrong quantity, closes a cycle too", () => {
    const back = (quantity: number): BomRow => ({ parent: "b", component: "a", quantity });
    expect(issuesOf([line("a", "b"), back(0)]).map(({ code }) => code)).toEqual(["bomCycle"]);
    expect(issuesOf([line("a", "b"), back(-1)]).map(({ code }) => code)).toEqual([
      "outOfRange",
      "bomCycle",
    ]);
  });

  test("a long one is whole in the issue and cut in its message", () => {
    const ids = Array.from({ length: 1000 }, (_, n) => `i${`${n}`.padStart(3, "0")}`);
    const rows = ids.map((id, n) => line(id, ids[(n + 1) % ids.length]!));
    const [issue] = issuesOf(rows);
    expect(issue).toMatchObject({ cycle: [...ids, "i000"] });
    expect(issue?.message).toBe(
      '"i000" goes into itself: "i000" > "i001" > "i002" > "i003" > "i004" > … 991 more … > ' +
        '"i996" > "i997" > "i998" > "i999" > "i000". Take one of these lines out.',
    );
  });
});
