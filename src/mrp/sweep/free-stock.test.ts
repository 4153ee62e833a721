import { describe, expect, test } from "vitest";
import {
  type Plan,
  type PlanningInput,
  pegs,
  planningRecord,
  planRequirements,
} from "../../index.js";

/** Item, quantity and due day of every order. */
function ordersOf(plan: Plan): string[] {
  return [...plan.orders].map(({ item, quantity, due }) => `${item} ${quantity} ${due.slice(5)}`);
}

const plan = (input: Omit<PlanningInput, "startDate">) =>
  planRequirements({ startDate: "2026-02-02", horizonEnd: "2026-03-31", ...input });

/** 100 that are good for three weeks, of which a customer wants 30 on the 12th. */
const GOOD_FOR_THREE_WEEKS = { item: "S", quantity: 100, expires: "2026-02-24" };
const OF_A_CUSTOMER = { id: "s", item: "S", quantity: 30, due: "2026-02-12" };

describe("What is free of a substitute that expires (K36)", () => {
  /** Of what is made on a day and needs one P each, in place of which S may be taken. */
  function ordersFor(
    wanted: readonly (readonly [due: string, quantity: number])[],
    more: Pick<PlanningInput, "stock" | "supplies"> & { readonly needs?: PlanningInput["demands"] },
  ): string[] {
    const { needs = [OF_A_CUSTOMER], stock = [GOOD_FOR_THREE_WEEKS], supplies = [] } = more;
    const made = wanted.map(([due, quantity], n) => ({ id: `d${n}`, item: "F", quantity, due }));
    const input = {
      items: [{ id: "F" }, { id: "P" }, { id: "S" }],
      boms: [
        {
          item: "F",
          lines: [
            { item: "P", quantity: 1, substitutes: [{ item: "S", quantity: 1, priority: 1 }] },
          ],
        },
      ],
      demands: [...made, ...needs],
      stock,
      supplies,
    };
    return ordersOf(plan(input)).filter((order) => !order.startsWith("F"));
  }

  // On the 7th 100 are there, 30 of which are used before they expire; 70 are lost if nobody takes them.
  test("is what no need before the expiry uses", () => {
    expect(ordersFor([["2026-02-07", 70]], {})).toEqual([]);
    expect(ordersFor([["2026-02-07", 71]], {})).toEqual(["P 71 02-07"]);
  });

  // 40 on the 7th leave 30 on the 9th.
  test("is less by what was granted", () => {
    const first = ["2026-02-07", 40] as const;
    expect(ordersFor([first, ["2026-02-09", 30]], {})).toEqual([]);
    expect(ordersFor([first, ["2026-02-09", 31]], {})).toEqual(["P 31 02-09"]);
  });

  // From the 24th on nothing is there.
  test("is nothing from the expiry on", () => {
    expect(ordersFor([["2026-02-23", 70]], {})).toEqual([]);
    expect(ordersFor([["2026-02-24", 1]], {})).toEqual(["P 1 02-24"]);
  });

  // On March 10 the customer can have 20 of what never expires, and must live without the rest. On
  // February 7 the 100 are free, and those 20 are not; S is ordered for the 30 that are missing anyway.
  test("is not less by what is needed after the expiry, which other stock must cover", () => {
    const more = {
      needs: [{ ...OF_A_CUSTOMER, quantity: 50, due: "2026-03-10" }],
      stock: [GOOD_FOR_THREE_WEEKS, { item: "S", quantity: 20 }],
    };
    expect(ordersFor([["2026-02-07", 100]], more)).toEqual(["S 30 03-10"]);
    expect(ordersFor([["2026-02-07", 101]], more)).toEqual(["P 101 02-07", "S 30 03-10"]);
  });

  // 10 until the 11th, 10 until the 24th, 10 that come on the 9th and are good until the 15th. The customer
  // takes 10 on the 12th of what came on the 9th, so on the 7th both lots are free; with 25 wanted on the
  // 12th it needs 10 + 10 of those there (and lacks 5), and only what expires on the 11th is free.
  test("looks at each lot, and at open supply, by its own expiry", () => {
    const more = {
      stock: [
        { item: "S", quantity: 10, expires: "2026-02-11" },
        { item: "S", quantity: 10, expires: "2026-02-24" },
      ],
      supplies: [
        {
          ...{ id: "po", item: "S", quantity: 10, due: "2026-02-09", expires: "2026-02-15" },
          kind: "purchase" as const,
        },
      ],
    };
    const few = { ...more, needs: [{ ...OF_A_CUSTOMER, quantity: 10 }] };
    expect(ordersFor([["2026-02-07", 20]], few)).toEqual([]);
    expect(ordersFor([["2026-02-07", 21]], few)).toEqual(["P 21 02-07"]);
    const many = { ...more, needs: [{ ...OF_A_CUSTOMER, quantity: 25 }] };
    expect(ordersFor([["2026-02-07", 10]], many)).toEqual(["S 5 02-12"]);
    expect(ordersFor([["2026-02-07", 11]], many)).toEqual(["P 11 02-07", "S 5 02-12"]);
  });
});

describe("What is free of stock that expires, at a site that is planned later (K44)", () => {
  const [shipping, asking] = ["b", "a"];
  function shipped(
    due: string,
    quantity: number,
    more: Pick<PlanningInput, "supplies"> & { readonly atShipping?: object } = {},
  ): string[] {
    const planned = plan({
      sites: [{ id: "a" }, { id: "b" }],
      items: [{ id: "S" }],
      itemSites: [{ item: "S", site: shipping, ...more.atShipping }],
      sources: [{ item: "S", site: asking, kind: "transfer", from: shipping, onlyFromStock: true }],
      stock: [{ ...GOOD_FOR_THREE_WEEKS, site: shipping }],
      demands: [
        { ...OF_A_CUSTOMER, site: shipping },
        { id: "d", item: "S", site: asking, quantity, due },
      ],
      supplies: more.supplies ?? [],
    });
    return [...planned.orders].map(
      ({ site, quantity: brought, due: day }) => `${site} ${brought} ${day.slice(5)}`,
    );
  }

  // As above: 70 of 100 until the 24th, on which they leave.
  test("is what no need before the expiry uses", () => {
    expect(shipped("2026-02-07", 80)).toEqual([`${asking} 70 02-07`]);
    expect(shipped("2026-02-23", 80)).toEqual([`${asking} 70 02-23`]);
    expect(shipped("2026-02-24", 80)).toEqual([]);
  });

  // 50 that never expire come on the 10th. What the customer takes on the 12th is of what expires first,
  // so on the 7th all 100 may go, since the customer can take 30 of the 50 instead; 20 are then left on the
  // 10th. Nothing else being asked, 150 − 30 are free on the 10th, and 50 from the 24th on.
  test("leaves needs to what comes later and is good for longer", () => {
    const po = { id: "po", item: "S", site: shipping, quantity: 50, due: "2026-02-10" };
    const supplies = [{ ...po, kind: "purchase" as const, frozen: true }];
    expect(shipped("2026-02-07", 150, { supplies })).toEqual([
      `${asking} 100 02-07`,
      `${asking} 20 02-10`,
    ]);
    expect(shipped("2026-02-10", 150, { supplies })).toEqual([`${asking} 120 02-10`]);
    expect(shipped("2026-02-24", 150, { supplies })).toEqual([`${asking} 50 02-24`]);
  });
});

describe("What is free at a site from which firm transfers ship (K44)", () => {
  const sites = [{ id: "a" }, { id: "b" }, { id: "c" }];
  const firm = (to: string, quantity: number, due: string) => ({
    ...{ id: `to ${to}`, item: "S", site: to, from: "a", quantity, due },
    ...{ kind: "transfer" as const, firm: true, frozen: true },
  });
  const brought = (supplies: PlanningInput["supplies"], stock = 5) =>
    [
      ...plan({
        sites,
        items: [{ id: "S", decimals: 0, leadTime: 40 }],
        sources: [
          { item: "S", site: "b", kind: "transfer", from: "a", leadTime: 1, onlyFromStock: true },
          { item: "S", site: "b", kind: "buy", leadTime: 3, rank: 1 },
        ],
        stock: [{ item: "S", site: "a", quantity: stock }],
        supplies: supplies ?? [],
        demands: [
          { id: "sooner", item: "S", site: "b", quantity: 5, due: "2026-02-06" },
          { id: "later", item: "S", site: "b", quantity: 4, due: "2026-02-25" },
        ],
      }).orders,
    ].map(({ kind, site, quantity, due }) => `${kind} ${quantity} ${site} ${due.slice(5)}`);

  test("is what they leave, whoever they go to", () => {
    expect(brought([])).toEqual(["transfer 5 b 02-06", "buy 4 b 02-25"]);
    // The plan above with its transfer frozen: nothing else is planned than was left of it.
    expect(brought([firm("b", 5, "2026-02-06")])).toEqual(["buy 4 b 02-25"]);
    expect(brought([firm("b", 5, "2026-02-06")], 6)).toEqual([
      "transfer 1 b 02-25",
      "buy 3 b 02-25",
    ]);
    // The third site takes them on the 20th: until then none is free either.
    expect(brought([firm("c", 5, "2026-02-20")])).toEqual(["buy 5 b 02-06", "buy 4 b 02-25"]);
  });
});

describe("What is free of stock that expires, at a site that is planned already (K44)", () => {
  // The site that ships is planned first: by its plan 30 of its 100 are used and 70 expire on the 24th.
  // So none is shipped, the other site buys, and what was said of the first one stays true.
  test("is what does not expire by its plan", () => {
    const planned = plan({
      sites: [{ id: "a" }, { id: "b" }],
      items: [{ id: "S" }],
      sources: [
        { item: "S", site: "b", kind: "transfer", from: "a", onlyFromStock: true },
        { item: "S", site: "b", kind: "buy", rank: 2 },
      ],
      stock: [{ ...GOOD_FOR_THREE_WEEKS, site: "a" }],
      demands: [
        { ...OF_A_CUSTOMER, site: "a" },
        { id: "d", item: "S", site: "b", quantity: 80, due: "2026-02-07" },
      ],
    });
    expect(
      [...planned.orders].map(({ kind, quantity, due }) => `${kind} ${quantity} ${due.slice(5)}`),
    ).toEqual(["buy 80 02-07"]);
    const { rows } = planningRecord(planned, "S", { site: "a" });
    expect(rows.map(({ projectedOnHand }) => Number(projectedOnHand)).at(-1)).toBe(0);
    expect(
      pegs(planned, "S", { site: "a" }).some(({ supply }) => supply.kind === "uncovered"),
    ).toBe(false);
  });
});
