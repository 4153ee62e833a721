import { type PlanningInput, planRequirements, safePlanRequirements } from "orlicky";
import { describe, expect, test } from "vitest";
import { type PlanningInput as ReferenceInput, referencePlan } from "../reference/index.js";
import { figures } from "./interpretations/figures.js";
import { lots } from "./interpretations/lots.js";
import { openSupply } from "./interpretations/open-supply.js";
import { startDate } from "./interpretations/problem.js";
import { refused } from "./interpretations/refused.js";
import { relations } from "./interpretations/relations.js";
import { sourcesAndNeeds } from "./interpretations/sources-and-needs.js";
import { stock } from "./interpretations/stock.js";
import { time } from "./interpretations/time.js";
import { filesBelow, read } from "./markdown.js";

const cases = [
  ...time,
  ...openSupply,
  ...stock,
  ...lots,
  ...sourcesAndNeeds,
  ...relations,
  ...figures,
];

interface Order {
  readonly item: string;
  readonly quantity: unknown;
  readonly start: string;
  readonly due: string;
}

interface Supply {
  readonly id: string;
  readonly date: string;
  readonly wanted: string | null;
}

/** What the cases speak of, from either planner; which supply or message comes first is no matter. */
function facts(orders: Iterable<Order>, supplies: Iterable<Supply>, messages: Iterable<object>) {
  return {
    orders: Array.from(
      orders,
      ({ item, quantity, start, due }) => `${item} ${quantity} ${start} > ${due}`,
    ),
    supplies: Array.from(
      supplies,
      ({ id, date, wanted }) => `${id} ${date} for ${wanted ?? "nothing"}`,
    ).sort(),
    messages: Array.from(messages, messageText).sort(),
  };
}

function messageText(message: object): string {
  const fields = message as Readonly<Record<string, unknown>>;
  if (fields.code === "inputAdjusted") return "inputAdjusted";
  const figures = ["from", "to", "date", "count", "quantity", "newQuantity"].flatMap((field) =>
    fields[field] === undefined ? [] : [`${field} ${fields[field]}`],
  );
  return [fields.code, fields.supply ?? fields.demand ?? [], ...figures].flat().join(" ");
}

function both(input: PlanningInput) {
  const plan = planRequirements(input);
  const reference = referencePlan(input as unknown as ReferenceInput);
  return {
    engine: facts(plan.orders, plan.supplies, plan.messages),
    reference: facts(reference.orders, reference.supplies, reference.messages),
  };
}

describe("Interpretations: engine and reference planner do what docs/interpretations.md says", () => {
  for (const { k, shows, input, orders, supplies, messages } of cases) {
    test(`${k}: ${shows}`, () => {
      const expected = {
        ...(orders === undefined ? {} : { orders }),
        ...(supplies === undefined ? {} : { supplies: supplies.toSorted() }),
        ...(messages === undefined ? {} : { messages: messages.toSorted() }),
      };
      const { engine, reference } = both({ startDate, ...input });
      expect(engine).toMatchObject(expected);
      expect(reference).toMatchObject(expected);
    });
  }

  for (const { k, shows, input, code, path } of refused) {
    test(`${k}: refused is ${shows}`, () => {
      const result = safePlanRequirements({ startDate, ...input });
      const issues = result.ok ? [] : result.issues;
      expect(issues).toMatchObject([{ code, path }]);
    });
  }

  test("every interpretation of the page has a case here", () => {
    const page = read("docs/interpretations.md");
    const told = [...page.matchAll(/^\*\*(K\d+)/gm)].map(([, k]) => k);
    const shown = new Set([...cases, ...refused].map(({ k }) => k));
    expect(new Set(told)).toEqual(shown);
    expect(told.length).toBe(shown.size);
  });

  test("every interpretation that the sources cite is on the page", () => {
    const page = read("docs/interpretations.md");
    const cited = [...filesBelow("src", ".ts"), ...filesBelow("test/reference", ".ts")].flatMap(
      (file) => read(file).match(/\bK\d+\b/g) ?? [],
    );
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((k) => !page.includes(`**${k} `))).toEqual([]);
  });
});
