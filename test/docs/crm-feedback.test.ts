import {
  type BackorderInput,
  type BackorderTransfer,
  type CrmEventType,
  type CrmRecordsInput,
  type CrmState,
  crmEvents,
  crmEventText,
  demandFromCrm,
  margins,
  orderStatus,
  type PlanningInput,
  planRequirements,
  quoteFeedback,
  readCrmRecords,
  rescheduleBackorders,
  standardCosts,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { codesIn, sectionOf, tableRows } from "./markdown.js";

const page = "docs/crm.md";

/** The tables of a section, as rows of cells. */
const tablesOf = (heading: string): string[][][] =>
  sectionOf(page, heading)
    .split(/\n(?!\|)/)
    .map(tableRows)
    .filter((rows) => rows.length > 0);

const shown = (heading: string): unknown =>
  JSON.parse(/^```json\n([\s\S]*?)\n^```$/m.exec(sectionOf(page, heading))?.[1] ?? "null");

describe("Backorders (docs/crm.md)", () => {
  const [strategies = [], result = []] = tablesOf("Backorders");

  test("requirements become what the page says", () => {
    const { lines } = rescheduleBackorders(shown("Backorders") as BackorderInput);
    const steps = (rows: (typeof lines)[number]["after"]) =>
      rows.map(({ date, quantity }) => `${quantity} on ${date}`).join(", ");
    const names = (rows: readonly BackorderTransfer[], word: string) =>
      rows.map(({ id, quantity }) => `${quantity} ${word} ${id ?? "nobody"}`).join(", ");
    expect(result).toEqual(
      lines.map(({ id, before, after, change, quantityDays, from, to }) => [
        ...[id, steps(before), steps(after), change, `${quantityDays}`],
        ...[names(from, "of"), names(to, "to")],
      ]),
    );
  });

  test("strategies stand in the order in which they are served", () => {
    const { lines } = rescheduleBackorders(shown("Backorders") as BackorderInput);
    const named = strategies.map(([cell = ""]) => codesIn(cell)[0]);
    const served = lines.map(({ strategy }) => named.indexOf(JSON.stringify(strategy)));
    expect(served).toEqual([0, 1, 2, 4]);
    expect(named).toEqual(['"win"', '"gain"', '"redistribute"', '"fill"', '"lose"']);
  });
});

const { input, records: given } = shown("Feedback") as {
  readonly input: PlanningInput;
  readonly records: CrmRecordsInput;
};

function stateOf(rows: CrmRecordsInput, more: Partial<PlanningInput> = {}) {
  const records = readCrmRecords(rows);
  const startDate = more.startDate ?? input.startDate;
  const { demands } = demandFromCrm(records, {
    ...{ asOf: startDate, deals: { use: "none" }, needDate: { from: "requested" } },
    ...{ forecast: { prefer: "adjusted" }, pipeline: "linked", contractRest: "none" },
    credit: "demandOnly",
  });
  const plan = planRequirements({ ...input, ...more, demands });
  return { plan, records, costs: standardCosts(plan) } satisfies CrmState;
}

const now = stateOf(given);

describe("Feedback (docs/crm.md)", () => {
  test("orders stand as the page says", () => {
    const rows = tablesOf("Feedback")[0];
    expect(rows).toEqual(
      orderStatus(now.plan, now.records).map((line) => [
        `${line.record?.id} ${line.record?.line}`,
        line.status,
        line.requested ?? "",
        line.promised ?? "",
        line.available ?? "",
        `${line.daysLate ?? ""}`,
        line.cause?.text ?? "",
      ]),
    );
  });

  test("units cost, and orders earn, what the page says", () => {
    const [costs, margin] = tablesOf("Costs and margins");
    expect(costs).toEqual(
      ["bicycle", "frame", "bell"].map((item) => {
        const { origin, cost, elements, missing } = now.costs.unitCost(item);
        const { material, setup, run } = elements ?? {};
        return [
          ...[item, `${origin}`, `${cost ?? ""}`],
          ...[material, setup, run].map((amount) => amount?.ratio ?? ""),
          missing.join("; "),
        ];
      }),
    );
    const { rows, total, missing } = margins(now.records, now.costs, { by: "customer" });
    expect(margin).toEqual(
      [...rows, { ...total, key: "all" }].map(
        ({ key, revenue, cost, margin: rest, percentage }) => [
          ...[`${key}`, `${revenue}`, `${cost}`, `${rest}`, `${percentage?.toFixed(1)} %`],
        ],
      ),
    );
    expect(missing.map(({ record }) => `${record.id} ${record.line}`)).toEqual(["A1 2"]);
  });

  test("the quote has changed as the page says", () => {
    const [rows] = tablesOf("Quotes");
    const [line] = quoteFeedback(now.plan, now.records, { costs: now.costs });
    const { date, leadTime, cost, price } = line!;
    const cells = (...values: readonly unknown[]) => values.map((value) => `${value}`);
    expect(rows).toEqual([
      cells("day", date.quoted, date.now, `${date.days} days`),
      cells(
        "lead time",
        `${leadTime.quoted} days`,
        `${leadTime.now} days`,
        `${leadTime.change} days`,
      ),
      cells("cost", cost.quoted, cost.now, cost.change),
      cells("price", price.quoted, price.now, price.change),
    ]);
  });
});

describe("Events (docs/crm.md)", () => {
  const [told = [], types = []] = tablesOf("Events");
  const [a1, a2, a3] = given.orders!;
  const later = stateOf(
    {
      ...given,
      orders: [
        { ...a1!, lines: a1!.lines.map((line) => ({ ...line, shipped: line.quantity })) },
        a2!,
        { ...a3!, creditReleased: true },
      ],
    },
    {
      startDate: "2026-03-09",
      items: input.items!.map((item) => (item.id === "bicycle" ? { ...item, onHand: 0 } : item)),
      sources: [{ ...input.sources![0]!, price: 132 }],
      supplies: [{ ...input.supplies![0]!, due: "2026-03-26" }],
    },
  );

  test("what a CRM hears is what the page says", () => {
    expect(told).toEqual(
      crmEvents(now, later).map((event) => [`\`${event.type}\``, crmEventText(event)]),
    );
  });

  test("every type is there, in the order of events", () => {
    const all: Record<CrmEventType, true> = {
      promiseConfirmed: true,
      promiseMoved: true,
      promiseCancelled: true,
      promiseAtRisk: true,
      promiseRecovered: true,
      orderShipped: true,
      quoteExpired: true,
      quoteCostChanged: true,
      quotePriceChanged: true,
      quoteLeadTimeChanged: true,
      creditHold: true,
      creditReleased: true,
    };
    expect(types.map(([type]) => type)).toEqual(Object.keys(all).map((type) => `\`${type}\``));
  });
});
