import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { soundRows } from "../../test/support/random-bom.js";
import { runs } from "../../test/support/runs.js";
import { formatRatio, parseRatio, type Ratio, ratioOf } from "../core/index.js";
import type { BomRow } from "./bom-row.js";
import type { ExactQuantity } from "./exact-quantity.js";
import {
  type ExplosionRow,
  explodeIndented,
  explodeSingleLevel,
  explodeSummarised,
} from "./explosion.js";
import { bomGraph } from "./graph.js";
import { implodeToEndItems, whereUsed, whereUsedSummarised } from "./where-used.js";

const options = { numRuns: runs };
const asked = fc.constantFrom(1, "2.5", "1/3", 0, 1000);

/** The exact value of a quantity of a row. */
const exact = (quantity: number | string): Ratio => parseRatio(quantity)!;

const itemsOf = (rows: readonly BomRow[]): string[] => [
  ...new Set(rows.flatMap(({ parent, component }) => [parent, component])),
];

interface Place {
  readonly level: number;
  readonly row: number;
  readonly total: Ratio;
}

const reduced = ({ num, den }: Ratio): string => formatRatio(ratioOf(num, den));

/** The tree below an item, by recursion over the rows, with fractions that are not reduced. */
function tree(rows: readonly BomRow[], item: string, quantity: Ratio, level = 1): Place[] {
  return rows.flatMap(({ parent, component, quantity: per }, row) => {
    if (parent !== item) return [];
    const { num, den } = exact(per);
    const total = { num: quantity.num * num, den: quantity.den * den };
    return [{ level, row, total }, ...tree(rows, component, total, level + 1)];
  });
}

/** What the tree needs of each component, as texts. */
function totals(rows: readonly BomRow[], item: string, quantity: Ratio): Map<string, string> {
  const sums = new Map<string, Ratio>();
  for (const { row, total } of tree(rows, item, quantity)) {
    const { component } = rows[row]!;
    const { num, den } = sums.get(component) ?? { num: 0n, den: 1n };
    sums.set(component, { num: num * total.den + total.num * den, den: den * total.den });
  }
  return texts(sums, reduced);
}

const texts = <Value>(map: ReadonlyMap<string, Value>, write: (value: Value) => string) =>
  new Map([...map].map(([id, value]) => [id, write(value)]));
const textOf = ({ ratio }: ExactQuantity): string => ratio;
const written = ({ level, row, total }: Place) => ({ level, row, ratio: reduced(total) });
const placeOf = ({ level, row, ratio }: ExplosionRow) => ({ level, row, ratio });

describe("Explosion and where-used are what recursion over the rows finds", () => {
  test.prop([soundRows, asked], options)("indented, row by row", (rows, quantity) => {
    const graph = bomGraph(rows);
    for (const item of itemsOf(rows)) {
      const found = [...explodeIndented(graph, item, quantity)];
      expect(found.map(placeOf)).toEqual(tree(rows, item, exact(quantity)).map(written));
      for (const { row, parent, component, per } of found) {
        expect({ parent, component }).toEqual({
          parent: rows[row]?.parent,
          component: rows[row]?.component,
        });
        expect(exact(per.ratio)).toEqual(exact(rows[row]!.quantity));
      }
    }
  });

  test.prop([soundRows, asked], options)("single-level: its first level", (rows, quantity) => {
    const graph = bomGraph(rows);
    for (const item of itemsOf(rows)) {
      const places = tree(rows, item, exact(quantity)).map(written);
      const tops = places.filter(({ level }) => level === 1);
      expect(explodeSingleLevel(graph, item, quantity).map(placeOf)).toEqual(tops);
    }
  });

  test.prop([soundRows, asked], options)("summarised: its sums", (rows, quantity) => {
    const graph = bomGraph(rows);
    for (const item of itemsOf(rows)) {
      const found = texts(explodeSummarised(graph, item, quantity), textOf);
      expect(found).toEqual(totals(rows, item, exact(quantity)));
      expect([...found.keys()]).toEqual(
        [...found.keys()].sort((a, b) => codeOf(graph, a) - codeOf(graph, b) || (a < b ? -1 : 1)),
      );
    }
  });

  test.prop([soundRows], options)("where-used: the explosion read from below", (rows) => {
    const graph = bomGraph(rows);
    const one = exact(1);
    const items = itemsOf(rows);
    const components = new Set(rows.map(({ component }) => component));
    const below = new Map(items.map((item) => [item, totals(rows, item, one)]));
    for (const item of items) {
      const parents = items.filter((parent) => below.get(parent)!.has(item));
      const uses = new Map(parents.map((parent) => [parent, below.get(parent)!.get(item)]));
      expect(texts(whereUsedSummarised(graph, item), textOf)).toEqual(uses);
      const ends = new Map([...uses].filter(([parent]) => !components.has(parent)));
      expect(texts(implodeToEndItems(graph, item), textOf)).toEqual(ends);
    }
  });

  test.prop([soundRows], options)("implosion: the explosion of the bill turned over", (rows) => {
    const graph = bomGraph(rows);
    const turned = bomGraph(
      rows.map((row) => ({ ...row, parent: row.component, component: row.parent })),
    );
    for (const item of itemsOf(rows)) {
      const above = texts(explodeSummarised(turned, item), textOf);
      expect(texts(whereUsedSummarised(graph, item), textOf)).toEqual(above);
    }
  });

  test.prop([soundRows], options)("where-used on one level: the rows that name it", (rows) => {
    const graph = bomGraph(rows);
    for (const item of itemsOf(rows)) {
      const lines = [...rows.keys()].filter((row) => rows[row]!.component === item);
      const found = whereUsed(graph, item);
      expect(found.map(({ row, parent }) => ({ row, parent }))).toEqual(
        lines.map((row) => ({ row, parent: rows[row]!.parent })),
      );
    }
  });
});

const codeOf = (graph: ReturnType<typeof bomGraph>, id: string): number =>
  graph.codes[graph.numberOf.get(id)!]!;
