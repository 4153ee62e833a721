import {
  type CrmDemand,
  type CrmEvent,
  crmEventText,
  type DeliveryPromise,
  margins,
  type OrderLineStatus,
  promiseLimitText,
  standardCosts,
} from "../../src/index.js";
import { bomTrees } from "../tables/bom-trees.js";
import { left, right } from "../tables/columns.js";
import { table } from "../tables/table.js";
import { bestOf } from "./remedies.js";
import type { QuoteToPromise } from "./story.js";
import { scheduleText } from "./thread.js";

/** The story as text: what may be wanted, what is promised, what goes wrong, and what helps. */
export function quoteToPromiseText(story: QuoteToPromise): string {
  const { input, pipeline, whole, parts, ordered, news, instead, outcomes, confirmed, warned } =
    story;
  const best = bestOf(outcomes);
  const chapters = [
    ["1. The pipeline: what customers may want", ...wanted(pipeline.demand)],
    ["2. City Post asks: twelve on 2026-03-27?", ...answered([whole, parts])],
    ["3. City Post orders", ...wanted(ordered.demand), eventLines(confirmed)],
    [
      `4. ${news}`,
      statusTable(outcomes[0]!.lines),
      eventLines(warned),
      `In parts it could be: ${scheduleText(instead.lines[0]!)}.`,
    ],
    ["5. What helps?", remedyTable(story), eventLines(best.events)],
  ];
  const trees = bomTrees(input).map((lines) => lines.join("\n"));
  return [...trees, ...chapters.flat()].join("\n\n");
}

/** 1 and 3: what counts of each record, and what is left of the forecast. */
function wanted({ account, forecasts }: CrmDemand): string[] {
  const rows = account.map(({ record, quantity, counted, why, by, takenFrom }) => {
    const taken = takenFrom.map((part) => `${part.quantity} of ${part.forecast}`).join(", ");
    const line = record.list === "orders" ? ` ${record.line}` : "";
    const because = by === null ? why : `${why} by ${by.id}`;
    return [`${record.id}${line}`, `${quantity}`, `${counted}`, because, taken];
  });
  const columns = [
    ...left("record"),
    ...right("quantity", "counts"),
    ...left("because", "is part of the forecast"),
  ];
  const sums = forecasts.map(
    ({ forecast, quantity, taken, left: rest }) =>
      `${forecast}: ${quantity} forecast, ${taken} of them deals and orders by now, ${rest} left`,
  );
  return [table(columns, rows).join("\n"), sums.join("\n")];
}

/** 2: what can be promised, why not sooner, and what it earns. */
function answered(answers: readonly DeliveryPromise[]): string[] {
  const rows = answers.map(({ request, outcome, lines }) => {
    return [request.delivery, outcome, scheduleText(lines[0]!)];
  });
  const { limit, money } = answers[0]!.lines[0]!;
  const why = limit === null ? "" : `Why not all of it on its day? ${promiseLimitText(limit)}`;
  const { revenue, cost, margin, currency } = money;
  return [
    table(left("delivery", "outcome", "what can be promised"), rows).join("\n"),
    `${why}\nIt brings ${revenue} ${currency} and costs ${cost}: the margin is ${margin}.`,
  ];
}

/** 4: how each line that was ordered stands. */
function statusTable(lines: readonly OrderLineStatus[]): string {
  const rows = lines.map((line) => {
    const { record, customer, quantity, promised, available, daysLate, cause } = line;
    const order = `${record?.id} ${record?.line}`;
    const days = daysLate === 0 ? "" : `${daysLate}`;
    return [order, customer ?? "", `${quantity}`, promised, available, days, cause?.text ?? ""].map(
      (cell) => cell ?? "never",
    );
  });
  const columns = [
    ...left("order", "customer"),
    ...right("quantity"),
    ...left("promised", "there on"),
    ...right("days late"),
    ...left("because"),
  ];
  return table(columns, rows).join("\n");
}

/** 5: what each remedy changes for the order, and what it leaves of the margin. */
function remedyTable({ input, ordered, outcomes }: QuoteToPromise): string {
  const { rows } = margins(ordered.records, standardCosts(input), { by: "order" });
  const { margin } = rows.find(({ key }) => key === "A-2")!;
  const cells = outcomes.map(({ title, lines, cost }) => {
    const days = lines.map(({ daysLate }) => daysLate ?? Number.POSITIVE_INFINITY);
    return [title, `${Math.max(...days)}`, `${cost}`, `${margin.minus(cost)}`];
  });
  return table([...left("remedy"), ...right("days late", "EUR", "left of the margin")], cells).join(
    "\n",
  );
}

/** What the CRM is told. */
function eventLines(events: readonly CrmEvent[]): string {
  return events.map((event) => `→ CRM: ${event.type}. ${crmEventText(event)}`).join("\n");
}
