import {
  type CrmEvent,
  crmEvents,
  type DeliveryPromise,
  margins,
  type Plan,
  type PlannedDemand,
  planInput,
  planRequirements,
  standardCosts,
} from "orlicky";
import { describe, expect, test } from "vitest";
import type { Moment } from "../../examples/quote-to-promise/crm.js";
import { bestOf } from "../../examples/quote-to-promise/remedies.js";
import { quoteToPromise } from "../../examples/quote-to-promise/story.js";
import { quoteToPromiseText } from "../../examples/quote-to-promise/text.js";
import { threadPicture } from "../../examples/quote-to-promise/thread.js";
import { blocksOf } from "./markdown.js";

const story = quoteToPromise();
const { pipeline, whole, parts, accepted, ordered, late, instead, outcomes } = story;

const counted = ({ demand }: Moment) =>
  Object.fromEntries(
    demand.account.map(({ record, counted }) => [`${record.id} ${record.line}`, Number(counted)]),
  );
const schedule = ({ lines }: DeliveryPromise) =>
  lines[0]?.schedule.map(({ quantity, date }) => [Number(quantity), date]);
const told = (events: readonly CrmEvent[]) => events.map(({ key }) => JSON.parse(key));
const dayOf = (plan: Plan, id: string): PlannedDemand | undefined =>
  [...plan.demands].find((demand) => demand.id === id);
const state = ({ plan, records }: Moment) => ({ plan, records });

const first = '["order","A-2","1"]';

describe("From a quote to a promise: the pipeline", () => {
  test("0.75 × 12 and 0.4 × 10 count, and the forecast of 40 is what is left of it", () => {
    expect(counted(pipeline)).toEqual({
      "O-1 1": 0,
      "O-2 1": 4,
      "Q-1 1": 9,
      "A-1 1": 4,
      'spring [1,"submitted"]': 40 - 9 - 4,
    });
    expect(pipeline.demand.issues).toEqual([]);
  });

  test("it is planned without a customer who waits", () => {
    expect([...pipeline.plan.demands].filter(({ daysLate }) => daysLate !== 0)).toEqual([]);
  });
});

describe("From a quote to a promise: the promise", () => {
  test("motors of stock and on order, less the bakery's, are ten; the rest comes when Volt does", () => {
    expect(schedule(whole)).toEqual([[12, "2026-04-02"]]);
    expect(schedule(parts)).toEqual([
      [8 + 6 - 4, "2026-03-27"],
      [2, "2026-04-02"],
    ]);
  });

  test("the motor limits it: four weeks from the 2nd of March", () => {
    expect(whole.lines[0]?.limit).toMatchObject({
      kind: "material",
      item: "motor",
      date: "2026-03-30",
      because: { kind: "fence" },
    });
  });

  test("a bike costs 500 + 300 + 400 and sells for 2000", () => {
    const { revenue, cost, margin } = whole.lines[0]!.money;
    expect([revenue, cost, margin].map(Number)).toEqual([12 * 2000, 12 * 1200, 12 * 800]);
  });

  test("asking has changed nothing; what is booked is there on its days and breaks nobody", () => {
    expect(dayOf(pipeline.plan, '["quote","Q-1","1"]')?.available).toBe("2026-03-27");
    const days = accepted.booked.map(({ demand }) => dayOf(accepted.plan, demand)?.daysLate);
    expect(days).toEqual([0, 0]);
    expect(dayOf(accepted.plan, '["order","A-1","1"]')?.daysLate).toBe(0);
  });
});

describe("From a quote to a promise: the order", () => {
  test("it takes the place of quote and opportunity, and all of it leaves the forecast", () => {
    expect(counted(ordered)).toEqual({
      "O-1 1": 0,
      "O-2 1": 4,
      "Q-1 1": 0,
      "A-1 1": 4,
      "A-2 1": 10,
      "A-2 2": 2,
      'spring [1,"submitted"]': 40 - 12 - 4,
    });
  });

  test("before and after, 44 bikes are planned: 40 of the forecast, 4 of the bakery", () => {
    const made = ({ plan }: Moment) =>
      [...plan.orders]
        .filter(({ item }) => item === "cargo bike")
        .reduce((sum, { quantity }) => sum + Number(quantity), 0);
    expect([made(pipeline), made(ordered)]).toEqual([44, 44]);
  });

  test("the plan that grew out of the promise is the plan of the records", () => {
    const { plan } = ordered;
    expect([...planRequirements(planInput(plan)).orders]).toEqual([...plan.orders]);
    const { demands } = ordered.demand;
    const anew = planRequirements({ ...story.input, demands: [...demands] });
    expect([...anew.orders]).toEqual([...plan.orders]);
  });

  test("the CRM hears of two promises", () => {
    expect(told(story.confirmed)).toEqual([
      ["promiseConfirmed", first, "2026-03-27", "10"],
      ["promiseConfirmed", '["order","A-2","2"]', "2026-04-02", "2"],
    ]);
  });
});

describe("From a quote to a promise: the supplier is late", () => {
  test("six motors on the 27th are bikes on the 30th: ten promised bikes are three days late", () => {
    expect(dayOf(late.plan, first)).toMatchObject({ available: "2026-03-30", daysLate: 3 });
    const [nothing] = outcomes;
    expect(nothing?.lines.map(({ status, daysLate }) => [status, daysLate])).toEqual([
      ["onTime", 0],
      ["late", 3],
      ["onTime", 0],
    ]);
    expect(nothing?.events).toEqual([]);
  });

  test("the CRM hears it once, with PO 7 as the cause", () => {
    expect(told(story.warned)).toEqual([
      ["promiseAtRisk", first, "2026-03-27", "late", "2026-03-30"],
    ]);
    const [risk] = story.warned;
    expect(risk?.type === "promiseAtRisk" && risk.cause?.limit).toMatchObject({
      item: "motor",
      supply: "PO 7",
      date: "2026-03-27",
    });
    expect(crmEvents(state(late), state(late))).toEqual([]);
    expect(told(crmEvents(state(ordered), state(late)))).toEqual(told(story.warned));
  });

  test("of the ten, the four whose motors are there could be told for their day", () => {
    expect(schedule(instead)).toEqual([
      [8 - 4, "2026-03-27"],
      [6, "2026-03-30"],
    ]);
  });
});

describe("From a quote to a promise: what helps", () => {
  test("by air costs what it costs; Swift 6 × 520, and Volt sells 6 × 400 less", () => {
    expect(outcomes.map(({ title, cost }) => [title, Number(cost)])).toEqual([
      ["nothing is done", 0],
      ["PO 7 by air", 240],
      ["six motors of Swift", 6 * 520 - 6 * 400],
    ]);
    expect(bestOf(outcomes).title).toBe("PO 7 by air");
  });

  test("with either nobody waits, and the CRM hears that it is good again", () => {
    for (const { plan, lines, events } of outcomes.slice(1)) {
      expect(lines.map(({ daysLate }) => daysLate)).toEqual([0, 0, 0]);
      expect(told(events)).toEqual([["promiseRecovered", first, "2026-03-27", "in time"]]);
      expect([...plan.demands].filter(({ daysLate }) => daysLate !== 0)).toEqual([]);
    }
  });

  test("the order's margin is that of the promise", () => {
    const { rows } = margins(ordered.records, standardCosts(story.input), { by: "order" });
    const margin = rows.find(({ key }) => key === "A-2")?.margin;
    expect(Number(margin)).toBe(Number(parts.lines[0]?.money.margin));
  });
});

describe("From a quote to a promise: what the page shows", () => {
  const [picture, text] = blocksOf("examples/quote-to-promise/README.md");

  test("the thread of the deal", () => {
    expect(picture).toEqual({ language: "mermaid", text: threadPicture(story) });
  });

  test("what comes out", () => {
    expect(text).toEqual({ language: "text", text: quoteToPromiseText(story) });
  });
});
