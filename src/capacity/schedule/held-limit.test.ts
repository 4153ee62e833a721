import { describe, expect, test } from "vitest";
import { day } from "../../../test/support/desk-shop.js";
import { type PlanningInput, planWithCapacity } from "../../index.js";

describe("A late order of planWithCapacity says what holds it up", () => {
  const weekly = [{ from: "14:00", until: "22:00", days: ["tue", "wed"] }] as const;
  const limitsOf = (input: PlanningInput) => {
    const { converged, rounds, schedule } = planWithCapacity(input);
    const rows = Array.from(schedule.jobs, ({ item, quantity, due, limit }) => ({
      ...{ name: `${item} ${quantity}`, due },
      limit:
        limit?.kind === "material"
          ? { kind: limit.kind, date: limit.date, of: limit.supply ?? limit.order ?? "" }
          : limit,
    }));
    return { converged, rounds, rows };
  };

  test("the material that it waits for and the work centre that is taken, also where it is held to these dates", () => {
    // 16 hours a week from Tuesday the 28th on. Boards for the desks, 72 hours: until Tuesday 25 January;
    // those that are sold, 38 hours: from Wednesday the 26th to 9 February, there on the 10th. They change
    // places from round to round, until their days are held: 36 desks, 9 hours, take those that come last.
    const { converged, rounds, rows } = limitsOf({
      startDate: "2027-12-27",
      workCenters: [{ id: "saw", shifts: [{ ...weekly[0], days: [...weekly[0].days] }] }],
      items: [{ id: "board" }, { id: "desk" }],
      sources: [{ item: "board", kind: "make" }],
      boms: [{ item: "desk", lines: [{ item: "board", quantity: 2 }] }],
      routings: [
        { id: "board", item: "board", operations: [{ id: "cut", workCenter: "saw", run: 1 }] },
        { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "saw", run: 0.25 }] },
      ],
      demands: [
        { id: "boards", item: "board", quantity: 38, due: "2027-12-29" },
        { id: "desks", item: "desk", quantity: 36, due: "2028-01-01" },
      ],
    });
    expect([converged, rounds]).toEqual([true, 5]);
    expect(rows).toEqual([
      {
        ...{ name: "desk 36", due: "2028-02-17" },
        limit: { kind: "material", date: "2028-02-10", of: expect.stringContaining("board") },
      },
      { name: "board 72", due: "2028-01-26", limit: { kind: "ownTime" } },
      {
        ...{ name: "board 38", due: "2028-02-10" },
        limit: {
          ...{ kind: "workCenter", workCenter: "saw", operation: "cut" },
          until: "2028-01-26T14:00",
        },
      },
    ]);
  });

  test("the day to which it is held where nothing else holds it any more", () => {
    // Of 50 pieces of wood 32 go into boards, 18 into desks, which need 39. The rest, and that for 7 boards,
    // is there on the 31st at the soonest. Once the desks wait for that, stock is left for the boards.
    const { converged, rows } = limitsOf({
      startDate: "2027-12-27",
      workCenters: [{ id: "saw", shifts: [{ from: "14:00", until: "22:00" }] }],
      items: [
        { id: "wood", leadTime: 4, onHand: 50 },
        { id: "board", leadTimeBasis: "routing" },
        { id: "desk", leadTime: 4 },
      ],
      boms: [
        { item: "board", lines: [{ item: "wood", quantity: 1 }] },
        { item: "desk", lines: [{ item: "wood", quantity: 3 }] },
      ],
      routings: [
        {
          ...{ id: "board", item: "board" },
          operations: [{ id: "cut", workCenter: "saw", queue: "1/3" }],
        },
        { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "saw" }] },
      ],
      demands: [
        { id: "desks", item: "desk", quantity: 13, due: "2027-12-30" },
        { id: "boards", item: "board", quantity: 32, due: "2027-12-27" },
        { id: "more", item: "board", quantity: 7, due: "2027-12-31" },
      ],
    });
    const wood = { kind: "material", date: "2027-12-31", of: expect.stringContaining("wood") };
    expect(converged).toBe(true);
    expect(rows).toEqual([
      { name: "board 32", due: "2027-12-28", limit: { kind: "ownTime" } },
      { name: "board 7", due: "2028-01-01", limit: { kind: "held", date: "2027-12-31" } },
      { name: "desk 13", due: "2027-12-31", limit: wood },
    ]);
  });

  test("the day after the horizon to which it was scheduled", () => {
    const { rows } = limitsOf({
      startDate: "2026-01-05",
      horizonEnd: "2026-01-08",
      workCenters: [{ id: "saw", shifts: [day] }],
      items: [{ id: "desk" }],
      sources: [{ item: "desk", kind: "make" }],
      routings: [
        { id: "desk", item: "desk", operations: [{ id: "cut", workCenter: "saw", run: 1 }] },
      ],
      demands: [{ id: "first", item: "desk", quantity: 8, due: "2026-01-06" }],
      supplies: [
        {
          ...{ id: "wo", item: "desk", quantity: 8, start: "2026-01-12", due: "2026-01-13" },
          ...{ kind: "production", firm: true, scheduled: true },
        },
      ],
    });
    expect(rows).toEqual([
      { name: "desk 8", due: "2026-01-13", limit: { kind: "held", date: "2026-01-12" } },
    ]);
  });

  test("the day on which it counts as there, after it is done, and what takes it waits for that", () => {
    // Boards of 15 take 167 minutes each at an efficiency of 0.9, those of 10 take 134 of 463 a day. They
    // change places until their days are held: 15 that are done on the 27th count as there on the 29th.
    const { converged, rows } = limitsOf({
      startDate: "2027-12-27",
      workCenters: [
        {
          ...{ id: "saw", efficiency: 0.9 },
          shifts: [{ from: "06:00", until: "14:00", breaks: [{ from: "09:00", until: "09:17" }] }],
        },
      ],
      items: [{ id: "board", maximumOrder: 15 }, { id: "desk" }],
      sources: [{ item: "board", kind: "make" }],
      boms: [{ item: "desk", lines: [{ item: "board", quantity: 2 }] }],
      routings: [
        {
          ...{ id: "board", item: "board" },
          operations: [{ id: "cut", workCenter: "saw", run: 0.1, teardown: 1 }],
        },
        {
          ...{ id: "desk", item: "desk" },
          operations: [{ id: "fit", workCenter: "saw", queue: "1/3" }],
        },
      ],
      demands: [
        { id: "desks", item: "desk", quantity: 5, due: "2027-12-27" },
        { id: "boards", item: "board", quantity: 20, due: "2027-12-27" },
        { id: "more", item: "board", quantity: 10, due: "2027-12-27" },
      ],
    });
    const board = { kind: "material", date: "2027-12-29", of: expect.stringContaining("board") };
    const turn = { kind: "workCenter", workCenter: "saw", operation: "cut" };
    expect(converged).toBe(true);
    expect(rows).toEqual([
      { name: "desk 5", due: "2027-12-30", limit: board },
      { name: "board 15", due: "2027-12-28", limit: { ...turn, until: "2027-12-27T08:47" } },
      { name: "board 10", due: "2027-12-29", limit: { ...turn, until: "2027-12-27T11:51" } },
      { name: "board 15", due: "2027-12-29", limit: { kind: "held", date: "2027-12-29" } },
    ]);
  });
});
