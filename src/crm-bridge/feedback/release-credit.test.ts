import { describe, expect, test } from "vitest";
import { creditHolds, readCrmRecords, releaseCredit } from "../../index.js";

const line = { id: "1", product: "bike", unitPrice: 500, requestedDate: "2026-03-20" };
const order = (id: string, quantity: number) =>
  ({
    id,
    account: "Bell",
    status: "open",
    date: "2026-03-01",
    lines: [{ ...line, quantity }],
  }) as const;
const records = readCrmRecords({
  accounts: [{ id: "Bell", creditLimit: { amount: 1500 } }],
  products: [{ id: "bike" }],
  orders: [order("A", 2), order("B", 2), order("C", 1)],
});
const asOf = "2026-03-02";

describe("The release of a credit hold", () => {
  test("the order is held no more; its value stays, and so do the holds after it", () => {
    const { released, holds, records: next } = releaseCredit(records, { order: "B", asOf });
    expect([released.order, `${released.exposure}`]).toEqual(["B", "2000"]);
    expect(holds.map((hold) => [hold.order, `${hold.exposure}`])).toEqual([["C", "2500"]]);
    expect(creditHolds(next, { asOf }).holds).toEqual(holds);
    expect(creditHolds(records, { asOf }).holds.length).toBe(2);
  });

  test("an order that is worth nothing is released as any other", () => {
    const gift = {
      ...order("G", 1),
      date: "2026-03-02",
      lines: [{ ...line, quantity: 1, unitPrice: 0 }],
    };
    const given = readCrmRecords({ ...records, orders: [...records.orders, gift] });
    const { released, holds } = releaseCredit(given, { order: "G", asOf });
    expect([`${released.value}`, `${released.exposure}`]).toEqual(["0", "2500"]);
    expect(holds.map((hold) => hold.order)).toEqual(["B", "C"]);
  });

  test("what is not on hold, or not there, is refused", () => {
    expect(() => releaseCredit(records, { order: "A", asOf })).toThrow("contradiction");
    expect(() => releaseCredit(records, { order: "D", asOf })).toThrow("unknownId");
    const { records: next } = releaseCredit(records, { order: "B", asOf });
    expect(() => releaseCredit(next, { order: "B", asOf })).toThrow("contradiction");
  });
});
