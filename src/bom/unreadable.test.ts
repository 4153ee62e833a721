import { describe, expect, test } from "vitest";
import { PlanningInputError } from "../core/index.js";
import * as bom from "./index.js";

const graph = bom.bomGraph([
  { parent: "a", component: "b", quantity: 2 },
  { parent: "b", component: "c", quantity: "1/3" },
]);
const stock = new Map([["c", 5]]);
const leadTimes = new Map([
  ["a", 1],
  ["b", 1],
  ["c", 1],
]);
const itemCosts = new Map([["c", { material: 1, run: 2, rate: 3 }]]);
const discontinued = [{ item: "a", from: "2026-01-01", followUp: "b" }];
const lines = [{ item: "b", quantity: 1, validTo: "2026-01-01" }];
const drawing = { item: "b", quantity: 3, levels: true };
const rows = [{ parent: "a", component: "b", quantity: 1 }];
const edges = Int32Array.of(0);

type Call = readonly [name: string, ask: (...args: never[]) => unknown, args: readonly unknown[]];

/** A call of every function that is answered. */
const calls: readonly Call[] = [
  ["availableKits", bom.availableKits, [graph, "a", { stock, consumables: [true, false] }]],
  ["bomGraph", bom.bomGraph, [rows]],
  ["bomRowOf", bom.bomRowOf, [rows[0]]],
  ["bomTreeText", bom.bomTreeText, [graph, "a", { quantity: 2, maximumLines: 3 }]],
  ["canBuild", bom.canBuild, [graph, "a", { stock, decimals: new Map([["b", 1]]) }]],
  [
    "chooseComponent",
    bom.chooseComponent,
    [
      { component: "a", quantity: 1, substitutes: [{ item: "b", quantity: 1, priority: 1 }] },
      3,
      stock,
    ],
  ],
  ["compareBills", bom.compareBills, [graph, graph]],
  ["compressedRows", bom.compressedRows, [1, edges]],
  [
    "costRollUp",
    bom.costRollUp,
    [
      graph,
      {
        itemCosts,
        scraps: [0, 1],
        coProducts: [{ parent: "b", item: "d", quantity: 1, costShare: "0.3" }],
      },
    ],
  ],
  ["criticalPath", bom.criticalPath, [graph, "a", { leadTimes, offsets: [0, 0] }]],
  ["cumulativeLeadTimes", bom.cumulativeLeadTimes, [graph, { leadTimes, offsets: [0, 0] }]],
  ["cycleGroups", bom.cycleGroups, [1, edges, edges]],
  ["cyclesOfEdges", bom.cyclesOfEdges, [1, edges, edges]],
  ["explodeIndented", bom.explodeIndented, [graph, "a", 2]],
  ["explodeKits", bom.explodeKits, [graph, ["b"], [{ item: "b", quantity: 2 }]]],
  [
    "explodePlanningBill",
    bom.explodePlanningBill,
    [[{ component: "a", group: "g", percentage: 100, quantity: 2 }], 7, { decimals: 2 }],
  ],
  ["explodeSingleLevel", bom.explodeSingleLevel, [graph, "a", 2]],
  ["explodeSummarised", bom.explodeSummarised, [graph, "a", 2]],
  ["followUpChain", bom.followUpChain, [discontinued, "a"]],
  ["followUpOn", bom.followUpOn, [discontinued, "a", "2026-01-01"]],
  ["graphNodeName", bom.graphNodeName, ["a"]],
  ["implodeToEndItems", bom.implodeToEndItems, [graph, "c"]],
  [
    "isEffective",
    bom.isEffective,
    [{ validFrom: "2026-01-01" }, { date: "2026-01-01", serial: 1 }],
  ],
  ["lowLevelCodesOf", bom.lowLevelCodesOf, [graph]],
  ["lowLevelCodesOfEdges", bom.lowLevelCodesOfEdges, [1, edges, edges]],
  ["matrixBill", bom.matrixBill, [graph, ["b", "a"], { levels: "all" }]],
  [
    "projectedAvailability",
    bom.projectedAvailability,
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
    bom.rowsAsOf,
    [
      [{ item: "a", version: "1", output: 2, validFrom: "2026-01-01", lines }],
      { date: "2026-02-01", serial: 3, versions: new Map([["a", "1"]]) },
    ],
  ],
  ["splitByShares", bom.splitByShares, [9, new Map([["a", 1]]), { decimals: 1 }]],
  ["toDot", bom.toDot, [graph, drawing]],
  ["toGraph", bom.toGraph, [rows]],
  ["toGraph of a graph", bom.toGraph, [graph]],
  ["toMermaid", bom.toMermaid, [graph, drawing]],
  [
    "variantRows",
    bom.variantRows,
    [
      [{ parent: "a", component: "b", quantity: 1, when: [{ attribute: "x", values: [1] }] }],
      new Map([["x", 1]]),
    ],
  ],
  ["whereUsed", bom.whereUsed, [graph, "c"]],
  ["whereUsedSummarised", bom.whereUsedSummarised, [graph, "c"]],
];

const fails = (): never => {
  throw new TypeError("a getter that throws");
};
const everyTrap = {
  get: fails,
  has: fails,
  ownKeys: fails,
  getPrototypeOf: fails,
  getOwnPropertyDescriptor: fails,
};

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Values that throw when they are looked at. */
const unreadable: readonly (readonly [string, () => unknown])[] = [
  ["a proxy whose traps throw", () => new Proxy({}, everyTrap)],
  ["a list whose traps throw", () => new Proxy([], everyTrap)],
  ["a map whose traps throw", () => new Proxy(new Map(), everyTrap)],
  ["a revoked proxy", () => revoked({})],
  ["a revoked list", () => revoked([])],
  ["a graph that is none", () => ({ linesBelow: 1 })],
  [
    "a graph whose columns throw",
    () => Object.defineProperty({ linesBelow: 1 }, "codes", { get: fails }),
  ],
  ["a Decimal that is none", () => ({ toStringTag: "[object Decimal]" })],
];

/** Every value that one gets by putting `other` in place of one part of `value`. */
function* replacements(value: unknown, other: () => unknown): Generator<unknown> {
  yield other();
  if (typeof value !== "object" || value === null || value === graph || ArrayBuffer.isView(value))
    return;
  if (value instanceof Map) {
    for (const [key, entry] of value) {
      for (const part of replacements(entry, other)) yield new Map([...value, [key, part]]);
    }
    return;
  }
  for (const key of Object.keys(value)) {
    const entry = (value as Record<string, unknown>)[key];
    for (const part of replacements(entry, other)) {
      yield Array.isArray(value)
        ? value.map((one, n) => (`${n}` === key ? part : one))
        : { ...value, [key]: part };
    }
    // A field that throws when it is read.
    const copy = Array.isArray(value) ? [...value] : { ...value };
    yield Object.defineProperty(copy, key, { enumerable: true, get: fails });
  }
}

/** What a call throws; `undefined` when it is answered. */
function thrown(call: () => unknown): unknown {
  try {
    call();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe("An argument that throws when it is read is refused like any other that is wrong", () => {
  test("and every function is asked here", () => {
    const asked = new Set(calls.map(([, ask]) => ask as unknown));
    const functions = Object.entries(bom).filter(
      ([name, one]) => typeof one === "function" && name !== "PlanningInputError",
    );
    const missing = functions.filter(([, one]) => !asked.has(one)).map(([name]) => name);
    expect(missing).toEqual(["safeBomGraph"]);
  });

  test.each(calls)("by %s", (_, ask, args) => {
    const call = ask as (...given: readonly unknown[]) => unknown;
    expect(thrown(() => call(...args))).toBeUndefined();
    for (const [kind, other] of unreadable) {
      const changed = args.flatMap((arg, n) =>
        Array.from(replacements(arg, other), (part) => args.with(n, part)),
      );
      for (const given of changed) {
        const error = thrown(() => call(...given));
        if (error === undefined) continue; // a further field of a row is handed through
        expect(error, kind).toBeInstanceOf(PlanningInputError);
        for (const { message } of (error as PlanningInputError).issues) {
          expect(message).not.toMatch(/undefined|\[object/);
        }
      }
    }
  });

  test("by safeBomGraph, which returns the mistakes", () => {
    for (const [kind, other] of unreadable) {
      for (const given of replacements(rows, other)) {
        expect(bom.safeBomGraph(given).ok, kind).toBe(false);
      }
    }
  });

  test("with the place of what cannot be read, once", () => {
    const row = { parent: "a", component: "b", quantity: 1 };
    const rowsGiven = [row, Object.defineProperty({ ...row }, "component", { get: fails })];
    const result = bom.safeBomGraph(rowsGiven);
    expect(result.ok ? [] : result.issues).toEqual([
      {
        code: "invalidType",
        path: [1, "component"],
        message: "The [1].component cannot be read. Give plain values.",
      },
    ]);
    const options = Object.defineProperty({}, "item", { get: fails });
    expect(thrown(() => bom.toMermaid(graph, options))).toMatchObject({
      issues: [
        {
          code: "invalidType",
          path: ["options", "item"],
          message: "The options.item cannot be read. Give plain values.",
        },
      ],
    });
  });
});

describe("A name or a row of a structure", () => {
  test.each([[null], [undefined], [Number.NaN], [[]], [""], [{}]])(
    "is refused when it is made of %o",
    (value) => {
      expect(thrown(() => bom.graphNodeName(value as never))).toBeInstanceOf(PlanningInputError);
    },
  );

  test.each([[null], [undefined], [Number.NaN], [[]], ["a"]])("is not taken out of %o", (value) => {
    expect(thrown(() => bom.bomRowOf(value as never))).toBeInstanceOf(PlanningInputError);
  });
});
