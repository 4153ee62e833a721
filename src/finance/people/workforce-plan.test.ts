import { describe, expect, test } from "vitest";
import {
  capacityRequirements,
  type PlanningInput,
  type PlanningInputError,
  planRequirements,
  type WorkforceOptions,
  workforcePlan,
} from "../../index.js";

const week = ["mon", "tue", "wed", "thu", "fri"] as const;
const day = { from: "06:00", until: "14:00", days: week };

function planOf(quantity = 80, more: Partial<PlanningInput> = {}) {
  return planRequirements({
    startDate: "2026-01-05",
    horizonEnd: "2026-01-31",
    calendars: [
      { id: "week", workingDays: week },
      {
        id: "mornings",
        workingDays: ["mon", "tue"],
        exceptions: [{ date: "2026-01-05", working: false }],
      },
    ],
    sites: [{ id: "main", calendar: "week" }],
    workCenters: [
      { id: "saw", shifts: [day] },
      { id: "lathe", shifts: [day] },
    ],
    items: [{ id: "leg" }],
    sources: [{ item: "leg", kind: "make", routing: "legs" }],
    routings: [
      {
        id: "legs",
        item: "leg",
        operations: [
          { id: "10", workCenter: "saw", setup: 4, run: "0.25", teardown: 1 },
          { id: "20", workCenter: "lathe", run: "0.1" },
        ],
      },
    ],
    demands: [{ id: "d1", item: "leg", quantity, due: "2026-01-23" }],
    ...more,
  });
}

const sawyer = { skill: "sawyer", workCenter: "saw" } as const;
const turner = { skill: "turner", workCenter: "lathe" } as const;
const two = { skill: "sawyer", count: 2, hoursPerDay: 8 } as const;

function rowsOf(options: WorkforceOptions, plan = planOf(60)): readonly string[] {
  const fields = [
    "required",
    "setup",
    "available",
    "balance",
    "utilizationPercent",
    "headCount",
    "headCountNeeded",
  ] as const;
  return Array.from(workforcePlan(plan, options).rows, (row) =>
    [row.skill, row.from, ...fields.map((field) => `${row[field]}`)].join(" "),
  );
}

describe("The human resource plan", () => {
  test("takes people for set-up, and others for run and teardown", () => {
    const skills = [{ ...sawyer, setupPeople: 2, runPeople: "0.5" }];
    // 4 hours of set-up; 20 of run and 1 of teardown.
    const [row] = workforcePlan(planOf(), { skills, bucket: "month" }).rows;
    expect([`${row?.required}`, `${row?.setup}`]).toEqual(["18.5", "8"]);
  });

  test("sets hours against those of people, week by week from the planning start", () => {
    expect(rowsOf({ skills: [sawyer], people: [two] })).toEqual([
      "sawyer 2026-01-05 0 0 80 80 0 2 0",
      "sawyer 2026-01-12 0 0 80 80 0 2 0",
      "sawyer 2026-01-19 20 4 80 60 25 2 0.5",
      "sawyer 2026-01-26 0 0 80 80 0 2 0",
    ]);
  });

  test("puts hours where a schedule or reduced requirements have them", () => {
    const plan = planOf(400);
    const kept = capacityRequirements(planOf(1400), { startsInPast: "keep" });
    const late = workforcePlan(planOf(1400), { skills: [sawyer], bucket: "year" });
    const early = workforcePlan(planOf(1400), { skills: [sawyer], bucket: "year", loads: kept });
    expect(late.pastDue).toEqual([]);
    expect(early.pastDue.map(({ skill }) => skill)).toEqual(["sawyer"]);
    expect(`${early.pastDue[0]!.required.plus(early.rows.at(0)!.required)}`).toBe("355");
    const strange = workforcePlan(plan, { skills: [sawyer], loads: kept });
    expect(() => strange.drill(strange.pastDue[0]!)).toThrow("not those of this plan");
  });

  test("counts people from their first day until after their last, less absence, on their own calendar", () => {
    const skills = [sawyer];
    const available = (people: WorkforceOptions["people"]) =>
      Array.from(
        workforcePlan(planOf(), { skills, people }).rows,
        (row) => `${row.available} ${row.headCount}`,
      );
    const short = { ...two, from: "2026-01-15", until: "2026-01-20" };
    expect(available([short])).toEqual(["0 0", "32 0.8", "16 0.4", "0 0"]);
    expect(available([{ ...two, utilization: "0.85", efficiency: "0.5" }])[0]).toBe("34 2");
    expect(available([{ ...two, calendar: "mornings" }, two])[0]).toBe("96 4");
    expect(
      available([
        { ...two, count: "0.5" },
        { ...two, hoursPerDay: 6 },
      ])[0],
    ).toBe("80 2.5");
  });

  test("says how many people are needed where nobody is there, if it knows how long one works", () => {
    const skills = [sawyer];
    expect(rowsOf({ skills, people: [{ ...two, count: 0 }] })[2]).toBe(
      "sawyer 2026-01-19 20 4 0 -20 null 0 0.5",
    );
    expect(rowsOf({ skills })[2]).toBe("sawyer 2026-01-19 20 4 null null null null null");
  });

  test("names work without a skill, and skills that nobody is said to have", () => {
    const { missing } = workforcePlan(planOf(), { skills: [sawyer] });
    expect(missing.map(({ text }) => text)).toEqual([
      "lathe has 8 hours of work, and no skill",
      "25 hours of sawyer are needed, and nobody is said to have that skill",
    ]);
    const skills = [sawyer, turner];
    const people = [two, { ...two, skill: "turner" }];
    expect(workforcePlan(planOf(), { skills, people }).missing).toEqual([]);
  });

  test("leads to the orders behind a row, open ones too, at each work centre", () => {
    const supply = { id: "MO 7", item: "leg", quantity: 40, due: "2026-01-23" } as const;
    const plan = planOf(80, { supplies: [{ ...supply, kind: "production" }] });
    const skills = [sawyer, { ...sawyer, workCenter: "lathe", runPeople: 2 }];
    const workforce = workforcePlan(plan, { skills, bucket: "month" });
    const [row] = workforce.rows;
    expect(
      workforce
        .drill(row!)
        .map(({ order, supply: open, item, workCenter, operations, required }) =>
          [order === null ? open : "planned", item, workCenter, operations, required].join(" "),
        ),
    ).toEqual([
      "planned leg saw 10 15",
      "planned leg lathe 20 8",
      "MO 7 leg saw 10 15",
      "MO 7 leg lathe 20 8",
    ]);
    expect(`${row?.required}`).toBe("46");
    expect(() => workforce.drill({ ...row! })).toThrow("no row of this plan of people");
  });

  test("what is never done stands apart", () => {
    const closed = { id: "saw", shifts: [{ ...day, validTo: "2026-01-07" }] };
    const workCenters = [closed, { id: "lathe", shifts: [day] }];
    const { neverDone, rows } = workforcePlan(planOf(4_000_000, { workCenters }), {
      skills: [sawyer],
    });
    expect(neverDone.map(({ required }) => `${required}`)).toEqual(["1000005"]);
    expect([...rows].every(({ required }) => required.isZero())).toBe(true);
  });
});

describe("Options that cannot be", () => {
  const mistakes = (options: object, plan = planOf()): readonly string[] => {
    try {
      workforcePlan(plan, options as WorkforceOptions);
    } catch (error) {
      return (error as PlanningInputError).issues.map(
        ({ code, path }) => `${code} ${path.join(".")}`,
      );
    }
    return [];
  };

  test("are refused, each by its path", () => {
    expect(mistakes({})).toEqual(["missingField skills"]);
    expect(mistakes({ skills: [], bucket: "fortnight", loads: {}, colour: 1 })).toEqual([
      "unknownField colour",
      "outOfRange bucket",
      "invalidType loads",
    ]);
    const wrong = { skill: "", workCenter: 3, setupPeople: -1, runPeople: "x" };
    expect(mistakes({ skills: [wrong] })).toEqual([
      "invalidType skills.0.skill",
      "invalidType skills.0.workCenter",
      "outOfRange skills.0.setupPeople",
      "invalidQuantity skills.0.runPeople",
    ]);
    const nobody = {
      skill: "sawyer",
      count: -1,
      hoursPerDay: 25,
      from: "2026-02-30",
      utilization: 2,
    };
    expect(mistakes({ skills: [sawyer], people: [nobody] })).toEqual([
      "outOfRange people.0.count",
      "outOfRange people.0.hoursPerDay",
      "invalidDate people.0.from",
      "outOfRange people.0.utilization",
    ]);
  });

  test("are refused together where they contradict one another", () => {
    const people = [
      { ...two, from: "2026-01-06", until: "2026-01-05" },
      { ...two, site: "main", calendar: "week" },
      { ...two, skill: "sawer" },
    ];
    expect(mistakes({ skills: [sawyer, turner, sawyer], people })).toEqual([
      "duplicateId skills.2",
      "contradiction people.0.until",
      "contradiction people.1.calendar",
      "unknownId people.2.skill",
    ]);
  });

  test("are refused where the plan has no such work centre, site or calendar", () => {
    const skills = [{ ...sawyer, workCenter: "press" }, sawyer];
    const people = [
      { ...two, site: "north" },
      { ...two, calendar: "nights" },
    ];
    expect(mistakes({ skills, people })).toEqual([
      "unknownId skills.0.workCenter",
      "unknownId people.0.site",
      "unknownId people.1.calendar",
    ]);
    const plants = planRequirements({
      startDate: "2026-01-05",
      sites: [{ id: "north" }, { id: "south" }],
      workCenters: [{ id: "saw", site: "north", shifts: [day] }],
    });
    expect(mistakes({ skills: [sawyer], people: [two] }, plants)).toEqual([
      "missingField people.0.site",
    ]);
    expect(mistakes({ skills: [] }, {} as never)).toEqual(["invalidType plan"]);
  });
});
