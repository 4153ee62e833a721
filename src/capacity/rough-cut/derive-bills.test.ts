import { describe, expect, test } from "vitest";
import { PlanningInputError } from "../../core/index.js";
import { type PlanningInput, planRequirements } from "../../mrp/index.js";
import { deriveCapacityBills, deriveResourceProfiles, roughCut, roughCutByBills } from "./index.js";

const shifts = [{ from: "08:00", until: "16:00" }];
const press = { id: "press", shifts };
const wheels = {
  id: "wheels",
  item: "wheel",
  operations: [{ id: "10", workCenter: "press", setup: 1, run: 0.5 }],
};

function planOf(input: Omit<PlanningInput, "startDate">) {
  return planRequirements({ startDate: "2026-01-05", ...input });
}

/** "item component resource offset amount" of all rows. */
function rows(input: Omit<PlanningInput, "startDate">, options = {}): string[] {
  const { bills } = deriveCapacityBills(planOf(input), options);
  return bills.map(
    ({ item, component, resource, amount }) => `${item} ${component} ${resource} ${amount}`,
  );
}

const cart: Omit<PlanningInput, "startDate"> = {
  items: [{ id: "cart" }, { id: "wheel" }],
  boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }] }],
  sources: [{ item: "wheel", kind: "make" }],
  workCenters: [press],
  routings: [wheels],
};

describe("A capacity bill that is derived", () => {
  test("has set-up ÷ lot + run for all that a unit takes, and says which lot", () => {
    expect(rows(cart)).toEqual(["cart wheel press 6"]);
    const lots = [{ item: "wheel", lot: 100 }];
    expect(rows(cart, { lots })).toEqual(["cart wheel press 2.04"]);
    const found = deriveCapacityBills(planOf(cart), { lots }).lots;
    expect(found.map(({ item, lot, origin }) => `${item} ${lot} ${origin}`)).toEqual([
      "wheel 100 given",
    ]);
  });

  test.each([
    ["one", {}, "1 one"],
    [
      "a fixed order quantity",
      { lotSizing: { rule: "fixedOrderQuantity", quantity: 20 }, minimumOrder: 5 } as const,
      "20 fixedOrderQuantity",
    ],
    [
      "a minimum order, in stock units",
      { units: [{ unit: "box", contains: 12 }], orderUnit: "box", minimumOrder: 5 },
      "60 minimumOrder",
    ],
  ])("spreads set-ups over %s where no lot is given", (_, wheel, wanted) => {
    const { lots } = deriveCapacityBills(
      planOf({ ...cart, items: [{ id: "cart" }, { id: "wheel", ...wheel }] }),
    );
    expect(lots.map(({ lot, origin }) => `${lot} ${origin}`)).toEqual([wanted]);
  });

  test("counts scrap and yield without rounding, and passes through phantoms", () => {
    const input = {
      ...cart,
      items: [{ id: "cart" }, { id: "kit", phantom: true }, { id: "wheel", yield: "2/3" }],
      boms: [
        { item: "cart", output: 3, lines: [{ item: "kit", quantity: 2, scrap: "1/10" }] },
        { item: "kit", lines: [{ item: "wheel", quantity: 2 }] },
      ],
    };
    // 2 × 1.1 ÷ 3 × 2 = 22/15 wheels; each starts 3/2: 0.75 hours of run, 1 of set-up.
    expect(rows(input)).toEqual([`cart wheel press 77/30`]);
  });

  test("stops at an end item, so that the orders of all times their bills count nothing twice", () => {
    const plan = planOf({
      items: [{ id: "kit" }, { id: "x", method: "mps" }],
      boms: [{ item: "kit", lines: [{ item: "x", quantity: 2 }] }],
      sources: [{ item: "x", kind: "make" }],
      workCenters: [press],
      routings: ["kit", "x"].map((item) => ({
        id: item,
        item,
        operations: [{ id: "10", workCenter: "press", run: item === "kit" ? 5 : 1 }],
      })),
      demands: [{ id: "d", item: "kit", quantity: 3, due: "2026-01-20" }],
    });
    const rowsOf = (options = {}) =>
      deriveCapacityBills(plan, options).bills.map(
        ({ item, component, amount }) => `${item} ${component} ${amount}`,
      );
    expect(rowsOf()).toEqual(["kit kit 5", "x x 1"]);
    expect(rowsOf({ items: [{ item: "kit" }] })).toEqual(["kit kit 5", "kit x 2"]);
    const { profiles } = deriveResourceProfiles(plan, { bucket: "week" });
    expect(profiles.map(({ item, component }) => `${item} ${component}`)).toEqual([
      "kit kit",
      "x x",
    ]);
    const schedule = [...plan.orders].map(({ item, quantity }) => ({
      item,
      quantities: [quantity.toFixed()],
    }));
    const { bills } = deriveCapacityBills(plan);
    expect(Number(roughCutByBills({ schedule, bills }).rows[0]?.load)).toBe(21);
  });

  test("by day has offsets in working days of the site where the work is done", () => {
    const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
    const offsets = (leadTimeBasis: "working" | "calendar") =>
      deriveResourceProfiles(
        planOf({
          ...cart,
          calendars: [{ id: "c", workingDays: weekdays }],
          sites: [{ id: "main", calendar: "c" }],
          items: [{ id: "cart", leadTime: 7, leadTimeBasis }, { id: "wheel" }],
        }),
        { bucket: "day" },
      ).profiles.map(({ offset }) => offset);
    expect(offsets("working")).toEqual([-7]);
    expect(offsets("calendar")).toEqual([-5]);
  });

  test("takes a fixed line once for each order of the lot, also below a phantom", () => {
    const input = {
      ...cart,
      items: [{ id: "cart" }, { id: "kit", phantom: true }, { id: "wheel" }],
      boms: [
        { item: "cart", lines: [{ item: "kit", quantity: 7 }] },
        { item: "kit", lines: [{ item: "wheel", quantity: 1, fixed: true }] },
      ],
    };
    expect(rows(input, { lots: [{ item: "cart", lot: 10 }] })).toEqual(["cart wheel press 0.15"]);
  });

  test("takes versions, lines and routings as they hold on the plan's first day", () => {
    const input = {
      ...cart,
      boms: [
        {
          item: "cart",
          version: "new",
          validFrom: "2026-02-01",
          lines: [{ item: "wheel", quantity: 3 }],
        },
        {
          item: "cart",
          version: "old",
          validTo: "2026-02-01",
          lines: [
            { item: "wheel", quantity: 4 },
            { item: "wheel", quantity: 1, validFrom: "2026-01-06" },
          ],
        },
      ],
      routings: [
        { ...wheels, validTo: "2026-01-05" },
        {
          ...wheels,
          id: "faster",
          validFrom: "2026-01-05",
          operations: [{ id: "10", workCenter: "press", run: 0.25 }],
        },
      ],
    };
    expect(rows(input)).toEqual(["cart wheel press 1"]);
  });

  test("follows transfers to the site where an item is made, and says the site where there are several", () => {
    const input: Omit<PlanningInput, "startDate"> = {
      sites: [{ id: "mill" }, { id: "shop" }],
      items: [{ id: "wheel" }],
      sources: [
        { item: "wheel", site: "mill", kind: "make" },
        { item: "wheel", site: "shop", kind: "transfer", from: "mill", leadTime: 8 },
      ],
      workCenters: [{ ...press, site: "mill" }],
      routings: [{ ...wheels, site: "mill" }],
    };
    expect(deriveResourceProfiles(planOf(input), { bucket: "week" }).profiles).toEqual([
      {
        item: "wheel",
        site: "shop",
        component: "wheel",
        resource: "press",
        offset: -1,
        amount: "1.5",
      },
    ]);
  });

  test("splits by quota among the sources of the lowest rank", () => {
    const input: Omit<PlanningInput, "startDate"> = {
      ...cart,
      sources: [
        { item: "wheel", kind: "make", share: 3 },
        { item: "wheel", kind: "buy", share: 1 },
        { item: "wheel", kind: "make", rank: 1 },
      ],
    };
    expect(rows(input)).toEqual(["cart wheel press 4.5"]);
  });

  test("is of what is made and goes into nothing else, of what is master scheduled, or of what is asked", () => {
    const input = { ...cart, items: [{ id: "cart" }, { id: "wheel", method: "mps" as const }] };
    expect(rows(input)).toEqual(["wheel wheel press 1.5"]);
    expect(rows(cart, { items: [{ item: "wheel" }] })).toEqual(["wheel wheel press 1.5"]);
  });

  test("goes down thirty thousand levels", () => {
    const depth = 30_000;
    const items = Array.from({ length: depth }, (_, n) => ({ id: `${n}`, leadTime: 1 }));
    const plan = planOf({
      items,
      boms: items
        .slice(1)
        .map(({ id }, n) => ({ item: `${n}`, lines: [{ item: id, quantity: 1 }] })),
      sources: [{ item: `${depth - 1}`, kind: "make" }],
      workCenters: [press],
      routings: [{ ...wheels, item: `${depth - 1}` }],
    });
    expect(deriveResourceProfiles(plan, { bucket: "week" }).profiles).toEqual([
      { item: "0", component: "29999", resource: "press", offset: -4285, amount: "1.5" },
    ]);
  });
});

describe("A resource profile that is derived", () => {
  test("has whole buckets before, by lead times in working days, offsets and times to receive", () => {
    const calendars = [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] as const }];
    const of = (item: object, line: object) =>
      deriveResourceProfiles(
        planOf({
          ...cart,
          calendars: calendars as never,
          sites: [{ id: "main", calendar: "week" }],
          items: [
            { id: "cart", ...item },
            { id: "wheel", safetyTime: 1 },
          ],
          boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4, ...line }] }],
        }),
        { bucket: "week" },
      ).profiles.map(({ offset }) => offset);
    expect(of({ leadTime: 3 }, {})).toEqual([0]);
    expect(of({ leadTime: 4 }, {})).toEqual([-1]);
    expect(of({ leadTime: 3, receivingTime: 1 }, {})).toEqual([-1]);
    expect(of({ leadTime: 4 }, { offset: 1 })).toEqual([0]);
    expect(of({ leadTime: 9 }, {})).toEqual([-2]);
    expect(of({ leadTime: 5, leadTimePerUnit: "3.5" }, {})).toEqual([-2]);
  });
});

describe("A derivation refuses", () => {
  test("items that are not made, and lots of 0", () => {
    const refused = (options: object) => {
      try {
        deriveCapacityBills(planOf(cart), options);
      } catch (error) {
        expect(error).toBeInstanceOf(PlanningInputError);
        return (error as PlanningInputError).issues.map(
          ({ code, path }) => `${code} ${path.join(".")}`,
        );
      }
      return [];
    };
    expect(refused({ items: [{ item: "steel" }] })).toEqual(["unknownId items.0.item"]);
    expect(refused({ lots: [{ item: "wheel", lot: 0 }] })).toEqual(["outOfRange lots.0.lot"]);
    expect(refused({ bucket: "week" })).toEqual(["unknownField bucket"]);
  });

  test("a site that there is not, or that is left out where there are several", () => {
    const plan = planRequirements({
      startDate: "2026-01-05",
      sites: [{ id: "north" }, { id: "south" }],
      items: [{ id: "cart" }],
      sources: [{ item: "cart", site: "north", kind: "make" }],
    });
    const refused = (options: object) => {
      try {
        deriveCapacityBills(plan, options);
      } catch (error) {
        return (error as PlanningInputError).issues.map(
          ({ code, path }) => `${code} ${path.join(".")}`,
        );
      }
      return [];
    };
    expect(refused({ lots: [{ item: "cart", site: "nord", lot: 5 }] })).toEqual([
      "unknownId lots.0.site",
    ]);
    expect(refused({ lots: [{ item: "cart", lot: 5 }], items: [{ item: "cart" }] })).toEqual([
      "missingField lots.0.site",
      "missingField items.0.site",
    ]);
    expect(refused({ items: [{ item: "cart", site: "__proto__" }] })).toEqual([
      "unknownId items.0.site",
    ]);
    expect(refused({ lots: [{ item: "cart", site: "north", lot: 5 }] })).toEqual([]);
  });

  test("lots of items that there are not, together with such end items; lots of what is bought are none", () => {
    const lots = [
      { item: "wheal", lot: 10 },
      { item: "wheel", lot: 10 },
    ];
    const refused = (call: () => unknown) => {
      try {
        call();
      } catch (error) {
        return (error as PlanningInputError).issues.map(
          ({ code, path }) => `${code} ${path.join(".")}`,
        );
      }
      return [];
    };
    const both = ["unknownId lots.0.item", "unknownId items.0.item"];
    const items = [{ item: "carf" }];
    expect(refused(() => deriveCapacityBills(planOf(cart), { items, lots }))).toEqual(both);
    expect(refused(() => roughCut(planOf(cart), { items, lots }))).toEqual(both);
    const bought = planOf({ ...cart, items: [...(cart.items ?? []), { id: "steel" }] });
    expect(
      refused(() => deriveCapacityBills(bought, { lots: [{ item: "steel", lot: 10 }] })),
    ).toEqual([]);
  });

  test("plans with loops, which have no bottom", () => {
    const plan = planOf({
      conventions: { cycles: "stockOnly" },
      items: [{ id: "a" }, { id: "b" }],
      boms: [
        { item: "a", lines: [{ item: "b", quantity: 1 }] },
        { item: "b", lines: [{ item: "a", quantity: "1/2" }] },
      ],
    });
    expect(() => deriveCapacityBills(plan)).toThrow(/goes into itself/);
  });
});
