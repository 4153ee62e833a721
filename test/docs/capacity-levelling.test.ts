import { levelLoad, type PlanningInput, planRequirements, type Remedy } from "orlicky";
import { describe, expect, test } from "vitest";
import { blocksOf, sectionOf, tableRows } from "./markdown.js";

const page = "docs/capacity.md";
const [json] = blocksOf(page).filter(({ language }) => language === "json");
const plan = planRequirements(JSON.parse(json?.text ?? "") as PlanningInput);
const [, shown = []] = sectionOf(page, "Levelling")
  .split(/\n(?!\|)/)
  .map(tableRows)
  .filter((rows) => rows.length > 0);

/** At the costs of the page's code. */
const costs = { holdingCostPerDay: { leg: "0.05" }, latenessCostPerDay: 20 };

describe("docs/capacity.md shows what comes out of levelling", () => {
  test("by each remedy", () => {
    expect(shown.map(([remedy]) => remedy)).toEqual(["pullAhead", "push"]);
    expect(shown).toEqual(
      shown.flatMap(([remedy]) =>
        levelLoad(plan, { ...costs, remedies: [remedy as Remedy] }).decisions.map((one) => [
          one.remedy,
          `${one.item} ${one.operation}`,
          `${one.hours}`,
          "to" in one ? one.to : "",
          `${one.cost}`,
          `${one.daysEarlier}`,
          `${one.daysLate}`,
          one.remedy === "push" ? one.along.map(({ item }) => item).join(", ") : "",
        ]),
      ),
    );
  });
});
