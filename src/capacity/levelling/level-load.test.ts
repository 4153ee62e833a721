import { describe, expect, test } from "vitest";
import { PlanningInputError } from "../../core/index.js";
import {
  type Plan,
  type PlanningInput,
  type PlanningRow,
  planRequirements,
} from "../../mrp/index.js";
import { compareLoads, overloadMessages } from "../requirements/index.js";
import { type LevellingDecision, levelLoad } from "./index.js";

const shifts = [{ from: "06:00", until: "14:00" }];

type Operations = PlanningRow<"routings">["operations"];
type Demand = readonly [id: string, quantity: number, due: string];

/** A saw that works 8 hours a day, and who wants how many legs of an hour each, in lots of their own. */
function sawmill(
  demands: readonly Demand[],
  more: Partial<PlanningInput> = {},
  operations: Operations = [{ id: "10", workCenter: "saw", run: 1 }],
): Plan {
  return planRequirements({
    startDate: "2026-01-05",
    horizonEnd: "2026-01-11",
    workCenters: [{ id: "saw", shifts }],
    items: [{ id: "leg", holdingCost: "0.1" }],
    sources: [{ item: "leg", kind: "make", routing: "legs" }],
    routings: [{ id: "legs", item: "leg", operations }],
    demands: demands.map(([id, quantity, due]) => ({
      id,
      item: "leg",
      quantity,
      due,
      segment: id,
    })),
    ...more,
  });
}

/** 6 and 4 hours on the 7th, when the saw has 8. */
const two = [
  ["Ann", 6, "2026-01-08"],
  ["Bob", 4, "2026-01-08"],
] as const;

const shown = (decisions: readonly LevellingDecision[]): string[] =>
  decisions.map(({ remedy, operation, from, hours, cost, daysEarlier, daysLate, ...rest }) => {
    const to = "to" in rest ? rest.to : `${rest.overtimeHours} h more`;
    return `${remedy} ${operation} of ${from} to ${to}: ${hours} h, ${cost}, ${daysEarlier} earlier, ${daysLate} late`;
  });

const loads = ({ profile }: Pick<ReturnType<typeof levelLoad>, "profile">, center = "saw") =>
  [...profile.rows]
    .filter(({ workCenter, load }) => workCenter === center && !load.isZero())
    .map(({ from, load, capacity }) => `${from}: ${load} of ${capacity}`);

describe("Pulling ahead", () => {
  test("does the least urgent order in the nearest earlier bucket with room, for its holding cost", () => {
    const leveled = levelLoad(sawmill(two), { bucket: "day" });
    expect(shown(leveled.decisions)).toEqual([
      "pullAhead 10 of 2026-01-07 to 2026-01-06: 6 h, 0.6, 1 earlier, 0 late",
    ]);
    expect(loads(leveled)).toEqual(["2026-01-06: 6 of 8", "2026-01-07: 4 of 8"]);
    expect(leveled.cost?.toString()).toBe("0.6");
    expect(leveled.rest).toEqual([]);
    expect(leveled.orders.map(({ dueBefore, due, start }) => [dueBefore, due, start])).toEqual([
      ["2026-01-08", "2026-01-07", "2026-01-06"],
    ]);
  });

  test("passes over a bucket without room for all of it, and pays for each day", () => {
    const plan = sawmill([...two, ["Cid", 5, "2026-01-07"]]);
    const { decisions } = levelLoad(plan, { bucket: "day", holdingCostPerDay: { leg: 2 } });
    expect(shown(decisions)).toEqual([
      "pullAhead 10 of 2026-01-07 to 2026-01-05: 6 h, 24, 2 earlier, 0 late",
    ]);
  });

  test("costs nobody knows what where no holding cost is given", () => {
    const leveled = levelLoad(sawmill(two, { items: [{ id: "leg" }] }), { bucket: "day" });
    expect(leveled.decisions.map(({ cost }) => cost)).toEqual([null]);
    expect(leveled.cost).toBeNull();
  });

  test("begins nothing before the planning start", () => {
    const plan = sawmill([
      ["Ann", 6, "2026-01-06"],
      ["Bob", 4, "2026-01-06"],
    ]);
    const { decisions, rest } = levelLoad(plan, { bucket: "day", remedies: ["pullAhead"] });
    expect(decisions).toEqual([]);
    expect(rest.map(({ from, excess }) => `${from}: ${excess}`)).toEqual(["2026-01-05: 2"]);
    expect(rest[0]?.operations.map(({ hours, tried }) => [`${hours}`, tried])).toEqual([
      ["6", [{ remedy: "pullAhead", limit: "planningStart" }]],
      ["4", [{ remedy: "pullAhead", limit: "planningStart" }]],
    ]);
  });

  test("begins nothing before its material is there", () => {
    const wood: Partial<PlanningInput> = {
      items: [{ id: "leg" }, { id: "wood", leadTime: 2 }],
      boms: [{ item: "leg", lines: [{ item: "wood", quantity: 1 }] }],
      demands: two.map(([id, quantity, due]) => ({ id, item: "leg", quantity, due, segment: id })),
    };
    const { rest } = levelLoad(sawmill(two, wood), { bucket: "day", remedies: ["pullAhead"] });
    expect(rest[0]?.operations.flatMap(({ tried }) => tried.map(({ limit }) => limit))).toEqual([
      "material",
      "material",
    ]);
  });

  test("takes bought material as early as it can be ordered, not as late as it was planned", () => {
    const wood: Partial<PlanningInput> = {
      items: [
        { id: "leg", holdingCost: "0.1" },
        { id: "wood", leadTime: 1 },
      ],
      boms: [{ item: "leg", lines: [{ item: "wood", quantity: 1 }] }],
    };
    const { decisions } = levelLoad(sawmill(two, wood), { bucket: "day" });
    expect(decisions.map(({ remedy, cost }) => `${remedy} ${cost}`)).toEqual(["pullAhead 0.6"]);
  });

  test("takes no bucket in which another operation of the order would overload its work centre", () => {
    const operations = [
      { id: "10", workCenter: "saw", run: 0.25 },
      { id: "20", workCenter: "drill", run: 1 },
    ];
    const centers = {
      workCenters: [
        { id: "saw", shifts: [{ from: "12:00", until: "14:00" }] },
        { id: "drill", shifts: [{ from: "14:00", until: "22:00" }] },
      ],
    };
    const demands = [
      ["Ann", 8, "2026-01-08"],
      ["Bob", 8, "2026-01-09"],
      ["Cid", 4, "2026-01-09"],
    ] as const;
    // On the 7th the drill is full, on the 6th and 5th both are free.
    const plan = sawmill(demands, centers, operations);
    const leveled = levelLoad(plan, { bucket: "day", remedies: ["pullAhead"] });
    expect(leveled.rest).toEqual([]);
    expect(loads(leveled)).toEqual([
      "2026-01-06: 2 of 2",
      "2026-01-07: 2 of 2",
      "2026-01-08: 1 of 2",
    ]);
    expect(loads(leveled, "drill")).toEqual([
      "2026-01-06: 8 of 8",
      "2026-01-07: 8 of 8",
      "2026-01-08: 4 of 8",
    ]);
  });
});

describe("Another work centre", () => {
  const centers: Partial<PlanningInput> = {
    workCenters: [
      { id: "saw", shifts, costPerHour: 10 },
      { id: "band", shifts, costPerHour: 10 },
      { id: "knife", shifts: [{ from: "06:00", until: "07:00" }], costPerHour: 1 },
    ],
  };
  const alternates = [
    { workCenter: "band", priority: 2, run: 1.25 },
    { workCenter: "knife", priority: 1 },
  ];
  const operations = [{ id: "10", workCenter: "saw", run: 1, alternates }];
  const choice = { bucket: "day", remedies: ["alternate"] } as const;

  test("is the first alternate with room, for the difference of hours at their costs", () => {
    const leveled = levelLoad(sawmill(two, centers, operations), choice);
    expect(shown(leveled.decisions)).toEqual([
      "alternate 10 of 2026-01-07 to band: 6 h, 15, 0 earlier, 0 late",
    ]);
    expect(loads(leveled)).toEqual(["2026-01-07: 4 of 8"]);
    expect(loads(leveled, "band")).toEqual(["2026-01-07: 7.5 of 8"]);
    expect(leveled.orders[0]?.operations).toEqual([
      {
        operation: "10",
        workCenter: "band",
        start: "2026-01-07T06:30",
        end: "2026-01-07T14:00",
      },
    ]);
  });

  test("may cost less", () => {
    const cheap = [
      { ...operations[0]!, alternates: [{ workCenter: "band", priority: 1, run: 0.5 }] },
    ];
    expect(levelLoad(sawmill(two, centers, cheap), choice).cost?.toString()).toBe("-30");
  });

  test("takes nothing where its own hours are too many, or where there is none", () => {
    const slow = [{ workCenter: "band", priority: 1, run: 7 }];
    const limits = (of: Operations) =>
      levelLoad(sawmill(two, centers, of), choice).rest[0]?.operations.map(
        ({ tried }) => tried[0]?.limit,
      );
    expect(limits([{ ...operations[0]!, alternates: slow }])).toEqual(["noRoom", "noRoom"]);
    expect(limits([{ id: "10", workCenter: "saw", run: 1 }])).toEqual([
      "noAlternate",
      "noAlternate",
    ]);
  });
});

describe("Overtime", () => {
  const overtime = [
    { from: "2026-01-07T04:00", until: "2026-01-07T05:00" },
    { from: "2026-01-07T13:00", until: "2026-01-07T17:00" },
  ];
  const saw = { id: "saw", shifts, overtime, overtimeCostPerHour: 30 };
  const choice = { bucket: "day", remedies: ["overtime"] } as const;

  test("is taken for what is above capacity, the earliest first, for its hours", () => {
    const leveled = levelLoad(sawmill(two, { workCenters: [saw] }), choice);
    expect(shown(leveled.decisions)).toEqual([
      "overtime 10 of 2026-01-07 to 2 h more: 2 h, 60, 0 earlier, 0 late",
    ]);
    expect(leveled.overtime).toEqual([
      { workCenter: "saw", site: "main", from: "2026-01-07T04:00", until: "2026-01-07T05:00" },
      { workCenter: "saw", site: "main", from: "2026-01-07T14:00", until: "2026-01-07T15:00" },
    ]);
    expect(loads(leveled)).toEqual(["2026-01-07: 10 of 10"]);
    expect(leveled.orders).toEqual([]);
  });

  test("is reckoned at the pace of the work centre, in whole minutes, and all its units are paid", () => {
    const levelled = (figures: object, demands: readonly Demand[]) => {
      const plan = sawmill(demands, { workCenters: [{ ...saw, ...figures }] });
      const { decisions, cost } = levelLoad(plan, choice);
      return decisions.map((one) => one.remedy === "overtime" && `${one.overtimeHours} h, ${cost}`);
    };
    // 10 hours for 8, at 1 an hour; two are paid.
    expect(levelled({ units: 2, utilization: 0.5 }, two)).toEqual(["2 h, 120"]);
    // 8 hours for 7.2: 0.8 at 0.9 an hour are 53 1/3 minutes.
    expect(levelled({ utilization: 0.9 }, [["Ann", 8, "2026-01-08"]])).toEqual(["0.9 h, 27"]);
  });

  test("helps not in part: of an operation it takes all that is too much, or nothing", () => {
    const short = { ...saw, overtime: [{ from: "2026-01-07T15:00", until: "2026-01-07T16:59" }] };
    const { decisions, rest } = levelLoad(sawmill(two, { workCenters: [short] }), choice);
    expect(decisions).toEqual([]);
    expect(rest[0]?.operations.map(({ tried }) => tried[0]?.limit)).toEqual([
      "noOvertime",
      "noOvertime",
    ]);
  });
});

describe("Pushing", () => {
  const choice = { bucket: "day", remedies: ["push"], latenessCostPerDay: 50 } as const;

  test("does the least urgent order in the nearest later bucket with room, for its lateness", () => {
    const plan = sawmill([...two, ["Cid", 5, "2026-01-09"]]);
    const leveled = levelLoad(plan, choice);
    expect(shown(leveled.decisions)).toEqual([
      "push 10 of 2026-01-07 to 2026-01-09: 6 h, 100, 0 earlier, 2 late",
    ]);
    expect(loads(leveled)).toEqual([
      "2026-01-07: 4 of 8",
      "2026-01-08: 5 of 8",
      "2026-01-09: 6 of 8",
    ]);
  });

  test("tells the lateness, and costs nothing where no cost is given", () => {
    const { decisions, cost } = levelLoad(sawmill(two), { bucket: "day", remedies: ["push"] });
    expect(decisions.map(({ daysLate }) => daysLate)).toEqual([1]);
    expect(cost?.toString()).toBe("0");
  });

  test("leaves what is done before it where it is", () => {
    const operations = [
      { id: "10", workCenter: "band", run: 0.5 },
      { id: "20", workCenter: "saw", run: 1 },
    ];
    const centers = {
      workCenters: [
        { id: "saw", shifts: [{ from: "14:00", until: "22:00" }] },
        { id: "band", shifts },
      ],
    };
    const { orders } = levelLoad(sawmill(two, centers, operations), choice);
    expect(orders[0]?.operations.map(({ start, end }) => `${start} ${end}`)).toEqual([
      "2026-01-07T11:00 2026-01-07T14:00",
      "2026-01-08T16:00 2026-01-08T22:00",
    ]);
  });

  test("ends with the last bucket: what fits into none is told", () => {
    const closed = [{ date: "2026-01-08", shifts: [] }];
    const plan = sawmill(two, {
      horizonEnd: "2026-01-08",
      workCenters: [{ id: "saw", shifts, exceptions: closed }],
    });
    const { rest } = levelLoad(plan, choice);
    expect(rest[0]?.operations.map(({ tried }) => tried[0])).toEqual([
      { remedy: "push", limit: "noRoom" },
      { remedy: "push", limit: "noRoom" },
    ]);
  });

  const days = ["mon", "tue", "wed", "thu", "fri"] as const;

  test("tries each delivery with which it begins in the bucket: the first may be too early for its material", () => {
    const week = [{ ...shifts[0]!, days }];
    const plan = planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-01-25",
      workCenters: [
        { id: "saw", shifts: week },
        { id: "lathe", shifts: week },
      ],
      items: [
        { id: "leg", leadTime: 3 },
        { id: "wood", leadTime: 12 },
      ],
      boms: [{ item: "leg", lines: [{ item: "wood", quantity: 1 }] }],
      routings: [
        {
          id: "legs",
          item: "leg",
          operations: [
            { id: "10", workCenter: "saw", setup: 1, run: "0.125" },
            { id: "20", workCenter: "lathe", setup: 2, run: "0.3", queue: 2 },
          ],
        },
      ],
      demands: [
        { id: "first", item: "leg", quantity: 120, due: "2026-01-19" },
        { id: "second", item: "leg", quantity: 48, due: "2026-01-20" },
      ],
    });
    // Delivered on the 22nd, 20 begins in the week of the 19th, but 10 on the 14th: the wood comes on the 17th.
    const { decisions, orders } = levelLoad(plan, { ...choice, bucket: "week" });
    expect(shown(decisions)).toEqual([
      "push 20 of 2026-01-12 to 2026-01-19: 16.4 h, 150, 0 earlier, 3 late",
    ]);
    expect(orders.map(({ start, due }) => `${start} ${due}`)).toEqual(["2026-01-19 2026-01-23"]);
  });

  test("ends its search where work centres close for good: what is delivered later is worked no later", () => {
    const validTo = "2026-01-10";
    const plan = planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-01-25",
      workCenters: [
        { id: "saw", shifts: [{ ...shifts[0]!, validTo }] },
        { id: "drill", shifts: [{ from: "14:00", until: "22:00", validTo }] },
      ],
      items: [
        { id: "leg", leadTime: 1 },
        { id: "arm", leadTime: 1 },
      ],
      sources: [
        { item: "leg", kind: "make" },
        { item: "arm", kind: "make" },
      ],
      routings: [
        {
          id: "legs",
          item: "leg",
          operations: [
            { id: "10", workCenter: "saw", run: 1 },
            { id: "20", workCenter: "drill", run: 0.5 },
          ],
        },
        { id: "arms", item: "arm", operations: [{ id: "10", workCenter: "drill", run: 1 }] },
      ],
      demands: [
        { id: "a", item: "leg", quantity: 6, due: "2026-01-08", segment: "a" },
        { id: "b", item: "leg", quantity: 6, due: "2026-01-08", segment: "b" },
        { id: "c", item: "arm", quantity: 8, due: "2026-01-10" },
        { id: "d", item: "arm", quantity: 8, due: "2026-01-09" },
      ],
    });
    const { rest } = levelLoad(plan, choice);
    expect(rest[0]?.operations.map(({ tried }) => tried[0]?.limit)).toEqual(["noRoom", "noRoom"]);
  });

  test("tries deliveries too with which only what comes after it is worked later", () => {
    const plan = planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-01-25",
      workCenters: [
        { id: "saw", shifts: [{ ...shifts[0]!, days }] },
        { id: "drill", shifts: [{ from: "14:00", until: "22:00" }] },
      ],
      items: ["leg", "arm", "foot"].map((id) => ({ id, leadTime: 1 })),
      sources: ["leg", "arm", "foot"].map((item) => ({ item, kind: "make" as const })),
      routings: [
        {
          id: "legs",
          item: "leg",
          operations: [
            { id: "10", workCenter: "saw", run: 1 },
            { id: "20", workCenter: "drill", run: 0.5 },
          ],
        },
        { id: "arms", item: "arm", operations: [{ id: "10", workCenter: "drill", run: 1 }] },
        { id: "feet", item: "foot", operations: [{ id: "10", workCenter: "saw", run: 1 }] },
      ],
      demands: [
        { id: "a", item: "leg", quantity: 6, due: "2026-01-09" },
        { id: "b", item: "foot", quantity: 6, due: "2026-01-09", priority: 1 },
        { id: "c", item: "arm", quantity: 8, due: "2026-01-10" },
        { id: "d", item: "arm", quantity: 8, due: "2026-01-11" },
      ],
    });
    // On Friday and Saturday the drill is full; the saw is closed on Saturday and Sunday.
    const { orders } = levelLoad(plan, choice);
    expect(orders[0]?.operations.map(({ start }) => start)).toEqual([
      "2026-01-09T08:00",
      "2026-01-11T19:00",
    ]);
  });

  test("moves a parent along that already began too early, once its material comes later still", () => {
    const costs = [0, 1].map((leadTime) => {
      const plan = planRequirements({
        startDate: "2026-01-05",
        horizonEnd: "2026-02-27",
        workCenters: [
          { id: "mill", shifts },
          { id: "bench", shifts },
        ],
        items: [
          { id: "desk", leadTime },
          { id: "top", leadTime: 1 },
        ],
        sources: [{ item: "top", kind: "make" }],
        boms: [{ item: "desk", lines: [{ item: "top", quantity: 1 }] }],
        routings: [
          { id: "d", item: "desk", operations: [{ id: "10", workCenter: "bench", run: "0.1" }] },
          { id: "t", item: "top", operations: [{ id: "10", workCenter: "mill", run: 1 }] },
        ],
        demands: [
          { id: "d1", item: "desk", quantity: 6, due: "2026-01-15" },
          { id: "d2", item: "desk", quantity: 6, due: "2026-01-15", segment: "Ann" },
        ],
      });
      const { cost, orders } = levelLoad(plan, { ...choice, latenessCostPerDay: 7 });
      const where = orders.map(({ item, start, due }) => `${item} ${start} ${due}`);
      return [`${cost}`, ...where];
    });
    expect(costs).toEqual([
      ["21", "desk 2026-01-16 2026-01-17", "top 2026-01-15 2026-01-16"],
      ["14", "desk 2026-01-15 2026-01-16", "top 2026-01-14 2026-01-15"],
    ]);
  });

  /** Tables of four legs, and six legs to spare that are more urgent, on the day before. */
  const tables = (leadTime: number, spare: string): Plan =>
    planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-01-11",
      workCenters: [
        { id: "saw", shifts },
        { id: "bench", shifts },
      ],
      items: [{ id: "table", leadTime }, { id: "leg" }],
      boms: [{ item: "table", lines: [{ item: "leg", quantity: 4 }] }],
      sources: [{ item: "leg", kind: "make" }],
      routings: [
        { id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 1 }] },
        { id: "tables", item: "table", operations: [{ id: "10", workCenter: "bench", run: 1 }] },
      ],
      demands: [
        { id: "d1", item: "table", quantity: 1, due: "2026-01-08", priority: 9 },
        { id: "d2", item: "leg", quantity: 6, due: spare, segment: "spare", priority: 1 },
      ],
    });

  test("moves the orders along that wait for the material, at the cost of their lateness too", () => {
    const { decisions, orders } = levelLoad(tables(1, "2026-01-07"), choice);
    expect(shown(decisions)).toEqual([
      "push 10 of 2026-01-06 to 2026-01-07: 4 h, 100, 0 earlier, 1 late",
    ]);
    const along = decisions.flatMap((one) => (one.remedy === "push" ? one.along : []));
    expect(
      along.map(({ item, dueBefore, due, daysLate }) => [item, dueBefore, due, daysLate]),
    ).toEqual([["table", "2026-01-08", "2026-01-09", 1]]);
    expect(orders.map(({ item, start, due }) => [item, start, due])).toEqual([
      ["leg", "2026-01-07", "2026-01-08"],
      ["table", "2026-01-08", "2026-01-09"],
    ]);
  });

  test("leaves an order where it is that can wait so long for its material", () => {
    const { decisions } = levelLoad(tables(2, "2026-01-06"), choice);
    expect(shown(decisions)).toEqual([
      "push 10 of 2026-01-05 to 2026-01-06: 4 h, 50, 0 earlier, 1 late",
    ]);
    expect(decisions[0]).toMatchObject({ along: [] });
  });
});

describe("A leveled load", () => {
  test("is one whose overloads, differences and profiles can be asked for, overtime included", () => {
    const overtime = [{ from: "2026-01-07T14:00", until: "2026-01-07T17:00" }];
    const plan = sawmill(two, { workCenters: [{ id: "saw", shifts, overtime }] });
    const leveled = levelLoad(plan, { bucket: "day", remedies: ["overtime"] });
    expect(overloadMessages(plan, { bucket: "day" })).toHaveLength(1);
    expect(overloadMessages(leveled, { bucket: "day" })).toEqual([]);
    const [row] = compareLoads(plan, leveled, { bucket: "day" });
    expect([`${row?.overloadBefore}`, `${row?.overloadAfter}`]).toEqual(["2", "0"]);
  });

  test("tries remedies in the order given", () => {
    const remedies = ["push", "pullAhead"] as const;
    const { decisions } = levelLoad(sawmill(two), { bucket: "day", remedies });
    expect(decisions.map(({ remedy }) => remedy)).toEqual(["push"]);
  });

  test("leaves frozen orders alone", () => {
    const frozen = ["a", "b"].map((id) => ({
      id,
      item: "leg",
      quantity: 5,
      due: "2026-01-08",
      kind: "production" as const,
      firm: true,
      frozen: true,
    }));
    const plan = sawmill([], { supplies: frozen });
    const { decisions, rest } = levelLoad(plan, { bucket: "day" });
    expect(decisions).toEqual([]);
    expect(rest[0]?.operations[0]?.tried.map(({ remedy, limit }) => `${remedy}: ${limit}`)).toEqual(
      ["pullAhead: frozen", "alternate: noAlternate", "overtime: noOvertime", "push: frozen"],
    );
  });

  test("is that of the plan where nothing is overloaded, and of none where there are no routings", () => {
    const leveled = levelLoad(sawmill([["Ann", 6, "2026-01-08"]]));
    expect([leveled.decisions, leveled.orders, leveled.rest]).toEqual([[], [], []]);
    expect(leveled.cost?.toString()).toBe("0");
    const bare = planRequirements({ startDate: "2026-01-05", items: [{ id: "leg" }] });
    expect([...levelLoad(bare).profile.rows]).toEqual([]);
  });
});

describe("Options that are refused", () => {
  const refused = (options: unknown): unknown => {
    try {
      levelLoad(sawmill(two), options as never);
    } catch (error) {
      if (error instanceof PlanningInputError) {
        return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
      }
      throw error;
    }
    return [];
  };

  test("are named with their paths, all at once", () => {
    expect(refused({ bucket: "year", remedies: ["pray"], latenessCostPerDay: -1 })).toEqual([
      "outOfRange bucket",
      "outOfRange remedies.0",
      "outOfRange latenessCostPerDay",
    ]);
    expect(refused({ remedies: ["push", "overtime", "push"] })).toEqual(["duplicateId remedies.2"]);
    expect(refused({ holdingCostPerDay: { leg: "x" } })).toEqual([
      "invalidQuantity holdingCostPerDay.leg",
    ]);
    expect(refused({ holdingCostPerDay: { arm: 1 } })).toEqual(["unknownId holdingCostPerDay.arm"]);
    expect(refused({ until: "2026-01-09" })).toEqual(["unknownField until"]);
  });
});
