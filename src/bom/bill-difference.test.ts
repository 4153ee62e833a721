import { describe, expect, test } from "vitest";
import { compareBills } from "./bill-difference.js";
import type { BomRow } from "./bom-row.js";
import { bomGraph } from "./graph.js";

const line = (component: string, quantity: number | string): BomRow => ({
  parent: "cart",
  component,
  quantity,
});

function lines(first: readonly BomRow[], second: readonly BomRow[]) {
  const { added, removed, changed } = compareBills(bomGraph(first), bomGraph(second));
  return {
    added: added.map(({ component, ratio, row }) => [component, ratio, row]),
    removed: removed.map(({ component, ratio, row }) => [component, ratio, row]),
    changed: changed.map(({ component, before, after }) => [component, before.ratio, after.ratio]),
  };
}

describe("Comparing two bills", () => {
  test("lists what was added, removed and changed, with old and new", () => {
    const first = [line("wheel", 4), line("bell", 1), line("bolt", "0.5")];
    const second = [line("bolt", "1/2"), line("horn", 2), line("wheel", 3)];
    expect(lines(first, second)).toEqual({
      added: [["horn", "2", 1]],
      removed: [["bell", "1", 1]],
      changed: [["wheel", "4", "3"]],
    });
  });

  test("matches equal lines of one component first, and the rest in their order", () => {
    const first = [line("bolt", 1), line("bolt", 2), line("bolt", 3)];
    expect(lines(first, [line("bolt", 9), line("bolt", 1)])).toEqual({
      added: [],
      removed: [["bolt", "3", 2]],
      changed: [["bolt", "2", "9"]],
    });
    expect(lines([line("bolt", 2)], [line("bolt", 2), line("bolt", 2)]).added).toEqual([
      ["bolt", "2", 1],
    ]);
  });

  test("takes graphs only, and says so of both", () => {
    expect(() => compareBills([] as never, undefined as never)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "invalidType", path: ["before"] }),
          expect.objectContaining({ code: "missingField", path: ["after"] }),
        ],
      }),
    );
  });
});
