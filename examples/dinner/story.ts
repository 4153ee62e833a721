import { readFileSync } from "node:fs";
import { type Plan, type PlanningInput, planRequirements } from "../../src/index.js";
import { planText, type Shown } from "../tables/plan-text.js";
import { type OpeningDay, opening, orderedDemands } from "./opening.js";
import { eggRemark, firstRemark, rushRemark } from "./remarks.js";

/** A day in the kitchen: what is known, and what the planner makes of it. */
export interface Chapter {
  readonly title: string;
  readonly input: PlanningInput;
  readonly plan: Plan;
  /** What the cook thinks of it. */
  readonly remark: string;
  readonly shown: Shown;
}

/** The kitchen, and the order for Saturday's dinner as it comes in on Wednesday. */
const dinner = JSON.parse(
  readFileSync(new URL("dinner.json", import.meta.url), "utf8"),
) as PlanningInput;

/** What the guests say before Wednesday. */
export function openingDays(): OpeningDay[] {
  return opening(dinner);
}

/**
 * The parable of the dinner, from the order on. Each chapter is the input of the one before with one thing changed; the
 * planner only says what follows, the cook decides.
 */
export function story(): Chapter[] {
  const ordered = { ...dinner, demands: orderedDemands(openingDays()) };
  const atHome = planRequirements(ordered);
  const readyMade = buyTheDuck(ordered);
  const shopping = planRequirements(readyMade);
  const rush = addRushOrder(placeOrders(readyMade, shopping, "2026-05-14"));
  return [
    {
      title: "Wednesday: guests want a dinner for six on Saturday",
      input: ordered,
      plan: atHome,
      remark: firstRemark(atHome),
      shown: { records: ["egg"] },
    },
    {
      title: "The cook buys the duck ready made",
      input: readyMade,
      plan: shopping,
      remark: eggRemark(shopping),
      shown: { trees: false, records: [] },
    },
    {
      title: "Thursday: all of it is ordered, and another table wants tomato eggs on Friday",
      input: rush,
      plan: planRequirements(rush),
      remark: rushRemark(shopping),
      shown: { trees: false, records: ["egg"] },
    },
  ];
}

/** A chapter as text. */
export function chapterText(
  { title, input, plan, remark, shown }: Chapter,
  number: number,
): string {
  const heading = `${number}. ${title}`;
  return `${heading}\n${"═".repeat(heading.length)}\n${planText(input, plan, shown)}\n\n${remark}\n`;
}

/** N10: the source with the lowest rank is taken, and to be late is no reason for another one. */
function buyTheDuck(input: PlanningInput): PlanningInput {
  const sources = (input.sources ?? []).map((source) =>
    source.id === "bought ready made" ? { ...source, rank: 0 } : source,
  );
  return { ...input, sources };
}

/** The next day: what the plan says is to be bought has been ordered and is on its way. */
function placeOrders(input: PlanningInput, plan: Plan, startDate: string): PlanningInput {
  const bought = [...plan.orders].filter((order) => order.kind === "buy");
  const supplies = bought.map(({ item, quantity, due }) => ({
    id: `order of ${item}`,
    item,
    quantity: `${quantity}`,
    due,
    kind: "purchase" as const,
  }));
  return { ...input, startDate, supplies };
}

function addRushOrder(input: PlanningInput): PlanningInput {
  const order = {
    id: "other table",
    item: "tomato scrambled eggs",
    quantity: 1,
    due: "2026-05-15",
  };
  return { ...input, demands: [...(input.demands ?? []), order] };
}
