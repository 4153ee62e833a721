import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { soundRows } from "../../test/support/random-bom.js";
import { runs } from "../../test/support/runs.js";
import { addRatios, formatRatio, multiplyRatios, parseRatio, type Ratio } from "../core/index.js";
import type { BomRow } from "./bom-row.js";
import { bomGraph } from "./graph.js";
import { explodeKits } from "./kit-explosion.js";
import { projectedAvailability } from "./projected-availability.js";

const exact = (value: number | string): Ratio => parseRatio(value)!;
const negative = ({ num, den }: Ratio): Ratio => ({ num: -num, den });

type Sums = Map<string, Ratio>;
const add = (sums: Sums, id: string, part: Ratio): void => {
  sums.set(id, addRatios(sums.get(id) ?? exact(0), part));
};

/** Adds up what an item counts as, by recursion over the rows. */
function parts(
  rows: readonly BomRow[],
  kits: ReadonlySet<string>,
  item: string,
  many: Ratio,
  sums: Sums,
): void {
  if (!kits.has(item)) {
    add(sums, item, many);
    return;
  }
  for (const { parent, component, quantity } of rows) {
    if (parent !== item) continue;
    parts(rows, kits, component, multiplyRatios(many, exact(quantity)), sums);
  }
}

const texts = (sums: Sums): Record<string, string> =>
  Object.fromEntries([...sums].map(([id, sum]) => [`id ${id}`, formatRatio(sum)]));
const quantity = fc.constantFrom(0, 1, "2.5", "1/3", 12);
const flags = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });
const someKits = (rows: readonly BomRow[], chosen: readonly boolean[]): string[] =>
  [...new Set(rows.map(({ parent }) => parent))].filter((_, n) => chosen[n % 9]);

describe("Kits", () => {
  test.prop([soundRows, flags, fc.array(quantity, { maxLength: 4 })], { numRuns: runs })(
    "of an order are delivered as their parts, line by line",
    (rows, chosen, ordered) => {
      const graph = bomGraph(rows);
      const kits = someKits(rows, chosen);
      const items = [...graph.items, "no part of any bill"];
      const lines = ordered.map((many, n) => ({ item: items[n % items.length]!, quantity: many }));
      const found = explodeKits(graph, kits, lines);
      for (const [n, { item, quantity: many }] of lines.entries()) {
        const wanted: Sums = new Map();
        parts(rows, new Set(kits), item, exact(many), wanted);
        const delivered = found.filter(({ line }) => line === n);
        const quantities = delivered.map((one) => [`id ${one.item}`, one.ratio]);
        expect(quantities).toHaveLength(wanted.size);
        expect(Object.fromEntries(quantities)).toEqual(texts(wanted));
        for (const { kit } of delivered) expect(kit).toBe(kits.includes(item) ? item : undefined);
      }
    },
  );

  const many = fc.array(fc.tuple(fc.nat({ max: 8 }), quantity, quantity, quantity), {
    maxLength: 6,
  });
  test.prop([soundRows, flags, many, many], { numRuns: runs })(
    "count as their parts in stock, supplies and needs",
    (rows, chosen, supplied, wanted) => {
      fc.pre(rows.length > 0);
      const graph = bomGraph(rows);
      const kits = someKits(rows, chosen);
      const item = (n: number): string => graph.items[n % graph.items.length]!;
      const stock = new Map(graph.items.map((id, n) => [id, n * 3 - 4]));
      const supplies = supplied.map(([n, one]) => ({ item: item(n), quantity: one }));
      const demands = wanted.map(([n, open, consumed, allocated]) => {
        const all = [open, consumed, allocated].map(exact).reduce(addRatios);
        return { item: item(n), quantity: formatRatio(all), consumed, allocated };
      });
      const [projected, free]: Sums[] = [new Map(), new Map()];
      const known = new Set(kits);
      for (const [id, one] of stock) parts(rows, known, id, exact(one), projected!);
      for (const [id, one] of stock) parts(rows, known, id, exact(one), free!);
      for (const one of supplies) parts(rows, known, one.item, exact(one.quantity), projected!);
      for (const one of demands) {
        const open = addRatios(exact(one.quantity), negative(exact(one.consumed)));
        parts(rows, known, one.item, negative(open), projected!);
        parts(rows, known, one.item, negative(exact(one.allocated)), free!);
      }
      const found = projectedAvailability(graph, { stock, supplies, demands, kits });
      const ratios = (field: "projected" | "free") =>
        Object.fromEntries([...found].map(([id, one]) => [`id ${id}`, one[field].ratio]));
      expect(ratios("projected")).toEqual(texts(projected!));
      expect(ratios("free")).toEqual({ ...texts(projected!), ...ratios("free"), ...texts(free!) });
      for (const { projected: one, required } of found.values()) {
        expect(required.ratio).toBe(one.ratio.startsWith("-") ? one.ratio.slice(1) : "0");
      }
    },
  );
});
