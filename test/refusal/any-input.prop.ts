import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { planningInputSchema, planningRecord, safePlanRequirements } from "../../src/index.js";
import { EVERY_FIELD } from "../support/every-field.js";
import { runs } from "../support/runs.js";
import { placedValues, withValueAt } from "./input-path.js";
import { SCENARIOS } from "./scenarios.js";
import { publishedInputs } from "./what-counts.js";

const problems: readonly unknown[] = [...publishedInputs(), ...SCENARIOS, EVERY_FIELD];

/** Values that fields are likely to take ill. */
const VALUES: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    false,
    {},
    [],
    [[]],
    [{}],
    [null],
    "",
    " ",
    "x",
    "0",
    "-1",
    "1/3",
    "1/0",
  ],
  ...[0, -0, 1, -1, 2, 7, 0.5, 1e-9, 36_500, 36_501, 1e15, 2 ** 53, 1e300, -1e300, 5n],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, `${Number.MAX_SAFE_INTEGER}`],
  ...["9007199254740991.999999999", "0.000000001", `1/${"9".repeat(60)}`, "9".repeat(100)],
  ...["2026-01-01", "2026-02-30", "2028-02-29", "1900-01-01", "2199-12-31", "2200-01-01"],
  ...["make", "buy", "transfer", "forecast", "production", "minMax", "reorderPoint", "never"],
  ...[
    { rule: "orderUpTo", orderUpTo: 5 },
    { rule: "fixedOrderQuantity", quantity: 3, each: true },
  ],
  ...[{ rule: "periodOrderQuantity", months: 1 }, [{ from: "2026-01-08", quantity: 3 }]],
];

/** A problem with a few fields changed, left out or put in, taken from itself or from anywhere. */
const damaged = fc
  .tuple(
    fc.constantFrom(...problems),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...VALUES).map((value) => ({ value })) },
          { weight: 2, arbitrary: fc.nat().map((from) => ({ from })) },
          { weight: 1, arbitrary: fc.anything().map((value) => ({ value })) },
        ),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([problem, changes]) =>
    changes.reduce<unknown>((input, [at, change]) => {
      const places = [...placedValues(input)];
      const place = places[at % places.length];
      if (place === undefined) return input;
      const value = "value" in change ? change.value : places[change.from % places.length]!.value;
      return withValueAt(input, place.path, value);
    }, problem),
  );

/** Whether all that a plan says is numbers, texts and days that are some. */
function isWhole(said: unknown): boolean {
  const text = JSON.stringify(said, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? "NaN" : value,
  );
  return !/NaN|Infinity|Invalid/.test(text);
}

function planOrMistakes(input: unknown): void {
  const result = safePlanRequirements(input);
  if (!result.ok) {
    expect(result.issues.length).toBeGreaterThan(0);
    for (const { code, path, message } of result.issues) {
      expect([typeof code, Array.isArray(path), /^[A-Z"].*\.$/s.test(message)]).toEqual([
        "string",
        true,
        true,
      ]);
    }
    return;
  }
  const { plan } = result;
  const { input: _, ...said } = plan.toJSON();
  expect(isWhole([said, [...plan.supplies], [...plan.demands]])).toBe(true);
  for (const { item, site, segment } of plan.orders) {
    const at = segment === null ? { site } : { site, segment };
    expect(isWhole(planningRecord(plan, item, at))).toBe(true);
  }
}

describe("Any input, however broken, gives a plan or a list of mistakes", () => {
  test.prop([damaged], { numRuns: 2 * runs })(
    "a problem with something else in it",
    planOrMistakes,
  );

  test.prop(
    [fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true })],
    { numRuns: runs },
  )("anything at all", planOrMistakes);

  test.prop(
    [
      fc.record(
        Object.fromEntries(
          Object.keys(planningInputSchema.shape).map((field) => [field, fc.anything()]),
        ),
        { requiredKeys: [] },
      ),
    ],
    { numRuns: runs },
  )("anything in each list", planOrMistakes);
});
