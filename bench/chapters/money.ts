import type { Chapter } from "../chapter.js";

/** Views that take half of a full run at most; others may take one. */
const HALF: ReadonlySet<string> = new Set([
  "all movements of stock",
  "all orders as columns by stocking point",
]);

/** Views of a plan in money. */
export const moneyChapter: Chapter = {
  name: "money",
  title: "Views in money of a large plan ÷ a full run",
  about:
    "Each view made from the plan of 100,000 items alone, measured by planning the rows of that plan: with prices, suppliers and customers, and for the production plan with routings too; eleven full runs in one process each, followed by all views. Tables by item and month are left out.",
  mostRounds: 1,
  measure: (host) =>
    [...host.run("money", false), ...host.run("money", true)].map(({ name, ratios }) => ({
      name,
      ratios,
      goal: { atMost: HALF.has(name) ? 0.5 : 1 },
    })),
};
