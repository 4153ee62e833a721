import {
  type CrmRecordsInput,
  costPercentiles,
  type DealHistory,
  type DealPolicy,
  demandFromCrm,
  drawScenarios,
  enumerateScenarios,
  type PlanningInput,
  planningRecord,
  planRequirements,
  planScenarios,
  readCrmRecords,
  requirementPercentiles,
  type ScenarioPolicy,
  slipDistribution,
  slipPercentile,
  stageCalibration,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { read, sectionOf, tableRows } from "./markdown.js";

const page = "docs/crm.md";
const section = sectionOf(page, "Scenarios");
const earlier = sectionOf(page, "What earlier deals show");

function jsonOf(text: string): unknown {
  return JSON.parse(/^```json\n([\s\S]*?)\n^```$/m.exec(text)?.[1] ?? "null");
}

const shown = jsonOf(section) as {
  readonly records: CrmRecordsInput;
  readonly policy: ScenarioPolicy;
  readonly input: PlanningInput;
};
const { policy, input } = shown;
const records = readCrmRecords(shown.records);
const enumerated = enumerateScenarios(records, policy);
const planned = planScenarios(enumerated, input, { bucket: "month" });
const shares = [0.5, 0.75, 0.9];
const [cases, percentiles] = [8, 5].map((length, n) => tableRows(section).splice(n * 8, length));
const monthOf = (date: string) => (date.startsWith("2026-04") ? "April" : "May");

/** What the policies without scenarios make of the same deals. */
function planOf(deals: DealPolicy) {
  const { demands } = demandFromCrm(records, { ...policy, deals });
  const plan = planRequirements({ ...input, demands });
  const needs = new Map<string, string>();
  for (const item of ["bicycle", "wheel"]) {
    for (const { date, gross } of planningRecord(plan, item, { bucket: "month" }).rows)
      needs.set(`${item} ${monthOf(date)}`, `${gross}`);
  }
  const { unitCost = 0 } = input.items!.find(({ id }) => id === "wheel")!;
  const cost = [...plan.orders].reduce(
    (sum, { kind, price, startQuantity }) =>
      kind === "make" ? sum : sum + Number(price?.amount ?? startQuantity.times(unitCost)),
    0,
  );
  expect([...plan.orders].every(({ item, price }) => item !== "frame" || price !== null)).toBe(
    true,
  );
  return (item: string, month: string) => needs.get(`${item} ${month}`) ?? `${cost}`;
}

describe("docs/crm.md shows what scenarios come to", () => {
  test("case by case", () => {
    const drawn = drawScenarios(records, policy, { seed: 2026, draws: 10_000 });
    const nameOf = ({ coming }: (typeof drawn.outcomes)[number]) =>
      coming.map(({ deal }) => JSON.parse(deal)[1]).join(", ") || "none";
    const drawsOf = new Map(drawn.outcomes.map((one) => [nameOf(one), `${one.weight}`]));
    expect(cases).toEqual(
      enumerated.outcomes.map((one, n) => [
        nameOf(one),
        `${one.weight}`,
        drawsOf.get(nameOf(one)),
        `${planned.outcomes[n]!.costs[0]?.amount ?? 0}`,
      ]),
    );
    expect(section).toContain(`of ${enumerated.weight} cases`);
  });

  test("in shares of all cases, beside the other policies", () => {
    const expected = planOf({ use: "expected" });
    const threshold = planOf({ use: "threshold", above: 0.5 });
    const others = (item: string, month: string) => [expected(item, month), threshold(item, month)];
    const rows = requirementPercentiles(planned, shares)
      .filter(({ item }) => item !== "frame")
      .map(({ item, date, quantities }) => {
        const month = monthOf(date);
        return [item, month, ...quantities.map(String), ...others(item, month)];
      });
    const { currencies, missing } = costPercentiles(planned, shares);
    const costs = currencies[0]!.amounts!.map(String);
    expect(missing).toEqual([]);
    expect(percentiles).toEqual([...rows, ["material, EUR", "", ...costs, ...others("", "")]]);
    const all = Number(expected("bicycle", "April")) + Number(expected("bicycle", "May"));
    expect(section).toContain(`are no ${all} bicycles`);
  });

  test("and what earlier deals show", () => {
    const history = jsonOf(earlier) as DealHistory[];
    const stages = stageCalibration(history).map(({ stage, won, lost, probability, low, high }) => [
      ...[stage, `${won}`, `${lost}`, probability],
      `${low.toFixed(2)} to ${high.toFixed(2)}`,
    ]);
    const slips = [{}, { stage: "offer" }].map((options, n) => {
      const slip = slipDistribution(history, options);
      return [
        n === 0 ? "said first" : "said first in `offer`",
        slip.days.join(", "),
        `${slipPercentile(slip, 0.5)}`,
      ];
    });
    expect(tableRows(earlier)).toEqual([...stages, ...slips]);
  });

  test("the generator is the one that the page names", () => {
    expect(read("src/crm-bridge/scenarios/random-numbers.ts")).toContain("`sfc32`");
  });
});
