// npx tsx examples/what-if/what-if.ts   a supplier is late: who suffers, why, and what helps
import { fileURLToPath } from "node:url";
import {
  comparisonText,
  type DelayedOrder,
  type OrderPegging,
  type Plan,
} from "../../src/index.js";
import { bomTrees } from "../tables/bom-trees.js";
import { left, right } from "../tables/columns.js";
import { messageTable } from "../tables/messages.js";
import { shorten, table } from "../tables/table.js";
import { lateOrders, type Outcome } from "./remedy.js";
import { type WhatIf, whatIf } from "./story.js";

/** The story as text: who suffers, why, and what each remedy changes. */
export function whatIfText({ input, plan, pegging, news, late, worst, outcomes }: WhatIf): string {
  const parts = [
    [
      `Planned from ${plan.startDate} to ${plan.horizonEnd}: ${lateOrders(plan).length} late orders.`,
    ],
    ...bomTrees(input),
    [`${news}. Who waits for it, and how long?`],
    waitingTable(pegging, late),
    messageTable(late, 12),
    [`Why ${worst.demand} is ${worst.daysLate} days late:`],
    chainTable(worst.chain),
    ["What helps?"],
    remedyTable(outcomes),
    ...outcomes.filter(({ ordersChanged }) => ordersChanged > 0).map(changeLines),
  ];
  return parts.map((lines) => lines.join("\n")).join("\n\n");
}

/** The customer orders that the late supply goes into, and when they are there. */
function waitingTable({ demands, item }: OrderPegging, late: Plan): string[] {
  const planned = new Map([...late.demands].map((demand) => [demand.id, demand]));
  const rows = demands.map(({ demand, customer = "", item: of, quantity, due }) => {
    const { available, daysLate } = planned.get(demand)!;
    const days = `${daysLate ?? "for ever"}`;
    return [demand, customer, of, `${quantity}`, due, available ?? "never", days];
  });
  const columns = [
    ...left("order", "customer", "of"),
    ...right(`${item}s of it`),
    ...left("due", "there on"),
    ...right("days late"),
  ];
  return table(columns, rows);
}

/** From the order that is late down to what it waits for in the end. */
function chainTable(chain: readonly DelayedOrder[]): string[] {
  const rows = chain.map(({ item, start, feasibleStart, feasibleDue, limit }, n) => {
    const waitsFor = limit.kind === "supply" ? limit.supply : (chain[n + 1]?.item ?? limit.kind);
    return [item, start, feasibleStart ?? "never", feasibleDue ?? "never", waitsFor];
  });
  return table(left("order of", "had to start", "can start", "is there", "waits for"), rows);
}

function remedyTable(outcomes: readonly Outcome[]): string[] {
  const rows = outcomes.map(({ title, late, daysLate, ordersChanged, nervousness }) => {
    const figures = [`${late.length}`, `${daysLate}`, `${ordersChanged}`, nervousness.toFixed(3)];
    const who = late.map((order) => `${order.id} ${order.daysLate ?? "for ever"}`).join(", ");
    return [title, ...figures, who];
  });
  const figures = right("late orders", "days late in all", "orders changed", "nervousness");
  return table([...left("remedy"), ...figures, ...left("who waits")], rows);
}

/** The first of the orders that a remedy changes. */
function changeLines({ title, comparison }: Outcome): string[] {
  const lines = comparisonText({ ...comparison, demands: [], messages: [] });
  const { shown, left: more } = shorten(lines, 4);
  return [`${title}:`, ...shown, ...(more > 0 ? [`… and ${more} more`] : [])];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(whatIfText(whatIf()));
