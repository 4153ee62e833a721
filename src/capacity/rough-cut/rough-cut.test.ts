import { describe, expect, test } from "vitest";
import { PlanningInputError } from "../../core/index.js";
import { type PlanningInput, planRequirements } from "../../mrp/index.js";
import { type RoughCutOptions, roughCut } from "./index.js";

const input: Omit<PlanningInput, "startDate"> = {
  items: [{ id: "cart", leadTime: 8 }, { id: "wheel" }],
  boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }] }],
  sources: [{ item: "wheel", kind: "make" }],
  workCenters: [
    { id: "press", shifts: [{ days: ["mon"], from: "08:00", until: "18:00" }], utilization: 0.8 },
    { id: "hall", shifts: [{ from: "08:00", until: "16:00" }], units: 2, efficiency: "1/2" },
  ],
  routings: [
    { id: "wheels", item: "wheel", operations: [{ id: "10", workCenter: "press", run: 0.5 }] },
    { id: "carts", item: "cart", operations: [{ id: "10", workCenter: "hall", run: 3 }] },
  ],
  demands: [{ id: "d", item: "cart", quantity: 10, due: "2026-01-20" }],
};

function cut(change: object = {}, options: RoughCutOptions = {}) {
  const found = roughCut(
    planRequirements({ startDate: "2026-01-07", ...input, ...change }),
    options,
  );
  const loads = found.rows
    .filter(({ load }) => !load.isZero())
    .map(({ resource, from, load, capacity }) => `${resource} ${from}: ${load} of ${capacity}`);
  return { ...found, loads };
}

describe("A rough cut of a plan", () => {
  test("lays what a unit takes of each level in the bucket in which that is due", () => {
    expect(cut().loads).toEqual(["hall 2026-01-19: 30 of 56", "press 2026-01-12: 20 of 8"]);
  });

  test("lays all in the bucket of the end item by bills", () => {
    expect(cut({}, { by: "bills" }).loads).toEqual([
      "hall 2026-01-19: 30 of 56",
      "press 2026-01-19: 20 of 8",
    ]);
  });

  test("begins on the plan's first day, which cuts the first bucket, and goes to the horizon", () => {
    const { rows } = cut();
    const hall = rows.filter(({ resource }) => resource === "hall");
    expect(hall.map(({ from, until, capacity }) => `${from} ${until} ${capacity}`)).toEqual([
      "2026-01-07 2026-01-12 40",
      "2026-01-12 2026-01-19 56",
      "2026-01-19 2026-01-26 56",
    ]);
  });

  test("has buckets of days and months, and weeks that begin on the day of the plan", () => {
    expect(cut({}, { bucket: "month" }).loads).toEqual([
      "hall 2026-01-07: 30 of 200",
      "press 2026-01-07: 20 of 24",
    ]);
    expect(cut({}, { bucket: "day" }).loads).toEqual([
      "hall 2026-01-20: 30 of 8",
      "press 2026-01-12: 20 of 8",
    ]);
    expect(cut({ conventions: { weekStart: "wed" } }).loads).toEqual([
      "hall 2026-01-14: 30 of 56",
      "press 2026-01-07: 20 of 8",
    ]);
  });

  describe("by day, where the site works on weekdays", () => {
    const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
    const days = (leadTime: number, dues: readonly string[], leadTimeBasis?: "calendar") => {
      const plan = planRequirements({
        startDate: "2026-01-05",
        calendars: [
          { id: "c", workingDays: weekdays, exceptions: [{ date: "2026-01-22", working: false }] },
        ],
        sites: [{ id: "main", calendar: "c" }],
        items: [{ id: "cart", leadTime, leadTimeBasis }, { id: "wheel" }],
        boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }] }],
        sources: [{ item: "wheel", kind: "make" }],
        workCenters: [{ id: "press", shifts: [{ from: "06:00", until: "14:00" }] }],
        routings: [
          { id: "w", item: "wheel", operations: [{ id: "10", workCenter: "press", run: 0.5 }] },
        ],
        demands: dues.map((due) => ({ id: due, item: "cart", quantity: 4, due })),
      });
      const wheels = [...plan.orders].filter(({ item }) => item === "wheel");
      const { rows } = roughCut(plan, { bucket: "day" });
      const full = rows.filter(({ load }) => !load.isZero());
      return {
        planned: wheels.map(({ due }) => due),
        loaded: full.map(({ from, load, overload }) => `${from} ${load} ${overload}`),
      };
    };

    test("lays a level on the working day on which the plan has it due, never on a Sunday", () => {
      const dues = ["26", "27", "28", "29", "30"].map((day) => `2026-01-${day}`);
      const { planned, loaded } = days(1, dues);
      expect(planned).toEqual(["23", "26", "27", "28", "29"].map((day) => `2026-01-${day}`));
      expect(loaded).toEqual(planned.map((day) => `${day} 8 0`));
    });

    test.each([
      ["over a weekend", 4, undefined, "2026-01-30", "2026-01-26"],
      ["over a holiday", 2, undefined, "2026-01-23", "2026-01-20"],
      ["of the calendar, on to the working day before", 2, "calendar", "2026-01-27", "2026-01-23"],
    ] as const)("counts lead times %s", (_, leadTime, basis, due, wanted) => {
      expect(days(leadTime, [due], basis)).toEqual({
        planned: [wanted],
        loaded: [`${wanted} 8 0`],
      });
    });
  });

  test("has work centres by id, in whatever order they stand in the input", () => {
    const { workCenters } = input;
    const ids = (centers: typeof workCenters) => [
      ...new Set(cut({ workCenters: centers }).rows.map(({ resource }) => resource)),
    ];
    expect(ids(workCenters)).toEqual(["hall", "press"]);
    expect(ids([...workCenters!].reverse())).toEqual(["hall", "press"]);
  });

  test("does not count an end item again inside another", () => {
    const wheel = { id: "wheel", method: "mps" };
    const { loads } = cut({ items: [{ id: "cart", leadTime: 8 }, wheel] });
    expect(loads).toEqual(["hall 2026-01-19: 30 of 56", "press 2026-01-12: 20 of 8"]);
  });

  test("counts firm planned orders, and all open production or none where that is asked", () => {
    const supply = { item: "cart", quantity: 2, due: "2026-01-20", kind: "production" };
    const supplies = [
      { id: "firm", firm: true, ...supply },
      { id: "open", ...supply, quantity: 3 },
    ];
    const hall = (which: RoughCutOptions["supplies"]) =>
      cut({ supplies }, which === undefined ? {} : { supplies: which }).loads[0];
    expect(hall(undefined)).toBe("hall 2026-01-19: 21 of 56");
    expect(hall("open")).toBe("hall 2026-01-19: 30 of 56");
    expect(hall("none")).toBe("hall 2026-01-19: 15 of 56");
  });

  test("lays what a schedule dated where it comes in, not where it counts", () => {
    const supply = { id: "MO", item: "cart", kind: "production", firm: true, scheduled: true };
    const cutOf = (scheduled: boolean) =>
      cut({ supplies: [{ ...supply, quantity: 10, due: "2026-02-03", scheduled }] }).loads[0];
    // Not scheduled it is moved in to the demand; scheduled it is done two weeks later.
    expect([cutOf(false), cutOf(true)]).toEqual([
      "hall 2026-01-19: 30 of 56",
      "hall 2026-02-02: 30 of 56",
    ]);
  });

  test("keeps what is past due apart, with all that it takes", () => {
    const supplies = [
      { id: "late", item: "cart", quantity: 2, due: "2026-01-02", kind: "production", firm: true },
    ];
    const { outside } = cut({ supplies });
    expect(outside.map(({ resource, pastDue }) => `${resource} ${pastDue}`)).toEqual([
      "hall 6",
      "press 4",
    ]);
  });

  test("takes further resources, and other capacities of work centres, from the caller", () => {
    const { rows } = cut(
      {},
      {
        resources: [
          { id: "yard", kind: "storage", unit: "m²", capacity: 15 },
          { id: "press", kind: "labor", capacity: 100 },
        ],
        profiles: [{ item: "cart", resource: "yard", amount: 2 }],
      },
    );
    const full = rows.filter(({ load }) => !load.isZero());
    expect(
      full.map(
        ({ resource, kind, unit, load, capacity }) =>
          `${resource} ${kind}: ${load} of ${capacity} ${unit}`,
      ),
    ).toEqual([
      "hall machine: 30 of 56 hours",
      "press labor: 20 of 100 hours",
      "yard storage: 20 of 15 m²",
    ]);
  });

  test("says which orders of which item a load comes from, and which lots it took", () => {
    const { rows, lots } = cut();
    const [row] = rows.filter(({ resource, load }) => resource === "press" && !load.isZero());
    expect(row?.items.map(({ item, component, load }) => `${item} ${component} ${load}`)).toEqual([
      "cart wheel 20",
    ]);
    expect(lots.map(({ item, lot, origin }) => `${item} ${lot} ${origin}`)).toEqual([
      "cart 1 one",
      "wheel 1 one",
    ]);
  });

  test("refuses all that is wrong at once", () => {
    const wrong = () =>
      cut(
        {},
        {
          items: [{ item: "steel" }],
          profiles: [{ item: "truck", resource: "moon", amount: 1 }],
          resources: [{ id: "press", capacity: [1, 2] }],
        },
      );
    expect(wrong).toThrow(PlanningInputError);
    try {
      wrong();
    } catch (error) {
      const { issues } = error as PlanningInputError;
      expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
        "unknownId items.0.item",
        "contradiction resources.0.capacity",
        "unknownId profiles.0.resource",
        "unknownId profiles.0.item",
      ]);
    }
  });
});
