import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import {
  addRatios,
  type Decimal,
  divideRatios,
  formatRatio,
  multiplyRatios,
  parseRatio,
  type Ratio,
  ratioToDecimal,
} from "../../core/index.js";
import { type PlanningInput, planRequirements } from "../../mrp/index.js";
import {
  deriveCapacityBills,
  deriveResourceProfiles,
  roughCut,
  roughCutByBills,
  roughCutByProfiles,
} from "./index.js";

const ZERO: Ratio = { num: 0n, den: 1n };

/** Fractions of which many have no finite decimal. */
const fraction = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
  .map(([num, den]) => `${num}/${den}`);

const series = fc.record({
  quantities: fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.array(fraction, { maxLength: 5 })), {
    minLength: 1,
    maxLength: 4,
  }),
  rows: fc.array(
    fc.record({
      item: fc.constantFrom("a", "b"),
      resource: fc.constantFrom("saw", "press"),
      amount: fraction,
      offset: fc.integer({ min: -3, max: 3 }),
    }),
    { maxLength: 6 },
  ),
});

function exact(value: string): Ratio {
  return parseRatio(value)!;
}

/** Σ quantity × amount over everything, by hand. */
function total({
  quantities,
  rows,
}: {
  quantities: [string, string[]][];
  rows: { item: string; amount: string }[];
}): Decimal {
  const products = quantities.flatMap(([item, list]) =>
    rows
      .filter((row) => row.item === item)
      .flatMap((row) => list.map((quantity) => multiplyRatios(exact(quantity), exact(row.amount)))),
  );
  return ratioToDecimal(products.reduce(addRatios, ZERO));
}

function sum(figures: readonly Decimal[]): number {
  // Sums of rounded thirds differ in the last of 60 digits.
  return Number(figures.reduce((all, one) => all.plus(one), ratioToDecimal(ZERO)).toFixed(40));
}

describe("Rough cut, whatever the schedule", () => {
  test.prop([series], { numRuns: runs })(
    "all load is Σ quantity × amount, and none is lost",
    (given) => {
      const schedule = given.quantities.map(([item, quantities]) => ({ item, quantities }));
      const none = ["a", "b"].map((item) => ({ item, resource: "saw", amount: 0 }));
      const { rows, outside } = roughCutByProfiles({
        schedule,
        profiles: [...given.rows, ...none],
      });
      const found = [
        ...rows.map(({ load }) => load),
        ...outside.flatMap(({ pastDue, beyond }) => [pastDue, beyond]),
      ];
      expect(sum(found)).toBe(Number(total(given).toFixed(40)));
    },
  );

  test.prop([series], { numRuns: runs })("a bill is a profile without offsets", (given) => {
    const schedule = given.quantities.map(([item, quantities]) => ({ item, quantities }));
    const none = ["a", "b"].map((item) => ({ item, resource: "saw", amount: 0 }));
    const bills = [...given.rows.map(({ offset: _, ...row }) => row), ...none];
    expect(roughCutByBills({ schedule, bills })).toEqual(
      roughCutByProfiles({ schedule, profiles: bills }),
    );
  });
});

/** Bills in which an item takes only items after it, each made at one of two centres. */
const problem = fc
  .array(
    fc.record({
      lot: fc.integer({ min: 1, max: 30 }),
      leadTime: fc.integer({ min: 0, max: 12 }),
      yield: fc.constantFrom("1", "2/3", "0.9"),
      isPhantom: fc.boolean(),
      center: fc.constantFrom("saw", "press"),
      setup: fraction,
      run: fraction,
      lines: fc.array(
        fc.record({
          step: fc.integer({ min: 1, max: 3 }),
          quantity: fc.constantFrom("1", "2", "1/3", "0.25"),
          scrap: fc.constantFrom("0", "1/10"),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((rows) => rows.map((row, n) => ({ ...row, isPhantom: row.isPhantom && n > 0 })));

type Problem = typeof problem extends fc.Arbitrary<infer P> ? P : never;

function inputOf(rows: Problem): PlanningInput {
  return {
    startDate: "2026-01-05",
    items: rows.map(({ lot, leadTime, yield: good, isPhantom }, n) =>
      isPhantom
        ? { id: `${n}`, phantom: true }
        : {
            id: `${n}`,
            leadTime,
            yield: good,
            lotSizing: { rule: "fixedOrderQuantity", quantity: lot },
          },
    ),
    boms: rows.map(({ lines }, n) => ({
      item: `${n}`,
      lines: lines
        .filter(({ step }) => n + step < rows.length)
        .map(({ step, quantity, scrap }) => ({ item: `${n + step}`, quantity, scrap })),
    })),
    workCenters: ["saw", "press"].map((id) => ({
      id,
      shifts: [{ from: "06:00", until: "22:00" }],
    })),
    routings: rows.flatMap(({ center, setup, run, isPhantom }, n) =>
      isPhantom
        ? []
        : [
            {
              id: `r${n}`,
              item: `${n}`,
              operations: [{ id: "10", workCenter: center, setup, run }],
            },
          ],
    ),
  };
}

/** Hours of a unit of item n at a centre, from the definition. */
function hoursByHand(rows: Problem, n: number, center: string): Ratio {
  const row = rows[n]!;
  const per = row.isPhantom
    ? { num: 1n, den: 1n }
    : divideRatios({ num: 1n, den: 1n }, exact(row.yield));
  let hours = ZERO;
  if (!row.isPhantom && row.center === center) {
    const setup = divideRatios(exact(row.setup), { num: BigInt(row.lot), den: 1n });
    hours = addRatios(setup, multiplyRatios(per, exact(row.run)));
  }
  for (const { step, quantity, scrap } of row.lines) {
    if (n + step >= rows.length) continue;
    const markup = addRatios({ num: 1n, den: 1n }, exact(scrap));
    const each = multiplyRatios(multiplyRatios(exact(quantity), markup), per);
    hours = addRatios(hours, multiplyRatios(each, hoursByHand(rows, n + step, center)));
  }
  return hours;
}

/** Hours a unit by resource. */
function byResource(rows: readonly { readonly resource: string; readonly amount: unknown }[]) {
  const sums = new Map<string, Ratio>();
  for (const { resource, amount } of rows) {
    sums.set(resource, addRatios(sums.get(resource) ?? ZERO, exact(`${amount}`)));
  }
  return ["saw", "press"].map((id) => formatRatio(sums.get(id) ?? ZERO));
}

describe("Bills and profiles from bills of material and routings, whatever they are", () => {
  test.prop([problem], { numRuns: runs })("the bill of an end item is its bill by hand", (rows) => {
    const plan = planRequirements(inputOf(rows));
    const { bills } = deriveCapacityBills(plan, { items: [{ item: "0" }] });
    expect(byResource(bills)).toEqual(
      ["saw", "press"].map((center) => formatRatio(hoursByHand(rows, 0, center))),
    );
  });

  test.prop([problem, fc.constantFrom("day" as const, "week" as const, "month" as const)], {
    numRuns: runs,
  })("a profile summed over its offsets is the bill", (rows, bucket) => {
    const plan = planRequirements(inputOf(rows));
    const items = [{ item: "0" }];
    const { profiles } = deriveResourceProfiles(plan, { items, bucket });
    expect(byResource(profiles)).toEqual(byResource(deriveCapacityBills(plan, { items }).bills));
  });

  test.prop([problem, fc.integer({ min: 1, max: 90 })], { numRuns: Math.ceil(runs / 4) })(
    "the rough cut of a plan is its orders times the bill",
    (rows, quantity) => {
      const demands = [{ id: "d", item: "0", quantity, due: "2026-03-02" }];
      const plan = planRequirements({ ...inputOf(rows), demands });
      const ordered = [...plan.orders]
        .filter(({ item }) => item === "0")
        .map((order) => exact(order.quantity.toFixed()))
        .reduce(addRatios, ZERO);
      const items = [{ item: "0" }];
      for (const by of ["bills", "profiles"] as const) {
        const cut = roughCut(plan, { items, by });
        for (const center of ["saw", "press"]) {
          const loads = [...cut.rows, ...cut.outside]
            .filter(({ resource }) => resource === center)
            .flatMap((row) => ("load" in row ? [row.load] : [row.pastDue, row.beyond]));
          const wanted = multiplyRatios(ordered, hoursByHand(rows, 0, center));
          expect(sum(loads)).toBe(Number(ratioToDecimal(wanted).toFixed(40)));
        }
      }
    },
  );
});
