import { describe, expect, test } from "vitest";
import {
  acceptPromise,
  type CrmRecordsInput,
  demandFromCrm,
  orderStatus,
  type PlanningInput,
  planRequirements,
  promiseDelivery,
  readCrmRecords,
  replan,
} from "../../index.js";

const start = "2026-01-05";

const items = [
  { id: "bike", decimals: 0, leadTime: 2, onHand: 3 },
  { id: "wheel", decimals: 0, leadTime: 10 },
];
const shop: PlanningInput = {
  startDate: start,
  horizonEnd: "2026-02-27",
  items,
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
};

function orderOf(id: string, date: string, lines: readonly object[], rest: object = {}) {
  return { id, account: "Bell", status: "open", date, lines, ...rest };
}

function recordsOf(rest: object) {
  return readCrmRecords({
    accounts: [{ id: "Bell" }],
    products: [{ id: "bike", decimals: 0 }],
    ...rest,
  } as CrmRecordsInput);
}

function planOf(
  records: ReturnType<typeof recordsOf>,
  credit: "promised" | "excluded" = "promised",
) {
  const { demands } = demandFromCrm(records, {
    ...{ asOf: start, deals: { use: "none" }, needDate: { from: "requested" } },
    ...{ forecast: { prefer: "adjusted" }, pipeline: "linked", contractRest: "none", credit },
  });
  return planRequirements({ ...shop, demands });
}

describe("The status of orders", () => {
  const line = { product: "bike", requestedDate: "2026-01-07" };
  const records = recordsOf({
    orders: [
      orderOf("A", "2026-01-01", [
        { ...line, id: "1", quantity: 3 },
        { ...line, id: "2", quantity: 4, promisedDate: "2026-01-14" },
        { ...line, id: "3", quantity: 2, shipped: 2 },
      ]),
      orderOf("B", "2026-01-02", [{ ...line, id: "1", quantity: 1 }], { status: "cancelled" }),
    ],
    contracts: [
      {
        ...{ id: "C", account: "Bell", validFrom: "2026-01-01", validTo: "2027-01-01" },
        lines: [{ id: "1", product: "bike", quantity: 100 }],
        callOffs: [{ id: "1", line: "1", quantity: 5, requestedDate: "2026-02-02" }],
      },
    ],
    serviceNeeds: [{ id: "S", product: "bike", quantity: 1, requestedDate: "2026-02-03" }],
  });
  const statuses = orderStatus(planOf(records), records);

  test("every line that is ordered and not ended has one, by the id of its demand", () => {
    expect(
      statuses.map(({ demand, status, available, daysLate }) => [
        demand,
        status,
        available,
        daysLate,
      ]),
    ).toEqual([
      ['["contract","C","1"]', "onTime", "2026-02-02", 0],
      ['["order","A","1"]', "onTime", "2026-01-05", 0],
      ['["order","A","2"]', "late", "2026-01-17", 3],
      ['["order","A","3"]', "shipped", null, null],
      ['["service","S"]', "onTime", "2026-02-03", 0],
    ]);
  });

  test("what is late has its cause: the part that limits, the way to it, and a sentence", () => {
    const cause = statuses[2]?.cause;
    expect(cause?.limit).toMatchObject({
      item: "wheel",
      date: "2026-01-15",
      because: { kind: "leadTime" },
    });
    expect(cause?.chain.map(({ item }) => item)).toEqual(["bike", "wheel"]);
    expect(cause?.text).toBe(
      "It waits for an order of wheel at main, there on 2026-01-15: its lead time from the planning start.",
    );
    expect(statuses[1]?.cause).toBe(null);
  });

  test("days are told against the promise, and against the wish besides", () => {
    const { promised, requested, daysLate, daysAfterRequest } = statuses[2]!;
    expect([promised, requested, daysLate, daysAfterRequest]).toEqual([
      "2026-01-14",
      "2026-01-07",
      3,
      10,
    ]);
  });

  test("a plan that has it due later than promised is the cause itself", () => {
    const later = replan(planOf(records), {
      demands: { change: [{ id: '["order","A","1"]', due: "2026-01-20" }] },
    });
    const earlier = replan(later, { items: { change: [{ id: "bike", onHand: 0 }] } });
    const status = orderStatus(earlier, records)[1];
    expect([status?.status, status?.daysLate, status?.cause?.limit]).toEqual(["late", 13, null]);
    expect(status?.cause?.text).toBe("The plan has it due on 2026-01-20 only.");
  });

  test("what a plan does not have, or not within its horizon, is not planned", () => {
    const without = planRequirements({ ...shop, horizonEnd: "2026-01-06" });
    expect(orderStatus(without, records).map(({ status }) => status)).toEqual([
      ...["notPlanned", "notPlanned", "notPlanned", "shipped", "notPlanned"],
    ]);
    const far = recordsOf({
      orders: [
        orderOf("A", "2026-01-01", [
          { ...line, id: "1", quantity: 9, requestedDate: "2027-01-01" },
        ]),
      ],
    });
    const plan = planRequirements({
      ...shop,
      demands: [{ id: '["order","A","1"]', item: "bike", quantity: 9, due: "2027-01-01" }],
    });
    expect(orderStatus(plan, far)[0]).toMatchObject({ status: "notPlanned", daysLate: null });
  });

  test("what is never there is late without a number of days", () => {
    const plan = planRequirements({
      ...{
        startDate: start,
        horizonEnd: "2026-02-27",
        items: [{ id: "bike", method: "unplanned" }],
      },
      demands: [{ id: '["order","A","1"]', item: "bike", quantity: 9, due: "2026-01-08" }],
    });
    const one = recordsOf({
      orders: [orderOf("A", "2026-01-01", [{ ...line, id: "1", quantity: 9 }])],
    });
    const [status] = orderStatus(plan, one);
    expect([status?.status, status?.available, status?.daysLate]).toEqual(["late", null, null]);
    expect(status?.cause?.text).toContain("nothing covers it within the horizon");
  });

  test('what its customer\'s credit does not cover is held, and under "promised" stands as all others', () => {
    const held = recordsOf({
      accounts: [{ id: "Bell", creditLimit: { amount: 100 } }],
      orders: [orderOf("A", "2026-01-01", [{ ...line, id: "1", quantity: 3, unitPrice: 50 }])],
    });
    const [excluded] = orderStatus(planOf(held, "excluded"), held);
    expect([excluded?.status, excluded?.available]).toEqual(["held", null]);
    expect(`${excluded?.hold?.exposure} of ${excluded?.hold?.limit}`).toBe("150 of 100");
    const [promised] = orderStatus(planOf(held), held, { credit: "promised" });
    expect([promised?.status, promised?.hold?.order]).toEqual(["onTime", "A"]);
  });

  test("promises that were booked stand in the same way", () => {
    const plan = planRequirements(shop);
    const asked = (id: string, quantity: number) =>
      ({
        ...({ id, delivery: "whole", customer: "Bell" } as const),
        lines: [{ id: "1", item: "bike", quantity, requestedDate: "2026-01-06" }],
      }) as const;
    const { plan: next, booked } = acceptPromise(plan, promiseDelivery(plan, asked("R", 3)));
    expect(orderStatus(next, booked)[0]).toMatchObject({
      ...{ status: "onTime", promised: "2026-01-06", customer: "Bell", record: null },
    });
    const later = replan(next, { items: { change: [{ id: "bike", onHand: 2 }] } });
    expect(orderStatus(later, booked)[0]).toMatchObject({ status: "late", daysLate: 11 });
  });
});
