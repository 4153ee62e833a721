import { describe, expect, test } from "vitest";
import type { PlanningInput } from "../../src/index.js";
import { EVERY_FIELD } from "../support/every-field.js";
import { choicesOf, contractFields, fieldName } from "./contract.js";
import { placedValues, withValueAt } from "./input-path.js";
import { issuesOf, mistakesIn } from "./refusal.js";
import { SCENARIOS } from "./scenarios.js";
import { alsoAtSite, publishedInputs, whatCounts } from "./what-counts.js";

const fields = new Map(contractFields().map((field) => [field.name, field]));

/** Fields that name or describe something, or say what it costs, and that no rule of planning reads. */
const DESCRIBE = [
  "items[].name",
  "items[].family",
  "items[].unitCost",
  "itemSites[].unitCost",
  "suppliers[].terms",
  "demands[].customerClass",
  ...[
    "calendars",
    "units",
    "sites",
    "boms",
    "suppliers",
    "workCenters",
    "tools",
    "routings",
    "stock",
    "allocations",
    "reservations",
  ].map((list) => `${list}[].attributes`),
  "boms[].lines[].attributes",
  "routings[].operations[].attributes",
  ...["workCenters[]", "tools[]", "routings[].operations[]"].map((row) => `${row}.name`),
  "workCenters[].costPerHour",
  "workCenters[].overtimeCostPerHour",
  "routings[].operations[].subcontract.cost",
];

/** Parts of the contract that come with later work: refused as soon as they hold something. */
const LATER = [
  ...["items", "itemSites"].flatMap((list) =>
    ["shelfLifeDays", "minimumRemainingLife"].map((field) => `${list}[].${field}`),
  ),
];

/** What a method or a row asks for: without it the problem is refused, and its fields are what counts. */
const ASKED_FOR = [
  "items[].ddmrp",
  "itemSites[].ddmrp",
  "routings[].operations",
  "routings[].operations[].subcontract",
];

/** Choices that plan the same. */
const ALIKE = new Map([
  ["items[].method", ["mrp", "mps"]],
  ["itemSites[].method", ["mrp", "mps"]],
  ["demands[].kind", ["order", "service", "interplant"]],
]);

describe("Every field of the data contract", () => {
  // The scenarios first: they are small, and what has counted there need not be tried in others.
  const seen = whatCounts([...SCENARIOS, ...publishedInputs()].flatMap(alsoAtSite));

  test("changes a plan, or is refused, or only names and describes", () => {
    const idle = [...fields.keys()].filter((name) => !seen.fields.has(name));
    const later = [...fields.keys()].filter((name) => LATER.some((part) => isPartOf(name, part)));
    const known = [...DESCRIBE, ...ASKED_FOR, ...later];
    expect(idle.filter((name) => !known.includes(name))).toEqual([]);
    // The lists above claim nothing that is not so.
    expect(known.filter((name) => !idle.includes(name))).toEqual([]);
  });

  test("that has choices tells each of them from another, or refuses it", () => {
    const idle = [...fields].flatMap(([name, { schema }]) =>
      choicesOf(schema).flatMap((choice) =>
        seen.choices.has(`${name} ${choice}`) ? [] : [`${name} ${choice}`],
      ),
    );
    const alike = [...ALIKE].flatMap(([name, choices]) => choices.map((one) => `${name} ${one}`));
    const later = [...fields].flatMap(([name, { schema }]) =>
      choicesOf(schema).flatMap((choice) =>
        LATER.some((part) => isPartOf(name, part)) ? [`${name} ${choice}`] : [],
      ),
    );
    expect(idle.filter((one) => ![...alike, ...later].includes(one))).toEqual([]);
  });

  test.each(LATER)(
    "%s is refused by its path as not supported, and nothing else is said",
    (name) => {
      const placed = [...placedValues(EVERY_FIELD)].find(({ path }) => fieldName(path) === name);
      const input = withValueAt(SUPPORTED, placed!.path, placed!.value);
      expect(mistakesIn(input)).toEqual([{ code: "notSupported", path: placed!.path }]);
      const [issue] = issuesOf(input);
      expect(issue!.message).toContain(`The ${placed!.path.at(-1)} is part of the contract`);
      expect(issue!.message).toContain("Leave it out.");
    },
  );

  test("that comes with later work may be empty", () => {
    const empty = {
      ...SUPPORTED,
      routings: [],
      workCenters: [],
      tools: [],
      suppliers: [{ id: "smith", capacity: [] }],
      sources: [
        { item: "whole", site: "north", kind: "make", priceBreaks: [], onlyFromStock: false },
      ],
      boms: [
        {
          item: "whole",
          site: "north",
          coProducts: [],
          lines: [{ item: "part", quantity: 1, substitutes: [] }],
        },
      ],
      conventions: { resize: false, pastDue: "report", cycles: "reject" },
    };
    expect(() => issuesOf(empty)).toThrow("was planned");
  });
});

/** A supported problem with a row of each list that can be grafted upon. */
const SUPPORTED = {
  startDate: "2026-01-05",
  sites: [{ id: "north" }, { id: "south" }],
  items: [{ id: "whole" }, { id: "part" }],
  itemSites: [{ item: "whole", site: "north" }],
  sources: [{ item: "whole", site: "north", kind: "make" }],
  boms: [{ item: "whole", site: "north", lines: [{ item: "part", quantity: 1 }] }],
  suppliers: [{ id: "smith" }],
  demands: [{ id: "d1", item: "whole", site: "north", quantity: 5, due: "2026-01-20" }],
} satisfies PlanningInput;

function isPartOf(name: string, part: string): boolean {
  return name === part || name.startsWith(`${part}.`) || name.startsWith(`${part}[]`);
}
