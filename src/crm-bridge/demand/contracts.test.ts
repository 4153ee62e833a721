import { describe, expect, test } from "vitest";
import { demandOf, line, march, order, reasons, texts } from "../../../test/support/crm/bell.js";

const callOff = (id: string, quantity: number, more: object = {}) => ({
  ...{ id, line: "1", quantity, requestedDate: "2026-03-20" },
  ...more,
});
const contract = (more: object = {}) => ({
  ...{ id: "K", account: "Bell", validFrom: "2026-01-01", validTo: "2026-05-16" },
  lines: [{ id: "1", product: "bicycle", quantity: 100 }],
  callOffs: [callOff("a", 15, { shipped: 15 }), callOff("b", 10, { promisedDate: "2026-03-27" })],
  ...more,
});
const even = { contractRest: "even" } as const;

describe("Contracts", () => {
  test("call-offs are orders", () => {
    const demand = demandOf({ contracts: [contract()] });
    expect(texts(demand)).toEqual(["K: 10 on 2026-03-27"]);
    expect(demand.demands[0]?.id).toBe('["contract","K","b"]');
    expect(reasons(demand)).toEqual(["K: 0, uncalled", "K: 0, shipped", "K: 10, callOff"]);
  });

  test("what nobody has called off is spread by days over the months that are left", () => {
    const demand = demandOf({ contracts: [contract()] }, even);
    // 75 over 30 days of March, 30 of April and 15 of May; its last day is the one before validTo.
    expect(texts(demand)).toEqual([
      "K: 10 on 2026-03-27",
      "K: 30 on 2026-03-02, consumes 0",
      "K: 30 on 2026-04-01, consumes 0",
      "K: 15 on 2026-05-01, consumes 0",
    ]);
    expect(demand.demands[1]).toMatchObject({
      ...{ id: '["contractRest","K","1","2026-03"]', kind: "forecast", until: "2026-03-31" },
    });
    expect(demand.account[0]?.demands.length).toBe(3);
  });

  test("an order that names the contract is a call-off too, a cancelled one is none", () => {
    const orders = [
      order("A", 30, { contract: "K" }),
      order("B", 20, { contract: "K", status: "cancelled" }),
      order("C", 20, { contract: "K", status: "closed", lines: [{ ...line(20), shipped: 5 }] }),
    ];
    const demand = demandOf({ contracts: [contract()], orders }, even);
    expect(reasons(demand)).toContain("K: 40, contractRest");
  });

  test("what was shipped beyond a call-off, or an order of the contract, was called too, open or closed", () => {
    for (const status of ["open", "closed"] as const) {
      const orders = [
        order("A", 4, { contract: "K", status, lines: [{ ...line(4), shipped: 6 }] }),
      ];
      const callOffs = [callOff("a", 10, { shipped: 14 })];
      const contracts = [contract({ callOffs, forecast: "March" })];
      const demand = demandOf({ contracts, orders, forecasts: [march(20)] }, even);
      expect(reasons(demand)).toContain("K: 80, contractRest");
      expect(demand.forecasts[0]?.takenBy.map(({ quantity }) => `${quantity}`)).toEqual([
        "14",
        "6",
      ]);
    }
  });

  test("one that is over leaves nothing, nor does one that is called off", () => {
    const over = demandOf({ contracts: [contract({ validTo: "2026-03-02" })] }, even);
    expect(reasons(over)[0]).toBe("K: 0, expired");
    const called = demandOf({ contracts: [contract({ callOffs: [callOff("a", 120)] })] }, even);
    expect(reasons(called)[0]).toBe("K: 0, called");
  });

  test("call-offs and the rest take from the contract's forecast", () => {
    const contracts = [contract({ forecast: "March" })];
    const demand = demandOf({ contracts, forecasts: [march(60)] }, even);
    // Call-offs take 25, the rest of March and April 35 of its 75.
    expect(demand.forecasts[0]?.takenBy.map(({ quantity }) => `${quantity}`)).toEqual([
      ...["15", "10", "30", "5"],
    ]);
    expect(`${demand.account[0]?.over}`).toBe("40");
  });
});
