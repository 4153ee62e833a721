import { describe, expect, test } from "vitest";
import { Decimal, PlanningInputError } from "../../core/index.js";
import { roughCutByBills, roughCutByOverallFactors, roughCutByProfiles } from "./index.js";
import type { RoughCut } from "./rough-cut-result.js";

/** "resource period: load of capacity" of every load that is not 0. */
function loads({ rows }: RoughCut): string[] {
  return rows
    .filter(({ load }) => !load.isZero())
    .map(({ resource, period, load, capacity }) => `${resource} ${period}: ${load} of ${capacity}`);
}

/** Code and path of each mistake of a call. */
function mistakes(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(PlanningInputError);
    return (error as PlanningInputError).issues.map(
      ({ code, path }) => `${code} ${path.join(".")}`,
    );
  }
  throw new Error("it is not refused");
}

describe("A rough cut by capacity bills", () => {
  const radio = {
    schedule: [{ item: "radio", quantities: [450, 300, 625, 890] }],
    bills: [
      { item: "radio", resource: "board", amount: 0.2 },
      { item: "radio", resource: "assembly", amount: 0.3 },
    ],
    resources: [
      { id: "board", kind: "machine", capacity: 130 },
      { id: "assembly", kind: "labor", capacity: [160, 160, 160, 160] },
    ],
  } as const;

  test("gives load, capacity, what is free, percentage and overload of each period", () => {
    const { rows } = roughCutByBills(radio);
    expect(rows).toHaveLength(8);
    expect(JSON.parse(JSON.stringify(rows[6]))).toEqual({
      resource: "assembly",
      kind: "labor",
      unit: "hours",
      period: 3,
      from: null,
      until: null,
      load: "187.5",
      capacity: "160",
      free: "0",
      percentage: "117.1875",
      overload: "27.5",
      items: [{ item: "radio", site: null, component: null, load: "187.5" }],
    });
    expect(`${rows[4]?.free} free, ${rows[4]?.overload} too much`).toBe("25 free, 0 too much");
  });

  test("adds up six thousand fractions of as many denominators, of one item or of each its own", () => {
    const count = 6000;
    // 1/(1 × 2) + 1/(2 × 3) + … = 1 − 1/(count + 1)
    const amounts = Array.from({ length: count }, (_, k) => `1/${(k + 1) * (k + 2)}`);
    const sum = new Decimal(count).div(count + 1);
    const own = roughCutByBills({
      schedule: amounts.map((_, k) => ({ item: `${k}`, quantities: [1] })),
      bills: amounts.map((amount, k) => ({ item: `${k}`, resource: "press", amount })),
      resources: [{ id: "press", capacity: 1 }],
    });
    expect(own.rows[0]).toMatchObject({ load: sum, percentage: sum.times(100) });
    const one = roughCutByBills({
      schedule: amounts.map((quantity) => ({ item: "a", quantities: [quantity] })),
      bills: amounts.map((amount) => ({ item: "a", resource: "press", amount })),
    });
    expect(one.rows[0]?.load.toFixed(55)).toBe(sum.times(sum).toFixed(55));
  });

  test("adds up rows of one item and resource, and rows of one item in the schedule", () => {
    const { schedule, bills } = radio;
    const doubled = { schedule: [...schedule, ...schedule], bills: [...bills, ...bills] };
    expect(loads(roughCutByBills(doubled))[0]).toBe("board 1: 360 of null");
  });

  test("is exact, also where no decimal is", () => {
    const cut = roughCutByBills({
      schedule: [{ item: "a", quantities: ["1/3", "0.1"] }],
      bills: [{ item: "a", resource: "saw", amount: "3/7" }],
      resources: [{ id: "saw", capacity: "1/7" }],
    });
    expect(`${cut.rows[0]?.percentage}`).toBe("100");
    expect(cut.rows[0]?.overload).toEqual(new Decimal(0));
    expect(`${cut.rows[1]?.percentage}`).toBe("30");
  });

  test("takes storage space, suppliers and money as it takes machines, in their own units", () => {
    const { rows } = roughCutByBills({
      schedule: [{ item: "a", quantities: [10] }],
      bills: [
        { item: "a", resource: "hall", amount: 1.5 },
        { item: "a", resource: "ACME", amount: 4 },
        { item: "a", resource: "budget", amount: "12.50" },
      ],
      resources: [
        { id: "hall", kind: "storage", unit: "m²", capacity: 12 },
        { id: "ACME", kind: "supplier", unit: "castings", capacity: 50 },
        { id: "budget", kind: "money", unit: "EUR", capacity: 100 },
      ],
    });
    expect(
      rows.map(({ kind, load, unit, overload }) => `${kind}: ${load} ${unit}, ${overload}`),
    ).toEqual(["storage: 15 m², 3", "supplier: 40 castings, 0", "money: 125 EUR, 25"]);
  });

  test("says no percentage of a capacity of 0, and nothing about one that is not known", () => {
    const { rows } = roughCutByBills({
      schedule: [{ item: "a", quantities: [2] }],
      bills: [
        { item: "a", resource: "closed", amount: 1 },
        { item: "a", resource: "unknown", amount: 1 },
      ],
      resources: [{ id: "closed", capacity: 0 }, { id: "unknown" }],
    });
    expect(
      rows.map(({ percentage, overload, free }) => [
        percentage,
        overload && Number(overload),
        free && Number(free),
      ]),
    ).toEqual([
      [null, 2, 0],
      [null, null, null],
    ]);
  });

  test("names the days of its periods, and keeps what is past due apart", () => {
    const cut = roughCutByBills({
      schedule: [{ item: "a", quantities: [1], pastDue: 3 }],
      bills: [{ item: "a", resource: "saw", amount: 2 }],
      periods: [{ from: "2026-01-05", until: "2026-01-12" }],
    });
    expect(cut.rows.map(({ from, until, load }) => `${from} ${until} ${load}`)).toEqual([
      "2026-01-05 2026-01-12 2",
    ]);
    expect(cut.outside.map(({ pastDue, beyond }) => `${pastDue} ${beyond}`)).toEqual(["6 0"]);
  });
});

describe("A rough cut by resource profiles", () => {
  const profiles = [
    { item: "bike", resource: "weld", offset: -2, amount: 0.5, component: "frame" },
    { item: "bike", resource: "test", offset: 1, amount: 0.1 },
  ];

  test("lays each load the offset away from the period in which the item is due", () => {
    const cut = roughCutByProfiles({
      schedule: [{ item: "bike", quantities: [0, 0, 40, 0] }],
      profiles,
    });
    expect(loads(cut)).toEqual(["weld 1: 20 of null", "test 4: 4 of null"]);
    expect(cut.rows[0]?.items[0]?.component).toBe("frame");
  });

  test("loses nothing: what falls before the first period is past due, behind the last beyond", () => {
    const cut = roughCutByProfiles({
      schedule: [{ item: "bike", quantities: [40, 10], pastDue: 2 }],
      profiles,
    });
    expect(loads(cut)).toEqual(["test 2: 4 of null"]);
    expect(
      cut.outside.map(({ resource, pastDue, beyond }) => `${resource} ${pastDue} ${beyond}`),
    ).toEqual(["weld 26 0", "test 0.2 1"]);
    expect(cut.outside[0]?.pastDueItems.map(({ load }) => `${load}`)).toEqual(["26"]);
  });

  test("counts a set-up once for each period with a quantity, however many rows it stands on", () => {
    const cut = roughCutByProfiles({
      schedule: [
        { item: "bike", quantities: [5, 0, 5] },
        { item: "bike", quantities: [5] },
      ],
      profiles: [{ item: "bike", resource: "weld", amount: 1, amountPerPeriod: 3 }],
    });
    expect(loads(cut)).toEqual(["weld 1: 13 of null", "weld 3: 8 of null"]);
  });

  test("takes for a site the rows of that site", () => {
    const cut = roughCutByProfiles({
      schedule: [
        { item: "bike", site: "north", quantities: [1] },
        { item: "bike", site: "south", quantities: [1] },
      ],
      profiles: [
        { item: "bike", site: "north", resource: "weld", amount: 1 },
        { item: "bike", site: "south", resource: "weld", amount: 10 },
      ],
    });
    expect(loads(cut)).toEqual(["weld 1: 11 of null"]);
    expect(cut.rows[0]?.items.map(({ site, load }) => `${site} ${load}`)).toEqual([
      "north 1",
      "south 10",
    ]);
  });
});

describe("A rough cut by overall factors", () => {
  test("shares all hours of a period out", () => {
    const { rows, totals } = roughCutByOverallFactors({
      schedule: [
        { item: "A", quantities: [100, 50] },
        { item: "B", quantities: [50] },
      ],
      hoursPerUnit: [
        { item: "A", hours: 2 },
        { item: "B", hours: 3 },
      ],
      shares: [
        { resource: "press", share: "2/3" },
        { resource: "paint", share: "1/3" },
      ],
      resources: [{ id: "press", capacity: 200 }, { id: "paint" }],
    });
    expect(totals.map(({ period, hours }) => `${period}: ${hours}`)).toEqual(["1: 350", "2: 100"]);
    const [press1, press2, paint1] = rows;
    expect(press1?.load.plus(paint1!.load).toDecimalPlaces(50)).toEqual(new Decimal(350));
    expect(`${press2?.free}`).toMatch(/^133\.33/);
  });
});

describe("A rough cut refuses", () => {
  const good = {
    schedule: [{ item: "a", quantities: [1, 2] }],
    bills: [{ item: "a", resource: "saw", amount: 1 }],
    resources: [{ id: "saw", capacity: [8, 8] }],
  } as const;
  const cut = (change: object) => () => roughCutByBills({ ...good, ...change } as never);

  test.each([
    ["nothing", () => roughCutByBills(undefined as never), ["missingField "]],
    ["an empty schedule", cut({ schedule: [] }), ["outOfRange schedule"]],
    [
      "a negative quantity",
      cut({ schedule: [{ item: "a", quantities: [-1, 0] }] }),
      ["outOfRange schedule.0.quantities.0"],
    ],
    [
      "an item without a bill",
      cut({ schedule: [{ item: "b", quantities: [1, 1] }] }),
      ["unknownId schedule.0.item"],
    ],
    ["an unknown resource", cut({ resources: [{ id: "drill" }] }), ["unknownId bills.0.resource"]],
    [
      "a resource twice",
      cut({ resources: [{ id: "saw" }, { id: "saw" }] }),
      ["duplicateId resources.1.id"],
    ],
    [
      "an amount that is none",
      cut({ bills: [{ item: "a", resource: "saw", amount: "much" }] }),
      ["invalidQuantity bills.0.amount"],
    ],
    [
      "a negative capacity",
      cut({ resources: [{ id: "saw", capacity: -8 }] }),
      ["outOfRange resources.0.capacity"],
    ],
    [
      "capacities for other periods",
      cut({ resources: [{ id: "saw", capacity: [8] }] }),
      ["contradiction resources.0.capacity"],
    ],
    [
      "storage without a unit",
      cut({ resources: [{ id: "saw", kind: "storage" }] }),
      ["missingField resources.0.unit"],
    ],
    [
      "an unknown kind",
      cut({ resources: [{ id: "saw", kind: "hope" }] }),
      ["outOfRange resources.0.kind"],
    ],
    [
      "an offset in a bill",
      cut({ bills: [{ item: "a", resource: "saw", amount: 1, offset: 1 }] }),
      ["unknownField bills.0.offset"],
    ],
    [
      "periods that overlap",
      cut({
        periods: [
          { from: "2026-01-05", until: "2026-01-12" },
          { from: "2026-01-11", until: "2026-01-11" },
        ],
      }),
      ["contradiction periods.1.until", "contradiction periods.1.from"],
    ],
    [
      "more quantities than periods",
      cut({ periods: [{ from: "2026-01-05", until: "2026-01-12" }], resources: undefined }),
      ["contradiction schedule.0.quantities"],
    ],
    [
      "shares above 1",
      () =>
        roughCutByOverallFactors({
          schedule: good.schedule,
          hoursPerUnit: [{ item: "a", hours: 1 }],
          shares: [
            { resource: "x", share: 0.6 },
            { resource: "y", share: 0.5 },
          ],
        }),
      ["contradiction shares"],
    ],
  ])("%s", (_, call, wanted) => {
    expect(mistakes(call)).toEqual(wanted);
  });

  test("all that is wrong at once", () => {
    const call = cut({
      schedule: [
        { item: "", quantities: [1] },
        { item: "z", quantities: [1, 2, 3] },
      ],
      resources: [{ id: "saw", capacity: [1] }],
    });
    expect(mistakes(call)).toEqual([
      "invalidType schedule.0.item",
      "unknownId schedule.1.item",
      "contradiction resources.0.capacity",
    ]);
  });
});
