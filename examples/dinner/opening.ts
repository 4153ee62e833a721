import { readFileSync } from "node:fs";
import {
  type CrmDemand,
  type CrmRecordsInput,
  type DeliveryPromise,
  type DemandPolicy,
  demandFromCrm,
  type PlanningInput,
  planRequirements,
  promiseDelivery,
  readCrmRecords,
} from "../../src/index.js";
import { left, right } from "../tables/columns.js";
import { table } from "../tables/table.js";

type Opportunity = NonNullable<CrmRecordsInput["opportunities"]>[number];
type Quote = NonNullable<CrmRecordsInput["quotes"]>[number];
type Order = NonNullable<CrmRecordsInput["orders"]>[number];

/** `guests.json`: what the guests say day by day, and how that becomes demand. */
interface GuestsFile {
  readonly records: CrmRecordsInput;
  readonly policy: Omit<DemandPolicy, "asOf">;
  readonly days: readonly {
    readonly day: string;
    readonly date: string;
    readonly says: string;
    readonly opportunity: Pick<Opportunity, "stage" | "status" | "probability">;
    readonly quote?: Pick<Quote, "status">;
    readonly order?: Pick<Order, "status">;
  }[];
}

/** A day before the order: what the guests say, what counts of it, and what the cook can say. */
export interface OpeningDay {
  readonly day: string;
  readonly date: string;
  readonly says: string;
  readonly demand: CrmDemand;
  /** When the dinner could be there, if it were ordered on that day. */
  readonly promise: DeliveryPromise;
}

/** What the guests want, whatever it is called at the time. */
const WANTED = { id: "1", product: "dinner for six", quantity: 1, requestedDate: "2026-05-16" };

/** From an intention to an order: what the guests say before the cook begins to plan. */
export function opening(kitchen: PlanningInput): OpeningDay[] {
  const file = readFileSync(new URL("guests.json", import.meta.url), "utf8");
  const { records, policy, days } = JSON.parse(file) as GuestsFile;
  return days.map((day) => {
    const { date } = day;
    const demand = demandFromCrm(readCrmRecords(recordsOf(records, day)), {
      ...policy,
      asOf: date,
    });
    // Asked of a kitchen that has nothing else to do: the deal itself is not to count twice.
    const idle = planRequirements({
      ...kitchen,
      ...{ startDate: date, horizonEnd: "2026-05-31", demands: [] },
    });
    const { product: item, ...line } = WANTED;
    const request = { id: "dinner", customer: "guests", delivery: "whole" } as const;
    return {
      ...{ day: day.day, date, says: day.says, demand },
      promise: promiseDelivery(idle, { ...request, lines: [{ ...line, item }] }),
    };
  });
}

/** One deal: the same dinner as an opportunity, a quote and an order, as far as it has come. */
function recordsOf(
  records: CrmRecordsInput,
  { opportunity, quote, order }: GuestsFile["days"][number],
): CrmRecordsInput {
  const head = { account: "guests", lines: [WANTED] };
  const intention = { ...head, id: "intention", closeDate: "2026-05-13" };
  const talk = { ...head, id: "talk", opportunity: "intention", version: 1, date: "2026-05-11" };
  const dinner = { ...head, id: "Saturday's dinner", quote: "talk", date: "2026-05-13" };
  return {
    ...records,
    opportunities: [{ ...intention, ...opportunity }],
    quotes: quote === undefined ? [] : [{ ...talk, ...quote }],
    orders: order === undefined ? [] : [{ ...dinner, ...order }],
  };
}

/** What the last day's order asks of the kitchen, under the name that the cook gives it. */
export function orderedDemands(days: readonly OpeningDay[]): PlanningInput["demands"] {
  return days.at(-1)!.demand.demands.map(({ attributes, item, quantity, due }) => {
    return { id: `${attributes?.crmRecord}`, item, quantity, due };
  });
}

/** The opening as a chapter. */
export function openingText(days: readonly OpeningDay[]): string {
  const rows = days.map(({ day, date, says, demand, promise }) => {
    const { record, counted, why } = demand.account.find(({ why }) => why !== "superseded")!;
    const { schedule, limit } = promise.lines[0]!;
    const part = limit?.kind === "material" ? limit.item : "";
    const told = [`${counted}`, why, schedule[0]?.date ?? "never", part];
    return [`${day} ${date.slice(8)}`, says, record.id, ...told];
  });
  const columns = [
    ...left("day", "the guests say", "record"),
    ...right("counts"),
    ...left("because", "could be there on", "waits for"),
  ];
  const heading = "1. Before Wednesday: an intention, a talk, an order";
  return `${heading}\n${"═".repeat(heading.length)}\n${table(columns, rows).join("\n")}\n\n${REMARK}\n`;
}

const REMARK = `An intention that is less likely than not makes nobody buy eggs. A talk that will probably end
well counts whole, and once they order, the order counts in its place: one dinner, never two.
On Monday Saturday could still be promised, with the duck bought on the same day. The guests have
thought it over for two days since, and order for Saturday all the same.`;
