import {
  finiteLoading,
  levelLoad,
  type Peg,
  type PlanningInput,
  pegs,
  planRequirements,
  roughCut,
  safePlanRequirements,
  waitingMessages,
} from "orlicky";
import { describe, expect, test } from "vitest";
import {
  type PlanningInput as ReferenceInput,
  type ReferencePlan,
  referencePlan,
} from "../reference/index.js";
import { capacity } from "./interpretations/capacity.js";
import { capacityFacts } from "./interpretations/capacity-facts.js";
import { crmDemands } from "./interpretations/crm-demand.js";
import { crmRecords } from "./interpretations/crm-records.js";
import { dates } from "./interpretations/dates.js";
import { feedback } from "./interpretations/feedback.js";
import { figures } from "./interpretations/figures.js";
import { finiteLoadings } from "./interpretations/finite-loading.js";
import { foreignRecords } from "./interpretations/foreign-records.js";
import { levellings } from "./interpretations/levelling.js";
import { lots } from "./interpretations/lots.js";
import { messages as ofMessages } from "./interpretations/messages.js";
import { money } from "./interpretations/money.js";
import { moneyReports } from "./interpretations/money-reports.js";
import { openSupply } from "./interpretations/open-supply.js";
import { pegging } from "./interpretations/pegging.js";
import { prices as ofPrices } from "./interpretations/prices.js";
import { startDate } from "./interpretations/problem.js";
import { promises } from "./interpretations/promises.js";
import { refused } from "./interpretations/refused.js";
import { relations } from "./interpretations/relations.js";
import { roughCuts } from "./interpretations/rough-cut.js";
import { routings } from "./interpretations/routings.js";
import { scenarios } from "./interpretations/scenarios.js";
import { sourcesAndNeeds } from "./interpretations/sources-and-needs.js";
import { sourcing } from "./interpretations/sourcing.js";
import { stock } from "./interpretations/stock.js";
import { time } from "./interpretations/time.js";
import { waitings } from "./interpretations/waiting.js";
import { filesBelow, read } from "./markdown.js";

const cases = [
  ...time,
  ...openSupply,
  ...ofMessages,
  ...stock,
  ...lots,
  ...sourcesAndNeeds,
  ...sourcing,
  ...ofPrices,
  ...relations,
  ...dates,
  ...pegging,
  ...routings,
  ...figures,
];

interface Order {
  readonly item: string;
  readonly quantity: unknown;
  readonly startQuantity: unknown;
  readonly start: string;
  readonly due: string;
  readonly price: {
    readonly unit: unknown;
    readonly amount: unknown;
    readonly currency: string | null;
  } | null;
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
    prices: Array.from(orders, priceText),
    supplies: Array.from(
      supplies,
      ({ id, date, wanted }) => `${id} ${date} for ${wanted ?? "nothing"}`,
    ).sort(),
    messages: Array.from(messages, messageText).sort(),
  };
}

function priceText({ item, startQuantity, price }: Order): string {
  if (price === null) return `${item} without a price`;
  const { unit, amount, currency } = price;
  return `${item} ${unit} × ${startQuantity} = ${amount}${currency === null ? "" : ` ${currency}`}`;
}

function messageText(message: object): string {
  const fields = message as Readonly<Record<string, unknown>>;
  if (fields.code === "inputAdjusted") return "inputAdjusted";
  const figures = ["from", "to", "date", "count", "quantity", "newQuantity"].flatMap((field) =>
    fields[field] === undefined ? [] : [`${field} ${fields[field]}`],
  );
  return [fields.code, fields.supply ?? fields.demand ?? [], ...figures].flat().join(" ");
}

/** What many plans say; only the cases for the interpretation that it belongs to look at it. */
const everyday = new Map([
  ["releaseNow", "K49"],
  ["excess", "K49"],
  ["demandLate", "K47"],
]);

function pegText({ need, supply, quantity }: Peg): string {
  const covers = "id" in supply ? (supply.kind === "order" ? supply.date : supply.id) : supply.kind;
  return `${quantity} of ${covers} for ${"id" in need ? need.id : need.kind}`;
}

/** The pegs of item `a` by the reference planner, in the same words. */
function referencePegs(reference: ReferencePlan): string[] {
  const found = reference.pegs("a");
  if (found === undefined) return [];
  type Covering = (typeof found.pegs)[number]["supply"] | null;
  const covers = (supply: Covering): string => {
    if (supply === null) return "uncovered";
    return supply.kind === "order" ? supply.day : (supply.id ?? supply.kind);
  };
  return [
    ...found.pegs.map(
      ({ need, supply, quantity }) =>
        `${quantity} of ${covers(supply)} for ${need.id ?? need.kind}`,
    ),
    ...found.rest.map(({ name, need, supply, quantity }) =>
      need === null
        ? `${quantity} of ${covers(supply)} for ${name}`
        : `${quantity} of uncovered for ${need.id ?? need.kind}`,
    ),
  ];
}

function both(k: string, input: PlanningInput, pegged: boolean) {
  const told = (messages: Iterable<{ readonly code: string }>) =>
    [...messages].filter(({ code }) => k === (everyday.get(code) ?? k));
  const plan = planRequirements(input);
  const reference = referencePlan(input as unknown as ReferenceInput);
  return {
    engine: {
      ...facts(plan.orders, plan.supplies, told(plan.messages)),
      pegs: pegged ? Array.from(pegs(plan, "a"), pegText).sort() : [],
    },
    reference: {
      ...facts(
        reference.orders,
        reference.supplies,
        told([...reference.messages, ...reference.lateDemands]),
      ),
      pegs: pegged ? referencePegs(reference).sort() : [],
    },
  };
}

describe("Interpretations: engine and reference planner do what docs/interpretations.md says", () => {
  for (const { k, shows, input, orders, supplies, messages, pegs: pegged, prices } of cases) {
    test(`${k}: ${shows}`, () => {
      const expected = {
        ...(orders === undefined ? {} : { orders }),
        ...(supplies === undefined ? {} : { supplies: supplies.toSorted() }),
        ...(messages === undefined ? {} : { messages: messages.toSorted() }),
        ...(prices === undefined ? {} : { prices }),
        ...(pegged === undefined ? {} : { pegs: pegged.toSorted() }),
      };
      const { engine, reference } = both(k, { startDate, ...input }, pegged !== undefined);
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

  for (const { k, shows, input, options, ...expected } of capacity) {
    test(`${k}: ${shows}`, () => {
      const { engine, reference } = capacityFacts({ startDate, ...input }, options);
      expect(engine).toMatchObject(expected);
      expect(reference).toMatchObject(expected);
    });
  }

  for (const { k, shows, input, options, messages } of waitings) {
    test(`${k}: ${shows}`, () => {
      const said = waitingMessages(planRequirements(input), options).map((row) => {
        const wait = row.expectedHours?.toFixed(3) ?? "without bound";
        return `${row.workCenter} ${row.from}: ${wait}, allowed ${row.allowedHours.toFixed(3)}`;
      });
      expect(said).toEqual(messages);
    });
  }

  for (const { k, shows, input, options, loads } of roughCuts) {
    test(`${k}: ${shows}`, () => {
      const { rows, outside } = roughCut(planRequirements({ startDate, ...input }), options);
      const late = outside.map(({ resource, pastDue }) => {
        return { resource, from: "past due", load: pastDue, capacity: "none" };
      });
      expect(
        [...late, ...rows]
          .filter(({ load }) => !load.isZero())
          .map(
            ({ resource, from, load, capacity }) => `${resource} ${from}: ${load} of ${capacity}`,
          ),
      ).toEqual(loads);
    });
  }

  for (const { k, shows, input, rows } of finiteLoadings) {
    test(`${k}: ${shows}`, () => {
      const schedule = finiteLoading({ start: `${startDate}T00:00`, ...input });
      const scheduled = Array.from(
        schedule.operations,
        ({ job, operation, workCenter, start, end }) =>
          `${job}/${operation} ${workCenter} ${start.slice(8)} > ${end.slice(8)}`,
      );
      const left = Array.from(
        schedule.unscheduled,
        ({ job, operation, reason }) => `${job}/${operation} ${reason}`,
      );
      expect([...scheduled, ...left].sort()).toEqual(rows);
    });
  }

  for (const { k, shows, input, options, decisions } of levellings) {
    test(`${k}: ${shows}`, () => {
      const plan = planRequirements({ startDate, ...input });
      const orderOf = new Map([...plan.orders].map(({ id, segment }) => [id, segment]));
      const leveled = levelLoad(plan, { bucket: "day", ...options });
      const shown = leveled.decisions.map((one) => {
        const to = one.remedy === "overtime" ? `${one.overtimeHours} h` : one.to;
        const { remedy, order, operation, from, cost } = one;
        return `${remedy} ${orderOf.get(order ?? "")}/${operation} of ${from} to ${to}: ${cost}`;
      });
      expect(shown).toEqual(decisions);
    });
  }

  for (const { k, shows, ask, answer } of [
    ...crmRecords,
    ...foreignRecords,
    ...crmDemands,
    ...scenarios,
    ...promises,
    ...feedback,
    ...money,
    ...moneyReports,
  ]) {
    test(`${k}: ${shows}`, () => {
      expect(ask()).toEqual(answer);
    });
  }

  test("every interpretation of the page has a case here", () => {
    const page = read("docs/interpretations.md");
    const told = [...page.matchAll(/^\*\*(K\d+)/gm)].map(([, k]) => k);
    const shown = new Set(
      [
        ...cases,
        ...capacity,
        ...roughCuts,
        ...finiteLoadings,
        ...levellings,
        ...waitings,
        ...crmRecords,
        ...foreignRecords,
        ...crmDemands,
        ...scenarios,
        ...promises,
        ...feedback,
        ...money,
        ...moneyReports,
        ...refused,
      ].map(({ k }) => k),
    );
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
