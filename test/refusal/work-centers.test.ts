import { expect, test } from "vitest";
import { chapter, right, twoSites } from "./chapter.js";
import { issuesOf, mistakesIn } from "./refusal.js";

const early = { from: "06:00", until: "14:00" };
const withLathe = (fields: object): object => ({
  ...right,
  workCenters: [{ id: "lathe", shifts: [early], ...fields }],
});
const lathe = (...path: readonly (string | number)[]) => ["workCenters", 0, ...path];

chapter("A work centre", [
  [
    "without shifts",
    { ...right, workCenters: [{ id: "lathe" }] },
    "missingField",
    lathe("shifts"),
    ['shifts of work center "lathe" is missing'],
  ],
  ["with a list of no shift", withLathe({ shifts: [] }), "missingField", lathe("shifts"), []],
  [
    "whose shifts never open it",
    withLathe({ calendar: "none" }),
    "unknownId",
    lathe("calendar"),
    ['"none"'],
  ],
  [
    "whose shifts are all breaks",
    withLathe({ shifts: [{ ...early, breaks: [early] }] }),
    "contradiction",
    lathe("shifts"),
    ["open"],
  ],
  ["of no unit", withLathe({ units: 0 }), "outOfRange", lathe("units"), ["1 or more"]],
  [
    "of half a unit",
    withLathe({ units: 1.5 }),
    "invalidType",
    lathe("units"),
    ["1.5", "1 or more"],
  ],
  [
    "that does nothing in an hour",
    withLathe({ efficiency: 0 }),
    "outOfRange",
    lathe("efficiency"),
    [],
  ],
  ["that is never used", withLathe({ utilization: 0 }), "outOfRange", lathe("utilization"), []],
  [
    "that is used more than wholly",
    withLathe({ utilization: "9/8" }),
    "outOfRange",
    lathe("utilization"),
    [],
  ],
  ["that pays to be used", withLathe({ costPerHour: -1 }), "outOfRange", lathe("costPerHour"), []],
  [
    "with a change of set-up that takes less than no time",
    withLathe({ setups: [{ from: "red", to: "blue", hours: -1 }] }),
    "outOfRange",
    lathe("setups", 0, "hours"),
    [],
  ],
  [
    "at a site that nothing defines",
    { ...twoSites, workCenters: [{ id: "lathe", site: "east", shifts: [early] }] },
    "unknownId",
    lathe("site"),
    ['"east"'],
  ],
  [
    "at none of several sites",
    { ...twoSites, workCenters: [{ id: "lathe", shifts: [early] }] },
    "missingField",
    lathe("site"),
    ["With several sites"],
  ],
  [
    "with the id of another",
    {
      ...right,
      workCenters: [
        { id: "lathe", shifts: [early] },
        { id: "lathe", shifts: [early] },
      ],
    },
    "duplicateId",
    ["workCenters", 1, "id"],
    ['"lathe"'],
  ],
]);

chapter("A shift", [
  [
    "that overlaps another",
    withLathe({ shifts: [early, { from: "13:59", until: "22:00" }] }),
    "contradiction",
    lathe("shifts", 1),
    ["overlap"],
  ],
  [
    "that overlaps another over midnight",
    withLathe({ shifts: [early, { from: "22:00", until: "06:01" }] }),
    "contradiction",
    lathe("shifts", 0),
    ["overlap"],
  ],
  [
    "of an exception that overlaps one of the day before",
    withLathe({
      shifts: [{ from: "22:00", until: "06:00" }],
      exceptions: [{ date: "2026-01-07", shifts: [{ from: "05:00", until: "12:00" }] }],
    }),
    "contradiction",
    lathe("exceptions", 0, "shifts", 0),
    ["overlap"],
  ],
  [
    "with a break outside it",
    withLathe({ shifts: [{ ...early, breaks: [{ from: "14:00", until: "14:30" }] }] }),
    "contradiction",
    lathe("shifts", 0, "breaks", 0),
    [],
  ],
  [
    "with breaks that overlap",
    withLathe({
      shifts: [
        {
          ...early,
          breaks: [
            { from: "09:00", until: "10:00" },
            { from: "09:30", until: "10:30" },
          ],
        },
      ],
    }),
    "contradiction",
    lathe("shifts", 0, "breaks", 1),
    [],
  ],
  [
    "that begins at a time that no day has",
    withLathe({ shifts: [{ from: "25:00", until: "14:00" }] }),
    "invalidDate",
    lathe("shifts", 0, "from"),
    ['from ("25:00")', "HH:mm"],
  ],
  [
    "of a date that is an exception already",
    withLathe({
      exceptions: [
        { date: "2026-01-07", shifts: [] },
        { date: "2026-01-07", shifts: [] },
      ],
    }),
    "duplicateId",
    lathe("exceptions", 1, "date"),
    [],
  ],
]);

chapter("Overtime", [
  [
    "that overlaps other overtime",
    withLathe({
      overtime: [
        { from: "2026-01-10T06:00", until: "2026-01-10T12:00" },
        { from: "2026-01-10T11:00", until: "2026-01-10T14:00" },
      ],
    }),
    "contradiction",
    lathe("overtime", 1),
    ["overlap"],
  ],
  [
    "that ends before it begins",
    withLathe({ overtime: [{ from: "2026-01-10T06:00", until: "2026-01-10T05:00" }] }),
    "contradiction",
    lathe("overtime", 0),
    [],
  ],
  [
    "on a day that does not exist",
    withLathe({ overtime: [{ from: "2026-02-30T06:00", until: "2026-03-01T05:00" }] }),
    "invalidDate",
    lathe("overtime", 0, "from"),
    ["YYYY-MM-DDTHH:mm"],
  ],
]);

chapter("A tool", [
  [
    "with the id of another",
    { ...right, tools: [{ id: "jig" }, { id: "jig", units: 2 }] },
    "duplicateId",
    ["tools", 1, "id"],
    ['"jig"'],
  ],
  [
    "of which there is none",
    { ...right, tools: [{ id: "jig", units: 0 }] },
    "outOfRange",
    ["tools", 0, "units"],
    ["1 or more"],
  ],
]);

test("Everything that is wrong with work centres is said at once, beside what has no form", () => {
  const input = {
    ...right,
    workCenters: [
      { id: "lathe", shifts: [{ from: "6:00", until: "14:00" }], efficiency: 0, units: "two" },
      { id: "saw", shifts: [], utilization: 2 },
    ],
  };
  expect(mistakesIn(input)).toEqual([
    { code: "outOfRange", path: ["workCenters", 0, "efficiency"] },
    { code: "invalidDate", path: ["workCenters", 0, "shifts", 0, "from"] },
    { code: "invalidType", path: ["workCenters", 0, "units"] },
    { code: "missingField", path: ["workCenters", 1, "shifts"] },
    { code: "outOfRange", path: ["workCenters", 1, "utilization"] },
  ]);
  expect(issuesOf(input).every(({ message }) => message.endsWith("."))).toBe(true);
});
