import {
  type Plan,
  type PlanningInput,
  PlanningInputError,
  type PlanningRow,
  planRequirements,
  replan,
  tryDemands,
} from "orlicky";
import { describe, expect, test } from "vitest";

/** Bikes and trikes share their wheels, of which ten are there and more take ten days. */
const input: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  items: [
    { id: "bike", leadTime: 2 },
    { id: "trike", leadTime: 2 },
    { id: "wheel", leadTime: 10, onHand: 10 },
    { id: "bell", leadTime: 3, onHand: 1 },
  ],
  boms: [
    { item: "bike", lines: [{ item: "wheel", quantity: 2 }] },
    { item: "trike", lines: [{ item: "wheel", quantity: 3 }] },
  ],
  demands: [
    { id: "trikes", item: "trike", quantity: 2, due: "2026-01-09" },
    { id: "bell", item: "bell", quantity: 1, due: "2026-01-05" },
  ],
};

function order(id: string, quantity: number, due: string): PlanningRow<"demands"> {
  return { id, item: "bike", quantity, due };
}

describe("A trial", () => {
  test("tells when demands are there through all levels, and changes nothing", () => {
    const plan = planRequirements(input);
    const before = JSON.stringify(plan);
    const trial = tryDemands(plan, [order("bikes", 2, "2026-01-08")]);
    expect(trial.available).toEqual(["2026-01-08"]);
    expect(trial.isInTime).toBe(true);
    expect(trial.broken).toEqual([]);
    expect([...trial.plan.demands].map(({ id }) => id)).toEqual(["trikes", "bell", "bikes"]);
    expect(JSON.stringify(plan)).toBe(before);
  });

  test("tells whom the parts are missing that are taken from him, and by how much", () => {
    const plan = planRequirements(input);
    const trial = tryDemands(plan, [order("bikes", 3, "2026-01-07")]);
    expect(trial.isInTime).toBe(true);
    expect(trial.broken).toEqual([
      { demand: "trikes", due: "2026-01-09", before: "2026-01-09", after: "2026-01-17" },
    ]);
  });

  test("is not in time when one of several demands is late, or lies beyond the horizon", () => {
    const plan = planRequirements(input);
    const late = tryDemands(plan, [
      order("first", 1, "2026-01-20"),
      order("second", 3, "2026-01-10"),
    ]);
    expect(late.available).toEqual(["2026-01-20", "2026-01-17"]);
    expect(late.isInTime).toBe(false);
    const beyond = tryDemands(plan, [order("bikes", 1, "2026-04-01")]);
    expect(beyond.available).toEqual([null]);
    expect(beyond.isInTime).toBe(false);
    expect(tryDemands(plan, [])).toMatchObject({ available: [], isInTime: true, broken: [] });
  });

  test("leaves out forecast, the demands that are tried, and those that were as late before", () => {
    const plan = planRequirements({
      ...input,
      demands: [
        { id: "trikes", item: "trike", quantity: 2, due: "2026-01-09" },
        { id: "forecast", item: "trike", quantity: 1, due: "2026-01-10", kind: "forecast" },
        { id: "late", item: "trike", quantity: 4, due: "2026-01-11" },
      ],
    });
    const trial = tryDemands(plan, [
      order("bikes", 3, "2026-01-07"),
      { id: "trikes", item: "trike", quantity: 3, due: "2026-01-09" },
    ]);
    expect([...trial.plan.demands].map(({ daysLate }) => daysLate)).toEqual([8, 7, 6, 0]);
    expect(trial.available).toEqual(["2026-01-07", "2026-01-17"]);
    expect(trial.broken).toEqual([]);
  });

  test("on the plan of another one sees what that took", () => {
    const first = tryDemands(planRequirements(input), [order("one", 2, "2026-01-08")]);
    const second = tryDemands(first.plan, [order("two", 1, "2026-01-10")]);
    expect(second.available).toEqual(["2026-01-17"]);
    const before = tryDemands(first.plan, [order("two", 1, "2026-01-08")]);
    expect(before.broken.map(({ demand }) => demand)).toEqual(["trikes"]);
  });

  test("says the same where a full run is needed: here an item is reserved", () => {
    const plan = planRequirements({ ...input, reservations: [{ demand: "bell", quantity: 1 }] });
    const trial = tryDemands(plan, [order("bikes", 3, "2026-01-07")]);
    expect(trial.broken.map(({ demand, after }) => `${demand} ${after}`)).toEqual([
      "trikes 2026-01-17",
    ]);
  });

  test("refuses rows with mistakes by their place", () => {
    const plan = planRequirements(input);
    const refusal = (demands: unknown) => {
      try {
        tryDemands(plan, demands as PlanningRow<"demands">[]);
      } catch (error) {
        if (!(error instanceof PlanningInputError)) throw error;
        return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
      }
      return [];
    };
    const unknown = { ...order("bikes", 1, "2026-01-07"), item: "car" };
    expect(refusal([unknown])).toEqual(["unknownId demands.put.0.item"]);
    expect(refusal("bikes")).toEqual(["invalidType demands.put"]);
    expect(refusal([null])).toEqual(["invalidType demands.put.0"]);
  });
});

describe("Dates that are carried from plan to plan", () => {
  test("come back when a change is taken back", () => {
    const plan = planRequirements(input);
    const days = [...plan.demands].map(({ available }) => available);
    const { plan: crowded } = tryDemands(plan, [order("bikes", 3, "2026-01-07")]);
    expect([...crowded.demands].at(0)?.available).toBe("2026-01-17");
    const again = replan(crowded, { demands: { remove: ["bikes"] } });
    expect([...again.demands].map(({ available }) => available)).toEqual(days);
    expect([...again.messages].filter(({ code }) => code === "demandLate")).toEqual([]);
  });

  test("are those of a supply that is moved below, though nothing above is planned anew", () => {
    const plan = planRequirements({
      ...input,
      items: input.items!.map((item) => (item.id === "wheel" ? { id: "wheel" } : item)),
      supplies: [
        {
          id: "PO",
          item: "wheel",
          quantity: 40,
          due: "2026-01-07",
          kind: "purchase",
          frozen: true,
        },
      ],
    });
    expect([...plan.demands].at(0)?.available).toBe("2026-01-09");
    const late = replan(plan, { items: { change: [{ id: "wheel", leadTime: 20 }] } });
    const { available } = [...replan(late, { supplies: { remove: ["PO"] } }).demands].at(0)!;
    expect(available).toBe("2026-01-27");
  });

  test("name the order that is waited for, though its stocking point was planned again behind it", () => {
    const plan = planRequirements({
      ...input,
      demands: [
        { id: "soon", item: "bell", quantity: 3, due: "2026-01-06" },
        { id: "then", item: "bell", quantity: 2, due: "2026-02-20" },
      ],
    });
    const lateOf = (one: Plan) => [...one.messages].filter(({ code }) => code === "demandLate");
    const [first] = plan.orders;
    expect(lateOf(plan)).toMatchObject([{ demand: "soon", limitedBy: { order: first?.id } }]);
    const more = { id: "then", item: "bell", quantity: 7, due: "2026-02-20" };
    expect(lateOf(tryDemands(plan, [more]).plan)).toEqual(lateOf(plan));
  });

  test("make what takes of the rest of a late lot late, though no order of it changes", () => {
    // The first five frames make a late lot of ten, there on 2026-01-25.
    const plan = planRequirements({
      ...input,
      items: [
        { id: "bike" },
        { id: "frame", leadTime: 20, lotSizing: { rule: "fixedOrderQuantity", quantity: 10 } },
      ],
      boms: [{ item: "bike", lines: [{ item: "frame", quantity: 1 }] }],
      demands: [order("first", 3, "2026-01-15"), order("second", 2, "2026-01-17")],
    });
    const days = (one: Plan) => [...one.demands].map(({ id, available }) => `${id} ${available}`);
    const late = ["first 2026-01-25", "second 2026-01-25"];
    expect(days(plan)).toEqual(late);
    for (const due of ["2026-01-14", "2026-01-16", "2026-01-18", "2026-01-24"]) {
      const trial = tryDemands(plan, [order("third", 4, due)]);
      expect(days(trial.plan)).toEqual([...late, "third 2026-01-25"]);
      expect(trial.broken).toEqual([]);
    }
    expect(tryDemands(plan, [order("third", 5, "2026-02-20")]).isInTime).toBe(true);
  });
});
