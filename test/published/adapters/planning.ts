import {
  type Decimal,
  lowLevelCodes,
  type Plan,
  type PlanMessage,
  type PlanningIssue,
  type PlanResult,
  planningRecord,
  safePlanRequirements,
} from "../../../src/index.js";
import { type Expected, type ExpectedMessage, faultsOf } from "./expected-plan.js";
import { compareOrders } from "./orders.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";
import { type Num, quantityText, sumOf } from "./quantities.js";

/** The fields of `expected` that are compared; any other would be passed over in silence. */
const COMPARED: readonly (keyof Expected)[] = [
  "orders",
  "eachOrder",
  "totals",
  "noOrdersFor",
  "lowLevelCodes",
  "records",
  "messages",
  "noMessages",
  "rejected",
];

/** Runs a case of the areas `mrp` and `rules`: a planning problem, and what its plan must hold. */
export function planning(published: PublishedCase): Verdict {
  const expected = published.expected as Expected;
  const faults = [...faultsOfExpected(expected, COMPARED), ...faultsOf(expected, published.input)];
  if (faults.length > 0) return verdictOf(faults);
  const result = resultOf(published.input);
  if (result.ok) {
    const { rejected } = expected;
    if (rejected !== undefined) return verdictOf([`expected a refusal with ${rejected.code}`]);
    return verdictOf(comparePlan(expected, result.plan));
  }
  return refused(expected, result.issues);
}

/** What inputs were planned to, each once: a case is run with many other expectations, to see it fail. */
const results = new WeakMap<object, PlanResult>();

function resultOf(input: unknown): PlanResult {
  if (typeof input !== "object" || input === null) return safePlanRequirements(input);
  const known = results.get(input) ?? safePlanRequirements(input);
  results.set(input, known);
  return known;
}

function refused(expected: Expected, issues: readonly PlanningIssue[]): Verdict {
  const { rejected } = expected;
  const hit = issues.some(
    ({ code, path }) =>
      code === rejected?.code && (rejected.path === undefined || same(path, rejected.path)),
  );
  if (hit) return { outcome: "passed" };
  if (issues.length > 0 && issues.every(({ code }) => code === "notSupported")) {
    const places = issues.map(({ path }) =>
      path.filter((key) => typeof key === "string").join("."),
    );
    return { outcome: "notYet", reason: [...new Set(places)].join(", ") };
  }
  const found = issues.map(({ code, path }) => `${code} at ${JSON.stringify(path)}`).join("; ");
  const wanted = rejected === undefined ? "a plan" : `a refusal with ${JSON.stringify(rejected)}`;
  return verdictOf([`expected ${wanted}, refused with ${found}`]);
}

function comparePlan(expected: Expected, plan: Plan): string[] {
  const orders = [...plan.orders];
  const reasons: string[] = [];
  const check = (what: string, wanted: string, found: string): void => {
    if (wanted !== found) reasons.push(`${what}: expected ${wanted}, found ${found}`);
  };
  const totalOf = (item: string): string =>
    quantityText(sumOf(orders.filter((order) => order.item === item).map((o) => o.quantity)));
  if (expected.orders !== undefined) {
    reasons.push(...compareOrders(expected.orders, orders, expected.eachOrder ?? false));
  }
  for (const [item, total] of Object.entries(expected.totals ?? {})) {
    check(`total of ${item}`, quantityText(total), totalOf(item));
  }
  for (const item of expected.noOrdersFor ?? []) {
    check(`orders for ${item}`, "0", `${orders.filter((order) => order.item === item).length}`);
  }
  const codes = lowLevelCodes(plan);
  for (const [item, code] of Object.entries(expected.lowLevelCodes ?? {})) {
    check(`low-level code of ${item}`, `${code}`, `${codes.get(item)}`);
  }
  for (const [item, rows] of Object.entries(expected.records ?? {})) {
    for (const [row, figures] of Object.entries(rows)) {
      const found = recordFigures(plan, item, row).map(quantityText).join(" ");
      const wanted = (Array.isArray(figures) ? figures : [figures]).map(quantityText).join(" ");
      check(`${row} of ${item}`, wanted, found);
    }
  }
  const messages = [...plan.messages];
  for (const wanted of expected.messages ?? []) {
    if (messages.some((message) => holds(message, wanted))) continue;
    const near = messages.filter(({ code }) => code === wanted.code);
    reasons.push(`no message ${JSON.stringify(wanted)}; found ${JSON.stringify(near)}`);
  }
  for (const unwanted of expected.noMessages ?? []) {
    const found = messages.find((message) => holds(message, unwanted));
    if (found !== undefined) reasons.push(`unwanted message ${JSON.stringify(found)}`);
  }
  return reasons;
}

/** A row of the record of an item, day by day; `pastDueStarts` is a single figure. */
function recordFigures(plan: Plan, item: string, row: string): Decimal[] {
  const record = planningRecord(plan, item);
  if (row === "pastDueStarts") return [record.pastDueStarts];
  return record.rows.map((day) => (day as unknown as Record<string, Decimal>)[row]!);
}

/** Whether a message has at least these fields, quantities compared as decimals. */
function holds(message: PlanMessage, wanted: ExpectedMessage): boolean {
  const fields = message as unknown as Record<string, unknown>;
  return Object.entries(wanted).every(([field, value]) => {
    const found = fields[field];
    if (field !== "quantity" || found === undefined) return same(found, value);
    return quantityText(found as Decimal) === quantityText(value as Num);
  });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
