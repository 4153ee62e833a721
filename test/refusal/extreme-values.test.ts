import { describe, expect, test } from "vitest";
import {
  explainDemand,
  explanationText,
  planFromJSON,
  planningRecord,
  planRequirements,
} from "../../src/index.js";
import { ordersOf } from "./orders-of.js";
import { issuesOf } from "./refusal.js";

describe("Days at their ends", () => {
  const planFor = (startDate: string, due: string, leadTime: number, more: object = {}): string[] =>
    ordersOf(
      planRequirements({
        startDate,
        items: [{ id: "wheel", leadTime, leadTimeBasis: "calendar" }],
        demands: [{ id: "d", item: "wheel", quantity: 1, due }],
        ...more,
      }),
    );

  test("a leap day is due, and lies between two others", () => {
    expect(planFor("2028-01-01", "2028-02-29", 0)).toEqual(["wheel 1 2028-02-29 2028-02-29"]);
    expect(planFor("2028-01-01", "2028-03-01", 1)).toEqual(["wheel 1 2028-02-29 2028-03-01"]);
    expect(planFor("2028-01-01", "2028-03-01", 2)).toEqual(["wheel 1 2028-02-28 2028-03-01"]);
    expect(planFor("2027-01-01", "2027-03-01", 1)).toEqual(["wheel 1 2027-02-28 2027-03-01"]);
    expect(planFor("2100-01-01", "2100-03-01", 1)).toEqual(["wheel 1 2100-02-28 2100-03-01"]);
    expect(planFor("2000-01-01", "2000-03-01", 1)).toEqual(["wheel 1 2000-02-29 2000-03-01"]);
  });

  test("a year ends with its last day", () => {
    expect(planFor("2026-12-01", "2027-01-01", 1)).toEqual(["wheel 1 2026-12-31 2027-01-01"]);
    expect(planFor("2026-12-31", "2026-12-31", 0)).toEqual(["wheel 1 2026-12-31 2026-12-31"]);
  });

  test("three centuries are one horizon", () => {
    const horizonEnd = "2199-12-31";
    expect(planFor("1900-01-01", "2199-12-31", 1, { horizonEnd })).toEqual([
      "wheel 1 2199-12-30 2199-12-31",
    ]);
    expect(planFor("2199-12-31", "2199-12-31", 36_500, { horizonEnd })).toEqual([
      "wheel 1 2100-01-24 2199-12-31",
    ]);
    expect(planFor("1900-01-01", "1900-01-01", 36_500, { horizonEnd })).toEqual([
      "wheel 1 1800-01-25 1900-01-01",
    ]);
  });
});

describe("Quantities at their ends", () => {
  const LARGEST = Number.MAX_SAFE_INTEGER;
  const planFor = (item: object, quantity: number | string, more: object = {}): string[] =>
    ordersOf(
      planRequirements({
        startDate: "2026-01-05",
        items: [{ id: "wheel", ...item }],
        demands: [{ id: "d", item: "wheel", quantity, due: "2026-01-09" }],
        ...more,
      }),
    ).map((line) => line.split(" ")[1]!);

  test("what a yield makes too large to be counted is refused by lanes that ship from stock, too", () => {
    const from = { item: "wheel", kind: "transfer", site: "shop", from: "plant" };
    const planned = (quantity: number): string[] =>
      planFor({ decimals: 9, yield: "2/3" }, quantity, {
        sites: [{ id: "plant" }, { id: "shop" }],
        stock: [{ item: "wheel", site: "plant", quantity: 3 }],
        demands: [{ id: "d", item: "wheel", site: "shop", quantity, due: "2026-01-09" }],
        sources: [{ ...from, onlyFromStock: true }],
      });
    expect(planned(3)).toEqual(["2"]);
    expect(() => planned(3_450_000)).toThrow("Give the item fewer decimals");
  });

  test("2^53 − 1 counts are planned, and one more is refused", () => {
    expect(planFor({ decimals: 0 }, LARGEST)).toEqual([`${LARGEST}`]);
    expect(planFor({ decimals: 9 }, "9007199.254740991")).toEqual(["9007199.254740991"]);
    expect(() => planFor({ decimals: 9 }, "9007199.254740992")).toThrow("exact range");
    expect(() => planFor({ decimals: 0 }, LARGEST + 1)).toThrow("exact range");
  });

  test("10^-9 is planned, and a tenth of it is refused", () => {
    expect(planFor({ decimals: 9 }, 1e-9)).toEqual(["0.000000001"]);
    expect(planFor({ decimals: 9, onHand: "0.000000001" }, 1e-9)).toEqual([]);
    expect(() => planFor({ decimals: 9 }, 1e-10)).toThrow("finer");
    expect(() => planFor({ decimals: 9 }, 5e-324)).toThrow("finer");
  });

  test("what goes beyond the largest is refused, never rounded", () => {
    const beyond = [
      { safetyStock: LARGEST, onHand: -LARGEST },
      { orderMultiple: 7 },
      { minimumOrder: LARGEST, orderMultiple: 2 },
      { yield: "1/2" },
      { lotSizing: { rule: "fixedOrderQuantity", quantity: LARGEST - 1 } },
    ];
    for (const item of beyond) {
      expect(() => planFor({ decimals: 0, ...item }, LARGEST)).toThrow(/\(quantityOverflow\)/);
    }
  });

  test("what does not is exact to the last count", () => {
    expect(planFor({ decimals: 0, onHand: -LARGEST }, 1)).toEqual([`${LARGEST}`, "1"]);
    expect(planFor({ decimals: 0, onHand: LARGEST - 1 }, LARGEST)).toEqual(["1"]);
    expect(planFor({ decimals: 0, safetyStock: 1 }, LARGEST - 1)).toEqual(["1", `${LARGEST - 1}`]);
  });

  test("−0 is 0, as number and as text", () => {
    expect(planFor({}, -0)).toEqual([]);
    expect(planFor({}, "-0")).toEqual([]);
    expect(planFor({ onHand: "-0.000" }, "1.000000")).toEqual(["1"]);
  });

  test("a number is the decimal that is written, whatever a double makes of it", () => {
    expect(planFor({ decimals: 1 }, 0.1)).toEqual(["0.1"]);
    expect(planFor({ decimals: 2 }, 1.005e2)).toEqual(["100.5"]);
    expect(planFor({ decimals: 9 }, 4503599.627370497)).toEqual(["4503599.627370497"]);
    expect(() => planFor({ decimals: 1 }, 0.1 + 0.2)).toThrow("finer");
  });
});

describe("Ids", () => {
  const odd = [
    ...[
      "0",
      "-1",
      "1e3",
      "NaN",
      "null",
      "undefined",
      "true",
      " ",
      "  ",
      "\t",
      "\n",
      "\u0000",
      "\u001f",
    ],
    ...[
      '"',
      "'",
      "`",
      "\\",
      "/",
      ",",
      ";",
      ":",
      "|",
      ".",
      "..",
      "[]",
      "{}",
      '["a","b"]',
      "a.b",
      "a[0]",
    ],
    ...[
      "ä",
      "a\u0308",
      "ß",
      "ﬁ",
      "İ",
      "ı",
      "Σ",
      "ς",
      "א",
      "ا",
      "你",
      "한",
      "\u202e",
      "\u200b",
      "\ufeff",
    ],
    ...["🚲", "👩‍🔧", "\ud83d", "\udeb2", "\ud800\ud800", "\uffff", "x".repeat(1_000_000)],
  ];

  test("of every kind name what they name, each apart from all others", () => {
    const items = odd.map((id) => ({ id }));
    const demands = odd.map((id, k) => ({
      id,
      item: id,
      segment: id,
      quantity: k + 1,
      due: "2026-01-09",
    }));
    const plan = planRequirements({ startDate: "2026-01-05", items, demands });
    const orders = [...plan.orders].map(({ item, segment, quantity }) => [
      item,
      segment,
      `${quantity}`,
    ]);
    const wanted = odd.map((id, k) => [id, id, `${k + 1}`]);
    // By UTF-16 code units, and never by the rules of a language.
    expect(orders).toEqual(wanted.sort(([a], [b]) => (a! < b! ? -1 : 1)));
    expect(new Set([...plan.orders].map(({ id }) => id)).size).toBe(odd.length);
    for (const id of odd) expect(planningRecord(plan, id, { segment: id }).rows.length).toBe(5);
  });

  test("of every kind are refused twice in short words", () => {
    const items = [...odd, ...odd].map((id) => ({ id }));
    const issues = issuesOf({ startDate: "2026-01-05", items });
    expect(issues.map(({ code, path }) => [code, path[1]])).toEqual(
      odd.map((_, k) => ["duplicateId", odd.length + k]),
    );
    expect(issues.filter(({ message }) => message.length > 200 || message.includes("\n"))).toEqual(
      [],
    );
  });
});

describe("Days that have no date", () => {
  /** Each level waits a hundred years for the one below. */
  const chainOf = (levels: number, pastDue: "report" | "forward") =>
    planRequirements({
      startDate: "2026-01-05",
      conventions: { pastDue },
      items: Array.from({ length: levels }, (_, n) => ({ id: `${n}`, leadTime: 36_500 })),
      boms: Array.from({ length: levels - 1 }, (_, n) => ({
        item: `${n}`,
        lines: [{ item: `${n + 1}`, quantity: 1 }],
      })),
      demands: [{ id: "d", item: "0", quantity: 1, due: "2026-02-02" }],
    });

  test("are no days on which a demand is there, and its explanation says so", () => {
    expect(chainOf(79, "report").demands.at(0)?.available).toBe("9920-10-08");
    const plan = chainOf(80, "report");
    expect(plan.demands.at(0)?.available).toBe(null);
    expect(explanationText(explainDemand(plan, "d"))).toContain("never there");
    expect(planFromJSON(JSON.parse(JSON.stringify(plan))).orders.length).toBe(80);
  });

  test("are no days to which orders are moved", () => {
    const { orders } = chainOf(30_000, "forward");
    const days = Array.from(orders, ({ due }) => due);
    expect(days.filter((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day))).toEqual([]);
    expect(days.at(-1)).toBe("2125-12-12");
  });
});
