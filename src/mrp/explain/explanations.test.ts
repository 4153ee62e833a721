import {
  type Explanation,
  explainDemand,
  explainNoOrder,
  explainOrder,
  explanationText,
  limitingPart,
  messageText,
  type NoOrderReason,
  type OrderStep,
  type PlanningInput,
  PlanningInputError,
  pegs,
  planningRecord,
  planRequirements,
  stockingPoints,
} from "orlicky";
import { describe, expect, test } from "vitest";

const startDate = "2026-01-05";
type Rows = Omit<PlanningInput, "startDate">;

const demand = (item: string, quantity: number, due = "2026-01-16") => ({
  id: `${item} ${due}`,
  item,
  quantity,
  due,
});

/** The first reason why nothing is ordered of an item. */
function reasonFor(item: string, rows: Rows): NoOrderReason | undefined {
  return explainNoOrder(planRequirements({ startDate, ...rows }), item).reasons[0];
}

/** The steps of the orders of a problem with one item. */
function stepsOf(rows: Rows): OrderStep[][] {
  const plan = planRequirements({ startDate, ...rows });
  return [...plan.orders].map(({ id }) => [...explainOrder(plan, id).steps]);
}

function find<Name extends OrderStep["step"]>(steps: readonly OrderStep[] | undefined, name: Name) {
  return steps?.find((step): step is Extract<OrderStep, { step: Name }> => step.step === name);
}

describe("Why nothing is ordered", () => {
  test("nothing is needed", () => {
    expect(reasonFor("wheel", { items: [{ id: "wheel" }] })).toEqual({ reason: "noNeed" });
  });

  test("stock covers it, or stock with open supply does", () => {
    const wheel = { id: "wheel", onHand: 8 };
    const rows = { items: [wheel], demands: [demand("wheel", 8)] };
    expect(reasonFor("wheel", rows)?.reason).toBe("stock");
    const due = "2026-01-12";
    const po = { id: "PO", item: "wheel", quantity: 5, due, kind: "purchase" } as const;
    const more = { ...rows, demands: [demand("wheel", 9)], supplies: [po] };
    const reason = reasonFor("wheel", more);
    expect(reason).toMatchObject({ reason: "supply" });
    expect(reason?.reason === "supply" && `${reason.stock} + ${reason.openSupply}`).toBe("8 + 5");
  });

  test("stock that expires before it is needed is told with its day, and so is what expires of open supply", () => {
    // Of 20 in stock 3 expire on the 10th; 17 are needed on the 16th.
    const stock = [
      { item: "wheel", quantity: 17, lot: "new" },
      { item: "wheel", quantity: 3, lot: "old", expires: "2026-01-10" },
    ];
    const items = [{ id: "wheel" }];
    const said = (rows: Rows) => {
      const explanation = explainNoOrder(planRequirements({ startDate, ...rows }), "wheel");
      const [reason] = explanation.reasons;
      if (reason?.reason !== "stock" && reason?.reason !== "supply") throw new Error("none");
      const expiring = reason.expiring.map(({ date, quantity }) => `${quantity} on ${date}`);
      return [`${reason.stock}`, expiring, explanationText(explanation).split("\n")[1]];
    };
    expect(said({ items, stock, demands: [demand("wheel", 17)] })).toEqual([
      "20",
      ["3 on 2026-01-10"],
      "- stock of 20 covers the 17 that are needed; 3 expire on 2026-01-10",
    ]);
    // The supply brings 6, of which 4 are used on the 13th before the other 2 expire on the 15th.
    const bought = {
      ...{ id: "PO", item: "wheel", quantity: 6, due: "2026-01-12", kind: "purchase" as const },
      expires: "2026-01-15",
    };
    expect(
      said({
        ...{ items, stock, supplies: [bought], conventions: { rescheduling: "never" } },
        demands: [demand("wheel", 4, "2026-01-13"), demand("wheel", 17)],
      }),
    ).toEqual([
      "20",
      ["3 on 2026-01-10", "2 on 2026-01-15"],
      "- stock of 20, open supply of 6 and 0 of co-products cover the 21 that are needed; 3 expire on 2026-01-10, 2 on 2026-01-15",
    ]);
  });

  test("it is unplanned, a phantom, or needs itself", () => {
    const demands = [demand("wheel", 8)];
    const items = [{ id: "wheel", method: "unplanned" as const }];
    expect(reasonFor("wheel", { items, demands })?.reason).toBe("unplanned");
    const phantom = { items: [{ id: "wheel", phantom: true }], demands };
    expect(reasonFor("wheel", phantom)?.reason).toBe("phantom");
    const loop = {
      items: [{ id: "wheel" }],
      boms: [{ item: "wheel", lines: [{ item: "wheel", quantity: 1 }] }],
      conventions: { cycles: "stockOnly" as const },
      demands,
    };
    expect(reasonFor("wheel", loop)?.reason).toBe("loop");
  });

  test("each source refuses: by its dates, or by the size of an order", () => {
    const buy = { item: "wheel", kind: "buy" } as const;
    const reason = reasonFor("wheel", {
      items: [{ id: "wheel" }],
      sources: [
        { ...buy, id: "old", rank: 1, validTo: "2026-01-10" },
        { ...buy, id: "big", rank: 2, minQuantity: 50 },
        { ...buy, id: "small", rank: 3, maxQuantity: 5 },
      ],
      demands: [demand("wheel", 8)],
    });
    if (reason?.reason !== "noSource") throw new Error(`not for ${reason?.reason}`);
    expect(reason.passedOver.map(({ source, reason: why }) => `${source}: ${why}`)).toEqual([
      "old: notValid",
      "big: belowMinQuantity",
      "small: aboveMaxQuantity",
    ]);
  });

  test("it is discontinued, or what is missing lies inside the fence", () => {
    const rows = { horizonEnd: "2026-01-20", demands: [demand("wheel", 8, "2026-01-16")] };
    const ends = { id: "wheel", discontinued: { from: "2026-01-10" } };
    expect(reasonFor("wheel", { ...rows, items: [ends] })?.reason).toBe("discontinued");
    const fenced = { id: "wheel", planningTimeFence: 60 };
    expect(reasonFor("wheel", { ...rows, items: [fenced] })).toMatchObject({
      reason: "fence",
      date: "2026-03-06",
    });
  });

  test("the stock position lies above the reorder point, whatever is needed later", () => {
    const wheel = { id: "wheel", method: "reorderPoint", reorderPoint: 5, onHand: 6 } as const;
    expect(reasonFor("wheel", { items: [wheel], demands: [demand("wheel", 8)] })).toMatchObject({
      reason: "position",
    });
  });

  test("open supply is raised instead", () => {
    const po = {
      id: "PO",
      item: "wheel",
      quantity: 5,
      due: "2026-01-16",
      kind: "purchase",
    } as const;
    const reason = reasonFor("wheel", {
      items: [{ id: "wheel" }],
      conventions: { resize: true },
      supplies: [po],
      demands: [demand("wheel", 8)],
    });
    if (reason?.reason !== "increased") throw new Error(`not for ${reason?.reason}`);
    expect(reason.supplies.map(({ supply, newQuantity }) => `${supply}: ${newQuantity}`)).toEqual([
      "PO: 8",
    ]);
  });

  test("needs lie after the horizon", () => {
    const plan = planRequirements({
      startDate,
      horizonEnd: "2026-01-10",
      items: [{ id: "wheel" }],
      demands: [demand("wheel", 8)],
    });
    const reasons = explainNoOrder(plan, "wheel").reasons.map(({ reason }) => reason);
    expect(reasons).toEqual(["noNeed", "beyondHorizon"]);
  });
});

describe("Why an order is as it is", () => {
  test("each demand that is ordered for itself is explained by itself alone (N13)", () => {
    const [first, second] = stepsOf({
      items: [{ id: "wheel" }],
      conventions: { grouping: "demand" },
      demands: [demand("wheel", 8), { ...demand("wheel", 3), id: "other" }],
    });
    const told = [first, second].map((steps) => {
      const { needs } = find(steps, "needs")!;
      return needs.map((need) => (need.kind === "demand" ? need.demand : need.kind));
    });
    expect(told).toEqual([["other"], ["wheel 2026-01-16"]]);
  });

  test("what falls short inside the fence is told from the day on which it began (N8)", () => {
    const [steps] = stepsOf({
      horizonEnd: "2026-01-20",
      items: [{ id: "wheel", planningTimeFence: 7 }],
      demands: [demand("wheel", 8, "2026-01-07"), demand("wheel", 2, "2026-01-09")],
    });
    expect(find(steps, "stock")?.days.map(({ date, closing }) => `${date}: ${closing}`)).toEqual([
      "2026-01-07: -8",
      "2026-01-09: -10",
      "2026-01-11: -10",
      "2026-01-12: -10",
    ]);
    expect(find(steps, "fence")?.date).toBe("2026-01-12");
  });

  test("a co-product that lacks more than its lead item makes the order (K40)", () => {
    const [steps] = stepsOf({
      items: [{ id: "gas" }, { id: "oil" }],
      boms: [
        {
          item: "gas",
          lines: [],
          drivenBy: "largestNeed",
          coProducts: [{ item: "oil", quantity: 2 }],
        },
      ],
      demands: [demand("gas", 3), demand("oil", 10)],
    });
    const { lacks, quantity } = find(steps, "coProducts")!;
    expect(`${quantity} for ${lacks[0]?.missing} of ${lacks[0]?.item}`).toBe("5 for 10 of oil");
    expect(`${find(steps, "shortage")?.net}`).toBe("3");
  });

  test("a receipt on the planning start is not said to be on a working day when it is a day off (T3)", () => {
    // Saturday the 3rd is the planning start; the last working day until Sunday the 4th is the 2nd.
    const said = ["2026-01-04", "2026-01-03"].map((due) => {
      const plan = planRequirements({
        startDate: "2026-01-03",
        calendars: [{ id: "office", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
        sites: [{ id: "main", calendar: "office" }],
        items: [{ id: "wheel" }],
        demands: [demand("wheel", 8, due)],
      });
      const text = explanationText(explainOrder(plan, [...plan.orders][0]!.id));
      return text.split("\n").find((line) => line.startsWith("- wanted on"));
    });
    expect(said).toEqual([
      "- wanted on 2026-01-04, due on 2026-01-03, the planning start: no working day lies between them (office), 1 earlier",
      "- wanted on 2026-01-03, the planning start, and due on that day, though a day off (office)",
    ]);
  });

  test("calendar days are counted from a day on which the supplier works, and that is told (K3)", () => {
    // The supplier works on Wednesdays: from Monday the 5th on the 7th, two days on the 9th.
    const rows: Rows = {
      calendars: [{ id: "wednesdays", workingDays: ["wed"] }],
      suppliers: [{ id: "V", calendar: "wednesdays" }],
      sources: [{ item: "wheel", kind: "buy", supplier: "V", leadTime: 2 }],
    };
    const [atStart] = stepsOf({
      ...rows,
      items: [{ id: "wheel", method: "reorderPoint", reorderPoint: 5 }],
    });
    const days = (steps: readonly OrderStep[] | undefined) =>
      steps?.flatMap((step) =>
        step.step === "date" ? `${step.move} ${step.from} > ${step.to} (${step.calendar})` : [],
      );
    expect(days(atStart)).toEqual([
      "startingDay 2026-01-05 > 2026-01-07 (wednesdays)",
      "leadTime 2026-01-07 > 2026-01-09 (every day)",
    ]);
    const [later] = stepsOf({
      ...rows,
      conventions: { pastDue: "forward" },
      items: [{ id: "wheel" }],
      demands: [demand("wheel", 8, "2026-01-08")],
    });
    expect(find(later, "delay")).toMatchObject({
      from: "2025-12-31",
      earliest: "2026-01-07",
      to: "2026-01-07",
    });
  });

  test("under a quota the candidates are told with what they were given (K43)", () => {
    const buy = { item: "wheel", kind: "buy", rank: 1 } as const;
    const orders = stepsOf({
      items: [{ id: "wheel" }],
      sources: [
        { ...buy, id: "a", share: 1 },
        { ...buy, id: "b", share: 1 },
      ],
      demands: [demand("wheel", 8, "2026-01-08"), demand("wheel", 3, "2026-01-12")],
    });
    const served = orders.map((steps) =>
      find(steps, "quota")?.candidates.map(({ source, served: by }) => `${source}: ${by}`),
    );
    expect(served).toEqual([
      ["a: 0", "b: 0"],
      ["a: 8", "b: 0"],
    ]);
    expect(orders.map((steps) => find(steps, "source")?.chosen.source)).toEqual(["a", "b"]);
  });
});

describe("What a supplier can bring", () => {
  const rows = {
    items: [{ id: "wheel", maximumOrder: 5 }],
    suppliers: [
      { id: "Rim", capacity: [{ from: "2026-01-05", until: "2026-01-16", quantity: 12 }] },
    ],
    sources: [{ item: "wheel", kind: "buy", supplier: "Rim" }],
    demands: [demand("wheel", 14)],
  } as const;

  test("the rest of a lot is cut to it, and what is left comes later (K46)", () => {
    const orders = stepsOf({ ...rows, horizonEnd: "2026-01-20" });
    expect(orders.map((steps) => find(steps, "part")?.right)).toEqual([
      "order",
      "order",
      "order",
      "later",
    ]);
    const { left, isLeft } = find(orders[2], "maximum")!;
    const { from, room, to } = find(orders[2], "room")!;
    expect(`${left} ${isLeft}, ${from} to ${to} of ${room}`).toBe("4 true, 4 to 2 of 2");
    const moves = orders[3]?.flatMap((step) => (step.step === "date" ? [step] : []));
    expect(moves?.map(({ move, to: day }) => `${move} ${day}`)).toEqual([
      "receipt 2026-01-16",
      "capacity 2026-01-17",
      "leadTime 2026-01-17",
    ]);
  });

  test("what does not come within the horizon is asked beyond it (K46)", () => {
    const rights = stepsOf(rows).map((steps) => find(steps, "part")?.right);
    expect(rights).toEqual(["order", "order", "order", "beyondCapacity"]);
  });
});

describe("Why a demand is late", () => {
  const of = (rows: Rows, id: string) =>
    explainDemand(planRequirements({ startDate, ...rows }), id);
  const wheels = (rows: Partial<Rows>, due = "2026-01-07"): Rows => ({
    horizonEnd: "2026-01-25",
    items: [{ id: "wheel" }],
    demands: [{ id: "order 1", item: "wheel", quantity: 8, due }],
    ...rows,
  });

  test("its supplier cannot bring more on the day (K46), which is no lead time", () => {
    const row = (from: string, until: string) => ({ from, until, quantity: 10 });
    const explanation = of(
      wheels({
        suppliers: [
          {
            id: "Rim",
            capacity: [row("2026-01-05", "2026-01-11"), row("2026-01-12", "2026-01-25")],
          },
        ],
        sources: [{ item: "wheel", kind: "buy", supplier: "Rim" }],
        demands: [{ id: "order 1", item: "wheel", quantity: 15, due: "2026-01-07" }],
      }),
      "order 1",
    );
    expect(explanation.chain.map(({ due, limit }) => [due, limit])).toEqual([
      ["2026-01-12", { kind: "capacity", supplier: "Rim", date: "2026-01-07" }],
    ]);
    const [, cover] = explanation.covers;
    expect(cover?.supply).toMatchObject({ date: "2026-01-07", due: "2026-01-12" });
    const text = explanationText(explanation);
    expect(text).toContain("5 from the order planned for 2026-01-12, wanted on 2026-01-07");
    expect(text).toContain("Rim cannot bring it on that day");
  });

  test("its source is valid only later", () => {
    const { chain } = of(
      wheels({
        sources: [{ id: "new", item: "wheel", kind: "buy", leadTime: 1, validFrom: "2026-01-15" }],
        demands: [demand("wheel", 8, "2026-01-07"), demand("wheel", 8, "2026-01-17")],
      }),
      "wheel 2026-01-07",
    );
    expect(chain.map(({ limit }) => limit)).toEqual([
      { kind: "sourceValidity", source: "new", date: "2026-01-15" },
    ]);
  });

  test("no source took so little", () => {
    const { chain } = of(
      wheels({
        sources: [{ item: "wheel", kind: "buy", minQuantity: 10 }],
        demands: [demand("wheel", 8, "2026-01-07"), demand("wheel", 8, "2026-01-17")],
      }),
      "wheel 2026-01-07",
    );
    expect(chain.map(({ limit }) => limit)).toEqual([{ kind: "noSource", date: "2026-01-07" }]);
  });

  test("nothing is planned inside the fence (N8)", () => {
    const { chain } = of(
      wheels({ items: [{ id: "wheel", onHand: 5, planningTimeFence: 4 }] }),
      "order 1",
    );
    expect(chain.map(({ limit }) => limit)).toEqual([{ kind: "fence", date: "2026-01-09" }]);
  });

  test("a lead time that does not fit is still its own", () => {
    const { chain } = of(
      wheels({ items: [{ id: "wheel", leadTime: 6, planningTimeFence: 4 }] }),
      "order 1",
    );
    expect(chain.map(({ limit }) => limit.kind)).toEqual(["leadTime"]);
  });

  test("it was due before the planning start: stock that is there then waits for nothing", () => {
    const explanation = of(
      wheels({ items: [{ id: "wheel", onHand: 10 }] }, "2025-12-31"),
      "order 1",
    );
    const { limit, chain, daysLate } = explanation;
    expect({ limit, chain, daysLate }).toEqual({
      limit: { kind: "planningStart" },
      chain: [],
      daysLate: 5,
    });
    expect(explanationText(explanation)).not.toContain("waits");
  });

  test("it was due before the planning start: the order or open supply that is there then is named, as in its message (K47)", () => {
    const items = [{ id: "wheel" }];
    const open = { id: "open", item: "wheel", quantity: 8, due: "2026-01-02" };
    const supplies = [{ ...open, kind: "purchase" as const }];
    for (const changes of [{ items }, { items, supplies }]) {
      const plan = planRequirements({ startDate, ...wheels(changes, "2025-12-31") });
      const { limit, chain } = explainDemand(plan, "order 1");
      const late = [...plan.messages].find(({ code }) => code === "demandLate");
      const part = limitingPart(plan, "order 1");
      const supply = limit?.kind === "supply" ? limit.supply : null;
      const end = { order: chain.at(-1)?.order ?? null, supply };
      expect(Object.values(end).filter((id) => id !== null)).toHaveLength(1);
      expect(late).toMatchObject({ limitedBy: end });
      expect(part).toMatchObject({ ...end, date: "2026-01-05" });
      expect(chain.map((order) => order.limit.kind)).toEqual(supply ? [] : ["planningStart"]);
    }
  });

  test("stock that counts later is told with its day", () => {
    const { limit } = of(
      wheels({
        items: [{ id: "wheel", method: "unplanned" }],
        stock: [{ item: "wheel", quantity: 8, status: "inspection", availableFrom: "2026-01-14" }],
      }),
      "order 1",
    );
    expect(limit).toEqual({ kind: "stock", date: "2026-01-14" });
  });

  test("scheduled forward, an order has one day in all lines, the one of the plan (N11)", () => {
    const explanation = of(
      {
        items: [
          { id: "bike", leadTime: 2 },
          { id: "wheel", leadTime: 10 },
        ],
        boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 1 }] }],
        demands: [demand("bike", 5, "2026-01-09")],
        conventions: { pastDue: "forward" },
      },
      "bike 2026-01-09",
    );
    expect(explanation.covers[0]?.supply).toMatchObject({ date: "2026-01-09", due: "2026-01-17" });
    expect(explanation.chain.map(({ due, planned }) => [due, planned])).toEqual([
      ["2026-01-09", "2026-01-17"],
      ["2026-01-07", "2026-01-15"],
    ]);
    const [, cover, , waits, first] = explanationText(explanation).split("\n");
    expect(cover).toContain("the order planned for 2026-01-17, wanted on 2026-01-09");
    expect(waits).toContain("order of 5 bike at main for 2026-01-17");
    expect(first).toContain("order of 5 bike at main for 2026-01-17, wanted on 2026-01-09,");
  });

  test("an order that needs what comes with it waits for itself, and is named once", () => {
    const explanation = of(
      {
        horizonEnd: "2026-01-25",
        items: [
          { id: "gas", leadTime: 2 },
          { id: "oil", method: "unplanned" },
        ],
        boms: [
          {
            item: "gas",
            lines: [{ item: "oil", quantity: 1 }],
            coProducts: [{ item: "oil", quantity: 1 }],
          },
        ],
        conventions: { cycles: "stockOnly" },
        demands: [demand("gas", 3)],
      },
      "gas 2026-01-16",
    );
    const names = explanation.chain.map(({ order }) => order);
    expect(new Set(names).size).toBe(names.length);
    expect(explanation.chain.at(-1)?.limit).toEqual({ kind: "loop" });
  });
});

describe("Where nothing is ordered, what covers it is told", () => {
  const lateLead: Rows = {
    horizonEnd: "2026-01-25",
    items: [{ id: "gas", leadTime: 30 }, { id: "oil" }],
    boms: [{ item: "gas", lines: [], coProducts: [{ item: "oil", quantity: 1 }] }],
    demands: [demand("gas", 5, "2026-01-09"), demand("oil", 5, "2026-01-09")],
    conventions: { pastDue: "forward" },
  };

  test("also a co-product that comes after the horizon", () => {
    const plan = planRequirements({ startDate, ...lateLead });
    const [covers, late] = explainNoOrder(plan, "oil").reasons;
    expect(covers).toMatchObject({ reason: "supply" });
    expect(covers?.reason === "supply" && `${covers.coProducts} of ${covers.needed}`).toBe(
      "5 of 5",
    );
    expect(late?.reason === "late" && `${late.missing}`).toBe("5");
  });

  test("what follows brings what is needed: nothing is missing", () => {
    const plan = planRequirements({
      startDate,
      items: [
        { id: "wheel", onHand: 4, discontinued: { from: "2026-01-08", followUp: "rim" } },
        { id: "rim" },
        { id: "bike" },
      ],
      boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 1 }] }],
      demands: [demand("bike", 10)],
    });
    const text = explanationText(explainNoOrder(plan, "wheel"));
    expect(text).toContain("rim follows it and brings what is needed then");
  });

  test("a stocking point that is listed can be asked for, if it is of the item", () => {
    const plan = planRequirements({ startDate, ...lateLead });
    for (const point of stockingPoints(plan)) {
      expect(explainNoOrder(plan, point.item, point).item).toBe(point.item);
      expect(pegs(plan, point.item, point)).toEqual(pegs(plan, point.item));
      expect(planningRecord(plan, point.item, point).item).toBe(point.item);
    }
    const [first] = stockingPoints(plan);
    const wrong = first?.item === "gas" ? "oil" : "gas";
    expect(() => pegs(plan, wrong, first)).toThrow(PlanningInputError);
    expect(() => explainNoOrder(plan, wrong, first)).toThrow(PlanningInputError);
  });
});

describe("The fence in a message", () => {
  test("is not said to be covered where it ends after the horizon (N8)", () => {
    const plan = planRequirements({
      startDate,
      items: [{ id: "wheel", onHand: 5, planningTimeFence: 4 }],
      demands: [demand("wheel", 8, "2026-01-07")],
    });
    const text = [...plan.messages].map(messageText).join();
    expect(plan.orders.length).toBe(0);
    expect(text).toContain("nothing is planned before 2026-01-09");
    expect(text).not.toContain("covered");
  });
});

describe("What cannot be explained is refused", () => {
  const plan = planRequirements({ startDate, items: [{ id: "wheel" }] });

  function issueOf(ask: () => unknown): string {
    try {
      ask();
    } catch (error) {
      if (!(error instanceof PlanningInputError)) throw error;
      return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`).join();
    }
    return "nothing";
  }

  test("an order, a demand or an item that the plan has not", () => {
    expect(issueOf(() => explainOrder(plan, '["wheel"]'))).toBe("unknownId orderId");
    expect(issueOf(() => explainDemand(plan, "order 1"))).toBe("unknownId demandId");
    expect(issueOf(() => explainNoOrder(plan, "bike"))).toBe("unknownId item");
    expect(issueOf(() => explainNoOrder(plan, "wheel", { site: "far" }))).toBe("unknownId site");
  });

  test("an option that there is not, what is no plan, what is no explanation", () => {
    const odd = { bucket: "day" } as object;
    expect(issueOf(() => explainNoOrder(plan, "wheel", odd))).toBe("unknownField options.bucket");
    expect(issueOf(() => explainOrder({} as typeof plan, "x"))).toBe("invalidType plan");
    const none = { about: "weather" } as unknown as Explanation;
    expect(issueOf(() => explanationText(none))).toBe("invalidType explanation");
    expect(issueOf(() => explanationText(undefined as unknown as Explanation))).toBe(
      "invalidType explanation",
    );
  });
});

describe("How much more the next price break takes", () => {
  /** Started, and what more there must be from when on. */
  const nextOf = (
    need: number,
    from: number,
    source: Partial<NonNullable<Rows["sources"]>[number]>,
    wheel: Partial<NonNullable<Rows["items"]>[number]> = {},
  ) => {
    const [steps] = stepsOf({
      items: [{ id: "wheel", decimals: 0, ...wheel }],
      sources: [
        { item: "wheel", kind: "buy", price: 2, priceBreaks: [{ from, price: "0.5" }], ...source },
      ],
      demands: [demand("wheel", need)],
    });
    const price = find(steps, "source")?.price;
    const next = price?.next ?? null;
    return `${price?.startQuantity}: ${next === null ? "none" : `${next.more} more from ${next.from} on`}`;
  };

  test("is what an order may be, in whole multiples and order units of the source", () => {
    expect(nextOf(7, 13, {})).toBe("7: 6 more from 13 on");
    expect(nextOf(7, 13, { orderMultiple: 5 })).toBe("10: 5 more from 13 on");
    const boxes = { units: [{ unit: "box", contains: 6 }] };
    expect(nextOf(7, 13, { orderUnit: "box" }, boxes)).toBe("12: 6 more from 13 on");
    expect(nextOf(7, 10, { minQuantity: 5 })).toBe("7: 3 more from 10 on");
  });

  test("is told of no break that no order of the source can reach", () => {
    expect(nextOf(18, 50, { maximumOrder: 20 })).toBe("18: none");
    expect(nextOf(18, 50, { maxQuantity: 49 })).toBe("18: none");
    expect(nextOf(18, 49, { maximumOrder: 50, orderMultiple: 20 })).toBe("20: none");
    expect(nextOf(18, 50, { maxQuantity: 50 })).toBe("18: 32 more from 50 on");
  });
});

test("What nothing covers is told by its item, however far below it is", () => {
  const plan = planRequirements({
    startDate: "2026-01-05",
    items: [{ id: "lamp" }, { id: "foot" }, { id: "screw", method: "unplanned" }],
    boms: [
      { item: "lamp", lines: [{ item: "foot", quantity: 1 }] },
      { item: "foot", lines: [{ item: "screw", quantity: 4 }] },
    ],
    demands: [{ id: "d", item: "lamp", quantity: 1, due: "2026-01-09" }],
  });
  const explanation = explainDemand(plan, "d");
  const place = { item: "screw", site: "main", segment: null };
  const uncovered = { kind: "uncovered", ...place, method: "unplanned" };
  expect(explanation.chain.at(-1)).toMatchObject({ item: "foot", limit: uncovered });
  expect(explanationText(explanation)).toContain(
    "nothing covers what is needed of screw at main, which as unplanned is not ordered for needs",
  );
});
