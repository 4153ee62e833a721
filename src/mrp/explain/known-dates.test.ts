import { planInput, planRequirements, replan, tryDemands } from "orlicky";
import { expect, test } from "vitest";
import { formatDay, parseDay } from "../../core/index.js";
import { stateOf } from "../plan/plan-state.js";
import { feasibleDatesOf } from "./known-dates.js";

const START = parseDay("2026-01-05")!;
const DAYS = 6_000;
/** So many that the rows they leave are more than a store may hold beside those of the plan. */
const TRIALS = 16;

/** An item with an order every day, and one whose only order is late. */
const plan = planRequirements({
  startDate: "2026-01-05",
  horizonEnd: formatDay(START + DAYS),
  items: [{ id: "daily" }, { id: "late", leadTime: 30 }],
  demands: [
    { id: "d", item: "late", quantity: 1, due: "2026-01-12" },
    ...Array.from({ length: DAYS }, (_, n) => {
      return { id: `d ${n}`, item: "daily", quantity: 1, due: formatDay(START + n) };
    }),
  ],
});

/** More of what is needed every day, so that each plan writes all orders of it anew. */
const more = (n: number) => [
  { id: "more", item: "daily", quantity: 1 + n, due: "2026-01-05" },
  { id: "d 1", item: "daily", quantity: 2 + n, due: "2026-01-06" },
];

/** The dates of the item that is late, as they are kept. */
const lateDates = (of: typeof plan) => {
  const state = stateOf(of);
  const { points } = state.model;
  const late = Array.from({ length: points.count }, (_, point) => point).filter(
    (point) => feasibleDatesOf(state).book.find(point) !== undefined,
  );
  expect(late).toHaveLength(1);
  return feasibleDatesOf(state).book.find(late[0]!);
};

test("What is late stays known, however many trials follow one another on a plan", () => {
  const known = lateDates(plan);
  for (let n = 0; n < TRIALS; n++) expect(lateDates(tryDemands(plan, more(n)).plan)).toBe(known);
});

test("It stays known to plans that are replanned from a plan of many trials", () => {
  const next = replan(plan, { demands: { put: more(50) } });
  const known = lateDates(next);
  for (let n = 0; n < TRIALS; n++) {
    const trial = tryDemands(next, more(n)).plan;
    expect(lateDates(trial)).toBe(known);
    expect(lateDates(replan(trial, { demands: { put: more(n + 1) } }))).toBe(known);
  }
  const last = tryDemands(next, more(1)).plan;
  expect(JSON.stringify(last)).toBe(JSON.stringify(planRequirements(planInput(last))));
});
