import { type PlanningInput, type PlanningRow, planRequirements, replan } from "orlicky";
import { describe, expect, test } from "vitest";

type SupplyRow = PlanningRow<"supplies">;

/** A firm order of 5 wheels whose dates a capacity schedule decided: due on the 20th. */
const scheduled = (fields: Partial<SupplyRow> = {}): SupplyRow => ({
  id: "s",
  item: "wheel",
  quantity: 5,
  start: "2026-01-16",
  due: "2026-01-20",
  kind: "production",
  firm: true,
  scheduled: true,
  ...fields,
});

const input = (
  supplies: readonly SupplyRow[],
  fields: Partial<PlanningInput> = {},
): PlanningInput => ({
  startDate: "2026-01-05",
  items: [{ id: "bike" }, { id: "wheel", leadTime: 2 }, { id: "spoke" }],
  boms: [
    { item: "bike", lines: [{ item: "wheel", quantity: 1 }] },
    { item: "wheel", lines: [{ item: "spoke", quantity: 36 }] },
  ],
  supplies,
  demands: [{ id: "d", item: "bike", quantity: 5, due: "2026-01-12" }],
  ...fields,
});

const ordersOf = (of: PlanningInput): string[] =>
  [...planRequirements(of).orders].map(({ item, quantity, due }) => `${quantity} ${item} ${due}`);

const codesOf = (of: PlanningInput): string[] =>
  [...planRequirements(of).messages].map(({ code }) => code);

describe("A scheduled supply (K57)", () => {
  test("counts for the need that draws it, so that nothing is planned twice", () => {
    expect(ordersOf(input([scheduled()]))).toEqual(["5 bike 2026-01-12", "180 spoke 2026-01-16"]);
  });

  test("without a start is exploded from its own due day less its lead time", () => {
    const of = input([scheduled({ start: undefined })]);
    expect(ordersOf(of)).toContain("180 spoke 2026-01-18");
  });

  test("is never proposed to come earlier, but its lateness is told up to the demand", () => {
    const of = input([scheduled()]);
    expect(codesOf(of)).not.toContain("expedite");
    const late = [...planRequirements(of).messages].find(({ code }) => code === "demandLate");
    expect(late).toMatchObject({
      demand: "d",
      date: "2026-01-20",
      days: 8,
      limitedBy: { supply: "s" },
    });
  });

  test("delays what is made of it as far as its own due day", () => {
    const [order] = planRequirements(input([scheduled()])).orders;
    expect(order).toMatchObject({ item: "bike", due: "2026-01-12", feasibleDue: "2026-01-20" });
  });

  test("that is released is late as well, and comes on the day of its schedule", () => {
    const of = input([scheduled({ firm: undefined })]);
    expect(ordersOf(of)).toEqual(["5 bike 2026-01-12"]);
    expect(codesOf(of)).not.toContain("expedite");
    const late = [...planRequirements(of).messages].find(({ code }) => code === "demandLate");
    expect(late).toMatchObject({ date: "2026-01-20", limitedBy: { supply: "s" } });
  });

  test("that is bought is late as well", () => {
    const of = input([scheduled({ kind: "purchase", start: undefined })]);
    const late = [...planRequirements(of).messages].find(({ code }) => code === "demandLate");
    expect(late).toMatchObject({ date: "2026-01-20", limitedBy: { supply: "s" } });
  });

  test("that comes too early, or for nothing, is proposed to move out or to go", () => {
    const early = input([scheduled({ due: "2026-01-08", start: "2026-01-06" })]);
    expect(codesOf(early)).toContain("defer");
    expect(codesOf(input([scheduled()], { demands: [] }))).toContain("cancel");
  });

  test("draws as under assume whatever rescheduling and expediteWithin say", () => {
    for (const rescheduling of ["assume", "achievable", "never"] as const) {
      const of = input([scheduled()], { conventions: { rescheduling, expediteWithin: 0 } });
      const [supply] = planRequirements(of).supplies;
      expect(supply).toMatchObject({ date: "2026-01-12", wanted: "2026-01-12" });
    }
  });

  test("leaves the others to the choice that is made for them", () => {
    const plain = scheduled({ id: "t", due: "2026-01-19", scheduled: undefined });
    const of = input([scheduled(), plain], { conventions: { rescheduling: "never" } });
    expect(ordersOf(of).filter((text) => text.includes("wheel"))).toEqual([]);
    const dates = [...planRequirements(of).supplies].map(({ id, date }) => `${id} ${date}`);
    expect(dates).toEqual(["t 2026-01-19", "s 2026-01-12"]);
  });

  test("is drawn inside a fence only as far as it stands there", () => {
    const items = [{ id: "bike" }, { id: "wheel", planningTimeFence: 10 }, { id: "spoke" }];
    const [supply] = planRequirements(input([scheduled()], { items })).supplies;
    expect(supply).toMatchObject({ date: "2026-01-15", wanted: "2026-01-15" });
  });

  test("brings co-products on its own due day", () => {
    const boms: PlanningInput["boms"] = [
      { item: "bike", lines: [{ item: "wheel", quantity: 1 }] },
      { item: "wheel", lines: [], coProducts: [{ item: "spoke", quantity: 2 }] },
    ];
    const demands = [
      { id: "d", item: "bike", quantity: 5, due: "2026-01-12" },
      { id: "e", item: "spoke", quantity: 4, due: "2026-01-19" },
      { id: "f", item: "spoke", quantity: 10, due: "2026-01-20" },
    ];
    expect(ordersOf(input([scheduled()], { boms, demands }))).toEqual([
      "5 bike 2026-01-12",
      "4 spoke 2026-01-19",
    ]);
  });

  test("is raised for a shortage where it stands", () => {
    const of = input([scheduled()], {
      conventions: { resize: true },
      demands: [{ id: "d", item: "bike", quantity: 7, due: "2026-01-12" }],
    });
    const raised = [...planRequirements(of).messages].find(({ code }) => code === "increase");
    expect(raised).toMatchObject({ supply: "s", from: "2026-01-20", to: "2026-01-20" });
    expect(`${(raised as { newQuantity?: unknown }).newQuantity}`).toBe("7");
  });

  test("stands last where its schedule has put it, so it is the one that is raised (K33)", () => {
    const { messages } = planRequirements({
      startDate: "2026-01-26",
      horizonEnd: "2026-01-26",
      conventions: { resize: true },
      items: [{ id: "a" }],
      sources: [{ item: "a", kind: "make" }],
      allocations: [{ item: "a", quantity: 2 }],
      supplies: [
        { id: "t", item: "a", kind: "production", quantity: 1, due: "2026-01-26", firm: true },
        scheduled({ item: "a", quantity: "0.000001", due: "2026-01-27", start: undefined }),
      ],
    });
    const raised = [...messages].filter(({ code }) => code === "increase");
    expect(raised).toMatchObject([{ supply: "s", to: "2026-01-27" }]);
    expect(`${(raised[0] as { newQuantity?: unknown }).newQuantity}`).toBe("1");
  });

  test("replans as it is planned anew", () => {
    const before = input([scheduled()]);
    const demands = [{ id: "e", item: "wheel", quantity: 1, due: "2026-01-10" }];
    const after = replan(planRequirements(before), { demands: { put: demands } });
    const anew = planRequirements({ ...before, demands: [...before.demands!, ...demands] });
    expect(JSON.parse(JSON.stringify(after)).orders).toEqual(
      JSON.parse(JSON.stringify(anew)).orders,
    );
    expect([...after.supplies]).toEqual([...anew.supplies]);
  });
});
