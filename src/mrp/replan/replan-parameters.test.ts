import {
  changeInput,
  comparePlans,
  type Plan,
  type PlanChanges,
  type PlanningInput,
  PlanningInputError,
  type PlanningRow,
  planRequirements,
  replan,
} from "orlicky";
import { describe, expect, test, vi } from "vitest";
import { PagedNumbers } from "../pages/index.js";
import { stateOf } from "../plan/plan-state.js";

/** Above a quarter of all stocking points everything is planned; these are the others. */
const others = Array.from({ length: 40 }, (_, n) => `other ${n + 10}`);

const input: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  items: [
    { id: "bike", leadTime: 2, onHand: 3 },
    { id: "wheel", leadTime: 4, safetyStock: 2 },
    { id: "bell", leadTime: 1 },
    { id: "rim", leadTime: 6, orderMultiple: 10 },
    { id: "spoke", leadTime: 3 },
    ...others.map((id) => ({ id, leadTime: 1 })),
  ],
  sources: [
    { item: "bell", kind: "buy", minimumOrder: 5 },
    { id: "far", item: "rim", kind: "buy", leadTime: 9 },
  ],
  boms: [
    {
      item: "bike",
      lines: [
        { item: "wheel", quantity: 2 },
        { item: "bell", quantity: 1 },
      ],
    },
    {
      item: "wheel",
      lines: [
        { item: "rim", quantity: 1 },
        { item: "spoke", quantity: 32 },
      ],
    },
  ],
  supplies: [{ id: "po", item: "rim", kind: "purchase", quantity: 6, due: "2026-02-02" }],
  demands: [
    { id: "order 1", item: "bike", quantity: 10, due: "2026-02-13" },
    { id: "order 2", item: "bike", quantity: 7, due: "2026-03-10" },
    { id: "order 3", item: "wheel", quantity: 3, due: "2026-02-20" },
    ...others.map((item) => ({ id: `for ${item}`, item, quantity: 1, due: "2026-02-06" })),
  ],
};

/** The items at whose stocking points something was netted to make a plan; "everything" for all. */
function nettedBy(make: () => Plan): readonly string[] | "everything" {
  const spy = vi.spyOn(PagedNumbers.prototype, "set");
  const { model, orders } = stateOf(make());
  const points = new Set<number>();
  for (const [n, [point]] of spy.mock.calls.entries()) {
    // The largest order of a point is written when its turn comes.
    if ((spy.mock.contexts[n] as unknown) === orders.largest) points.add(point);
  }
  spy.mockRestore();
  if (points.size === model.points.count) return "everything";
  return [...points].map((point) => model.problem.items[model.points.item[point]!]!.id);
}

/** Where changes are netted; the plan must be that of a full run over the changed input. */
function netted(
  changes: PlanChanges,
  from: PlanningInput = input,
): readonly string[] | "everything" {
  const plan = planRequirements(from);
  const before = JSON.stringify(plan);
  const full = planRequirements(changeInput(from, changes));
  let next: Plan | undefined;
  const where = nettedBy(() => {
    next = replan(plan, changes);
    return next;
  });
  expect(JSON.stringify(next)).toBe(JSON.stringify(full));
  expect(JSON.stringify(comparePlans(plan, next as Plan))).toBe(
    JSON.stringify(comparePlans(planRequirements(from), full)),
  );
  expect(JSON.stringify(plan)).toBe(before);
  return where;
}

type Item = PlanningRow<"items">;

const ofWheel = (fields: Partial<Item>) =>
  netted({ items: { change: [{ id: "wheel", ...fields }] } });

describe("Net change of planning parameters", () => {
  test("a lead time is netted at its item, and at its components, which are needed on other days", () => {
    expect(ofWheel({ leadTime: 6 })).toEqual(["wheel", "rim", "spoke"]);
    expect(ofWheel({ leadTimeBasis: "calendar" })).toEqual(["wheel", "rim", "spoke"]);
    expect(ofWheel({ receivingTime: 2 })).toEqual(["wheel", "rim", "spoke"]);
    expect(netted({ items: { change: [{ id: "spoke", leadTime: 9 }] } })).toEqual(["spoke"]);
  });

  test("what leaves the orders as they are is netted at its item alone", () => {
    expect(ofWheel({ expediteWithin: 3, deferTolerance: 5 })).toEqual(["wheel"]);
    expect(ofWheel({ releaseTime: 4 })).toEqual(["wheel"]);
    expect(ofWheel({ setupCost: 3 })).toEqual(["wheel"]);
    expect(ofWheel({ minimumOrder: 1 })).toEqual(["wheel"]);
  });

  test("what shapes orders is netted as far down as orders come out otherwise", () => {
    const all = ["wheel", "rim", "spoke"];
    expect(ofWheel({ safetyStock: 9 })).toEqual(all);
    expect(ofWheel({ safetyStock: [{ from: "2026-02-09", quantity: 7 }] })).toEqual(all);
    expect(ofWheel({ safetyTime: 3 })).toEqual(all);
    expect(ofWheel({ lotSizing: { rule: "fixedOrderQuantity", quantity: 15 } })).toEqual(all);
    expect(ofWheel({ lotSizing: { rule: "periodOrderQuantity", weeks: 2 } })).toEqual(all);
    expect(
      ofWheel({ lotSizing: { rule: "silverMeal" }, setupCost: 90, holdingCost: "0.1" }),
    ).toEqual(all);
    expect(ofWheel({ minimumOrder: 20 })).toEqual(all);
    expect(ofWheel({ planningTimeFence: 40 })).toEqual(all);
    expect(netted({ items: { change: [{ id: "rim", orderMultiple: 4 }] } })).toEqual(["rim"]);
  });

  test("a whole row may be put, and a row of a source or of an item at its site changed", () => {
    const put = [{ id: "wheel", leadTime: 5, safetyStock: 2 }];
    expect(netted({ items: { put } })).toEqual(["wheel", "rim", "spoke"]);
    expect(netted({ sources: { change: [{ item: "rim", id: "far", leadTime: 2 }] } })).toEqual([
      "rim",
    ]);
    expect(netted({ sources: { put: [{ item: "bell", kind: "buy", minimumOrder: 25 }] } })).toEqual(
      ["bell"],
    );
    const atSite = { ...input, itemSites: [{ item: "wheel", leadTime: 7 }] };
    expect(netted({ itemSites: { change: [{ item: "wheel", leadTime: 3 }] } }, atSite)).toEqual([
      "wheel",
      "rim",
      "spoke",
    ]);
    expect(netted({ items: { change: [{ id: "wheel", leadTime: 9 }] } }, atSite)).toEqual([
      "wheel",
    ]);
  });

  test("beside changed demands everything is netted once, from the top down", () => {
    expect(
      netted({
        items: { change: [{ id: "wheel", leadTime: 6 }] },
        demands: { change: [{ id: "order 1", quantity: 12 }] },
      }),
    ).toEqual(["bike", "bell", "wheel", "rim", "spoke"]);
  });

  test("what changes later is read by the parameters of its plan", () => {
    const changes: PlanChanges[] = [
      { items: { change: [{ id: "wheel", safetyTime: 2, lotSizing: { rule: "lotForLot" } }] } },
      { supplies: { change: [{ id: "po", due: "2026-01-20" }] } },
      {
        items: {
          change: [
            { id: "wheel", leadTime: 8 },
            { id: "rim", leadTime: 1 },
          ],
        },
      },
      { demands: { change: [{ id: "order 3", due: "2026-02-27" }] } },
      { sources: { change: [{ item: "rim", id: "far", orderMultiple: 3 }] } },
      { items: { change: [{ id: "wheel", safetyTime: 0 }] } },
    ];
    let plan = planRequirements(input);
    let changed = input;
    for (const change of changes) {
      const { points } = stateOf(plan).model;
      plan = replan(plan, change);
      changed = changeInput(changed, change);
      expect(stateOf(plan).model.points).toBe(points);
      expect(JSON.stringify(plan)).toBe(JSON.stringify(planRequirements(changed)));
    }
  });

  test("demands that were given as columns stay columns", () => {
    const { demands: _, ...master } = input;
    const columns = {
      demands: {
        item: Int32Array.of(0, 1, 1),
        day: Int32Array.of(20_497, 20_500, 20_510),
        quantity: Float64Array.of(10e6, 3e6, 4e6),
      },
    };
    const changes: PlanChanges = { items: { change: [{ id: "wheel", leadTime: 9 }] } };
    const plan = planRequirements(master, { columns });
    const full = planRequirements(changeInput(master, changes), { columns });
    let next: Plan | undefined;
    expect(
      nettedBy(() => {
        next = replan(plan, changes);
        return next;
      }),
    ).toEqual(["wheel", "rim", "spoke"]);
    expect(JSON.stringify(next)).toBe(JSON.stringify(full));
  });

  test("what reaches further takes a full run", () => {
    for (const fields of [
      { decimals: 2 },
      { method: "unplanned" },
      { onHand: 7 },
      { attributes: { colour: "red" } },
      { discontinued: { from: "2026-02-20" } },
      { yield: "0.9" },
      { maximumOrder: 9 },
      { leadTimePerUnit: "0.1" },
    ] as Partial<Item>[]) {
      expect(ofWheel(fields)).toBe("everything");
    }
    expect(netted({ items: { put: [{ id: "tube" }] } })).toBe("everything");
    const firm = { id: "wo", item: "wheel", kind: "production", firm: true } as const;
    const supplies = [{ ...firm, quantity: 4, due: "2026-02-06" }];
    const leadTime: PlanChanges = { items: { change: [{ id: "wheel", leadTime: 6 }] } };
    expect(netted(leadTime, { ...input, supplies })).toBe("everything");
  });

  test("steps of safety stock may end the horizon where it is not given", () => {
    const { horizonEnd: _, ...open } = input;
    const safetyStock = [{ from: "2026-05-04", quantity: 7 }];
    const steps: PlanChanges = { items: { change: [{ id: "wheel", safetyStock }] } };
    expect(netted(steps, open)).toBe("everything");
    expect(netted({ items: { change: [{ id: "wheel", safetyStock: 7 }] } }, open)).toEqual([
      "wheel",
      "rim",
      "spoke",
    ]);
  });

  test("a part is not planned by other parameters than what stands beside it", () => {
    const plan = planRequirements(input);
    const changes = { items: { change: [{ id: "wheel", leadTime: 6 }] } };
    const make = () => replan(plan, changes, { only: { items: ["bell"] } });
    expect(nettedBy(make)).toBe("everything");
  });

  test("mistakes are those of the changed input, at their place among the changes", () => {
    const plan = planRequirements(input);
    const refusal = (changes: PlanChanges): readonly unknown[] => {
      try {
        replan(plan, changes);
      } catch (error) {
        expect(error).toBeInstanceOf(PlanningInputError);
        return (error as PlanningInputError).issues.map(({ code, path }) => [code, path.join(".")]);
      }
      return [];
    };
    const change = [{ id: "wheel", minimumOrder: 9, maximumOrder: 4 }];
    expect(refusal({ items: { change } })).toEqual([
      ["contradiction", "items.change.0.maximumOrder"],
    ]);
    expect(refusal({ items: { change: [{ id: "wheel", safetyStock: "0.0000001" }] } })).toEqual([
      ["tooFine", "items.change.0.safetyStock"],
    ]);
    const put = [{ id: "wheel", leadTime: 1 }];
    expect(refusal({ items: { put: [...put, ...put] } })).toEqual([
      ["duplicateId", "items.put.1.id"],
    ]);
    const twice = [
      { id: "wheel", leadTime: 1 },
      { id: "wheel", leadTime: 2, safetyStock: 1 },
    ];
    expect(refusal({ items: { change: twice } })).toEqual([
      ["contradiction", "items.change.1.leadTime"],
    ]);
    expect(refusal({ items: { change: [{ id: "tyre", leadTime: 2 }] } })).toEqual([
      ["unknownId", "items.change.0"],
    ]);
  });
});
