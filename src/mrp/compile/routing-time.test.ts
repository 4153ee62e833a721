import {
  explainOrder,
  explanationText,
  type PlanningInput,
  type PlanningRow,
  planRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";

type ItemRow = PlanningRow<"items">;

/** A wheel that takes 4 hours of set-up and half an hour a piece, eight hours a day. */
const input = (wheel: Omit<ItemRow, "id">, fields: Partial<PlanningInput> = {}): PlanningInput => ({
  startDate: "2026-01-05",
  workCenters: [{ id: "lathe", shifts: [{ from: "06:00", until: "14:00" }] }],
  routings: [
    {
      id: "turning",
      item: "wheel",
      operations: [{ id: "10", workCenter: "lathe", setup: 4, run: 0.5 }],
    },
  ],
  items: [{ id: "wheel", leadTimeBasis: "routing", ...wheel }],
  sources: [{ item: "wheel", kind: "make" }],
  ...fields,
});

const demand = (quantity: number, due: string) => ({ id: due, item: "wheel", quantity, due });

const datesOf = (of: PlanningInput): string[] =>
  [...planRequirements(of).orders].map(
    ({ item, quantity, start, due }) => `${quantity} ${item} ${start} > ${due}`,
  );

describe("A lead time from a routing", () => {
  test("is that of each order's own quantity", () => {
    const demands = [demand(8, "2026-01-12"), demand(40, "2026-01-19"), demand(41, "2026-01-26")];
    expect(datesOf(input({}, { demands }))).toEqual([
      "8 wheel 2026-01-11 > 2026-01-12",
      "40 wheel 2026-01-16 > 2026-01-19",
      "41 wheel 2026-01-22 > 2026-01-26",
    ]);
  });

  test("is that of each piece that a maximum cuts", () => {
    const demands = [demand(50, "2026-01-19")];
    expect(datesOf(input({ maximumOrder: 40 }, { demands }))).toEqual([
      "40 wheel 2026-01-16 > 2026-01-19",
      "10 wheel 2026-01-17 > 2026-01-19",
    ]);
  });

  test("counts working days of the site between receiving and release time", () => {
    const calendars = [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] as const }];
    const [order] = planRequirements(
      input(
        { receivingTime: 1, releaseTime: 2 },
        {
          calendars,
          sites: [{ id: "main", calendar: "week" }],
          demands: [demand(40, "2026-01-20")],
        },
      ),
    ).orders;
    expect(order).toMatchObject({
      orderDate: "2026-01-12",
      start: "2026-01-14",
      deliveryDate: "2026-01-19",
      due: "2026-01-20",
    });
  });

  test("makes the order of a reorder point come forward by its quantity", () => {
    const of = input({ method: "reorderPoint", reorderPoint: 1, orderUpTo: 41 }, {});
    expect(datesOf(of)).toEqual(["41 wheel 2026-01-05 > 2026-01-09"]);
  });

  test("without a quantity is that of nothing started, rounded up", () => {
    const of = input(
      { safetyStock: 16 },
      { conventions: { safetyStock: "leadTime" }, horizonEnd: "2026-01-20" },
    );
    // Wanted when a new order could arrive: half a day of set-up, rounded up.
    expect(datesOf(of)).toEqual(["16 wheel 2026-01-04 > 2026-01-06"]);
  });

  test("says from when on an open supply may be moved in, where no sooner than a new order", () => {
    const of = input(
      {},
      {
        conventions: { rescheduling: "achievable" },
        supplies: [{ id: "s", item: "wheel", quantity: 8, due: "2026-01-20", kind: "production" }],
        demands: [demand(8, "2026-01-05")],
      },
    );
    const [supply] = planRequirements(of).supplies;
    expect(supply?.date).toBe("2026-01-06");
  });

  test("tells how late a demand really is", () => {
    const { messages } = planRequirements(input({}, { demands: [demand(40, "2026-01-06")] }));
    const late = [...messages].find(({ code }) => code === "demandLate");
    expect(late).toMatchObject({ date: "2026-01-08", days: 2 });
  });

  test("dates orders that had to start before the planning start forward from it", () => {
    const of = input(
      {},
      { conventions: { pastDue: "forward" }, demands: [demand(40, "2026-01-06")] },
    );
    expect(datesOf(of)).toEqual(["40 wheel 2026-01-05 > 2026-01-08"]);
  });

  test("is explained by the operations on the longest way and what they take", () => {
    const plan = planRequirements(input({}, { demands: [demand(40, "2026-01-19")] }));
    const explanation = explainOrder(plan, plan.orders.at(0)!.id);
    const step = explanation.steps.find((one) => one.step === "date" && one.move === "leadTime");
    expect(step).toMatchObject({
      days: 3,
      basis: "working",
      routing: {
        id: "turning",
        operations: ["10"],
        queue: "0",
        setup: "0.5",
        run: "2.5",
        teardown: "0",
        waitAndMove: "0",
        subcontract: "0",
        days: "3",
      },
    });
    expect(explanationText(explanation)).toContain(
      "lead time: 3 working days, by routing turning through 10 3 (0.5 set-up + 2.5 run) back from 2026-01-19 to 2026-01-16",
    );
  });

  test("belongs to what is made: what is bought besides has its fixed one", () => {
    const of = input(
      { leadTime: undefined },
      {
        sources: [
          { item: "wheel", kind: "make", maxQuantity: 10 },
          { item: "wheel", kind: "buy", rank: 1, leadTime: 7 },
        ],
        demands: [demand(8, "2026-01-12"), demand(40, "2026-01-19")],
      },
    );
    expect(datesOf(of)).toEqual([
      "8 wheel 2026-01-11 > 2026-01-12",
      "40 wheel 2026-01-12 > 2026-01-19",
    ]);
  });

  test("of a source goes before the lead time of its item", () => {
    const of = input(
      { leadTime: 9, leadTimeBasis: undefined },
      {
        sources: [{ item: "wheel", kind: "make", leadTimeBasis: "routing" }],
        demands: [demand(8, "2026-01-19")],
      },
    );
    expect(datesOf(of)).toEqual(["8 wheel 2026-01-18 > 2026-01-19"]);
  });
});
