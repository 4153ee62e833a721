import {
  type InputAdjustedMessage,
  type PlanMessage,
  type PlanningInput,
  type PlanningIssueCode,
  planRequirements,
  safePlanRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { codesIn, sectionOf, tableRows } from "./markdown.js";

const file = "docs/errors.md";
const startDate = "2026-01-05";
const a = { id: "a" };
const demand = { id: "d", item: "a", quantity: 1, due: "2026-01-06" };
const supply = { id: "s", item: "a", quantity: 1, due: "2026-01-07", kind: "purchase" };
const kg = { id: "a", decimals: 0, unit: "kg", units: [{ unit: "lb", contains: "1/2" }] };

/** For each code an input that is refused with it. The type makes the list complete. */
const refused: Record<Exclude<PlanningIssueCode, "stopped">, unknown> = {
  missingField: {},
  unknownField: { startDate, itmes: [] },
  invalidType: { startDate, items: [{ id: "a", leadTime: 1.5 }] },
  invalidDate: { startDate: "2026-02-30" },
  invalidQuantity: { startDate, items: [{ id: "a", onHand: "three" }] },
  tooFine: { startDate, items: [{ id: "a", decimals: 0, onHand: 0.5 }] },
  outOfRange: { startDate, items: [a], demands: [{ ...demand, quantity: -1 }] },
  duplicateId: { startDate, items: [a, a] },
  unknownId: { startDate, demands: [demand] },
  unknownUnit: { startDate, items: [a], demands: [{ ...demand, unit: "box" }] },
  bomCycle: { startDate, items: [a], boms: [{ item: "a", lines: [{ item: "a", quantity: 1 }] }] },
  contradiction: {
    startDate,
    items: [{ id: "a", safetyStock: 5, lotSizing: { rule: "orderUpTo", orderUpTo: 4 } }],
  },
  noWorkingDay: { startDate, calendars: [{ id: "never", workingDays: [] }] },
  quantityOverflow: { startDate, items: [{ id: "a", decimals: 9, onHand: 1e9 }] },
  tooManyOrders: {
    startDate,
    conventions: { maxOrders: 1 },
    items: [a],
    demands: [demand, { ...demand, id: "e", due: "2026-01-07" }],
  },
  notSupported: { startDate, items: [{ id: "a", shelfLifeDays: 2 }] },
};

/** For each code an input whose plan says it. */
const said: Record<PlanMessage["code"], unknown> = {
  expedite: { items: [a], demands: [demand], supplies: [supply] },
  defer: { items: [a], demands: [{ ...demand, due: "2026-01-09" }], supplies: [supply] },
  cancel: { items: [a], supplies: [supply] },
  increase: {
    conventions: { resize: true },
    items: [a],
    demands: [{ ...demand, quantity: 3 }],
    supplies: [supply],
  },
  decrease: {
    conventions: { resize: true },
    items: [{ id: "a", lotSizing: { rule: "orderUpTo", orderUpTo: 2 } }],
    demands: [demand],
    supplies: [{ ...supply, quantity: 9 }],
  },
  releaseNow: { items: [{ id: "a", leadTime: 1 }], demands: [demand] },
  startsInPast: { items: [{ id: "a", leadTime: 9 }], demands: [demand] },
  pastDueSupply: { items: [a], supplies: [{ ...supply, due: "2026-01-02" }] },
  pastDueDemand: { items: [a], demands: [{ ...demand, due: "2026-01-02" }] },
  demandLate: { items: [{ id: "a", leadTime: 9 }], demands: [demand] },
  fenceShortage: { items: [{ id: "a", planningTimeFence: 3 }], demands: [demand] },
  noSource: {
    items: [a],
    sources: [{ item: "a", kind: "buy", validFrom: "2026-02-01" }],
    demands: [demand],
  },
  supplierCapacity: {
    items: [a],
    suppliers: [{ id: "smith", capacity: [{ from: startDate, until: "2026-01-31", quantity: 1 }] }],
    sources: [{ item: "a", kind: "buy", supplier: "smith" }],
    demands: [{ ...demand, quantity: 5 }],
  },
  belowSafetyStock: { items: [{ id: "a", method: "unplanned" }], demands: [demand] },
  excess: { items: [{ id: "a", onHand: 5 }], demands: [demand] },
  noBom: {
    items: [a, { id: "part" }],
    boms: [{ item: "a", validFrom: "2026-02-01", lines: [{ item: "part", quantity: 1 }] }],
    demands: [demand],
  },
  beyondHorizon: { horizonEnd: startDate, items: [a], demands: [demand] },
  expired: {
    horizonEnd: "2026-01-12",
    items: [a],
    stock: [{ item: "a", quantity: 1, expires: "2026-01-09" }],
  },
  inputAdjusted: { items: [a], supplies: [{ ...supply, completed: 2 }] },
};

/** For each reason an input of which a figure is taken otherwise. */
const adjusted: Record<InputAdjustedMessage["reason"], unknown> = {
  roundedDown: { items: [kg], stock: [{ item: "a", quantity: 3, unit: "lb" }] },
  roundedUp: { items: [kg], demands: [{ ...demand, unit: "lb" }] },
  roundedHalfUp: { conventions: { excessDigits: "round" }, items: [{ ...kg, onHand: 0.5 }] },
  nothingLeft: said.inputAdjusted,
  maximumLowered: { items: [{ id: "a", orderMultiple: 4, maximumOrder: 10 }] },
  forecastFenced: {
    items: [{ id: "a", demandTimeFence: 9 }],
    demands: [{ ...demand, kind: "forecast" }],
  },
  forecastDropped: {
    items: [a],
    demands: [{ ...demand, kind: "forecast", due: "2026-01-02" }],
  },
};

const planOf = (input: unknown) => planRequirements({ startDate, ...(input as object) });
const listed = (heading: string) => tableRows(sectionOf(file, heading)).map(([code]) => code);

describe("Refusals (docs/errors.md)", () => {
  test("the page lists every code of a refusal, and no other", () => {
    const codes = [...Object.keys(refused), "stopped"];
    expect(listed("Refusals")).toEqual(codes.map((code) => `\`${code}\``));
  });

  test("stopped is met", () => {
    const result = safePlanRequirements({ startDate }, { shouldStop: () => true });
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual(["stopped"]);
  });

  for (const [code, input] of Object.entries(refused)) {
    test(`${code} is met`, () => {
      const result = safePlanRequirements(input as PlanningInput);
      expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toContain(code);
    });
  }
});

describe("Messages (docs/errors.md)", () => {
  test("the page lists every code of a message and every reason, and no other", () => {
    const keys = [...Object.keys(said), ...Object.keys(adjusted)];
    expect(listed("Messages")).toEqual(keys.map((code) => `\`${code}\``));
  });

  for (const [code, input] of Object.entries(said)) {
    test(`${code} is said, with the fields that the page names`, () => {
      const message = [...planOf(input).messages].find((found) => found.code === code);
      const row = tableRows(sectionOf(file, "Messages")).find(([first]) => first === `\`${code}\``);
      const place = code === "inputAdjusted" ? ["item"] : ["item", "site", "segment"];
      expect(Object.keys(message ?? {}).sort()).toEqual(
        ["code", ...place, ...codesIn(row?.at(-1) ?? "")].sort(),
      );
    });
  }

  for (const [reason, input] of Object.entries(adjusted)) {
    test(`a figure is adjusted: ${reason}`, () => {
      const messages = [...planOf(input).messages];
      expect(messages.map((message) => "reason" in message && message.reason)).toContain(reason);
    });
  }
});
