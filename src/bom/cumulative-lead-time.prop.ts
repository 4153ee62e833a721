import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { soundRows } from "../../test/support/random-bom.js";
import { runs } from "../../test/support/runs.js";
import { parseRatio } from "../core/index.js";
import type { BomRow } from "./bom-row.js";
import { criticalPath, cumulativeLeadTimes } from "./cumulative-lead-time.js";
import { bomGraph } from "./graph.js";

const days = fc.array(fc.nat({ max: 9 }), { minLength: 9, maxLength: 9 });
const offsets = fc.array(fc.option(fc.integer({ min: -4, max: 4 }), { nil: undefined }), {
  minLength: 16,
  maxLength: 16,
});

/** The lengths of all ways from an item down, each of which may end anywhere. */
function lengths(
  rows: readonly BomRow[],
  item: string,
  leadTime: (item: string) => number,
  offset: (row: number) => number,
): number[] {
  const below = rows.flatMap(({ parent, component, quantity }, row) =>
    parent !== item || parseRatio(quantity)!.num === 0n
      ? []
      : lengths(rows, component, leadTime, offset).map((length) => length - offset(row)),
  );
  return [0, ...below].map((length) => leadTime(item) + length);
}

describe("Cumulative lead time (B9)", () => {
  test.prop([soundRows, days, offsets], { numRuns: runs })(
    "is the longest of all ways down, and the critical path is one of that length",
    (rows, drawn, shifts) => {
      const graph = bomGraph(rows);
      const leadTimes = new Map(graph.items.map((id, n) => [id, drawn[n % drawn.length]!]));
      const times = { leadTimes, offsets: shifts.slice(0, rows.length) };
      const offset = (row: number): number => shifts[row] ?? 0;
      const found = cumulativeLeadTimes(graph, times);
      expect(found.size).toBe(graph.items.length);
      for (const item of graph.items) {
        const ways = lengths(rows, item, (id) => leadTimes.get(id)!, offset);
        expect(found.get(item)).toBe(Math.max(...ways));

        const { days: length, steps } = criticalPath(graph, item, times);
        expect(length).toBe(found.get(item));
        expect([steps[0]!.start, steps.at(-1)!.finish]).toEqual([0, length]);
        expect(steps.at(-1)!.item).toBe(item);
        for (const [n, step] of steps.entries()) {
          expect(step.finish - step.start).toBe(leadTimes.get(step.item));
          const above = steps[n + 1];
          if (above === undefined) continue;
          const { parent, component } = rows[step.row!]!;
          expect({ parent, component }).toEqual({ parent: above.item, component: step.item });
          expect(step.finish).toBe(above.start + offset(step.row!));
        }
      }
    },
  );

  // Few lead times, so that many ways are of one length.
  const alike = fc.array(fc.nat({ max: 1 }), { minLength: 9, maxLength: 9 });
  test.prop([soundRows, alike, fc.nat()], { numRuns: runs })(
    "does not depend on the order of the rows",
    (rows, drawn, turn) => {
      const turned = rows.map((_, n) => rows[(n + turn) % rows.length]!);
      const graph = bomGraph(rows);
      const leadTimes = new Map(graph.items.map((id, n) => [id, drawn[n % drawn.length]!]));
      const itemsOf = (of: readonly BomRow[], item: string) =>
        criticalPath(bomGraph(of), item, { leadTimes }).steps.map((step) => step.item);
      expect(cumulativeLeadTimes(bomGraph(turned), { leadTimes })).toEqual(
        cumulativeLeadTimes(graph, { leadTimes }),
      );
      for (const item of graph.items) expect(itemsOf(turned, item)).toEqual(itemsOf(rows, item));
    },
  );
});
