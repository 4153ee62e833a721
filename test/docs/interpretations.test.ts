import {
  type Peg,
  type PlanningInput,
  pegs,
  planRequirements,
  safePlanRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";
import {
  type PlanningInput as ReferenceInput,
  type ReferencePlan,
  referencePlan,
} from "../reference/index.js";
import { dates } from "./interpretations/dates.js";
import { figures } from "./interpretations/figures.js";
import { lots } from "./interpretations/lots.js";
import { messages as ofMessages } from "./interpretations/messages.js";
import { openSupply } from "./interpretations/open-supply.js";
import { pegging } from "./interpretations/pegging.js";
import { startDate } from "./interpretations/problem.js";
import { refused } from "./interpretations/refused.js";
import { relations } from "./interpretations/relations.js";
import { sourcesAndNeeds } from "./interpretations/sources-and-needs.js";
import { sourcing } from "./interpretations/sourcing.js";
import { stock } from "./interpretations/stock.js";
import { time } from "./interpretations/time.js";
import { filesBelow, read } from "./markdown.js";

const cases = [
  ...time,
  ...openSupply,
  ...ofMessages,
  ...stock,
  ...lots,
  ...sourcesAndNeeds,
  ...sourcing,
  ...relations,
  ...dates,
  ...pegging,
  ...figures,
];

interface Order {
  readonly item: string;
  readonly quantity: unknown;
  readonly start: string;
  readonly due: string;
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
    supplies: Array.from(
      supplies,
      ({ id, date, wanted }) => `${id} ${date} for ${wanted ?? "nothing"}`,
    ).sort(),
    messages: Array.from(messages, messageText).sort(),
  };
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
  for (const { k, shows, input, orders, supplies, messages, pegs: pegged } of cases) {
    test(`${k}: ${shows}`, () => {
      const expected = {
        ...(orders === undefined ? {} : { orders }),
        ...(supplies === undefined ? {} : { supplies: supplies.toSorted() }),
        ...(messages === undefined ? {} : { messages: messages.toSorted() }),
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

  test("every interpretation of the page has a case here", () => {
    const page = read("docs/interpretations.md");
    const told = [...page.matchAll(/^\*\*(K\d+)/gm)].map(([, k]) => k);
    const shown = new Set([...cases, ...refused].map(({ k }) => k));
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
