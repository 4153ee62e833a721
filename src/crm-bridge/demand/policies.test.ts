import { type DemandPolicy, PlanningInputError } from "orlicky";
import { describe, expect, test } from "vitest";
import {
  demandOf,
  line,
  march,
  opportunity,
  order,
  policyOf,
  quote,
  reasons,
  recordsOf,
  texts,
} from "../../../test/support/crm/bell.js";
import { blockLots, creditHolds, dealThreads, demandFromCrm, readCrmRecords } from "../index.js";

const deals = [
  opportunity("A", 10, { probability: "0.8" }),
  opportunity("B", 7, { probability: "0.5" }),
  opportunity("C", 5, { probability: "1/3" }),
];

describe("How deals become demand", () => {
  test("threshold: the whole of what is likelier, and nothing of the rest", () => {
    const demand = demandOf({ opportunities: deals });
    expect(texts(demand)).toEqual(["A: 10 on 2026-03-20, consumes 0"]);
    expect(reasons(demand)).toEqual([
      ...["A: 10, threshold", "B: 0, belowThreshold", "C: 0, belowThreshold"],
    ]);
  });

  test("expected: 8, 3.5 and 5/3 bicycles are 14 together, rounded up once", () => {
    const demand = demandOf({ opportunities: deals }, { deals: { use: "expected" } });
    // 8, 3.5 and 5/3 rounded down are 12; two more make 14: C lost 2/3, B 1/2.
    expect(reasons(demand)).toEqual(["A: 8, expected", "B: 4, expected", "C: 2, expected"]);
  });

  test("expected: of those that lost the same, the first by id gets the piece", () => {
    const half = (id: string) => opportunity(id, 1, { probability: "0.5" });
    const demand = demandOf(
      { opportunities: [half("b"), half("c"), half("a")] },
      { deals: { use: "expected" } },
    );
    expect(reasons(demand)).toEqual(["a: 1, expected", "b: 1, expected", "c: 0, expected"]);
  });

  test("expected: in the decimals of the product", () => {
    const products = [{ id: "bicycle", decimals: 2 }];
    const demand = demandOf({ products, opportunities: deals }, { deals: { use: "expected" } });
    expect(texts(demand).map((text) => text.split(" on ")[0])).toEqual([
      "A: 8",
      "B: 3.5",
      "C: 1.67",
    ]);
  });

  test("chosen: the deals of one draw, later by their own slips", () => {
    const chosen = {
      use: "chosen",
      deals: ['["opportunities","B"]', '["opportunities","C"]'],
      slips: new Map([['["opportunities","C"]', 4]]),
    } as const;
    const demand = demandOf({ opportunities: deals }, { deals: chosen, slipDays: 1 });
    expect(texts(demand)).toEqual([
      ...["B: 7 on 2026-03-21, consumes 0", "C: 5 on 2026-03-24, consumes 0"],
    ]);
    expect(reasons(demand)[0]).toBe("A: 0, notChosen");
  });

  test("quotes by a policy of their own, opportunities by none", () => {
    const quotes = [quote("Q", 9, { probability: "0.9" })];
    const demand = demandOf(
      { opportunities: deals, quotes },
      { deals: { use: "none" }, quotes: { use: "expected" } },
    );
    // 9 × 0.9 = 8.1, and a need is never rounded away.
    expect(texts(demand)).toEqual(["Q: 9 on 2026-03-20, consumes 0"]);
    expect(reasons(demand)[0]).toBe("A: 0, notCounted");
  });

  test("a probability by stage takes the place of the deal's own", () => {
    const demand = demandOf({ opportunities: deals }, { probabilities: { talk: "0.6" } });
    expect(demand.demands.length).toBe(3);
  });
});

describe("When a deal is needed", () => {
  const bare = { id: "1", product: "bicycle", quantity: 10 };
  const open = opportunity("A", 10, { probability: 1, lines: [bare] });

  test("on the day requested by its line, else by its head", () => {
    const head = { ...open, requestedDate: "2026-04-01" };
    expect(texts(demandOf({ opportunities: [head] }))[0]).toContain("on 2026-04-01");
    const both = { ...head, lines: [line(10)] };
    expect(texts(demandOf({ opportunities: [both] }))[0]).toContain("on 2026-03-20");
  });

  test("else so many days after it closes, and later by the slip", () => {
    expect(texts(demandOf({ opportunities: [open] }))[0]).toContain("on 2026-03-24");
    const slipped = demandOf({ opportunities: [open] }, { slipDays: 7 });
    expect(texts(slipped)[0]).toContain("on 2026-03-31");
  });

  test("never before the day on which one looks", () => {
    const past = { ...open, requestedDate: "2026-02-01" };
    expect(texts(demandOf({ opportunities: [past] }))[0]).toContain("on 2026-03-02");
  });

  test("a deal without a day is an issue, and the others go through", () => {
    const needDate = { from: "requested" } as const;
    const other = opportunity("B", 3, { probability: 1 });
    const demand = demandOf({ opportunities: [open, other] }, { needDate });
    expect(texts(demand)).toEqual(["B: 3 on 2026-03-20, consumes 0"]);
    expect(reasons(demand)[0]).toBe("A: 0, refused");
    expect(demand.issues).toMatchObject([
      {
        ...{ code: "missingField", record: { list: "opportunities", id: "A" } },
        path: ["opportunities", 0, "lines", 0, "requestedDate"],
      },
    ]);
  });

  test("a quote that nobody calls likely is an issue, an accepted one is certain", () => {
    const quotes = [quote("Q-1", 5), quote("Q-2", 6, { status: "accepted" })];
    const demand = demandOf({ quotes });
    expect(texts(demand)).toEqual(["Q-2: 6 on 2026-03-20, consumes 0"]);
    expect(demand.issues).toMatchObject([
      { code: "missingField", path: ["quotes", 0, "probability"] },
    ]);
  });
});

describe("What orders become", () => {
  const lines = [{ ...line(10), shipped: 4, promisedDate: "2026-03-25" }];

  test("demand of their customer for what is not shipped, on the promised day", () => {
    const accounts = [{ id: "Bell", customerClass: "key", priority: 3 }];
    const demand = demandOf({ accounts, orders: [order("A", 10, { lines })] });
    expect(demand.demands).toEqual([
      {
        ...{ id: '["order","A","1"]', item: "bicycle", quantity: "10", due: "2026-03-25" },
        ...{ kind: "order", shipped: "4", customer: "Bell", customerClass: "key", priority: 3 },
        attributes: {
          ...{ crmList: "orders", crmRecord: "A", crmLine: "1", requestedDate: "2026-03-20" },
        },
      },
    ]);
    expect(demand.account).toMatchObject([{ why: "order", demands: ['["order","A","1"]'] }]);
    expect(reasons(demand)).toEqual(["A: 6, order"]);
  });

  test("nothing, when all is shipped or the order is over", () => {
    const orders = [
      order("A", 10, { lines: [{ ...line(10), shipped: 10 }] }),
      order("B", 10, { status: "closed", lines }),
      order("C", 10, { status: "cancelled" }),
    ];
    const demand = demandOf({ orders });
    expect(texts(demand)).toEqual([]);
    expect(reasons(demand)).toEqual(["A: 0, shipped", "B: 0, closed", "C: 0, cancelled"]);
  });

  test("what was shipped is still there to consume the forecast that it was part of", () => {
    const orders = [
      order("A", 10, { lines: [{ ...line(10), shipped: 10 }] }),
      order("B", 10, { status: "closed", lines }),
    ];
    expect(texts(demandOf({ orders, forecasts: [march(50)] }))).toEqual([
      "March: 50 on 2026-03-01",
      ...["A: 10 on 2026-03-20, shipped 10", "B: 4 on 2026-03-25, shipped 4"],
    ]);
  });

  test("another unit than the product's takes a factor that the policy states", () => {
    const orders = [order("A", 3, { lines: [{ ...line(3), unit: "box" }] })];
    const units = [{ product: "bicycle", unit: "box", contains: 4 }];
    expect(texts(demandOf({ orders }, { units }))).toEqual(["A: 12 on 2026-03-20"]);
    const refused = demandOf({ orders });
    expect(reasons(refused)).toEqual(["A: 0, refused"]);
    expect(refused.issues).toMatchObject([
      { code: "unknownUnit", path: ["orders", 0, "lines", 0, "quantity"] },
    ]);
  });
});

describe("A policy is refused", () => {
  const issuesOf = (more: object): string[] => {
    try {
      const records = readCrmRecords(recordsOf({}));
      demandFromCrm(records, { ...policyOf(), ...more } as DemandPolicy);
    } catch (error) {
      if (!(error instanceof PlanningInputError)) throw error;
      return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    }
    return [];
  };

  test("when a choice is missing, unknown or out of range", () => {
    expect(issuesOf({ pipeline: undefined })).toEqual(["missingField pipeline"]);
    expect(issuesOf({ credit: "never" })).toEqual(["outOfRange credit"]);
    expect(issuesOf({ deals: { use: "threshold", above: 2 } })).toEqual(["outOfRange deals.above"]);
    expect(issuesOf({ deals: { use: "guess" } })).toEqual(["outOfRange deals.use"]);
    expect(issuesOf({ needDate: { from: "requested", days: 3 } })).toEqual([
      "unknownField needDate.days",
    ]);
    expect(issuesOf({ probabilities: new Map([["talk", 3]]) })).toEqual([
      "outOfRange probabilities.talk",
    ]);
    expect(issuesOf({ asOf: "2026-02-30", variants: [{ item: "desk" }] })).toEqual([
      ...["invalidDate asOf", "missingField variants.0.lines"],
    ]);
  });

  test("when a factor of a unit is 0, or two are given", () => {
    const box = { product: "bicycle", unit: "box", contains: 12 };
    expect(issuesOf({ units: [{ ...box, contains: 0 }] })).toEqual(["outOfRange units.0.contains"]);
    expect(issuesOf({ units: [box, { ...box, unit: "pair" }, { ...box, contains: 10 }] })).toEqual([
      "duplicateId units.2",
    ]);
  });

  test("when it chooses a deal that there is not", () => {
    const chosen = { use: "chosen", deals: ["O"] };
    expect(issuesOf({ deals: chosen })).toEqual(["unknownId deals.deals.0"]);
    expect(issuesOf({ quotes: { ...chosen, deals: [], slips: new Map([["O", 1]]) } })).toEqual([
      "unknownId quotes.slips.O",
    ]);
  });

  test("when a bill of variants is wrong", () => {
    const lines = [
      { item: "wheel", quantity: -1 },
      { item: "", quantity: 1, when: [] },
    ];
    expect(issuesOf({ variants: [{ item: "bicycle", lines }] })).toEqual([
      ...["outOfRange variants.0.lines.0.quantity", "invalidType variants.0.lines.1.item"],
    ]);
  });

  test("and so are records that were not read", () => {
    for (const records of [undefined, 3, [], {}, recordsOf({})]) {
      expect(() => demandFromCrm(records as never, policyOf())).toThrow(PlanningInputError);
      expect(() => creditHolds(records as never, { asOf: "2026-03-02" })).toThrow(
        PlanningInputError,
      );
      expect(() => dealThreads(records as never, { asOf: "2026-03-02" })).toThrow(
        PlanningInputError,
      );
    }
    expect(() => blockLots([3] as never, [])).toThrow(PlanningInputError);
    expect(() => demandFromCrm(readCrmRecords({}), undefined as never)).toThrow(PlanningInputError);
  });
});
