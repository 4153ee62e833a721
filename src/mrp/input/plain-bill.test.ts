import { describe, expect, test } from "vitest";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";
import { readInput } from "./read-input.js";

type BomRow = PlanningRow<"boms">;
type Lines = BomRow["lines"];

const items: PlanningInput["items"] = [
  { id: "crate", decimals: 0, units: [{ unit: "pallet", contains: 12 }], unit: "piece" },
  { id: "bottle", decimals: 0, units: [{ unit: "box", contains: 24 }], unit: "piece" },
  { id: "cap", decimals: 0 },
  { id: "beer", decimals: 3 },
];

const lines: Lines = [
  { item: "bottle", quantity: 1, unit: "box" },
  { item: "cap", quantity: 24, scrap: "0.015" },
  { item: "beer", quantity: "36/5" },
  { item: "cap", quantity: 0 },
];

const billOf = (row: Omit<BomRow, "item">) => {
  const problem = readInput({ startDate: "2026-01-01", items, boms: [{ item: "crate", ...row }] });
  return { bill: problem.bills[0]!, isPlain: problem.billColumns.isPlain[0] === 1 };
};

describe("A bill of which the columns say everything", () => {
  const outputs = [{}, { output: 7 }, { output: 2, outputUnit: "pallet" }];
  test.each(outputs)("has the lines of one that is dated: %j", (output) => {
    const plain = billOf({ ...output, lines });
    const dated = billOf({ ...output, lines, validFrom: "2025-01-01" });
    expect([plain.isPlain, dated.isPlain]).toEqual([true, false]);
    expect(plain.bill.lines).toStrictEqual(dated.bill.lines);
    expect(dated.bill.lines.length).toBe(lines.length);
  });

  test("keeps none of its lines", () => {
    const { bill } = billOf({ lines });
    expect(bill.lines[0]).not.toBe(bill.lines[0]);
  });

  const terms = [
    { fixed: true },
    { multiple: 2 },
    { offset: 1 },
    { validTo: "2027-01-01" },
    { substitutes: [{ item: "beer", quantity: 1, priority: 1 }] },
  ];
  test.each(terms)("is none with a line of which more is said: %j", (term) => {
    const { bill, isPlain } = billOf({ lines: [...lines, { item: "cap", quantity: 1, ...term }] });
    expect(isPlain).toBe(false);
    expect(bill.lines[0]).toBe(bill.lines[0]);
  });
});
