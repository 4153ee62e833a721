import {
  acceptPromise,
  cancelPromise,
  type DeliveryPromise,
  type PlanningInput,
  type PlanningInputError,
  type PromiseLimit,
  type PromiseOptions,
  type PromiseRequest,
  planRequirements,
  promiseDeliveries,
  promiseDelivery,
  replan,
  standardCosts,
} from "orlicky";
import { describe, expect, test } from "vitest";

const startDate = "2026-01-05"; // Monday
const horizonEnd = "2026-02-27";

const plan = (input: Omit<PlanningInput, "startDate">) =>
  planRequirements({ startDate, horizonEnd, ...input });

const january = (day: number): string => `2026-01-${`${day}`.padStart(2, "0")}`;

type Line = PromiseRequest["lines"][number];

const line = (id: string, item: string, quantity: Line["quantity"], day: number): Line => ({
  id,
  item,
  quantity,
  requestedDate: january(day),
});

const request = (lines: readonly Line[], more: Partial<PromiseRequest> = {}): PromiseRequest => ({
  id: "r",
  delivery: "whole",
  lines,
  ...more,
});

/** `outcome: quantity item on day by how`, or why not. */
function told({ outcome, refusedBecause, lines }: DeliveryPromise): string {
  const schedule = lines.flatMap(({ item, schedule: rows, open, openBecause }) => [
    ...rows.map(({ date, quantity, by }) => `${quantity} ${item} ${date} ${SHORT[by]}`),
    ...(openBecause === null ? [] : [`${open} ${item} open: ${openBecause}`]),
  ]);
  return refusedBecause === null
    ? `${outcome}: ${schedule.join(", ")}`
    : `refused: ${refusedBecause}`;
}

const SHORT = { availableToPromise: "ATP", capableToPromise: "CTP" } as const;

function limitText(limit: PromiseLimit | null | undefined): string {
  switch (limit?.kind) {
    case "material":
      return `${limit.item} ${limit.because.kind} ${limit.date}`;
    case "promise":
      return `${limit.demand} from ${limit.before} to ${limit.after}`;
    case "workCenter":
      return `${limit.item} at ${limit.workCenter} until ${limit.until}`;
    case "quota":
      return `quota ${limit.row} leaves ${limit.left}`;
    case "past":
    case "horizon":
      return `${limit.kind} ${limit.date}`;
    default:
      return limit?.kind ?? "none";
  }
}

/** One line, asked of a plan: what is told of it. */
function ask(
  input: Omit<PlanningInput, "startDate">,
  asked: Line,
  more: Partial<PromiseRequest> = {},
  options: PromiseOptions = {},
) {
  const promise = promiseDelivery(plan(input), request([asked], more), options);
  const [only] = promise.lines;
  const part = only?.bestPartial;
  return {
    told: told(promise),
    limit: limitText(only?.limit),
    part: part == null ? "none" : `${part.quantity} ${part.date}`,
    earliest: only?.earliestFullDate,
  };
}

describe("Promise: the options with which it was made", () => {
  const live = plan({
    items: [{ id: "a", onHand: 5, leadTime: 20 }],
    sources: [{ item: "a", kind: "buy" }],
  });
  const quotas = {
    unlisted: "unlimited",
    rows: [{ item: "a", from: january(5), until: january(31), quantity: 2 }],
  } as const;
  const options: PromiseOptions = {
    ...{ quotas, holds: [{ account: "Ring" }], costs: standardCosts(live) },
    latestDate: january(30),
  };
  const asked = promiseDelivery(live, request([line("1", "a", 2, 7)]), options);
  const fuller = replan(live, {
    demands: { put: [{ id: "o", item: "a", quantity: 2, due: january(8) }] },
  });

  test.each([
    ["as it was made", asked],
    ["written and read back", JSON.parse(JSON.stringify(asked)) as DeliveryPromise],
  ])("it is accepted by them: %s", (_, promise) => {
    expect(() => acceptPromise(fuller, promise)).toThrow("a quota leaves no room");
    expect(acceptPromise(live, promise).booked.length).toBe(1);
  });

  test("what they are can be read, costs left out", () => {
    expect(JSON.parse(JSON.stringify(asked.options))).toEqual({
      ...{ quotas, holds: [{ account: "Ring" }] },
      latestDate: january(30),
    });
  });
});

describe("Promise: no day before the one wanted", () => {
  const input = {
    items: [{ id: "a", onHand: 4, leadTime: 20 }],
    sources: [{ item: "a", kind: "buy" as const }],
  };

  test.each(["whole", "partial", "shipTogether", "fillOrCancel"] as const)(
    "%s: nothing is promised where the day wanted lies after the last one",
    (delivery) => {
      const nothing = { told: "refused: horizon", limit: "horizon 2026-01-13" };
      const options = { latestDate: january(13) };
      expect(ask(input, line("1", "a", 4, 26), { delivery }, options)).toMatchObject(nothing);
    },
  );
});

describe("Promise: available to promise, then capable to promise", () => {
  const input = {
    items: [{ id: "a", onHand: 10, leadTime: 10 }],
    sources: [{ item: "a", kind: "buy" as const }],
    demands: [{ id: "booked", item: "a", quantity: 4, due: january(12) }],
  };

  test("what no later need wants is promised from stock, and no order changes", () => {
    expect(ask(input, line("1", "a", 6, 7)).told).toBe("confirmed: 6 a 2026-01-07 ATP");
  });

  test("what would make a promised demand late is refused for that day; a later day is found", () => {
    expect(ask(input, line("1", "a", 7, 7))).toEqual({
      told: "later: 7 a 2026-01-15 CTP",
      limit: "booked from 2026-01-05 to 2026-01-15",
      part: "6 2026-01-07",
      earliest: "2026-01-15",
    });
  });

  test("a forecast is nobody's promise: it may come late", () => {
    const forecast = input.demands.map((row) => ({ ...row, kind: "forecast" as const }));
    const told = ask({ ...input, demands: forecast }, line("1", "a", 7, 7)).told;
    expect(told).toBe("confirmed: 7 a 2026-01-07 CTP");
  });

  test("through three levels, the bought part limits", () => {
    const bikes = {
      items: [
        { id: "bike", leadTime: 2 },
        { id: "wheel", leadTime: 3 },
        { id: "spoke", leadTime: 6, onHand: 64 },
      ],
      boms: [
        { item: "bike", lines: [{ item: "wheel", quantity: 2 }] },
        { item: "wheel", lines: [{ item: "spoke", quantity: 32 }] },
      ],
    };
    // 192 spokes for 3 bikes, 64 are there; the others on 11 January, then 3 days and 2 days.
    expect(ask(bikes, line("1", "bike", 3, 10))).toEqual({
      told: "later: 3 bike 2026-01-16 CTP",
      limit: "spoke leadTime 2026-01-11",
      part: "1 2026-01-10",
      earliest: "2026-01-16",
    });
    expect(ask(bikes, line("1", "bike", 3, 10), { delivery: "partial" }).told).toBe(
      "partial: 1 bike 2026-01-10 CTP, 2 bike 2026-01-16 CTP",
    );
  });

  test("a day on which open supply is there is found, though a new order would come much later", () => {
    const late = {
      conventions: { rescheduling: "never" as const },
      items: [
        { id: "bike", leadTime: 1 },
        { id: "wheel", leadTime: 30 },
      ],
      boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
      supplies: [
        { id: "po", item: "wheel", kind: "purchase" as const, quantity: 8, due: january(14) },
      ],
    };
    const promise = promiseDelivery(plan(late), request([line("1", "bike", 3, 9)]));
    expect(told(promise)).toBe("later: 3 bike 2026-01-15 CTP");
    expect(limitText(promise.lines[0]?.limit)).toBe("wheel leadTime 2026-02-04");
  });
});

describe("Promise: how it may be delivered", () => {
  const shared = {
    items: [{ id: "desk" }, { id: "chair" }, { id: "board", onHand: 5, leadTime: 7 }],
    boms: [
      { item: "desk", lines: [{ item: "board", quantity: 1 }] },
      { item: "chair", lines: [{ item: "board", quantity: 1 }] },
    ],
  };
  const both = [line("1", "desk", 3, 9), line("2", "chair", 3, 8)];

  test("whole: each line on its own first day, in the plan with those before it", () => {
    const promise = promiseDelivery(plan(shared), request(both));
    expect(told(promise)).toBe("later: 3 desk 2026-01-09 CTP, 3 chair 2026-01-12 CTP");
  });

  test("ship together: all lines on the first day on which the shared part is there for all", () => {
    const promise = promiseDelivery(plan(shared), request(both, { delivery: "shipTogether" }));
    expect(told(promise)).toBe("later: 3 desk 2026-01-12 CTP, 3 chair 2026-01-12 CTP");
    expect(promise.lines.map(({ limit }) => limitText(limit))).toContain(
      "board leadTime 2026-01-12",
    );
    expect(promise.lines.map(({ earliestFullDate }) => earliestFullDate)).toEqual([
      "2026-01-09",
      "2026-01-08",
    ]);
  });

  test("fill or cancel: all of it on the days wanted, or nothing", () => {
    const refused = promiseDelivery(plan(shared), request(both, { delivery: "fillOrCancel" }));
    expect(told(refused)).toBe("refused: notOnRequestedDate");
    expect(refused.promises).toEqual([]);
    const fewer = [line("1", "desk", 3, 9), line("2", "chair", 2, 8)];
    const filled = promiseDelivery(plan(shared), request(fewer, { delivery: "fillOrCancel" }));
    expect(told(filled)).toBe("confirmed: 3 desk 2026-01-09 CTP, 2 chair 2026-01-08 CTP");
  });

  test("partial: what is there on the day wanted, and the rest as early as it holds", () => {
    const parts = ask(shared, line("1", "desk", 8, 9), { delivery: "partial" });
    expect(parts.told).toBe("partial: 5 desk 2026-01-09 CTP, 3 desk 2026-01-12 CTP");
  });

  test("partial: what no day brings stays open", () => {
    const never = { items: [{ id: "a", onHand: 5, method: "unplanned" as const }] };
    const parts = ask(never, line("1", "a", 8, 9), { delivery: "partial" });
    expect(parts.told).toBe("partial: 5 a 2026-01-09 ATP, 3 a open: noSource");
  });
});

describe("Promise: whom it is for", () => {
  const bought = {
    items: [{ id: "a", onHand: 10, leadTime: 9 }],
    sources: [{ item: "a", kind: "buy" as const }],
  };
  const rows = [
    { item: "a", customerClass: "A", from: january(5), until: january(18), quantity: 6 },
    { item: "a", customerClass: "B", from: january(5), until: january(11), quantity: 3 },
    { item: "a", customerClass: "B", from: january(12), until: january(18), quantity: 3 },
  ];
  const quotas = { rows, unlisted: "refuse" as const };

  test("a quota is a ceiling of its class and period; the next period has its own", () => {
    const asked = ask(bought, line("1", "a", 3, 7), { customerClass: "B" }, { quotas });
    expect(asked.told).toBe("confirmed: 3 a 2026-01-07 ATP");
    const before = [
      { id: "b", item: "a", quantity: 1, due: january(6), customerClass: "B" },
      {
        id: "f",
        item: "a",
        quantity: 1,
        due: january(6),
        customerClass: "B",
        kind: "forecast" as const,
      },
    ];
    expect(
      ask({ ...bought, demands: before }, line("1", "a", 3, 7), { customerClass: "B" }, { quotas }),
    ).toEqual({
      told: "later: 3 a 2026-01-12 ATP",
      limit: "quota 1 leaves 2",
      part: "2 2026-01-07",
      earliest: "2026-01-12",
    });
  });

  test("who is in no quota is refused, or promised without a limit", () => {
    const of = { customerClass: "C" };
    expect(ask(bought, line("1", "a", 3, 7), of, { quotas }).told).toBe("refused: quota");
    const open = { quotas: { rows, unlisted: "unlimited" as const } };
    expect(ask(bought, line("1", "a", 3, 7), of, open).told).toBe("confirmed: 3 a 2026-01-07 ATP");
  });

  test("all quotas that are for it must have room, and lines of one request use them together", () => {
    const all = {
      rows: [...rows, { from: january(5), until: january(31), quantity: "4.5" }],
      unlisted: quotas.unlisted,
    };
    const of = { customerClass: "A", delivery: "partial" as const };
    expect(ask(bought, line("1", "a", 6, 7), of, { quotas: all }).told).toBe(
      "partial: 4.5 a 2026-01-07 ATP, 1.5 a open: quota",
    );
    const two = request([line("1", "a", 3, 7), line("2", "a", 4, 7)], {
      customerClass: "A",
      delivery: "fillOrCancel",
    });
    expect(told(promiseDelivery(plan(bought), two, { quotas }))).toBe("refused: quota");
  });

  test("of several quotas that are short the one that leaves least is named", () => {
    const all = {
      rows: [
        { item: "a", customer: "x", from: january(5), until: january(31), quantity: 7 },
        { customerClass: "A", from: january(7), until: january(7), quantity: 2 },
      ],
      unlisted: quotas.unlisted,
    };
    const of = { customer: "x", customerClass: "A", delivery: "partial" as const };
    const asked = ask(bought, line("1", "a", 8, 7), of, { quotas: all });
    expect([asked.limit, asked.part]).toEqual(["quota 1 leaves 2", "2 2026-01-07"]);
  });

  test("a quota for an item that the plan does not have is refused", () => {
    const wrong = { rows: [rows[0]!, { ...rows[1]!, item: "lmap" }], unlisted: "refuse" as const };
    expect(() =>
      promiseDelivery(plan(bought), request([line("1", "a", 3, 7)]), { quotas: wrong }),
    ).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({
            ...{ code: "unknownId", id: "lmap" },
            path: ["options", "quotas", "rows", 1, "item"],
          }),
        ],
      }),
    );
  });

  test("several requests are served by priority, then by day and id, each after those before it", () => {
    const of = (id: string, quantity: number, day: number, priority?: number): PromiseRequest =>
      request([line("1", "a", quantity, day)], { id, priority });
    const promises = promiseDeliveries(plan(bought), [
      of("c", 4, 8),
      of("b", 4, 7),
      of("a", 4, 7),
      of("first", 4, 9, 1),
    ]);
    expect(promises.map((one) => `${one.request.id} ${told(one)}`)).toEqual([
      "first confirmed: 4 a 2026-01-09 ATP",
      "a confirmed: 4 a 2026-01-07 ATP",
      "b later: 4 a 2026-01-14 CTP",
      "c later: 4 a 2026-01-14 CTP",
    ]);
  });

  test("to a customer on hold nothing is promised", () => {
    const holds = [{ account: "acme", order: "o 1" }];
    const asked = ask(bought, line("1", "a", 3, 7), { customer: "acme" }, { holds });
    expect(asked).toMatchObject({ told: "refused: hold", limit: "hold" });
    const other = ask(bought, line("1", "a", 3, 7), { customer: "other" }, { holds });
    expect(other.told).toBe("confirmed: 3 a 2026-01-07 ATP");
  });
});

describe("Promise: where and in what", () => {
  test("a segment has no part in common stock", () => {
    const input = {
      items: [{ id: "a", onHand: 10, leadTime: 4 }],
      sources: [{ item: "a", kind: "buy" as const }],
    };
    const own = { ...line("1", "a", 3, 7), segment: "project" };
    expect(ask(input, own).told).toBe("later: 3 a 2026-01-09 CTP");
  });

  test("a site takes what another ships, and waits for what that has to buy", () => {
    const input = {
      sites: [{ id: "plant" }, { id: "store" }],
      items: [{ id: "a", leadTime: 5 }],
      sources: [
        { item: "a", site: "store", kind: "transfer" as const, from: "plant", leadTime: 2 },
        { item: "a", site: "plant", kind: "buy" as const },
      ],
      stock: [{ item: "a", site: "plant", quantity: 4 }],
    };
    const at = (quantity: number) => ({ ...line("1", "a", quantity, 7), site: "store" });
    expect(ask(input, at(4)).told).toBe("confirmed: 4 a 2026-01-07 CTP");
    const asked = ask(input, at(5));
    expect(asked).toMatchObject({
      told: "later: 5 a 2026-01-12 CTP",
      limit: "a leadTime 2026-01-10",
    });
    const promise = promiseDelivery(plan(input), request([at(5)]));
    expect(promise.lines[0]?.limit).toMatchObject({ site: "plant" });
  });

  test("units convert, and the price is for one of the unit asked in", () => {
    const input = {
      currency: "EUR",
      items: [
        {
          id: "bolt",
          unitCost: "0.1",
          decimals: 0,
          units: [{ unit: "box", contains: 12 }],
          onHand: 30,
        },
      ],
    };
    const boxes = { ...line("1", "bolt", 2, 7), unit: "box", unitPrice: "3.10", currency: "EUR" };
    const costs = standardCosts(plan(input));
    const promise = promiseDelivery(plan(input), request([boxes]), { costs });
    expect(told(promise)).toBe("confirmed: 24 bolt 2026-01-07 ATP");
    const money = promise.lines[0]?.money;
    expect([money?.revenue, money?.cost, money?.margin].map(String)).toEqual(["6.2", "2.4", "3.8"]);
    const none = promiseDelivery(plan(input), request([boxes])).lines[0]?.money;
    expect(none).toMatchObject({ cost: null, margin: null, missing: ["no costs were given"] });
  });

  test("a phantom is there when its parts are", () => {
    const input = {
      items: [
        { id: "kit", phantom: true },
        { id: "wheel", onHand: 4, leadTime: 5 },
      ],
      boms: [{ item: "kit", lines: [{ item: "wheel", quantity: 2 }] }],
    };
    expect(ask(input, line("1", "kit", 2, 7)).told).toBe("confirmed: 2 kit 2026-01-07 ATP");
    expect(ask(input, line("1", "kit", 3, 7))).toEqual({
      told: "later: 3 kit 2026-01-10 CTP",
      limit: "wheel leadTime 2026-01-10",
      part: "2 2026-01-07",
      earliest: "2026-01-10",
    });
  });
});

describe("Promise: days", () => {
  const bought = {
    items: [{ id: "a", onHand: 2, leadTime: 9 }],
    sources: [{ item: "a", kind: "buy" as const }],
  };

  test("a day that is past is asked for the planning start", () => {
    const past = { ...line("1", "a", 2, 5), requestedDate: "2025-12-30" };
    expect(ask(bought, past)).toMatchObject({
      told: "later: 2 a 2026-01-05 ATP",
      limit: "past 2026-01-05",
    });
  });

  test("no day after the last one is promised", () => {
    const later = { ...line("1", "a", 2, 5), requestedDate: "2026-02-28" };
    expect(ask(bought, later)).toEqual({
      told: "refused: horizon",
      limit: "horizon 2026-02-27",
      part: "none",
      earliest: null,
    });
    const soon = { latestDate: january(13) };
    expect(ask(bought, line("1", "a", 3, 7), {}, soon).told).toBe("refused: horizon");
    const enough = { latestDate: january(14) };
    expect(ask(bought, line("1", "a", 3, 7), {}, enough).told).toBe("later: 3 a 2026-01-14 CTP");
  });

  test("nothing is planned beyond a horizon that is stated, whatever the last day", () => {
    const asked = { ...line("1", "a", 2, 5), requestedDate: "2026-03-02" };
    const told = ask(bought, asked, {}, { latestDate: "2026-03-31" }).told;
    expect(told).toBe("refused: noSource");
  });

  test("what nothing brings is refused; a source that begins later brings it from then on", () => {
    const from = (validFrom: string) => ({
      items: [{ id: "a" }],
      sources: [{ item: "a", kind: "buy" as const, validFrom }],
    });
    expect(ask(from("2026-03-01"), line("1", "a", 3, 7))).toMatchObject({
      told: "refused: noSource",
      limit: "a uncovered null",
    });
    expect(ask(from(january(20)), line("1", "a", 3, 7)).told).toBe("later: 3 a 2026-01-20 CTP");
  });

  test("of an item that is not planned only stock and open supply are promised", () => {
    const input = {
      items: [{ id: "a", onHand: 2, method: "unplanned" as const }],
      supplies: [
        {
          id: "po",
          item: "a",
          kind: "purchase" as const,
          quantity: 5,
          due: january(20),
          frozen: true,
        },
      ],
    };
    expect(ask(input, line("1", "a", 6, 7)).told).toBe("later: 6 a 2026-01-20 ATP");
    expect(ask(input, line("1", "a", 8, 7)).told).toBe("refused: noSource");
  });

  test("nothing new comes inside the fence", () => {
    const input = {
      items: [{ id: "a", leadTime: 2, planningTimeFence: 14 }],
      sources: [{ item: "a", kind: "buy" as const }],
    };
    expect(ask(input, line("1", "a", 5, 12))).toMatchObject({
      told: "later: 5 a 2026-01-19 CTP",
      limit: "a fence 2026-01-19",
    });
  });
});

describe("Promise: forecast and safety stock", () => {
  test("an order takes the forecast of its bucket, and is promised what was planned for that", () => {
    const input = {
      items: [{ id: "a", onHand: 10, leadTime: 9 }],
      sources: [{ item: "a", kind: "buy" as const }],
      demands: [
        {
          id: "f",
          item: "a",
          kind: "forecast" as const,
          quantity: 10,
          due: january(12),
          until: january(16),
        },
      ],
    };
    expect(ask(input, line("1", "a", 6, 14)).told).toBe("confirmed: 6 a 2026-01-14 ATP");
    expect(ask(input, line("1", "a", 6, 20)).told).toBe("confirmed: 6 a 2026-01-20 CTP");
  });

  test("safety stock is there to be used: a promise may take it, and an order makes it good", () => {
    const input = {
      items: [{ id: "a", onHand: 10, safetyStock: 4, leadTime: 20 }],
      sources: [{ item: "a", kind: "buy" as const }],
    };
    expect(ask(input, line("1", "a", 6, 7)).told).toBe("confirmed: 6 a 2026-01-07 ATP");
    expect(ask(input, line("1", "a", 8, 7)).told).toBe("confirmed: 8 a 2026-01-07 CTP");
    expect(ask(input, line("1", "a", 11, 7)).told).toBe("later: 11 a 2026-01-25 CTP");
  });
});

describe("Promise: finite work centres", () => {
  const made = (id: string) => ({ item: id, kind: "make" as const });
  const cut = (id: string) => ({
    id,
    item: id,
    operations: [{ id: "cut", workCenter: "saw", run: 2 }],
  });
  const saw = {
    items: [
      { id: "desk", leadTime: 1 },
      { id: "shelf", leadTime: 1 },
    ],
    sources: [made("desk"), made("shelf")],
    workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "16:00" }] }],
    routings: [cut("desk"), cut("shelf")],
    demands: [{ id: "booked", item: "shelf", quantity: 4, due: january(7) }],
  };

  test("by lead time alone there is time enough; the work centre needs another day", () => {
    expect(ask(saw, line("1", "desk", 6, 7)).told).toBe("confirmed: 6 desk 2026-01-07 CTP");
    // Of the 16 hours before 7 January 8 are booked; 6 desks take 12.
    expect(ask(saw, line("1", "desk", 6, 7), {}, { capacity: {} })).toEqual({
      told: "later: 6 desk 2026-01-08 CTP",
      limit: "booked from 2026-01-07 to 2026-01-08",
      part: "4 2026-01-07",
      earliest: "2026-01-08",
    });
  });

  test("what takes longer by itself than there is time is limited by that", () => {
    expect(ask(saw, line("1", "desk", 9, 7), {}, { capacity: {} })).toMatchObject({
      told: "later: 9 desk 2026-01-09 CTP",
      limit: "ownTime",
    });
  });
});

describe("Promise: accepted, cancelled, refused", () => {
  const input = {
    items: [{ id: "a", onHand: 10, leadTime: 10 }],
    sources: [{ item: "a", kind: "buy" as const }],
  };

  test("a promise is booked with its schedule lines, and gives everything back when it is cancelled", () => {
    const live = plan(input);
    const promise = promiseDelivery(
      live,
      request([line("1", "a", 12, 7)], {
        delivery: "partial",
        customer: "acme",
        customerClass: "A",
        priority: 2,
      }),
    );
    expect(told(promise)).toBe("partial: 10 a 2026-01-07 ATP, 2 a 2026-01-15 CTP");
    expect(live.demands.length).toBe(0);
    const accepted = acceptPromise(live, promise);
    expect([...accepted.plan.demands].map(({ id, due }) => `${id} ${due}`)).toEqual([
      '["r","1",0] 2026-01-07',
      '["r","1",1] 2026-01-15',
    ]);
    expect(accepted.booked[1]).toMatchObject({
      demand: '["r","1",1]',
      request: "r",
      line: "1",
      site: "main",
      segment: null,
      date: "2026-01-15",
      requestedDate: "2026-01-07",
      customer: "acme",
      customerClass: "A",
      priority: 2,
    });
    expect(accepted.changes.demands?.put?.map(({ quantity }) => quantity)).toEqual(["10", "2"]);
    const { plan: back } = cancelPromise(accepted.plan, accepted.booked);
    expect([back.demands.length, back.orders.length]).toEqual([0, 0]);
  });

  const code = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      const [issue] = (error as PlanningInputError).issues;
      return `${issue?.code} ${issue?.path.join(".")}`;
    }
    return "none";
  };

  test("of another plan it is asked again, also after it was written and read back", () => {
    const live = plan(input);
    const [first, second] = ["x", "y"].map((id) =>
      promiseDelivery(live, request([line("1", "a", 6, 7)], { id })),
    ) as [DeliveryPromise, DeliveryPromise];
    const next = acceptPromise(live, first).plan;
    expect(code(() => acceptPromise(next, second))).toBe("contradiction promise");
    const freed = cancelPromise(next, acceptPromise(live, first).booked).plan;
    const read = JSON.parse(JSON.stringify(second)) as DeliveryPromise;
    expect(acceptPromise(freed, read).plan.demands.length).toBe(1);
    expect(code(() => acceptPromise(acceptPromise(freed, read).plan, read))).toBe(
      "duplicateId request.id",
    );
  });

  test("a mistake is named by its place in the request", () => {
    const of = (change: object) =>
      code(() => promiseDelivery(plan(input), request([{ ...line("1", "a", 1, 7), ...change }])));
    expect(of({ item: "b" })).toBe("unknownId request.lines.0.item");
    expect(of({ site: "x" })).toBe("unknownId request.lines.0.site");
    expect(of({ unit: "box" })).toBe("unknownId request.lines.0.unit");
    expect(of({ quantity: 0 })).toBe("outOfRange request.lines.0.quantity");
    expect(of({ quantity: "0.0000001" })).toBe("tooFine request.lines.0.quantity");
    expect(of({ requestedDate: "soon" })).toBe("invalidDate request.lines.0.requestedDate");
    expect(code(() => promiseDelivery(plan(input), request([])))).toBe("outOfRange request.lines");
    const wrong = { latestDate: "2026-01-01" };
    expect(code(() => promiseDelivery(plan(input), request([line("1", "a", 1, 7)]), wrong))).toBe(
      "outOfRange options.latestDate",
    );
    const capacity = { direction: "sideways" } as unknown as PromiseOptions["capacity"];
    const asked = request([line("1", "a", 1, 7)]);
    expect(code(() => promiseDelivery(plan(input), asked, { capacity }))).toBe(
      "outOfRange options.capacity.direction",
    );
    expect(code(() => acceptPromise(plan(input), {} as DeliveryPromise))).toBe(
      "missingField promise.promises",
    );
  });
});
