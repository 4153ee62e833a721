import { bike, chapter, demand, right, supply, wheel, withWheel } from "./chapter.js";

chapter("A date", [
  [
    "that does not exist",
    { ...right, demands: [{ ...demand, due: "2026-02-30" }] },
    "invalidDate",
    ["demands", 0, "due"],
    ['The due ("2026-02-30") of demand "d1" must be a day that exists'],
  ],
  [
    "of a leap day in a common year",
    { ...right, demands: [{ ...demand, due: "2027-02-29" }] },
    "invalidDate",
    ["demands", 0, "due"],
    ['"2027-02-29"'],
  ],
  [
    "of a leap day in a century that has none",
    { ...right, demands: [{ ...demand, due: "2100-02-29" }] },
    "invalidDate",
    ["demands", 0, "due"],
    ['"2100-02-29"'],
  ],
  [
    "with a time",
    { ...right, startDate: "2026-01-05T00:00:00Z" },
    "invalidDate",
    ["startDate"],
    ['The startDate ("2026-01-05T00:00:00Z")'],
  ],
  ["as a number", { ...right, startDate: 20260105 }, "invalidDate", ["startDate"], ["20260105"]],
  [
    "as an object",
    { ...right, startDate: new Date(0) },
    "invalidDate",
    ["startDate"],
    ["an object"],
  ],
  [
    "before 1900",
    { ...right, startDate: "1899-12-31" },
    "outOfRange",
    ["startDate"],
    ['"1899-12-31"', "1900 to 2199"],
  ],
  [
    "after 2199",
    { ...right, demands: [{ ...demand, due: "2200-01-01" }] },
    "outOfRange",
    ["demands", 0, "due"],
    ['"2200-01-01"'],
  ],
  [
    "of an exception after 2199",
    {
      ...right,
      calendars: [{ id: "five days", exceptions: [{ date: "9999-12-31", working: false }] }],
    },
    "outOfRange",
    ["calendars", 0, "exceptions", 0, "date"],
    ['"9999-12-31"'],
  ],
  [
    "of a step of safety stock after 2199",
    withWheel({ safetyStock: [{ from: "2200-01-01", quantity: 1 }] }),
    "outOfRange",
    ["items", 1, "safetyStock", 0, "from"],
    ['"2200-01-01"'],
  ],
  [
    "of the horizon before the start",
    { ...right, horizonEnd: "2026-01-04" },
    "contradiction",
    ["horizonEnd"],
    ['"2026-01-04"', '"2026-01-05"'],
  ],
  [
    "that ends a validity before it begins",
    { ...right, boms: [{ ...right.boms[0], validFrom: "2026-02-01", validTo: "2026-01-31" }] },
    "contradiction",
    ["boms", 0, "validTo"],
    ['"2026-01-31"', '"2026-02-01"'],
  ],
  [
    "that ends a line before it begins",
    {
      ...right,
      boms: [
        {
          item: "bike",
          lines: [{ item: "wheel", quantity: 2, validFrom: "2026-02-01", validTo: "2026-01-31" }],
        },
      ],
    },
    "contradiction",
    ["boms", 0, "lines", 0, "validTo"],
    ['"2026-01-31"'],
  ],
  [
    "that ends a source before it begins",
    {
      ...right,
      sources: [{ item: "wheel", kind: "buy", validFrom: "2026-02-01", validTo: "2026-01-31" }],
    },
    "contradiction",
    ["sources", 0, "validTo"],
    ['"2026-01-31"'],
  ],
  [
    "of a start after due",
    { ...right, supplies: [{ ...supply, start: "2026-01-10" }] },
    "contradiction",
    ["supplies", 0, "start"],
    ['"2026-01-10"', '"2026-01-09"'],
  ],
  [
    "by which stock has left before it counts",
    {
      ...right,
      stock: [
        {
          ...{ item: "wheel", quantity: 9, status: "inspection" },
          ...{ availableFrom: "2026-01-07", expires: "2026-01-06" },
        },
      ],
    },
    "contradiction",
    ["stock", 0, "expires"],
    ['The expires ("2026-01-06")', 'item "wheel"', 'availableFrom ("2026-01-07")', '"blocked"'],
  ],
  [
    "on which stock leaves and would count, whatever its status",
    {
      ...right,
      stock: [{ item: "wheel", quantity: 9, availableFrom: "2026-01-07", expires: "2026-01-07" }],
    },
    "contradiction",
    ["stock", 0, "expires"],
    ['"2026-01-07"'],
  ],
  [
    "until which an order lasts",
    { ...right, demands: [{ ...demand, until: "2026-01-20" }] },
    "contradiction",
    ["demands", 0, "until"],
    ["belongs to a forecast"],
  ],
  [
    "until which a forecast lasts, before its first",
    { ...right, demands: [{ ...demand, kind: "forecast", until: "2026-01-15" }] },
    "contradiction",
    ["demands", 0, "until"],
    ['"2026-01-15"', '"2026-01-16"'],
  ],
  [
    "on which two steps of safety stock begin",
    withWheel({
      safetyStock: [
        { from: "2026-02-01", quantity: 1 },
        { from: "2026-02-01", quantity: 2 },
      ],
    }),
    "contradiction",
    ["items", 1, "safetyStock", 1, "from"],
    ['"2026-02-01"', "Keep one"],
  ],
]);

chapter("A calendar", [
  [
    "without a working day",
    { ...right, calendars: [{ id: "none", workingDays: [] }] },
    "noWorkingDay",
    ["calendars", 0],
    ['"none"', "Give it workingDays"],
  ],
  [
    "whose only exceptions are days off",
    {
      ...right,
      calendars: [
        { id: "none", workingDays: [], exceptions: [{ date: "2026-01-05", working: false }] },
      ],
    },
    "noWorkingDay",
    ["calendars", 0],
    ['"none"'],
  ],
  [
    "that has no working day where one is needed",
    {
      ...right,
      calendars: [
        { id: "one day", workingDays: [], exceptions: [{ date: "2030-01-01", working: true }] },
      ],
      sites: [{ id: "main", calendar: "one day" }],
    },
    "noWorkingDay",
    ["calendars"],
    ['"one day"', "before and after the horizon"],
  ],
]);

chapter("Lead times and other days", [
  [
    "below 0",
    withWheel({ leadTime: -2 }),
    "outOfRange",
    ["items", 1, "leadTime"],
    ['The leadTime (-2) of item "wheel" must be a whole number of days from 0'],
  ],
  [
    "of more than a hundred years",
    withWheel({ leadTime: 36_501 }),
    "outOfRange",
    ["items", 1, "leadTime"],
    ["36501"],
  ],
  [
    "that are no whole number",
    withWheel({ leadTime: 1.5 }),
    "invalidType",
    ["items", 1, "leadTime"],
    ["1.5", "whole number"],
  ],
  [
    "that are a text",
    withWheel({ leadTime: "2" }),
    "invalidType",
    ["items", 1, "leadTime"],
    ['"2"'],
  ],
  [
    "that grow with the quantity to more than a hundred years",
    { ...right, items: [bike, { ...wheel, leadTimePerUnit: 10_000 }] },
    "outOfRange",
    ["items", 1, "leadTimePerUnit"],
    ['"wheel"', "36500"],
  ],
  [
    "below 0 a unit",
    withWheel({ leadTimePerUnit: "-1/2" }),
    "outOfRange",
    ["items", 1, "leadTimePerUnit"],
    ['"-1/2"'],
  ],
]);
