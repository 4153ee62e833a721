import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { problem } from "../../../test/support/random/problem.js";
import { runs } from "../../../test/support/runs.js";
import { PlanningInputError } from "../../core/index.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";
import type { Parameters } from "./problem.js";
import { readInput } from "./read-input.js";

type ItemRow = PlanningRow<"items">;

/** The same problem with a row for every item-site, so that all parameters are read and kept. */
function withAllRows(input: PlanningInput): PlanningInput {
  const { items = [], sites = [], itemSites = [] } = input;
  const isGiven = (item: string, site: string | undefined): boolean =>
    itemSites.some((row) => row.item === item && (row.site ?? sites[0]?.id) === site);
  const all = items.flatMap(({ id }) =>
    (sites.length === 0 ? [undefined] : sites.map((site) => site.id)).flatMap((site) =>
      isGiven(id, site) ? [] : [{ item: id, ...(site === undefined ? {} : { site }) }],
    ),
  );
  return { ...input, itemSites: [...itemSites, ...all] };
}

function parametersOf(input: PlanningInput): Parameters[] {
  const { items, sites, parameters } = readInput(input);
  return items.flatMap((_, item) => sites.map((__, site) => parameters(item, site)));
}

const bare: fc.Arbitrary<ItemRow> = fc.record(
  {
    id: fc.constant("oar"),
    decimals: fc.constantFrom(0, 2),
    leadTime: fc.nat({ max: 30 }),
    safetyStock: fc.constantFrom<NonNullable<ItemRow["safetyStock"]>[]>(
      0,
      7,
      [{ from: "2025-01-01", quantity: 7 }],
      [{ from: "2026-02-01", quantity: 7 }],
    ),
    lotSizing: fc.constantFrom<NonNullable<ItemRow["lotSizing"]>[]>(
      { rule: "lotForLot" },
      { rule: "fixedOrderQuantity", quantity: 40 },
      { rule: "fixedOrderQuantity", quantity: 40, each: true },
      { rule: "periodOrderQuantity", days: 5 },
      { rule: "periodOrderQuantity", weeks: 5 },
      { rule: "economicOrderQuantity", setupCost: 9, holdingCost: 1, annualDemand: 100 },
    ),
    minimumOrder: fc.constantFrom(0, 3),
    orderMultiple: fc.constantFrom(0, 4),
    maximumOrder: fc.constantFrom(40, 50),
    method: fc.constant<"mrp">("mrp"),
    expediteWithin: fc.constantFrom(0, 5),
    deferTolerance: fc.constantFrom(0, 5),
    forecast: fc.constantFrom({}, { backward: 3 }),
    demandTimeFence: fc.constantFrom(0, 2),
    attributes: fc.constantFrom({}, { buyer: "Ann" }),
  },
  { requiredKeys: ["id"] },
);

/** Figures as no one writes them, as numbers and as texts. */
const figure = fc.oneof(
  fc.constantFrom(-0, 0, 3, 2.5, 0.1, -1, 1e-9, 1e15, 2 ** 53, 1e21, "12", "0.25", "-1"),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.nat().map((digits) => `${digits / 100}`),
);

const odd: fc.Arbitrary<Partial<ItemRow>> = fc.record(
  {
    decimals: fc.constantFrom(0, 2, 9),
    phantom: fc.boolean(),
    safetyStock: figure,
    minimumOrder: figure,
    orderMultiple: figure,
    orderUpTo: figure,
    lotSizing: fc.oneof(
      figure.map((quantity) => ({ rule: "fixedOrderQuantity", quantity }) as const),
      fc.constantFrom(
        { rule: "periodOrderQuantity" } as const,
        { rule: "periodOrderQuantity", days: 5 } as const,
        { rule: "periodOrderQuantity", days: 5, weeks: 1 } as const,
      ),
    ),
  },
  { requiredKeys: [] },
);

/** The parameters, or why there are none. */
function readOrRefused(input: PlanningInput): unknown {
  try {
    return parametersOf(input);
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues;
  }
}

describe("Planning parameters", () => {
  test.prop([problem], { numRuns: Math.ceil(runs / 4) })(
    "are the same whether they are kept or made from columns",
    (input) => {
      expect(parametersOf(input)).toStrictEqual(parametersOf(withAllRows(input)));
    },
  );

  test.prop([fc.array(bare, { maxLength: 4 })], { numRuns: runs })(
    "of items that say little are what their rows say, asked for in any order",
    (rows) => {
      const items = rows.map((row, n) => ({ ...row, id: `${n}` }));
      const input: PlanningInput = { startDate: "2026-01-01", items };
      const { parameters } = readInput(input);
      const all = readInput(withAllRows(input)).parameters;
      for (const n of [...items.keys(), ...[...items.keys()].reverse()]) {
        expect(parameters(n, 0)).toStrictEqual(all(n, 0));
      }
    },
  );

  test.prop([odd], { numRuns: runs * 4 })(
    "are refused for the same reasons, whether they are kept or made from columns",
    (row) => {
      const input: PlanningInput = { startDate: "2026-01-01", items: [{ id: "oar", ...row }] };
      expect(readOrRefused(input)).toStrictEqual(readOrRefused(withAllRows(input)));
    },
  );

  const single: Partial<ItemRow>[] = [
    {},
    { leadTime: 4 },
    { safetyStock: 7 },
    { lotSizing: { rule: "lotForLot" } },
    { lotSizing: { rule: "fixedOrderQuantity", quantity: 40 } },
    { lotSizing: { rule: "periodOrderQuantity", weeks: 2 } },
    {
      lotSizing: {
        rule: "economicOrderQuantity",
        setupCost: 9,
        holdingCost: 1,
        annualDemand: 100,
      },
    },
    { attributes: { buyer: "Ann" } },
  ];
  test.each(single)("of an item that says nothing but %j are what it says", (row) => {
    const input: PlanningInput = { startDate: "2026-01-01", items: [{ id: "oar", ...row }] };
    expect(parametersOf(input)).toStrictEqual(parametersOf(withAllRows(input)));
  });

  test("of usual items are made when they are asked for, others are kept", () => {
    const items = [{ id: "oar", leadTime: 3 }, { id: "boat" }, { id: "sail", releaseTime: 1 }];
    const { parameters } = readInput({ startDate: "2026-01-01", items });
    const [oar, , sail] = items.map((_, n) => parameters(n, 0));
    expect(parameters(0, 0)).not.toBe(oar);
    expect(parameters(2, 0)).toBe(sail);
  });
});
