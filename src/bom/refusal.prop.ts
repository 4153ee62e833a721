import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../test/support/runs.js";
import { Decimal } from "../core/index.js";
import { availableKits } from "./available-kits.js";
import { compareBills } from "./bill-difference.js";
import { canBuild } from "./can-build.js";
import { costRollUp } from "./cost-roll-up.js";
import { criticalPath, cumulativeLeadTimes } from "./cumulative-lead-time.js";
import { toDot } from "./dot.js";
import { isEffective } from "./effectivity.js";
import { followUpChain, followUpOn } from "./follow-up.js";
import { bomGraph } from "./graph.js";
import { explodeKits } from "./kit-explosion.js";
import { matrixBill } from "./matrix-bill.js";
import { toMermaid } from "./mermaid.js";
import { explodePlanningBill } from "./planning-bill.js";
import { projectedAvailability } from "./projected-availability.js";
import { rowsAsOf } from "./rows-as-of.js";
import { splitByShares } from "./share-split.js";
import { chooseComponent } from "./substitute.js";
import { variantRows } from "./variant.js";

const graph = bomGraph([
  { parent: "__proto__", component: "b", quantity: "0.5" },
  { parent: "__proto__", component: "constructor", quantity: 2 },
  { parent: "b", component: "constructor", quantity: "1/3" },
]);
const perRow = [0, undefined, 2];
const stock = new Map([
  ["b", 1],
  ["constructor", 7],
]);
const leadTimes = new Map([
  ["__proto__", 1],
  ["b", 2],
  ["constructor", 3],
]);
const discontinued = [{ item: "a", from: "2026-01-01", followUp: "b", factor: 2 }];
const lines = [{ item: "b", quantity: 1, validTo: "2026-01-01" }];
const cost = { material: 1, setup: 2, costingLot: 3, run: 4, rate: 5 };

type Call = readonly [name: string, ask: (...args: never[]) => unknown, args: readonly unknown[]];

/** Every function with several arguments, and a call of it that is answered. */
const calls: readonly Call[] = [
  ["availableKits", availableKits, [graph, "b", { stock, consumables: [true, false, false] }]],
  ["canBuild", canBuild, [graph, "__proto__", { stock, decimals: new Map([["b", 1]]) }]],
  ["compareBills", compareBills, [graph, graph]],
  [
    "costRollUp",
    costRollUp,
    [
      graph,
      {
        itemCosts: new Map([
          ["b", cost],
          ["constructor", cost],
        ]),
        scraps: perRow,
        coProducts: [{ parent: "b", item: "c", quantity: 1, costShare: "0.3" }],
        decimals: 2,
      },
    ],
  ],
  ["criticalPath", criticalPath, [graph, "__proto__", { leadTimes, offsets: perRow }]],
  ["cumulativeLeadTimes", cumulativeLeadTimes, [graph, { leadTimes, offsets: perRow }]],
  ["toDot", toDot, [graph, { item: "b", quantity: 3, levels: true }]],
  ["toMermaid", toMermaid, [graph, { item: "b", quantity: 3, levels: true }]],
  ["isEffective", isEffective, [{ validFrom: "2026-01-01" }, { date: "2026-01-01", serial: 1 }]],
  ["followUpChain", followUpChain, [discontinued, "a"]],
  ["followUpOn", followUpOn, [discontinued, "a", "2026-01-01"]],
  ["explodeKits", explodeKits, [graph, ["b"], [{ item: "b", quantity: 2 }]]],
  ["matrixBill", matrixBill, [graph, ["b", "__proto__"], { levels: "all" }]],
  [
    "explodePlanningBill",
    explodePlanningBill,
    [[{ component: "a", group: "g", percentage: 100, quantity: 2 }], 7, { decimals: 2 }],
  ],
  [
    "projectedAvailability",
    projectedAvailability,
    [
      graph,
      {
        stock,
        kits: ["b"],
        supplies: [{ item: "b", quantity: 1 }],
        demands: [{ item: "b", quantity: 3, consumed: 1, allocated: 1 }],
      },
    ],
  ],
  [
    "rowsAsOf",
    rowsAsOf,
    [
      [{ item: "a", version: "1", output: 2, validFrom: "2026-01-01", lines }],
      { date: "2026-02-01", serial: 3, versions: new Map([["a", "1"]]) },
    ],
  ],
  [
    "splitByShares",
    splitByShares,
    [
      9,
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
      { decimals: 1 },
    ],
  ],
  [
    "chooseComponent",
    chooseComponent,
    [
      { component: "a", quantity: 1, substitutes: [{ item: "b", quantity: 1, priority: 1 }] },
      3,
      stock,
    ],
  ],
  [
    "variantRows",
    variantRows,
    [
      [{ parent: "a", component: "b", quantity: 1, when: [{ attribute: "x", values: [1] }] }],
      new Map([["x", 1]]),
    ],
  ],
];

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e308,
    -1e308,
    5e-324,
    -0,
    -1,
    0.5,
    "",
    "__proto__",
    "b",
    "1e5",
    "-1/3",
    true,
    10n,
    Symbol("s"),
    () => 1,
    [],
    {},
    [undefined],
    Object.create(null),
    new Map(),
    new Map<unknown, unknown>([[3, 4]]),
    new Map<unknown, unknown>([["b", null]]),
    new Set(["b"]),
    new Date(0),
    graph,
  ),
  fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
);

/** A value in which the part that `steps` lead to is another. */
function replaced(value: unknown, steps: readonly number[], other: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== "object" || value === null || value === graph)
    return other;
  if (value instanceof Map) {
    const entries = [...value];
    if (entries.length === 0) return other;
    const place = step % entries.length;
    return new Map(entries.map(([k, v], n) => [k, n === place ? replaced(v, rest, other) : v]));
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return other;
  const key = keys[step % keys.length]!;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  (copy as Record<string, unknown>)[key] = replaced(
    (value as Record<string, unknown>)[key],
    rest,
    other,
  );
  return copy;
}

/** All numbers in an answer, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  if (Decimal.isDecimal(value)) return [value.isFinite() ? 0 : Number.NaN];
  const parts = value instanceof Map ? [...value.values()] : Object.values(value);
  return parts.flatMap(numbersIn);
}

describe("Whatever the arguments are, there is an answer or a list of mistakes", () => {
  for (const [name, ask, args] of calls) {
    const call = ask as (...given: readonly unknown[]) => unknown;

    test.prop([fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 5 }), hostile], {
      numRuns: Math.ceil(runs / 2),
    })(`${name}`, (steps, other) => {
      expect(numbersIn(call(...args)).every(Number.isFinite)).toBe(true);
      const given = replaced(args, steps, other) as unknown[];
      let answer: unknown;
      try {
        answer = call(...given);
      } catch (error) {
        const { name: kind, issues } = error as { name: string; issues: { message: string }[] };
        expect(kind).toBe("PlanningInputError");
        expect(issues.length).toBeGreaterThan(0);
        for (const { message } of issues) expect(message).not.toMatch(/undefined|\[object/);
        return;
      }
      expect(numbersIn(answer).every(Number.isFinite)).toBe(true);
    });
  }
});
