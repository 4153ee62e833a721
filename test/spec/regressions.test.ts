import { describe, expect, test } from "vitest";
import {
  carryOut,
  explainDemand,
  formatDay,
  type Plan,
  type PlanningInput,
  PlanningInputError,
  pegDemand,
  pegs,
  planFromJSON,
  planningRecord,
  planRequirements,
  realMovements,
  replan,
  safePlanRequirements,
} from "../../src/index.js";
import { byEngine, byReference } from "../support/compare-plans.js";

/** Item, quantity, start and due day of January or February of every order. */
function ordersOf(plan: Plan): string[] {
  return [...plan.orders].map(
    ({ item, quantity, start, due }) => `${item} ${quantity} ${start.slice(5)} ${due.slice(5)}`,
  );
}

function expiredOf(plan: Plan): string[] {
  return [...plan.messages].flatMap((message) =>
    message.code === "expired" ? [`${message.date.slice(5)} ${message.quantity}`] : [],
  );
}

const plan = (input: Omit<PlanningInput, "startDate">) =>
  planRequirements({ startDate: "2026-02-02", ...input });

describe("Once wrong, worked by hand", () => {
  test("A firm order that is moved in takes its lead time from T0 (K47)", () => {
    // It counts on the 3rd, for which it would have had to start on the 1st: it is there on the 4th.
    const movedIn = plan({
      items: [{ id: "A", leadTime: 2 }, { id: "C" }],
      boms: [{ item: "A", lines: [{ item: "C", quantity: 1 }] }],
      supplies: [
        { id: "MO", item: "A", quantity: 7, due: "2026-02-20", kind: "production", firm: true },
      ],
      demands: [{ id: "d", item: "A", quantity: 7, due: "2026-02-03" }],
    });
    const daysOf = ({ demands }: Plan) => [...demands].map(({ available }) => available);
    expect(daysOf(movedIn)).toEqual(["2026-02-04"]);
    expect(daysOf(planRequirements(carryOut(movedIn)))).toEqual(["2026-02-04"]);
    const [late] = explainDemand(movedIn, "d").chain;
    expect(late).toMatchObject({
      supply: "MO",
      start: "2026-02-01",
      due: "2026-02-03",
      feasibleStart: "2026-02-02",
      feasibleDue: "2026-02-04",
      limit: { kind: "leadTime" },
    });
  });

  test("Any number of scheduled supplies may have expired when one is drawn for a day (K57)", () => {
    // The purchase comes on the 4th, so what is scheduled is asked for the 3rd: it has expired by then.
    const expired = Array.from({ length: 20_000 }, (_, n) => ({
      ...{ id: `s${n}`, item: "A", quantity: 1, due: "2026-02-05", expires: "2026-02-03" },
      ...({ kind: "purchase", firm: true, scheduled: true } as const),
    }));
    const late = plan({
      conventions: { rescheduling: "achievable" },
      items: [{ id: "A", leadTime: 2 }],
      supplies: [
        { id: "P", item: "A", quantity: 1, due: "2026-02-04", kind: "purchase" },
        ...expired,
      ],
      demands: [{ id: "d", item: "A", quantity: 1, due: "2026-02-03" }],
    });
    expect(ordersOf(late)).toEqual(["A 1 02-01 02-03"]);
  });

  test("Two needs of one order that nothing covers are both below its demands (P2)", () => {
    // 4 × 20 and, two days later, 1 × 20 of C: each bike order has half of both.
    const lacking = plan({
      items: [
        { id: "A", leadTime: 5, lotSizing: { rule: "fixedOrderQuantity", quantity: 20 } },
        { id: "C", method: "unplanned" },
      ],
      boms: [
        {
          item: "A",
          lines: [
            { item: "C", quantity: 4 },
            { item: "C", quantity: 1, offset: 2 },
          ],
        },
      ],
      demands: [
        { id: "d1", item: "A", quantity: 10, due: "2026-02-16" },
        { id: "d2", item: "A", quantity: 10, due: "2026-02-17" },
      ],
    });
    const uncovered = (demand: string) =>
      pegDemand(lacking, demand).rows.flatMap(({ supply, quantity }) =>
        supply.kind === "uncovered" ? [`${quantity}`] : [],
      );
    expect([uncovered("d1"), uncovered("d2")]).toEqual([["50"], ["50"]]);
  });

  test("Supply that arrives after its expiry makes good no backlog (N2)", () => {
    // One is owed from the first day. The two of the 23rd have expired on the 21st: both leave.
    const late = plan({
      items: [{ id: "a", method: "reorderPoint", reorderPoint: 0 }],
      supplies: [
        {
          id: "s",
          item: "a",
          quantity: 2,
          due: "2026-02-23",
          kind: "purchase",
          expires: "2026-02-21",
        },
      ],
      demands: [{ id: "d", item: "a", quantity: 1, due: "2026-02-02" }],
    });
    expect(expiredOf(late)).toEqual(["02-23 2"]);
  });

  test("Stock of a phantom pays its own shortage before it expires (B3, N2)", () => {
    const short = plan({
      items: [{ id: "p", phantom: true, onHand: -45 }],
      stock: [{ item: "p", quantity: 1, expires: "2026-02-04" }],
    });
    expect(expiredOf(short)).toEqual([]);
  });

  test("Stock that never expires is summed before lots that do pay for what is missing (N2)", () => {
    // 1 − 1 = 0 is missing, so both of the lot are left when it expires.
    const summed = plan({
      horizonEnd: "2026-02-06",
      items: [{ id: "a" }],
      stock: [
        { item: "a", quantity: 1 },
        { item: "a", quantity: -1 },
        { item: "a", quantity: 2, expires: "2026-02-05" },
      ],
    });
    expect(expiredOf(summed)).toEqual(["02-05 2"]);
  });

  test("Stock of a phantom goes to the demand that was due first, also when both are past due (T2)", () => {
    // The one piece goes to the demand of the 24th; that of the 27th needs a component, whose day,
    // the 29th, is past: the planning start.
    const first = plan({
      items: [{ id: "p", phantom: true, onHand: 1 }, { id: "c" }],
      boms: [{ item: "p", lines: [{ item: "c", quantity: 1, offset: 2 }] }],
      demands: [
        { id: "later", item: "p", quantity: 1, due: "2026-01-27" },
        { id: "sooner", item: "p", quantity: 1, due: "2026-01-24" },
      ],
    });
    expect(ordersOf(first)).toEqual(["c 1 02-02 02-02"]);
  });

  test("A line of no quantity to a phantom draws none of its fixed lines (B3)", () => {
    const none = plan({
      items: [{ id: "a" }, { id: "p", phantom: true }, { id: "c" }],
      boms: [
        { item: "a", lines: [{ item: "p", quantity: 0 }] },
        { item: "p", lines: [{ item: "c", quantity: 1, fixed: true }] },
      ],
      demands: [{ id: "d", item: "a", quantity: 1, due: "2026-02-02" }],
    });
    expect(ordersOf(none)).toEqual(["a 1 02-02 02-02"]);
  });

  test("The position of a reorder point counts stock that is released after the horizon (N9)", () => {
    const covered = plan({
      items: [{ id: "a", method: "reorderPoint", reorderPoint: 1 }],
      stock: [{ item: "a", quantity: 1, availableFrom: "2026-02-05" }],
    });
    expect(ordersOf(covered)).toEqual([]);
  });

  test("An order of a reorder point is delivered at its start or later (T7, N9)", () => {
    // Started on Monday without lead time, it comes on Friday; one working day of receiving: the next one.
    const forward = plan({
      calendars: [{ id: "fridays", workingDays: ["fri"] }],
      sites: [{ id: "main", calendar: "fridays" }],
      items: [{ id: "a", receivingTime: 1, method: "reorderPoint", reorderPoint: 1 }],
    });
    expect(forward.orders.at(0)).toMatchObject({
      start: "2026-02-02",
      deliveryDate: "2026-02-06",
      due: "2026-02-13",
    });
  });

  test("Supply is moved in no further than a new order could be received, from a day off (K3, N5)", () => {
    // What is bought on Sunday is delivered on Monday, and received by Tuesday.
    const moved = planRequirements({
      startDate: "2026-02-01",
      calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
      sites: [{ id: "main", calendar: "week" }],
      items: [{ id: "a", receivingTime: 1 }],
      sources: [{ item: "a", kind: "buy" }],
      supplies: [{ id: "late", item: "a", kind: "purchase", quantity: 5, due: "2026-02-12" }],
      demands: [{ id: "d", item: "a", quantity: 5, due: "2026-02-02" }],
      conventions: { rescheduling: "achievable" },
    });
    expect([...moved.messages].filter(({ code }) => code === "expedite")).toMatchObject([
      { supply: "late", from: "2026-02-12", to: "2026-02-03" },
    ]);
  });

  test("A need waits for the scheduled supply that it takes of, and for no other (K75)", () => {
    const fenced = plan({
      items: [{ id: "x", decimals: 0, planningTimeFence: 2 }],
      supplies: [
        { id: "PO", item: "x", quantity: 5, due: "2026-02-05", kind: "purchase" },
        {
          ...{ id: "MO", item: "x", quantity: 2, due: "2026-02-06", kind: "production" },
          ...{ firm: true, scheduled: true },
        },
      ],
      demands: [
        { id: "d1", item: "x", quantity: 5, due: "2026-02-03" },
        { id: "d2", item: "x", quantity: 2, due: "2026-02-04" },
      ],
    });
    const { count, day, quantity } = realMovements(fenced).stock(0);
    const gone = Array.from({ length: count }, (_, k) => [formatDay(day[k]!), quantity[k]]);
    expect(gone.filter(([, moved]) => Number(moved) < 0)).toEqual([
      ["2026-02-03", -5],
      ["2026-02-06", -2],
    ]);
  });

  test("A demand on a phantom is told to wait for what goes through it before its own supply of the same day (K47)", () => {
    const late = plan({
      items: [
        { id: "kit", phantom: true, onHand: 1 },
        { id: "part", leadTime: 4 },
      ],
      boms: [{ item: "kit", lines: [{ item: "part", quantity: 1 }] }],
      supplies: [
        { id: "PO", item: "kit", quantity: 1, due: "2026-02-06", kind: "purchase", frozen: true },
      ],
      demands: [{ id: "d", item: "kit", quantity: 3, due: "2026-02-02" }],
      conventions: { rescheduling: "never" },
    });
    expect([...late.messages].filter(({ code }) => code === "demandLate")).toMatchObject([
      { date: "2026-02-06", limitedBy: { order: late.orders.at(0)!.id, supply: null } },
    ]);
  });

  test("A firm order keeps its id in messages beside a planned one that is named anew (R3, N6)", () => {
    const of = (id: string, due: string) => ({ id, item: "A", quantity: 1, due });
    const ofPlanned = (n: number) => JSON.stringify(["A", "main", null, "2026-02-04", null, n]);
    const input: PlanningInput = {
      startDate: "2026-02-02",
      conventions: { pastDue: "forward", effectivity: "due" },
      items: [
        { id: "A", decimals: 0, leadTime: 2 },
        { id: "P", phantom: true },
      ],
      boms: [{ item: "A", lines: [{ item: "P", quantity: 1 }] }],
      supplies: [
        { ...of(ofPlanned(0), "2026-02-04"), kind: "production", firm: true, frozen: true },
      ],
      demands: [of("soon", "2026-02-02"), of("d1", "2026-02-04"), of("d2", "2026-02-04")],
    };
    // The order for "soon" is wanted on the 2nd and there on the 4th, so it is 0 of that day, and the one
    // that was 0 is 1; the firm order is called like the first of them.
    const names = [...planRequirements(input).messages].flatMap((message) =>
      message.code === "noBom" ? [[message.date, message.order]] : [],
    );
    expect(names.sort()).toEqual([
      ["2026-02-02", ofPlanned(0)],
      ["2026-02-04", ofPlanned(0)],
      ["2026-02-04", ofPlanned(1)],
    ]);
    expect(byEngine(input)).toEqual(byReference(input));
  });

  test("Steps of the safety stock count for the default horizon though one site has none (N12)", () => {
    const stepped = plan({
      sites: [{ id: "A" }, { id: "B" }],
      items: [{ id: "a", safetyStock: [{ from: "2026-02-19", quantity: 3 }] }],
      itemSites: [{ item: "a", site: "A", safetyStock: 0 }],
    });
    expect(stepped.horizonEnd).toBe("2026-02-19");
  });

  test("A forecast that is dropped still names its stocking point (K22, T4)", () => {
    const named = plan({
      sites: [{ id: "A" }, { id: "B" }],
      items: [{ id: "a", safetyStock: 1 }],
      demands: [
        { id: "f", item: "a", site: "A", quantity: 5, due: "2026-01-30", kind: "forecast" },
      ],
    });
    expect(ordersOf(named)).toEqual(["a 1 02-02 02-02"]);
  });

  test("What is started before the planning start is summed exactly beyond 2^53 (Q4)", () => {
    const large = plan({
      items: [{ id: "a", decimals: 9, leadTime: 8 }],
      demands: [
        { id: "d", item: "a", quantity: "9000000", due: "2026-02-03" },
        { id: "e", item: "a", quantity: "1000000.000000001", due: "2026-02-04" },
      ],
    });
    expect(planningRecord(large, "a").pastDueStarts.toFixed()).toBe("10000000.000000001");
  });

  test("The messages of demands that are past due stand in the order of T2, not of the rows", () => {
    const demands = ["b", "a", "c"].map((id, n) => ({
      id,
      item: "a",
      quantity: 1,
      due: n === 2 ? "2026-01-30" : "2026-01-31",
    }));
    const told = (rows: typeof demands) => {
      const { messages } = plan({ items: [{ id: "a" }], demands: rows });
      return ["pastDueDemand", "demandLate"].map((code) =>
        [...messages].flatMap((one) => (one.code === code && "demand" in one ? [one.demand] : [])),
      );
    };
    const order = ["c", "a", "b"];
    expect(told(demands)).toEqual([order, order]);
    expect(told(demands.reverse())).toEqual([order, order]);
  });

  test("What no source takes today is taken when its window has grown enough (L3)", () => {
    // On the 10th one is short; the window of the 11th reaches the second, which the source takes.
    const grown = plan({
      items: [{ id: "a", lotSizing: { rule: "periodOrderQuantity", days: 2 } }],
      sources: [{ item: "a", kind: "buy", minQuantity: 2 }],
      demands: [
        { id: "d", item: "a", quantity: 1, due: "2026-02-10" },
        { id: "e", item: "a", quantity: 1, due: "2026-02-14" },
      ],
    });
    expect(ordersOf(grown)).toEqual(["a 2 02-13 02-13"]);
  });

  test("A plan keeps copies of columns, so that a host may use its buffers again", () => {
    const quantity = Float64Array.of(5_000_000);
    const columns = {
      demands: { item: Int32Array.of(0), day: Int32Array.of(20_490), quantity },
    };
    const kept = planRequirements({ startDate: "2026-02-02", items: [{ id: "a" }] }, { columns });
    quantity[0] = 9_000_000;
    expect(`${kept.demands.at(0)?.quantity}`).toBe("5");
    expect([...planFromJSON(JSON.stringify(kept)).orders]).toEqual([...kept.orders]);
  });

  test("A misspelt option is refused, not passed over", () => {
    const input = { startDate: "2026-02-02", items: [{ id: "a" }] };
    const options = (given: unknown) => safePlanRequirements(input, given as object);
    expect(options({ colums: {} })).toMatchObject({ issues: [{ code: "unknownField" }] });
    expect(options(null)).toMatchObject({ issues: [{ code: "invalidType" }] });
    const bucket = { bucket: "year" as "day" };
    expect(() => planningRecord(planRequirements(input), "a", bucket)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "invalidType" })] }),
    );
  });

  test("Many messages of one stocking point do not overflow the stack", () => {
    const count = 150_000;
    const demands = Array.from({ length: count }, (_, n) => ({
      id: `d${n}`,
      item: "a",
      quantity: 1,
      due: "2026-01-30",
    }));
    const { messages } = plan({ items: [{ id: "a" }], demands });
    expect([...messages].filter(({ code }) => code === "pastDueDemand").length).toBe(count);
  });

  test("What a day needs beyond 2^53 is refused though stock brings it back into range (Q4)", () => {
    const input: PlanningInput = {
      startDate: "2026-02-02",
      items: [
        { id: "a", decimals: 9, onHand: 300_000 },
        { id: "b", decimals: 9 },
      ],
      boms: [{ item: "b", lines: [{ item: "a", quantity: "1/7" }] }],
      demands: [
        { id: "d", item: "a", quantity: "9000000", due: "2026-02-02" },
        { id: "e", item: "b", quantity: "1800000", due: "2026-02-02" },
      ],
    };
    const refused = { ok: false, issues: [{ code: "quantityOverflow" }] };
    expect(safePlanRequirements(input)).toMatchObject(refused);
    const general = { ...input, conventions: { grouping: "demand" } } as const;
    expect(safePlanRequirements(general)).toMatchObject(refused);
  });

  test("An order that is too large to be counted is refused before its routing is asked how long it takes (Q4)", () => {
    const input: PlanningInput = {
      startDate: "2026-01-26",
      items: [
        { id: "frame", decimals: 9 },
        { id: "tube", decimals: 9, leadTimeBasis: "routing" },
        { id: "bar", decimals: 9 },
      ],
      boms: [
        {
          item: "frame",
          lines: [
            { item: "tube", quantity: "123456789/123456787" },
            { item: "tube", quantity: 1 },
          ],
        },
        { item: "tube", lines: [{ item: "bar", quantity: 1 }] },
      ],
      workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "16:00" }] }],
      routings: [
        { id: "cut", item: "tube", operations: [{ id: "10", workCenter: "saw", move: 0.25 }] },
      ],
      demands: [{ id: "d", item: "frame", quantity: 4_600_000, due: "2026-01-26" }],
    };
    const refused = { ok: false, issues: [{ code: "quantityOverflow", item: "tube" }] };
    expect(safePlanRequirements(input)).toMatchObject(refused);
  });

  test("What a buffer orders counts on the next run, also where days off make it come later (K39)", () => {
    const input = {
      startDate: "2026-01-05",
      horizonEnd: "2026-01-31",
      calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] as const }],
      sites: [{ id: "main", calendar: "week" }],
      items: [
        {
          id: "a",
          leadTime: 5,
          leadTimeBasis: "working" as const,
          method: "ddmrp" as const,
          ddmrp: { averageDailyUsage: 1, leadTimeFactor: 1, variabilityFactor: 0 },
        },
      ],
    };
    const first = planRequirements(input);
    expect(ordersOf(first)).toEqual(["a 15 01-05 01-12"]);
    const supplies = [
      { id: "s", item: "a", quantity: 15, due: "2026-01-12", kind: "purchase" as const },
    ];
    expect(ordersOf(planRequirements({ ...input, supplies }))).toEqual([]);
  });

  test("Of two supplies the one that will stand last is lowered, so that the next plan draws as this one (K33)", () => {
    const input = {
      startDate: "2026-01-05",
      horizonEnd: "2026-01-25",
      conventions: { resize: true },
      items: [{ id: "x", lotSizing: { rule: "orderUpTo" as const, orderUpTo: 10 } }],
      supplies: [
        { id: "b", item: "x", quantity: 24, due: "2026-01-10", kind: "purchase" as const },
        { id: "a", item: "x", quantity: 20, due: "2026-01-11", kind: "purchase" as const },
      ],
      demands: [
        { id: "d", item: "x", quantity: 31, due: "2026-01-09" },
        { id: "e", item: "x", quantity: 12, due: "2026-01-15" },
      ],
    };
    const first = planRequirements(input);
    const next = planRequirements(carryOut(first));
    expect(ordersOf(next)).toEqual(ordersOf(first));
    expect([...next.messages]).toEqual([]);
  });

  test("Offsets under a phantom with stock count on the calendar of the site that receives, wherever the phantom is (K45)", () => {
    const plan = planRequirements({
      startDate: "2026-01-26",
      horizonEnd: "2026-01-30",
      calendars: [{ id: "short", workingDays: ["tue", "wed"] }],
      sites: [{ id: "plant" }, { id: "supplier", calendar: "short" }],
      items: [{ id: "frame" }, { id: "kit", phantom: true }, { id: "bolt" }],
      boms: [
        { item: "frame", site: "plant", lines: [{ item: "kit", quantity: 1 }] },
        { item: "kit", site: "supplier", lines: [{ item: "bolt", quantity: 1, offset: 1 }] },
      ],
      sources: [{ item: "frame", site: "plant", kind: "subcontract", from: "supplier" }],
      stock: [{ item: "kit", site: "supplier", quantity: 4 }],
      demands: [{ id: "d", item: "frame", site: "plant", quantity: 10, due: "2026-01-28" }],
    });
    // A day after the 28th is the 29th; there nobody works then, so that the bolts must be there before.
    expect(ordersOf(plan)).toEqual(["frame 10 01-28 01-28", "bolt 6 01-28 01-28"]);
  });

  test("What has expired by the day of a need does not cover it, also where a reservation left it over (K48)", () => {
    // d1 has two of the lot, which the plan would have left; so p, of which it would have used them, leaves
    // unused on the 9th. The three of the 16th are of the lot.
    const input = plan({
      horizonEnd: "2026-02-20",
      items: [{ id: "a" }],
      stock: [{ item: "a", quantity: 6, lot: "l" }],
      supplies: [
        {
          ...{ id: "p", item: "a", quantity: 2, due: "2026-02-05", expires: "2026-02-09" },
          ...{ kind: "purchase", frozen: true },
        },
      ],
      demands: [
        { id: "d1", item: "a", quantity: 2, due: "2026-02-06" },
        { id: "d0", item: "a", quantity: 3, due: "2026-02-16" },
      ],
      reservations: [{ demand: "d1", lot: "l", quantity: 2 }],
    });
    const found = pegs(input, "a").map(
      ({ quantity, supply, need }) =>
        `${quantity} ${supply.kind} > ${need.kind === "demand" ? need.id : need.kind}`,
    );
    expect(found).toEqual([
      "2 stock > d1",
      "3 stock > d0",
      "1 stock > excess",
      "2 supply > excess",
    ]);
  });

  test("Stock of one day is one cover, in whatever order its rows stand (K48, R1)", () => {
    // Three and nine leave on one day; two more of the same day never do: eight of the twelve, then all.
    const lots = [
      { item: "a", quantity: 3, lot: "L0", expires: "2026-02-06" },
      { item: "a", quantity: 9, lot: "L1", expires: "2026-02-06" },
      { item: "a", quantity: 2, lot: "L2" },
    ];
    const first = {
      items: [{ id: "a", decimals: 0 }],
      stock: lots,
      demands: [
        { id: "d", item: "a", quantity: 8, due: "2026-02-03" },
        { id: "e", item: "a", quantity: 6, due: "2026-02-04" },
      ],
    };
    const made = plan(first);
    const again = replan(made, { stock: { put: [lots[0]!] } });
    const swapped = plan({ ...first, stock: [lots[1]!, lots[2]!, lots[0]!] });
    for (const each of [made, again, swapped]) {
      for (const [demand, all] of [
        ["d", "8"],
        ["e", "6"],
      ] as const) {
        const { covers } = explainDemand(each, demand);
        expect(covers.map(({ supply, quantity }) => `${quantity} ${supply.kind}`)).toEqual([
          `${all} stock`,
        ]);
        const { rows } = pegDemand(each, demand);
        expect(rows.map(({ supply, quantity }) => `${quantity} ${supply.kind}`)).toEqual([
          `${all} stock`,
        ]);
      }
    }
  });

  test("A reserved lot gives a demand of several days what it holds, and no more (P2, K48)", () => {
    // Of the blue lot two are there at once and four on the 3rd: two and one for the first day, three
    // for the second; the red ones beside them are not reserved.
    const reserved = plan({
      items: [{ id: "a", decimals: 0, forecast: { spread: "daily" } }],
      stock: [
        { item: "a", quantity: 2, lot: "blue" },
        { item: "a", quantity: 8, lot: "red" },
        { item: "a", quantity: 4, lot: "blue", availableFrom: "2026-02-03" },
      ],
      demands: [
        {
          ...{ id: "f", item: "a", kind: "forecast", quantity: 6 },
          ...{ due: "2026-02-03", until: "2026-02-04" },
        },
      ],
      reservations: [{ demand: "f", lot: "blue", quantity: 6 }],
    });
    const ofForecast = [...pegs(reserved, "a")].flatMap(({ need, supply, quantity }) =>
      need.kind === "demand" && supply.kind === "stock"
        ? [`${quantity} of ${supply.date.slice(5)} for ${need.date.slice(5)}`]
        : [],
    );
    expect(ofForecast).toEqual([
      "2 of 02-02 for 02-03",
      "1 of 02-03 for 02-03",
      "3 of 02-03 for 02-04",
    ]);
  });

  test("No stock vanishes unsaid: it expires, is blocked, or is refused (N2, K15)", () => {
    // Nine that count from the 3rd leave on the 4th; what has expired by today, the 2nd, leaves today.
    // What would count on the 4th and leaves then is refused, unless it is blocked and never counts.
    const none = { horizonEnd: "2026-02-10", items: [{ id: "a" }] };
    const said = (row: { availableFrom: string; expires: string; status?: "blocked" }) => () =>
      expiredOf(plan({ ...none, stock: [{ item: "a", quantity: 9, ...row }] }));
    expect(said({ availableFrom: "2026-02-03", expires: "2026-02-04" })()).toEqual(["02-04 9"]);
    expect(said({ availableFrom: "2026-02-02", expires: "2026-02-01" })()).toEqual(["02-02 9"]);
    const late = { availableFrom: "2026-02-04", expires: "2026-02-04" };
    expect(said({ ...late, status: "blocked" })()).toEqual([]);
    expect(said(late)).toThrow(PlanningInputError);
    const put = [{ item: "a", quantity: 9, status: "inspection" as const, ...late }];
    expect(() => replan(plan(none), { stock: { put } })).toThrow(PlanningInputError);
  });
});
