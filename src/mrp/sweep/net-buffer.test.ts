import {
  explainOrder,
  freezeOrders,
  type PlanningInput,
  type PlanningRow,
  planRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";

type Line = PlanningRow<"boms">["lines"][number];

const BUFFER = {
  method: "ddmrp",
  ddmrp: { averageDailyUsage: 2, leadTimeFactor: 1, variabilityFactor: 0 },
} as const;

/** A pump of one day that is buffered, of a body of three. */
const input = (lines: Line[], fields: Partial<PlanningInput> = {}): PlanningInput => ({
  startDate: "2026-03-02",
  horizonEnd: "2026-04-10",
  items: [
    { id: "pump", decimals: 0, leadTime: 1, ...BUFFER },
    { id: "body", decimals: 0, leadTime: 3 },
    { id: "seal", decimals: 0, leadTime: 9, ...BUFFER },
    { id: "kit", decimals: 0, phantom: true },
  ],
  boms: [{ item: "pump", lines }],
  ...fields,
});

const datesOf = (of: PlanningInput, item: string): string[] =>
  [...planRequirements(of).orders]
    .filter((order) => order.item === item)
    .map(({ start, due }) => `${start} > ${due}`);

const body = (offset?: number): Line => ({ item: "body", quantity: 1, ...(offset && { offset }) });
const seal = (offset: number): Line => ({ item: "seal", quantity: 1, offset });

describe("The order of a buffer goes out so late that what is below it has the rest (K39)", () => {
  test.each<[string, Line[], string]>([
    ["is there at its start", [body()], "2026-03-05 > 2026-03-06"],
    ["is drawn two days sooner", [body(-2)], "2026-03-07 > 2026-03-08"],
    ["is drawn two days later", [body(2)], "2026-03-03 > 2026-03-04"],
    ["is drawn when it could be there anyway", [body(9)], "2026-03-02 > 2026-03-03"],
    ["stands behind a buffer", [seal(2)], "2026-03-02 > 2026-03-03"],
    ["is drawn of a buffer sooner", [seal(-2)], "2026-03-04 > 2026-03-05"],
  ])("where it %s", (_, lines, dates) => {
    expect(datesOf(input(lines), "pump")).toEqual([dates]);
  });

  test("and starts nothing in the past", () => {
    expect(datesOf(input([body(-2)]), "body")).toEqual(["2026-03-02 > 2026-03-05"]);
  });

  test("and waits for no phantom of nothing", () => {
    const empty = [{ item: "kit", quantity: 1, offset: -4 }];
    expect(datesOf(input(empty), "pump")).toEqual(["2026-03-02 > 2026-03-03"]);
  });

  test.each([{}, { stock: [{ item: "kit", quantity: 1 }] }])(
    "through a phantom, whose offsets add, with %j",
    (fields) => {
      const kit = [{ item: "kit", quantity: 1, offset: -4 }];
      const dates = (offset: number) => {
        const boms = [
          { item: "pump", lines: kit },
          { item: "kit", lines: [body(offset)] },
        ];
        return datesOf(input([], { boms, ...fields }), "pump");
      };
      // Drawn two days before the start, at the start, and five days after it.
      expect([2, 4, 9].flatMap(dates)).toEqual([
        "2026-03-07 > 2026-03-08",
        "2026-03-05 > 2026-03-06",
        "2026-03-02 > 2026-03-03",
      ]);
    },
  );
});

describe("What is below a buffer counts its days on its own calendars (K39)", () => {
  // Thursday; nobody works on 7 and 8 March.
  const onWeekdays = (lines: Line[], fields: Partial<PlanningInput> = {}): PlanningInput =>
    input(lines, {
      startDate: "2026-03-05",
      calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
      sites: [{ id: "main", calendar: "week" }],
      ...fields,
    });
  const made = [
    { item: "pump", kind: "make" as const },
    { item: "body", kind: "make" as const },
  ];

  test("where a week ends on the way", () => {
    // The body takes Friday, Monday, Tuesday; a day too soon on Sunday, three days after the 5th.
    const of = onWeekdays([body()], { sources: made });
    expect(datesOf(of, "body")).toEqual(["2026-03-05 > 2026-03-10"]);
    expect(datesOf(of, "pump")).toEqual(["2026-03-10 > 2026-03-11"]);
    expect(
      [...planRequirements(of).messages].filter(({ code }) => code === "startsInPast"),
    ).toEqual([]);
  });

  test.each<[string, number, string]>([
    ["sooner", -2, "2026-03-12 > 2026-03-13"],
    ["later", 2, "2026-03-06 > 2026-03-09"],
  ])("and so does the offset of a line that is drawn %s", (_, offset, dates) => {
    const of = onWeekdays([body(offset)], { sources: made });
    expect(datesOf(of, "body")).toEqual(["2026-03-05 > 2026-03-10"]);
    expect(datesOf(of, "pump")).toEqual([dates]);
  });

  test("over several levels, some of them in days of any kind", () => {
    // The casting is bought: five days of any kind bring it on Tuesday. The body takes till Friday.
    const items = [...input([]).items!, { id: "casting", decimals: 0, leadTime: 5 }];
    const boms = [
      { item: "pump", lines: [body()] },
      { item: "body", lines: [{ item: "casting", quantity: 1 }] },
    ];
    const of = onWeekdays([], { items, boms });
    expect(datesOf(of, "casting")).toEqual(["2026-03-05 > 2026-03-10"]);
    expect(datesOf(of, "body")).toEqual(["2026-03-10 > 2026-03-13"]);
    expect(datesOf(of, "pump")).toEqual(["2026-03-13 > 2026-03-16"]);
  });

  test("from the first day on which work is done", () => {
    // On Saturday nobody begins: the body takes from Monday to Thursday.
    const of = onWeekdays([body()], { sources: made, startDate: "2026-03-07" });
    expect(datesOf(of, "body")).toEqual(["2026-03-09 > 2026-03-12"]);
    expect(datesOf(of, "pump")).toEqual(["2026-03-12 > 2026-03-13"]);
  });

  test("and what of a stated lead time is not the item's own counts on that of its site", () => {
    const ddmrp = { ...BUFFER.ddmrp, decoupledLeadTime: 4 };
    const items = [{ id: "pump", decimals: 0, leadTime: 1, method: "ddmrp" as const, ddmrp }];
    // Four less one: Friday, Monday, Tuesday.
    const of = onWeekdays([], { items, boms: [], sources: [{ item: "pump", kind: "make" }] });
    expect(datesOf(of, "pump")).toEqual(["2026-03-10 > 2026-03-11"]);
  });
});

describe("What a buffer has ordered counts the next morning, whenever it comes (K39)", () => {
  const ddmrp = { averageDailyUsage: 4, leadTimeFactor: "1/2", variabilityFactor: "1/2" };
  const item = (fields: Partial<PlanningRow<"items">>): PlanningRow<"items"> => ({
    id: "x",
    decimals: 0,
    leadTime: 8,
    method: "ddmrp",
    ddmrp,
    ...fields,
  });
  const cases: Record<string, Partial<PlanningInput>> = {
    "where a multiple makes it take longer": {
      items: [item({ leadTimePerUnit: "0.05", orderMultiple: 50 })],
    },
    "where a least order makes it take longer": {
      items: [item({ leadTimePerUnit: "0.05" })],
      itemSites: [{ item: "x", minimumOrder: 200 }],
    },
    "where its yield makes it take longer": {
      items: [item({ leadTimePerUnit: "0.05", yield: "3/4" })],
    },
    "where more is past due than the whole buffer holds": {
      items: [item({ leadTime: 2, leadTimePerUnit: "0.05" })],
      demands: [{ id: "d", item: "x", quantity: 100, due: "2026-01-05" }],
    },
    "where what it waits for is late": {
      items: [item({ leadTime: 2 }), { id: "y", decimals: 0, leadTime: 3, leadTimePerUnit: "0.1" }],
      boms: [{ item: "x", lines: [{ item: "y", quantity: 2 }] }],
      conventions: { pastDue: "forward" },
    },
    "where its supplier can bring it later only": {
      items: [item({ leadTime: 5 })],
      sources: [{ item: "x", kind: "buy", supplier: "s" }],
      suppliers: [
        { id: "s", capacity: [{ from: "2026-01-05", until: "2026-01-25", quantity: 16 }] },
      ],
    },
  };

  test.each(Object.entries(cases))("%s", (_, fields) => {
    const first = planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-03-31",
      ...fields,
    });
    expect([...first.orders].filter((order) => order.item === "x")).not.toEqual([]);
    for (const startDate of ["2026-01-05", "2026-01-06"]) {
      const frozen = freezeOrders(first, { until: "2099-01-01" });
      const next = planRequirements({ ...frozen, startDate });
      expect([...next.orders].filter((order) => order.item === "x")).toEqual([]);
    }
  });

  test("as all that is on order does", () => {
    const supplies = [
      { id: "far", item: "x", quantity: 20, due: "2026-12-01", kind: "purchase" as const },
    ];
    const plan = planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-03-31",
      items: [item({})],
      supplies,
    });
    const [order] = [...plan.orders];
    // Red 16 + 8, yellow 32, green 16: up to 72.
    expect(`${order?.quantity}`).toBe("52");
    const { steps } = explainOrder(plan, order!.id);
    const flow = steps.find((step) => step.step === "netFlow");
    expect(`${flow?.onOrder}`).toBe("20");
  });
});
