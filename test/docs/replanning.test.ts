import {
  carryOut,
  changeInput,
  comparePlans,
  comparisonText,
  dampPlan,
  freezeOrders,
  messageText,
  nervousness,
  type Plan,
  type PlanChanges,
  type PlanningInput,
  planRequirements,
  replan,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { sectionOf, tableRows } from "./markdown.js";

const page = "docs/replanning.md";
const inSection = (heading: string, language: string) =>
  [...sectionOf(page, heading).matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].flatMap(
    ([, of, text = ""]) => (of === language ? [text] : []),
  );
const [inputText = ""] = inSection("Doing what the messages say", "json");
const [changesText = ""] = inSection("Two plans compared", "json");
const input = JSON.parse(inputText) as PlanningInput;
const changes = JSON.parse(changesText) as PlanChanges;
const plan = planRequirements(input);
const next = replan(plan, changes);

const messagesOf = (of: Plan): string =>
  [...of.messages].map((message) => `${message.item}: ${messageText(message)}`).join("\n");
const changesFrom = (of: Plan): number =>
  comparePlans(plan, of).orders.filter(({ change }) => change !== "firmed").length;

describe("docs/replanning.md shows what comes out", () => {
  test("of carrying out the messages", () => {
    const after = planRequirements(carryOut(plan));
    expect(inSection("Doing what the messages say", "text")).toEqual([
      messagesOf(plan),
      messagesOf(after),
    ]);
    expect([...after.orders]).toEqual([...plan.orders]);
  });

  test("of changes and bookings", () => {
    const [text = ""] = inSection("What has changed", "json");
    const after = replan(plan, JSON.parse(text) as PlanChanges);
    const ordersOf = (of: Plan, item: string): string =>
      [...of.orders]
        .filter((order) => order.item === item)
        .map(({ quantity, due }) => `${quantity} for ${due}`)
        .join(", ");
    const [, ...rows] = tableRows(sectionOf(page, "What has changed")).slice(-3);
    expect(rows).toEqual(
      ["bike", "wheel"].map((item) => [item, ordersOf(plan, item), ordersOf(after, item)]),
    );
    const part = replan(plan, JSON.parse(text) as PlanChanges, { only: { items: ["wheel"] } });
    expect([...replan(part, {}).orders]).toEqual([...after.orders]);
  });

  test("of the comparison: in words, by item and by period", () => {
    const comparison = comparePlans(plan, next);
    expect(inSection("Two plans compared", "text")).toEqual([
      comparisonText(comparison).join("\n"),
    ]);
    const items = comparison.items.map((row) => [
      row.item,
      ...[row.added, row.removed, row.moved, row.resized].map(String),
      `${row.planned}`,
      `${row.scheduled}`,
    ]);
    const periods = comparison.periods.map((row) => [
      row.item,
      row.date,
      `${row.planned}`,
      `${row.scheduled}`,
    ]);
    expect(tableRows(sectionOf(page, "Two plans compared"))).toEqual([...items, ...periods]);
  });

  test("of nervousness", () => {
    const { items, index } = nervousness(plan, next);
    const section = sectionOf(page, "Nervousness");
    expect(tableRows(section)).toEqual(
      items.map((row) => [row.item, `${row.quantity}`, `${row.days}`, row.index.toFixed(3)]),
    );
    expect(section).toContain(`Over all it is ${index.toFixed(3)} here`);
  });

  test("of fewer changes, and what they cost", () => {
    const changed = changeInput(input, changes);
    const frozen = (days: number) => planRequirements(freezeOrders(plan, { days, input: changed }));
    const damped = dampPlan(plan, changed, { perChange: 20, perDay: 1 });
    const ways: readonly (readonly [string, Plan])[] = [
      ["planned anew", next],
      ["what starts within 14 days is frozen", frozen(14)],
      ["what starts within 21 days is frozen", frozen(21)],
      ["a change costs 20, and 1 a day", damped.plan],
    ];
    const section = sectionOf(page, "Fewer changes");
    expect(tableRows(section)).toEqual([
      ...ways.map(([what, of]) => [
        what,
        nervousness(plan, of).index.toFixed(3),
        `${changesFrom(of)}`,
      ]),
      ...damped.decisions.map(({ item, saving, price, kept }) => [
        item,
        `${saving}`,
        `${price}`,
        kept ? "yes" : "no",
      ]),
    ]);
    expect(section).toContain(
      `${damped.savingForgone} of setup and holding are not saved, and ${damped.priceAvoided} of change are avoided`,
    );
  });
});
