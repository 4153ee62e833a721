import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { soundRows } from "../../test/support/random-bom.js";
import { runs } from "../../test/support/runs.js";
import { addRatios, formatRatio, parseRatio } from "../core/index.js";
import { explodeSingleLevel, explodeSummarised } from "./explosion.js";
import { bomGraph } from "./graph.js";
import { type MatrixRow, matrixBill } from "./matrix-bill.js";
import { whereUsedSummarised } from "./where-used.js";

/** The column of a parent: component → quantity. */
const columnOf = (rows: readonly MatrixRow[], parent: string): Map<string, string> =>
  new Map(
    rows.flatMap(({ component, quantities }) => {
      const quantity = quantities.get(parent);
      return quantity === undefined ? [] : [[component, quantity.ratio] as const];
    }),
  );

describe("The matrix bill of a family (B9)", () => {
  test.prop([soundRows, fc.boolean()], { numRuns: runs })(
    "has the explosion of each parent as its column and the where-used list as its row",
    (rows, all) => {
      const graph = bomGraph(rows);
      fc.pre(graph.items.length > 0);
      const matrix = matrixBill(graph, graph.items, { levels: all ? "all" : "single" });
      for (const parent of graph.items) {
        const sums = new Map<string, string>();
        for (const { component, ratio } of explodeSingleLevel(graph, parent)) {
          const sum = addRatios(parseRatio(sums.get(component) ?? 0)!, parseRatio(ratio)!);
          sums.set(component, formatRatio(sum));
        }
        const whole = [...explodeSummarised(graph, parent)];
        const totals = new Map(whole.map(([id, { ratio }]) => [id, ratio]));
        expect(columnOf(matrix, parent)).toEqual(all ? totals : sums);
      }
      const components = graph.items.filter((id) => rows.some((row) => row.component === id));
      expect(matrix.map(({ component }) => component).sort()).toEqual([...components].sort());
      for (const { component, quantities, common } of matrix) {
        expect(common).toBe(false); // a component is not in itself
        if (!all) continue;
        const ratios = (of: Iterable<[string, { readonly ratio: string }]>) =>
          new Map([...of].map(([id, { ratio }]) => [id, ratio]));
        expect(ratios(quantities)).toEqual(ratios(whereUsedSummarised(graph, component)));
      }
    },
  );
});
