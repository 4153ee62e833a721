import {
  changeInput,
  explainNoOrder,
  explainOrder,
  type Plan,
  type PlanChanges,
  type PlanningInput,
  PlanningInputError,
  pegOrder,
  pegs,
  planFromJSON,
  planningRecord,
  planRequirements,
  replan,
} from "orlicky";
import { describe, expect, test } from "vitest";

const input: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  items: [
    { id: "bike", leadTime: 2 },
    { id: "wheel", leadTime: 4 },
    { id: "bell", leadTime: 1 },
    { id: "spoke", leadTime: 3 },
  ],
  boms: [
    {
      item: "bike",
      lines: [
        { item: "wheel", quantity: 2 },
        { item: "bell", quantity: 1 },
      ],
    },
    { item: "wheel", lines: [{ item: "spoke", quantity: 32 }] },
  ],
  stock: [
    { item: "wheel", quantity: 5 },
    { item: "spoke", lot: "old", expires: "2026-06-30", quantity: 100 },
  ],
  supplies: [
    { id: "po 1", item: "bell", kind: "purchase", quantity: 6, due: "2026-01-12" },
    {
      id: "wo 1",
      item: "wheel",
      kind: "production",
      quantity: 4,
      due: "2026-01-12",
      components: [{ item: "spoke", quantity: 128 }],
    },
  ],
  demands: [
    { id: "order 1", item: "bike", quantity: 10, due: "2026-01-16" },
    { id: "order 2", item: "wheel", quantity: 3, due: "2026-01-20" },
    { id: "order 3", item: "bell", quantity: 7, due: "2026-01-21" },
  ],
};

const texts = (plan: Plan): string[] =>
  [...plan.orders].map(({ item, quantity, due }) => `${item} ${quantity} ${due}`);

/** The plan after changes, which must be that of the changed input. */
function changed(changes: PlanChanges, from: PlanningInput = input): Plan {
  const plan = replan(planRequirements(from), changes);
  const full = planRequirements(changeInput(from, changes));
  expect(JSON.stringify(plan)).toBe(JSON.stringify(full));
  return plan;
}

function refusal(changes: unknown, options?: unknown): readonly unknown[] {
  try {
    replan(planRequirements(input), changes as PlanChanges, options as object);
  } catch (error) {
    expect(error).toBeInstanceOf(PlanningInputError);
    return (error as PlanningInputError).issues.map(({ code, path }) => [code, path.join(".")]);
  }
  return [];
}

describe("Replanning", () => {
  test("a row that is put stands in the place of the one with its id, or behind all others", () => {
    const plan = changed({
      demands: {
        put: [
          { id: "order 4", item: "bell", quantity: 1, due: "2026-01-21" },
          { id: "order 1", item: "bike", quantity: 12, due: "2026-01-16" },
        ],
        remove: ["order 2"],
      },
    });
    expect([...plan.demands].map(({ id, quantity }) => `${id}: ${quantity}`)).toEqual([
      "order 1: 12",
      "order 3: 7",
      "order 4: 1",
    ]);
  });

  test("the plan that is changed stays what it was", () => {
    const plan = planRequirements(input);
    const before = JSON.stringify(plan);
    const one = replan(plan, { demands: { remove: ["order 1"] } });
    const other = replan(plan, { demands: { remove: ["order 3"] } });
    expect(texts(one)).not.toEqual(texts(other));
    expect(JSON.stringify(plan)).toBe(before);
  });

  test("a thousand changes one after another end in the plan of the last input", () => {
    let plan = planRequirements(input);
    for (let n = 0; n < 1000; n++) {
      const demand = { id: `more ${n % 7}`, item: "wheel", quantity: n, due: "2026-02-02" };
      plan = replan(plan, { demands: { put: [demand] } });
    }
    const { input: last } = JSON.parse(JSON.stringify(plan)) as { input: PlanningInput };
    expect(texts(plan)).toEqual(texts(planRequirements(last)));
    expect(last.demands).toHaveLength(10);
    expect(texts(planFromJSON(JSON.stringify(plan)))).toEqual(texts(plan));
  });

  test("fields that are changed stand in the row that is there, its other fields stay", () => {
    const plan = changed({
      demands: {
        change: [
          { id: "order 1", quantity: 12 },
          { id: "order 3", due: "2026-02-02" },
        ],
      },
      supplies: { change: [{ id: "po 1", due: "2026-01-22" }] },
    });
    expect([...plan.demands].map(({ id, quantity }) => `${id}: ${quantity}`)).toContain(
      "order 1: 12",
    );
    changed({ items: { change: [{ id: "bike", leadTime: 7 }] } });
    changed({ stock: { change: [{ item: "wheel", quantity: 9 }] } });
    expect(
      refusal({
        demands: {
          change: [{ id: "order 9", quantity: 1 }, { id: "order 1" }],
          remove: ["order 1"],
        },
        items: { put: [{ id: "bell" }], change: [{ id: "bell", leadTime: 2 }] },
      }),
    ).toEqual([
      ["contradiction", "items.change.0"],
      ["unknownId", "demands.change.0"],
      ["contradiction", "demands.remove.0"],
    ]);
    expect(refusal({ items: { change: [{ id: "bell", leadTime: -2 }] } })).toEqual([
      ["outOfRange", "items.change.0.leadTime"],
    ]);
  });

  test("stock without an id is known by what tells it apart, and all rows of a key go together", () => {
    changed({
      stock: {
        put: [
          { item: "wheel", quantity: 1 },
          { item: "wheel", quantity: 2 },
        ],
      },
    });
    changed({ stock: { remove: [{ item: "spoke", lot: "old", expires: "2026-06-30" }] } });
    expect(refusal({ stock: { remove: [{ item: "spoke" }] } })).toEqual([
      ["unknownId", "stock.remove.0"],
    ]);
  });

  test("master data, the planning start and choices may change", () => {
    changed({ items: { put: [{ id: "bike", leadTime: 5, safetyStock: 2 }] } });
    changed({ boms: { remove: [{ item: "wheel" }] } });
    changed({ calendars: { put: [{ id: "none", workingDays: ["mon"] }] } });
    changed({ startDate: "2026-01-09", conventions: { rescheduling: "never" } });
    changed({ horizonEnd: null, demands: { remove: ["order 3"] } });
  });

  test("a receipt raises stock by what is no longer to come", () => {
    const plan = changed({ bookings: [{ kind: "receipt", supply: "po 1", quantity: 4 }] });
    expect(planningRecord(plan, "bell").openingStock.toNumber()).toBe(4);
    expect(plan.supplies.at(0)?.quantity.toNumber()).toBe(2);
  });

  test("a shipment lowers stock and demand, an issue stock and what is still to be issued", () => {
    const plan = changed({
      bookings: [
        { kind: "shipment", demand: "order 2", quantity: "1.5" },
        { kind: "issue", supply: "wo 1", item: "spoke", quantity: 28, lot: "old" },
      ],
    });
    expect(planningRecord(plan, "wheel").openingStock.toNumber()).toBe(3.5);
    expect([...plan.demands].at(1)?.quantity.toNumber()).toBe(1.5);
    expect(planningRecord(plan, "spoke").openingStock.toNumber()).toBe(72);
  });

  test("bookings that fit nothing are refused, each with its path", () => {
    const bookings = [
      { kind: "receipt", supply: "none", quantity: 1 },
      { kind: "shipment", demand: "order 1", quantity: -1 },
      { kind: "issue", supply: "wo 1", item: "bell", quantity: 1 },
      { kind: "shipment", demand: "order 2", quantity: 1, lot: "none" },
      { kind: "gift", quantity: 1 },
      { kind: "receipt", supply: "po 1", quantity: 1, colour: "red" },
    ];
    expect(refusal({ bookings })).toEqual([
      ["unknownId", "bookings.0.supply"],
      ["invalidQuantity", "bookings.1.quantity"],
      ["contradiction", "bookings.2.item"],
      ["unknownId", "bookings.3.lot"],
      ["invalidType", "bookings.4.kind"],
      ["unknownField", "bookings.5.colour"],
    ]);
  });

  test("changes of a wrong form are refused, all of them", () => {
    expect(refusal(null)).toEqual([["invalidType", "changes"]]);
    expect(
      refusal({
        demand: {},
        demands: { add: [], put: 3, remove: [1] },
        supplies: [],
        items: { put: [7] },
      }),
    ).toEqual([
      ["unknownField", "demand"],
      ["invalidType", "items.put.0"],
      ["invalidType", "supplies"],
      ["unknownField", "demands.add"],
      ["invalidType", "demands.put"],
      ["invalidType", "demands.remove.0"],
    ]);
  });

  test("a mistake of a row that is put is told by its place among the changes", () => {
    expect(
      refusal({
        demands: { put: [{ id: "order 9", item: "bikes", quantity: 1, due: "2026-01-20" }] },
        items: { put: [{ id: "bell", leadTime: -1 }] },
      }),
    ).toEqual([
      ["outOfRange", "items.put.0.leadTime"],
      ["unknownId", "demands.put.0.item"],
    ]);
  });

  test("what is put cannot be removed by the same change", () => {
    const demand = { id: "order 1", item: "bike", quantity: 1, due: "2026-01-20" };
    expect(refusal({ demands: { put: [demand], remove: ["order 1", "order 7"] } })).toEqual([
      ["contradiction", "demands.remove.0"],
      ["unknownId", "demands.remove.1"],
    ]);
  });

  test("what is refused of a row names its key, and where it stands already", () => {
    const messageOf = (changes: PlanChanges): string | undefined => {
      const bought = { ...input, sources: [{ item: "bell", kind: "buy" as const, leadTime: 2 }] };
      try {
        changeInput(bought, changes);
      } catch (error) {
        return (error as PlanningInputError).issues[0]?.message;
      }
      return undefined;
    };
    const demand = { id: "order 1", item: "bike", quantity: 1, due: "2026-01-20" };
    expect(messageOf({ demands: { put: [demand], remove: ["order 1"] } })).toBe(
      'The row "order 1" of demands stands in demands.put.0 already. Leave one of them out.',
    );
    expect(messageOf({ sources: { change: [{ item: "bell", leadTime: 9, price: 3 }] } })).toBe(
      'No row of sources has the key { "item": "bell" }. Correct it, or give the kind, or leave it out.',
    );
    expect(messageOf({ itemSites: { change: [{ item: "bell", leadTime: 9 }] } })).toBe(
      'No row of itemSites has the key { "item": "bell" }. Correct it, or leave it out.',
    );
  });

  test("what was given as columns is changed by row numbers, and stands as rows from then on", () => {
    const { demands: _, stock: __, supplies: ___, ...master } = input;
    const columns = {
      demands: {
        item: Int32Array.of(0, 1, 2),
        day: Int32Array.of(20_469, 20_470, 20_471),
        quantity: Float64Array.of(10e6, 3e6, 7e6),
      },
      stock: {
        item: Int32Array.of(1, 1),
        day: Int32Array.of(20_458, 20_470),
        quantity: Float64Array.of(5e6, 1e6),
      },
    };
    const plan = planRequirements(master, { columns });
    const next = replan(plan, {
      demands: { put: [{ id: "1", item: "wheel", quantity: 4, due: "2026-01-20" }], remove: ["2"] },
      stock: { put: [{ item: "wheel", quantity: 6 }] },
      bookings: [],
    });
    const rows = JSON.parse(JSON.stringify(next)) as { input: PlanningInput; columns?: unknown };
    expect(rows.columns).toBeUndefined();
    expect(texts(next)).toEqual(texts(planRequirements(rows.input)));
    expect([...next.demands].map(({ id, quantity }) => `${id}: ${quantity}`)).toEqual([
      "0: 10",
      "1: 4",
    ]);
    const moved = replan(plan, { startDate: "2026-01-06" });
    expect(texts(moved)).toEqual(
      texts(planRequirements({ ...master, startDate: "2026-01-06" }, { columns })),
    );
    expect(
      texts(replan(plan, { bookings: [{ kind: "shipment", demand: "0", quantity: 4 }] })),
    ).toEqual(
      texts(
        replan(plan, {
          demands: { put: [{ id: "0", item: "bike", quantity: 6, due: "2026-01-16" }] },
          stock: { put: [{ item: "bike", quantity: -4 }] },
        }),
      ),
    );
  });

  test("what names rows by their place names those of the changed input", () => {
    const allocated = {
      ...input,
      allocations: [
        { item: "bell", quantity: 1, due: "2026-01-06" },
        { item: "spoke", quantity: 2, due: "2026-01-07" },
      ],
    };
    const plan = changed(
      { allocations: { remove: [{ item: "bell", due: "2026-01-06" }] } },
      allocated,
    );
    const needs = pegs(plan, "spoke").map(({ need }) => need);
    expect(needs).toContainEqual(expect.objectContaining({ kind: "allocation", row: 0 }));
    const moved = changed({ demands: { change: [{ id: "order 1", due: "2026-01-15" }] } });
    const spokes = [...moved.orders].filter(({ item }) => item === "spoke");
    const above = spokes.flatMap(({ id }) => pegOrder(moved, id).demands.map((one) => one.demand));
    expect(above).toEqual([...above].sort());
  });

  test("a past forecast that comes back is no longer said to be dropped", () => {
    const forecast = { id: "f", item: "bell", quantity: 17, due: "2026-01-02", kind: "forecast" };
    const past = { ...input, demands: [...(input.demands ?? []), forecast] } as PlanningInput;
    const plan = changed(
      { demands: { put: [{ ...forecast, due: "2026-01-19", quantity: 6 } as never] } },
      past,
    );
    expect([...plan.messages].map(({ code }) => code)).not.toContain("inputAdjusted");
  });

  test("what was said of a row of stock names its place, also when rows of a key before it go", () => {
    const rounded: PlanningInput = {
      ...input,
      conventions: { excessDigits: "round" },
      items: [...(input.items ?? []), { id: "tape", decimals: 0 }],
      stock: [
        { item: "wheel", quantity: 1 },
        { item: "wheel", quantity: 2 },
        { item: "tape", quantity: 0.5 },
      ],
    };
    const plan = changed({ stock: { put: [{ item: "wheel", quantity: 3 }] } }, rounded);
    const said = [...plan.messages].filter(({ code }) => code === "inputAdjusted");
    expect(said).toMatchObject([{ path: ["stock", 1, "quantity"] }]);
  });

  test("an issue of what is owed goes over all rows of the component", () => {
    const rows = [
      { item: "spoke", quantity: 4 },
      { item: "spoke", quantity: 3, due: "2026-01-06" },
    ];
    const [po, wo] = input.supplies as [object, { readonly components: unknown }];
    const released = { ...input, supplies: [po, { ...wo, components: rows }] } as PlanningInput;
    const plan = changed(
      { bookings: [{ kind: "issue", supply: "wo 1", item: "spoke", quantity: 5, lot: "old" }] },
      released,
    );
    expect(texts(plan)).toEqual(texts(planRequirements(released)));
  });

  test("changes that cannot be read are refused", () => {
    const fails = {
      get demands() {
        throw new Error("no");
      },
    };
    expect(refusal(fails)).toEqual([["invalidType", "demands"]]);
    expect(refusal({ bookings: [null, 3] })).toEqual([
      ["invalidType", "bookings.0"],
      ["invalidType", "bookings.1"],
    ]);
    const big = { kind: "receipt", supply: 1n, quantity: 1, lot: 2n };
    expect(refusal({ bookings: [big] })).toEqual([
      ["invalidType", "bookings.0.supply"],
      ["invalidType", "bookings.0.lot"],
    ]);
    expect(refusal({ stock: { put: [{ item: 1n, quantity: 2 }] } })).toEqual([
      ["invalidType", "stock.put.0.item"],
    ]);
  });

  test("ids that are names of an object's own fields are ids like any other", () => {
    const demand = { id: "__proto__", item: "bell", quantity: 1, due: "2026-01-20" };
    const plan = changed({ demands: { put: [demand] } });
    expect([...plan.demands].some(({ id }) => id === "__proto__")).toBe(true);
    expect(refusal({ demands: { remove: ["__proto__", "constructor"] } })).toHaveLength(2);
  });
});

describe("Planning a part", () => {
  const bikeOf = (quantity: number): PlanningInput => ({
    startDate: "2026-01-05",
    items: [{ id: "bike", leadTime: 2 }, { id: "wheel" }],
    boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
    demands: [{ id: "d", item: "bike", quantity, due: "2026-01-12" }],
  });
  const changes: PlanChanges = {
    demands: {
      put: [
        { id: "order 1", item: "bike", quantity: 20, due: "2026-01-16" },
        { id: "order 3", item: "bell", quantity: 70, due: "2026-01-21" },
      ],
    },
  };

  test("an item is planned with everything below it, the needs of all other parents met", () => {
    const plan = replan(planRequirements(input), changes, { only: { items: ["wheel"] } });
    // The bike is not planned yet, so neither are more wheels for it.
    expect(texts(plan)).toEqual(texts(planRequirements(input)));
    const part = replan(planRequirements(input), changes, { only: { demands: ["order 1"] } });
    expect(texts(part)).toEqual(texts(planRequirements(changeInput(input, changes))));
  });

  test("also when the row has another quantity whose day ends a horizon that was not given (N12)", () => {
    // The horizon ends with the one demand; the bike, its wheels too, stays until it is planned.
    const plan = planRequirements(bikeOf(3));
    const more: PlanChanges = { demands: { change: [{ id: "d", quantity: 9 }] } };
    const part = replan(plan, more, { only: { items: ["wheel"] } });
    expect(part.horizonEnd).toBe("2026-01-12");
    expect(texts(part)).toEqual(texts(plan));
    expect(texts(replan(part, {}))).toEqual(texts(planRequirements(bikeOf(9))));
    // On another day it ends the horizon there, and everything is planned.
    const later: PlanChanges = { demands: { change: [{ id: "d", due: "2026-01-14" }] } };
    const moved = replan(plan, later, { only: { items: ["wheel"] } });
    expect(texts(moved)).toEqual(texts(planRequirements(changeInput(bikeOf(3), later))));
    const earlier: PlanChanges = { demands: { change: [{ id: "d", due: "2026-01-09" }] } };
    expect(replan(plan, earlier, { only: { items: ["wheel"] } }).horizonEnd).toBe("2026-01-09");
  });

  test("what stands as it was is not explained by what has changed", () => {
    const part = replan(planRequirements(input), changes, { only: { items: ["spoke"] } });
    const [bike] = [...part.orders].filter(({ item }) => item === "bike");
    expect(() => explainOrder(part, bike?.id ?? "")).toThrow(PlanningInputError);
    expect(() => explainNoOrder(part, "bell")).toThrow(PlanningInputError);
    expect(explainOrder(replan(part, {}), bike?.id ?? "").about).toBe("order");
  });

  test("what waits is planned by a later change, also by an empty one", () => {
    const part = replan(planRequirements(input), changes, { only: { items: ["spoke"] } });
    expect(texts(replan(part, {}))).toEqual(texts(planRequirements(changeInput(input, changes))));
  });

  test("items and demands that are not there are refused", () => {
    expect(refusal({}, { only: { items: ["car"], demands: ["order 8"] } })).toEqual([
      ["unknownId", "options.only.items.0"],
      ["unknownId", "options.only.demands.0"],
    ]);
    expect(refusal({}, { only: { item: ["bike"], items: "bike" } })).toEqual([
      ["unknownField", "options.only.item"],
      ["invalidType", "options.only.items"],
    ]);
    expect(refusal({}, { just: 1 })).toEqual([["unknownField", "options.just"]]);
  });

  test("options that cannot be read are refused", () => {
    const unreadable = (name: string) =>
      Object.defineProperty({}, name, {
        enumerable: true,
        get() {
          throw new Error("mine");
        },
      });
    expect(refusal({}, unreadable("only"))).toEqual([["invalidType", "options.only"]]);
    expect(refusal({}, { only: unreadable("items") })).toEqual([
      ["invalidType", "options.only.items"],
    ]);
  });
});
