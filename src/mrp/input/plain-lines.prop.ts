import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { PlanningInputError } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { readInput } from "./read-input.js";

type BomRow = PlanningRow<"boms">;

/** Numbers as people write them, and all others. */
const number = fc.oneof(
  fc.nat({ max: 1000 }),
  fc
    .tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 12 }))
    .map(([digits, places]) => Number(`${digits}e-${places}`)),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.constantFrom(-0, 0.1, 0.015, 1e-9, 1e-10, 2 ** 52, 2 ** 53, 999999999999999, 1e15, 1e21),
);

const line: fc.Arbitrary<BomRow["lines"][number]> = fc.record(
  {
    item: fc.constantFrom("cap", "bottle", "no such item"),
    quantity: fc.oneof({ weight: 4, arbitrary: number }, fc.constantFrom("0.25", "1/3")),
    scrap: fc.oneof({ weight: 4, arbitrary: number }, fc.constant("0.02")),
    fixed: fc.boolean(),
  },
  { requiredKeys: ["item", "quantity"] },
);

const lines: fc.Arbitrary<BomRow["lines"]> = fc.array(line, { maxLength: 4 });

/** The lines of a bill as they are read, or what is wrong with them. */
function readLines(bill: Omit<BomRow, "item">): unknown {
  const items = [{ id: "crate" }, { id: "bottle" }, { id: "cap", unit: "piece" }];
  try {
    const boms = [{ item: "crate", ...bill }];
    const { bills, billColumns } = readInput({ startDate: "2026-01-01", items, boms });
    const { isPlain, num, den } = billColumns;
    return { lines: bills[0]!.lines, isPlain, num, den };
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues;
  }
}

describe("Lines that are reckoned with numbers alone", () => {
  const examples: [BomRow["lines"]][] = [
    [[{ item: "cap", quantity: -0 }]],
    [[{ item: "cap", quantity: 999_999_999_999_999, scrap: 0.1 }]],
    [[{ item: "cap", quantity: 0.000_000_007, scrap: 0.000_000_003 }]],
  ];
  test.prop([lines], { numRuns: runs * 4, examples })(
    "are those of a bill that is read with care, and so are their mistakes",
    (given) => {
      const careful = { lines: given, version: "A", output: 1 };
      expect(readLines({ lines: given })).toStrictEqual(readLines(careful));
    },
  );
});
