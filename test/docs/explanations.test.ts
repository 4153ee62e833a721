import {
  explainDemand,
  explainNoOrder,
  explainOrder,
  explanationText,
  type NoOrderReason,
  type OrderStep,
  planRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { blocksOf, codesIn, sectionOf, tableRows } from "./markdown.js";

const page = "docs/explanations.md";
const [input] = blocksOf(page)
  .filter(({ language }) => language === "json")
  .map(({ text }) => JSON.parse(text));
const [order, none, late] = blocksOf(page)
  .filter(({ language }) => language === "text")
  .map(({ text }) => text);
const plan = planRequirements(input);

/** The names in the first column of the table of a section. */
function namesIn(heading: string): string[] {
  return tableRows(sectionOf(page, heading))
    .flatMap(([names = ""]) => codesIn(names))
    .sort();
}

const STEPS: Readonly<Record<OrderStep["step"], true>> = {
  coProducts: true,
  date: true,
  delay: true,
  fence: true,
  good: true,
  laterNeeds: true,
  lot: true,
  maximum: true,
  minimum: true,
  multiple: true,
  needs: true,
  netFlow: true,
  openSupply: true,
  part: true,
  position: true,
  quota: true,
  room: true,
  shortage: true,
  source: true,
  split: true,
  stock: true,
  yield: true,
};

const REASONS: Readonly<Record<NoOrderReason["reason"], true>> = {
  beyondHorizon: true,
  discontinued: true,
  fence: true,
  increased: true,
  late: true,
  loop: true,
  movedAway: true,
  netFlow: true,
  noNeed: true,
  noSource: true,
  orders: true,
  phantom: true,
  position: true,
  stock: true,
  supply: true,
  unplanned: true,
};

describe("The explanations of docs/explanations.md", () => {
  test("why this order: the second one of wheels", () => {
    const [, second] = [...plan.orders].filter(({ item }) => item === "wheel");
    expect(explanationText(explainOrder(plan, second?.id ?? ""))).toBe(order);
  });

  test("why none: saddles", () => {
    expect(explanationText(explainNoOrder(plan, "saddle"))).toBe(none);
  });

  test("why late: the racer", () => {
    expect(explanationText(explainDemand(plan, "order 3"))).toBe(late);
  });

  test("the table of steps has every step that there is", () => {
    expect(namesIn("An order")).toEqual(Object.keys(STEPS).sort());
  });

  test("the table of reasons has every reason that there is", () => {
    expect(namesIn("No order")).toEqual(Object.keys(REASONS).sort());
  });
});
