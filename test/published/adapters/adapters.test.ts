import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCase } from "./index.js";
import type { PublishedCase } from "./published-case.js";
import { readAreas } from "./read-cases.js";

const areas = readAreas(fileURLToPath(new URL("..", import.meta.url)));
const passing = areas.flatMap(({ name, cases }) =>
  cases.flatMap((published) =>
    runCase(name, published).outcome === "passed" ? [{ area: name, published }] : [],
  ),
);

function outcome(area: string, published: PublishedCase, expected: unknown): string {
  return runCase(area, { ...published, expected }).outcome;
}

describe("An adapter does not let a case pass falsely", () => {
  for (const { name } of areas) {
    const cases = passing.filter(({ area }) => area === name);

    test(`${name}: whatever figure, text or flag of expected is changed, the case fails`, () => {
      const passed = cases.flatMap(({ area, published }) =>
        [...changed(published.expected)]
          .filter(({ expected }) => outcome(area, published, expected) !== "failed")
          .map(({ path }) => `${published.id}: ${path.join(".")}`),
      );
      expect(cases.length).toBeGreaterThan(0);
      expect(passed).toEqual([]);
    });

    test(`${name}: a case fails with an unknown field in expected`, () => {
      const passed = cases.filter(({ area, published }) => {
        const expected = { ...(published.expected as object), expectation: 1 };
        return outcome(area, published, expected) !== "failed";
      });
      expect(passed).toEqual([]);
    });

    test.each([
      ["nothing", {}],
      ["no object", undefined],
      ["only lists of nothing", { totals: {}, orders: [] }],
    ])(`${name}: a case fails that expects %s`, (_, expected) => {
      const passed = cases.filter(
        ({ area, published }) => outcome(area, published, expected) !== "failed",
      );
      expect(passed).toEqual([]);
    });
  }

  test("orders are complete for the items that they name: one left out makes the case fail", () => {
    const passed = passing.flatMap(({ area, published }) => {
      const expected = published.expected as { orders?: { item: string }[] };
      const orders = expected.orders ?? [];
      return orders.flatMap(({ item }, left) => {
        const rest = orders.filter((_, n) => n !== left);
        // An item that is no longer named is not compared.
        if (!rest.some((order) => order.item === item)) return [];
        const verdict = outcome(area, published, { ...expected, orders: rest });
        return verdict === "failed" ? [] : [`${published.id}: order ${left}`];
      });
    });
    expect(passed).toEqual([]);
  });

  test("a refusal with another mistake beside what is not supported is a failure, not a not yet", () => {
    const input = {
      startDate: "2026-01-05",
      items: [{ id: "wheel", shelfLifeDays: 2, leadTime: -1 }],
    };
    const expected = { noOrdersFor: ["wheel"] };
    expect(runCase("mrp", { id: "x", input, expected }).outcome).toBe("failed");
    expect(
      runCase("mrp", {
        id: "x",
        input: { ...input, items: [{ id: "wheel", shelfLifeDays: 2 }] },
        expected,
      }),
    ).toEqual({
      outcome: "notYet",
      reason: "items.shelfLifeDays",
    });
  });

  test.each([
    [
      "a misspelt field of an order",
      { orders: [{ item: "wheel", quantity: 4, due: "2026-01-09", begin: "" }] },
    ],
    ["an order without a quantity", { orders: [{ item: "wheel", due: "2026-01-09" }] }],
    [
      "an order of nothing",
      { orders: [{ item: "wheel", quantity: 0, due: "2026-01-10" }], totals: { wheel: 4 } },
    ],
    ["an item that the case does not have", { noOrdersFor: ["weel"] }],
    ["a message that none can be", { noMessages: [{ code: "expediate" }], totals: { wheel: 4 } }],
    [
      "a misspelt field of a message",
      { noMessages: [{ code: "expedite", supplies: "s" }], totals: { wheel: 4 } },
    ],
    ["a row that no record has", { records: { wheel: { nett: [0] } } }],
    ["a refusal and a plan", { rejected: { code: "unknownId" }, totals: { wheel: 4 } }],
    ["only how orders are compared", { eachOrder: true }],
  ])("%s makes a planning case fail", (_, expected) => {
    const input = {
      startDate: "2026-01-05",
      items: [{ id: "wheel" }],
      demands: [{ id: "d", item: "wheel", quantity: 4, due: "2026-01-09" }],
    };
    const right = { totals: { wheel: 4 } };
    expect(runCase("mrp", { id: "x", input, expected: right }).outcome).toBe("passed");
    expect(runCase("mrp", { id: "x", input, expected }).outcome).toBe("failed");
  });
});

/** Fields that only say how others are compared, or what must not be. */
const NOT_CLAIMED = new Set(["eachOrder", "noMessages"]);

/** Fields that only tell where a figure is from. */
const NOTES = new Set(["published", "publishedPlan", "publishedWhere"]);

/** Every variant of an expectation in which one value is another. */
function* changed(
  expected: unknown,
  path: readonly (string | number)[] = [],
): Generator<{ readonly expected: unknown; readonly path: readonly (string | number)[] }> {
  if (typeof expected !== "object" || expected === null) {
    yield { expected: another(expected), path };
    return;
  }
  const entries = Object.entries(expected);
  for (const [n, [key, value]] of entries.entries()) {
    if (NOTES.has(key) || (path.length === 0 && NOT_CLAIMED.has(key))) continue;
    // A row of a record is compared as one, so its ends stand for all of it.
    if (typeof value === "number" && path[0] === "records" && n > 0 && n < entries.length - 1)
      continue;
    for (const one of changed(value, [...path, key])) {
      const copy = Array.isArray(expected) ? [...expected] : { ...expected };
      (copy as Record<string, unknown>)[key] = one.expected;
      yield { expected: copy, path: one.path };
    }
  }
}

function another(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  return /^\d+$/.test(`${value}`) ? `${value}1` : `${value} `;
}
