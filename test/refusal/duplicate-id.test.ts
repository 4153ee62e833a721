import { bike, chapter, demand, right, supply, wheel } from "./chapter.js";

chapter("An id that stands there twice", [
  [
    "of an item",
    { ...right, items: [bike, wheel, { id: "bike" }] },
    "duplicateId",
    ["items", 2, "id"],
    ['The id ("bike")', "give it another one"],
  ],
  [
    "of a demand",
    { ...right, demands: [demand, demand] },
    "duplicateId",
    ["demands", 1, "id"],
    ['"d1"'],
  ],
  [
    "of a supply",
    { ...right, supplies: [supply, supply] },
    "duplicateId",
    ["supplies", 1, "id"],
    ['"s1"'],
  ],
  [
    "of a site",
    { ...right, sites: [{ id: "main" }, { id: "main" }] },
    "duplicateId",
    ["sites", 1, "id"],
    ['"main"'],
  ],
  [
    "of a unit",
    { ...right, units: [...right.units, { id: "piece", decimals: 1 }] },
    "duplicateId",
    ["units", 1, "id"],
    ['"piece"'],
  ],
  [
    "of a calendar",
    { ...right, calendars: [...right.calendars, { id: "five days" }] },
    "duplicateId",
    ["calendars", 1, "id"],
    ['"five days"'],
  ],
  [
    "of a supplier",
    { ...right, suppliers: [{ id: "smith" }, { id: "smith" }] },
    "duplicateId",
    ["suppliers", 1, "id"],
    ['"smith"'],
  ],
  [
    "of a source",
    {
      ...right,
      sources: [
        { id: "a", item: "wheel", kind: "buy" },
        { id: "a", item: "bike", kind: "make" },
      ],
    },
    "duplicateId",
    ["sources", 1, "id"],
    ['"a"'],
  ],
  [
    "of a version of a bill that is valid on the same days",
    { ...right, boms: [...right.boms, right.boms[0]] },
    "duplicateId",
    ["boms", 1, "version"],
    ['"A"'],
  ],
  [
    "of a version of a bill",
    { ...right, boms: [...right.boms, { ...right.boms[0], validFrom: "2026-02-01" }] },
    "duplicateId",
    ["boms", 1, "version"],
    ['"A"', '"bike"'],
  ],
  [
    "of an item at a site",
    { ...right, itemSites: [{ item: "wheel" }, { item: "wheel" }] },
    "duplicateId",
    ["itemSites", 1],
    ['"wheel"'],
  ],
  [
    "of a unit of an item",
    {
      ...right,
      items: [
        {
          ...bike,
          units: [
            { unit: "crate", contains: 4 },
            { unit: "crate", contains: 5 },
          ],
        },
        wheel,
      ],
    },
    "duplicateId",
    ["items", 0, "units", 1, "unit"],
    ['"crate"', '"bike"'],
  ],
  [
    "of the stock unit among the other units",
    { ...right, items: [{ ...bike, units: [{ unit: "piece", contains: 1 }] }, wheel] },
    "duplicateId",
    ["items", 0, "units", 0, "unit"],
    ['"piece"'],
  ],
  [
    "of an exception of a calendar",
    {
      ...right,
      calendars: [
        {
          id: "five days",
          exceptions: [
            { date: "2026-05-01", working: false },
            { date: "2026-05-01", working: true },
          ],
        },
      ],
    },
    "duplicateId",
    ["calendars", 0, "exceptions", 1, "date"],
    ['"2026-05-01"', '"five days"'],
  ],
]);
