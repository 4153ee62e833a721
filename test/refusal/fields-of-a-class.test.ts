import { describe, expect, test } from "vitest";
import {
  carryOut,
  changeInput,
  dampPlan,
  freezeOrders,
  type Plan,
  type PlanChanges,
  type PlanningInput,
  planFromJSON,
  planInput,
  planRequirements,
  replan,
} from "../../src/index.js";
import { issuesOf } from "../support/issues-of.js";
import { withGetters } from "../support/with-getters.js";
import { mistakesIn } from "./refusal.js";
import { SCENARIOS } from "./scenarios.js";

const plain: PlanningInput = {
  startDate: "2026-01-05",
  conventions: { rescheduling: "achievable" },
  items: [{ id: "bike", lotSizing: { rule: "fixedOrderQuantity", quantity: 4 } }, { id: "wheel" }],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
  stock: [{ item: "bike", quantity: 1 }],
  supplies: [{ id: "po", item: "bike", quantity: 3, due: "2026-01-14", kind: "purchase" }],
  demands: [{ id: "a", item: "bike", quantity: 9, due: "2026-01-09" }],
};

const texts = (plan: Plan): string => JSON.stringify([...plan.orders, ...plan.messages]);

describe("Fields that are getters of a class", () => {
  test("are in the input of the plan, and come back from JSON", () => {
    const plan = planRequirements(withGetters(plain));
    expect(texts(plan)).toBe(texts(planRequirements(plain)));
    expect(planInput(plan)).toEqual(plain);
    expect(JSON.parse(JSON.stringify(plan)).input).toEqual(plain);
    expect(texts(planFromJSON(JSON.stringify(plan)))).toBe(texts(plan));
  });

  test.each(SCENARIOS.map((input, n) => [n, input] as const))(
    "are kept whole, those in rows of rows too: scenario %i",
    (_, input) => {
      const plan = planRequirements(withGetters(input));
      expect(planInput(plan)).toEqual(planInput(planRequirements(input)));
      expect(JSON.stringify(plan.toJSON().orders)).toBe(
        JSON.stringify(planRequirements(input).toJSON().orders),
      );
    },
  );

  test("are kept where reading another one fails once", () => {
    let readings = 0;
    const stock = {
      item: "bike",
      get quantity() {
        if (readings++ === 1) throw new TypeError("It cannot be read now.");
        return 1;
      },
    };
    const odd = { ...plain, demands: withGetters(plain.demands), stock: [stock] } as PlanningInput;
    const plan = planRequirements(odd);
    expect(readings).toBeGreaterThan(1);
    expect(JSON.parse(JSON.stringify(plan)).input).toEqual(plain);
  });

  test("of which the contract knows nothing are left", () => {
    class Demand {
      readonly id = "a";
      readonly item = "bike";
      readonly due = "2026-01-09";
      get quantity() {
        return 9;
      }
      get isLarge() {
        return true;
      }
    }
    const plan = planRequirements({ ...plain, demands: [new Demand()] });
    expect(planInput(plan)).toEqual(plain);
  });

  test("are booked on, carried out and frozen like others", () => {
    const bookings: PlanChanges = {
      bookings: [
        { kind: "receipt", supply: "po", quantity: 2 },
        { kind: "shipment", demand: "a", quantity: 1 },
      ],
    };
    const [own, odd] = [planRequirements(plain), planRequirements(withGetters(plain))];
    expect(texts(replan(odd, bookings))).toBe(texts(replan(own, bookings)));
    expect(changeInput(withGetters(plain), bookings)).toEqual(changeInput(plain, bookings));
    const put = { demands: { change: [{ id: "a", quantity: 2 }] } };
    expect(planInput(replan(odd, put))).toEqual(planInput(replan(own, put)));
    expect(carryOut(odd)).toEqual(carryOut(own));
    expect(freezeOrders(odd, { days: 9 })).toEqual(freezeOrders(own, { days: 9 }));
    expect(freezeOrders(odd, { days: 9, input: withGetters(plain) })).toEqual(
      freezeOrders(own, { days: 9 }),
    );
    const later = { ...plain, startDate: "2026-01-06" };
    const damped = dampPlan(odd, withGetters(later), { perChange: 100 });
    expect(damped.input).toEqual(dampPlan(own, later, { perChange: 100 }).input);
  });

  test("change a plan like others", () => {
    const changes: PlanChanges = {
      startDate: "2026-01-06",
      conventions: { rescheduling: "never" },
      items: { put: [{ id: "bell" }], change: [{ id: "wheel", leadTime: 2 }] },
      demands: { put: [{ id: "b", item: "wheel", quantity: 3, due: "2026-01-09" }] },
      stock: { remove: [{ item: "bike" }] },
      supplies: { remove: ["po"] },
    };
    const plan = planRequirements(plain);
    for (const odd of [withGetters(changes), Object.create(changes) as PlanChanges]) {
      expect(texts(replan(plan, odd))).toBe(texts(replan(plan, changes)));
      expect(planInput(replan(plan, odd))).toEqual(changeInput(plain, changes));
      expect(changeInput(plain, odd)).toEqual(changeInput(plain, changes));
    }
    const put = { demands: { put: plain.demands } };
    const kept = replan(plan, withGetters({ demands: { put: [plain.demands![0]!] } }));
    expect(planInput(kept)).toEqual(planInput(replan(plan, put)));
  });

  test("of changes are refused like others", () => {
    const plan = planRequirements(plain);
    const wrong = { demands: { change: [{ id: "a", quantity: 1, colour: "red" }], add: [] } };
    const refused = issuesOf(() => replan(plan, wrong as PlanChanges));
    expect(issuesOf(() => replan(plan, Object.create(wrong)))).toEqual(refused);
    expect(issuesOf(() => replan(plan, Object.create({ demand: {} })))).toEqual(
      issuesOf(() => replan(plan, { demand: {} } as PlanChanges)),
    );
  });
});

describe("Fields of rows' own", () => {
  test("leave the rows and their lists as they are", () => {
    class Demand {
      readonly id = "a";
      readonly item = "bike";
      readonly quantity = 9;
      readonly due = "2026-01-09";
    }
    const input = { ...plain, demands: [new Demand()] };
    const planned = planInput(planRequirements(input));
    expect(planned).toBe(input);
    const odd = planInput(planRequirements({ ...input, stock: withGetters(plain.stock) }));
    expect(odd.demands).toBe(input.demands);
    for (const rows of SCENARIOS) expect(planInput(planRequirements(rows))).toBe(rows);
  });
});

describe("Conventions that are no object of fields", () => {
  test.each<[string, unknown]>([
    ["a map", new Map([["pastDuee", 1]])],
    ["a day", new Date(0)],
    ["a list", []],
    ["a list of choices", ["never"]],
  ])("%s are refused", (_, conventions) => {
    const mistakes = [{ code: "invalidType", path: ["conventions"] }];
    expect(mistakesIn({ ...plain, conventions })).toEqual(mistakes);
    const changes = { conventions } as PlanChanges;
    const refused = issuesOf(() => replan(planRequirements(plain), changes));
    expect(refused).toEqual(["invalidType conventions"]);
    let readings = 0;
    const item = {
      id: "bike",
      get name() {
        if (readings++ === 1) throw new TypeError("It cannot be read now.");
        return "bike";
      },
    };
    expect(mistakesIn({ ...plain, items: [item, { id: "wheel" }], conventions })).toEqual(mistakes);
  });
});
