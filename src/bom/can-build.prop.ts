import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { soundRows } from "../../test/support/random-bom.js";
import { runs } from "../../test/support/runs.js";
import { addRatios, multiplyRatios, parseRatio, type Ratio, ratioOf } from "../core/index.js";
import { availableKits } from "./available-kits.js";
import type { BomRow } from "./bom-row.js";
import { canBuild, type TreeStock } from "./can-build.js";
import { bomGraph } from "./graph.js";

/** No more than so many are built one by one. */
const MOST = 60;

const quantity = fc.oneof(
  fc.nat({ max: 40 }),
  fc.constantFrom("0.1", "0.3", "12.5", "7/3", "1/50", -3),
);
const nine = <Value>(of: fc.Arbitrary<Value>) => fc.array(of, { minLength: 9, maxLength: 9 });
const stocks = nine(quantity);
const decimals = nine(fc.constantFrom(undefined, undefined, 0, 1));
const consumables = fc.array(fc.constantFrom(undefined, false, false, true), {
  minLength: 16,
  maxLength: 16,
});

const exact = (value: number | string): Ratio => parseRatio(value)!;
const ZERO = exact(0);
const positive = (ratio: Ratio): Ratio => (ratio.num > 0n ? ratio : ZERO);
const minus = (a: Ratio, b: Ratio): Ratio => addRatios(a, { num: -b.num, den: b.den });

/** The next whole 10^-decimals. */
function roundedUp({ num, den }: Ratio, places: number | undefined): Ratio {
  if (places === undefined) return { num, den };
  const scaled = num * 10n ** BigInt(places);
  return ratioOf(scaled % den === 0n ? scaled / den : scaled / den + 1n, 10n ** BigInt(places));
}

/** Whether so many can be built: what is made of each item is asked from below, by recursion. */
function works(rows: readonly BomRow[], top: string, many: number, from: TreeStock): boolean {
  const made = (item: string): Ratio => {
    if (item === top) return exact(many);
    const needs = rows.map(({ parent, component, quantity: per }, row) => {
      if (component !== item || from.consumables?.[row] === true) return ZERO;
      return roundedUp(multiplyRatios(made(parent), exact(per)), from.decimals?.get(item));
    });
    const stock = from.stock.get(item) as number | string | undefined;
    return positive(minus(needs.reduce(addRatios, ZERO), positive(exact(stock ?? 0))));
  };
  const parents = new Set(rows.map(({ parent }) => parent));
  // What cannot be reached from the top needs nothing: its parents are not made.
  const below = new Set([top]);
  for (const item of below) {
    for (const row of rows) if (row.parent === item) below.add(row.component);
  }
  const inside = rows.filter(({ parent }) => below.has(parent));
  if (inside.length < rows.length) {
    const kept = rows.flatMap((row, n) => (below.has(row.parent) ? [n] : []));
    const marks = kept.map((n) => from.consumables?.[n]);
    return works(inside, top, many, { ...from, consumables: marks });
  }
  return [...below].every((item) => item === top || parents.has(item) || made(item).num === 0n);
}

describe("How many can be built (B9)", () => {
  test.prop([soundRows, stocks, decimals, consumables], { numRuns: runs })(
    "over all levels is what building one more each time finds",
    (rows, drawn, places, marks) => {
      const graph = bomGraph(rows);
      const stock = new Map(graph.items.map((id, n) => [id, drawn[n % 9]!]));
      const precise = graph.items.flatMap((id, n) => {
        const place = places[n % 9];
        return place === undefined ? [] : [[id, place] as const];
      });
      const from = {
        stock,
        decimals: new Map(precise),
        consumables: marks.slice(0, rows.length),
      };
      for (const top of new Set(rows.map(({ parent }) => parent))) {
        let built = 0;
        while (built < MOST && works(rows, top, built + 1, from)) built++;
        const { available } = canBuild(graph, top, from);
        const found = available === "unlimited" ? MOST : Math.min(MOST, available.toNumber());
        expect(found).toBe(built);
      }
    },
  );

  test.prop([soundRows, stocks, consumables], { numRuns: runs })(
    "on one level is what building one more each time finds, with all components taken as bought",
    (rows, drawn, marks) => {
      const graph = bomGraph(rows);
      const stock = new Map(graph.items.map((id, n) => [id, drawn[n % 9]!]));
      for (const top of new Set(rows.map(({ parent }) => parent))) {
        const kept = rows.flatMap((row, n) => (row.parent === top ? [n] : []));
        const lines = kept.map((n) => rows[n]!);
        const from = { stock, consumables: kept.map((n) => marks[n]) };
        let built = 0;
        while (built < MOST && works(lines, top, built + 1, from)) built++;
        const whole = { stock, consumables: marks.slice(0, rows.length) };
        const { available } = availableKits(graph, top, whole);
        const found = available === "unlimited" ? MOST : Math.min(MOST, available.toNumber());
        expect(found).toBe(built);
        expect(canBuild(bomGraph(lines), top, from)).toEqual(availableKits(graph, top, whole));
      }
    },
  );
});
