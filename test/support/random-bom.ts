import { fc } from "@fast-check/vitest";
import type { BomRow } from "../../src/bom/index.js";
import { codePoint } from "./code-point.js";

/** Ids that break whoever joins, parses, sorts by number or keeps them in plain objects. */
const hostile = [
  "__proto__",
  "constructor",
  "toString",
  "\\",
  "\\constructor",
  " ",
  "\n",
  "0",
  "10",
];
const id = fc.oneof(
  fc.constantFrom(
    ...hostile,
    "9",
    "a\u0001b",
    "a",
    "b",
    "\u0001",
    "\u0000",
    "a>b",
    '"',
    "é",
    "\ud800",
  ),
  fc.string({ minLength: 1, maxLength: 3, unit: codePoint }),
);

const quantity = fc.oneof(
  fc.nat({ max: 20 }),
  fc.nat({ max: 999 }).map((n) => n / 100),
  fc.nat({ max: 99999 }).map((n) => `${Math.floor(n / 1000)}.${`${n % 1000}`.padStart(3, "0")}`),
  fc.tuple(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 50 })).map(([a, b]) => `${a}/${b}`),
);

const ids = fc.uniqueArray(id, { minLength: 2, maxLength: 9 });

function rowsOf(lines: number): fc.Arbitrary<readonly BomRow[]> {
  const line = fc.record({ from: fc.nat(), to: fc.nat(), quantity });
  return fc.tuple(ids, fc.array(line, { maxLength: lines })).map(([names, drawn]) =>
    drawn.map((row) => ({
      parent: names[row.from % names.length]!,
      component: names[row.to % names.length]!,
      quantity: row.quantity,
    })),
  );
}

/** Any lines between up to nine items, equal ones and cycles among them. */
export const anyRows: fc.Arbitrary<readonly BomRow[]> = rowsOf(14);

/** Lines without a cycle: each goes down in an order of the items that has nothing to do with ids. */
export const soundRows: fc.Arbitrary<readonly BomRow[]> = rowsOf(16).map((rows) => {
  const rank = new Map<string, number>();
  for (const { parent, component } of rows) {
    for (const name of [parent, component]) if (!rank.has(name)) rank.set(name, rank.size);
  }
  return rows
    .filter(({ parent, component }) => parent !== component)
    .map((row) =>
      rank.get(row.parent)! < rank.get(row.component)!
        ? row
        : { ...row, parent: row.component, component: row.parent },
    );
});
