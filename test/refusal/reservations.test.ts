import { describe, expect, test } from "vitest";
import { type PlanningInput, type PlanningRow, safePlanRequirements } from "../../src/index.js";
import { issuesOf, mistakesIn } from "./refusal.js";

type Reservation = PlanningRow<"reservations">;

/** Demands of 5 and 2 wheels; an open supply of 4, two lots of 3, one of them from the 8th on. */
const input = (...reservations: Reservation[]): PlanningInput => ({
  startDate: "2026-01-05",
  items: [{ id: "wheel", decimals: 0 }, { id: "bike" }],
  stock: [
    { item: "wheel", quantity: 3, lot: "red" },
    { item: "wheel", quantity: 3, lot: "blue", status: "inspection", availableFrom: "2026-01-08" },
    { item: "bike", quantity: 3, lot: "old" },
  ],
  supplies: [
    { id: "po", item: "wheel", quantity: 4, due: "2026-01-12", kind: "purchase" },
    { id: "mo", item: "bike", quantity: 4, due: "2026-01-12", kind: "production" },
  ],
  demands: [
    { id: "d", item: "wheel", quantity: 5, due: "2026-01-16" },
    { id: "e", item: "wheel", quantity: 2, due: "2026-01-19" },
    { id: "past", item: "wheel", quantity: 9, due: "2025-12-01", kind: "forecast" },
  ],
  reservations,
});

const at = (code: string, field: string, row = 0) => ({
  code,
  path: ["reservations", row, field],
});

describe("A reservation", () => {
  test("of what is there is taken: of a supply, a lot now or later, stock on hand", () => {
    const right = input(
      { demand: "d", supply: "po", quantity: 2 },
      { demand: "d", lot: "blue", quantity: 3 },
      { demand: "e", quantity: 2 },
    );
    expect(safePlanRequirements(right).ok).toBe(true);
  });

  test.each<[string, Reservation, ReturnType<typeof at>]>([
    ["an unknown demand", { demand: "f", quantity: 1 }, at("unknownId", "demand")],
    ["an unknown supply", { demand: "d", supply: "f", quantity: 1 }, at("unknownId", "supply")],
    ["a lot that is not there", { demand: "d", lot: "old", quantity: 1 }, at("unknownId", "lot")],
    [
      "both a supply and a lot",
      { demand: "d", supply: "po", lot: "red", quantity: 1 },
      at("contradiction", "lot"),
    ],
    [
      "a supply of another item",
      { demand: "d", supply: "mo", quantity: 1 },
      at("contradiction", "supply"),
    ],
    [
      "past forecast, of which nothing is planned",
      { demand: "past", quantity: 1 },
      at("contradiction", "demand"),
    ],
    [
      "more than the demand",
      { demand: "e", supply: "po", quantity: 3 },
      at("contradiction", "quantity"),
    ],
    [
      "more than the supply",
      { demand: "d", supply: "po", quantity: 5 },
      at("contradiction", "quantity"),
    ],
    [
      "more than the lot",
      { demand: "d", lot: "red", quantity: 4 },
      at("contradiction", "quantity"),
    ],
    ["more than is on hand", { demand: "d", quantity: 4 }, at("contradiction", "quantity")],
    ["half a piece", { demand: "d", quantity: 0.5 }, at("tooFine", "quantity")],
    ["less than nothing", { demand: "d", quantity: -1 }, at("outOfRange", "quantity")],
  ])("of %s is refused", (_, reservation, mistake) => {
    expect(mistakesIn(input(reservation))).toEqual([mistake]);
  });

  test("is counted with those before it", () => {
    const rows = input({ demand: "d", lot: "red", quantity: 2 }, { demand: "e", quantity: 2 });
    expect(mistakesIn(rows)).toEqual([at("contradiction", "quantity", 1)]);
    expect(issuesOf(rows)[0]?.message).toContain("the stock on hand to 4, more than the 3");
  });
});
