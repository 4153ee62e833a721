import { describe, expect, test } from "vitest";
import {
  changeInput,
  comparePlans,
  dampPlan,
  explainNoOrder,
  freezeOrders,
  masterSchedule,
  nervousness,
  type PlanningInput,
  partition,
  pegs,
  planFromJSON,
  planningRecord,
  planRequirements,
  planSteps,
  replan,
  safePlanRequirements,
  sharePlanning,
} from "../../src/index.js";
import { issuesOf } from "../support/issues-of.js";
import { withGetters } from "../support/with-getters.js";

const input: PlanningInput = {
  startDate: "2026-01-05",
  items: [{ id: "wheel", setupCost: 9 }],
  demands: [{ id: "d1", item: "wheel", quantity: 4, due: "2026-01-09" }],
};
const plan = planRequirements(input);
const columns = {
  demands: { item: Int32Array.of(0), day: Int32Array.of(20_462), quantity: Float64Array.of(4) },
};
const ofColumns: PlanningInput = { startDate: "2026-01-05", items: [{ id: "wheel" }] };

/** A function of the library, a call of it with options, and options that are right. */
type Call = readonly [name: string, call: (options: never) => unknown, options: object];

const calls: readonly Call[] = [
  ["planRequirements", (options) => planRequirements(ofColumns, options), { columns }],
  ["planSteps", (options) => [...planSteps(ofColumns, options)], { columns }],
  ["sharePlanning", (options) => sharePlanning(ofColumns, options).levels, { columns }],
  ["partition", (options) => partition(input, options), { parts: 2 }],
  ["comparePlans", (options) => comparePlans(plan, plan, options).periods, { bucket: "week" }],
  ["nervousness", (options) => nervousness(plan, plan, options), { bucket: "day", alpha: 0.2 }],
  [
    "dampPlan",
    (options) => dampPlan(plan, input, options).decisions,
    { perChange: 1, perDay: 2, perUnit: 3 },
  ],
  [
    "planningRecord",
    (options) => planningRecord(plan, "wheel", options),
    { site: "main", segment: null, bucket: "week", item: "wheel" },
  ],
  [
    "masterSchedule",
    (options) => masterSchedule(plan, "wheel", options),
    { site: "main", segment: null, bucket: "week", item: "wheel" },
  ],
  [
    "pegs",
    (options) => pegs(plan, "wheel", options),
    { site: "main", segment: null, item: "wheel" },
  ],
  [
    "explainNoOrder",
    (options) => explainNoOrder(plan, "wheel", options),
    { site: "main", segment: null, item: "wheel" },
  ],
  [
    "freezeOrders",
    (options) => freezeOrders(plan, options),
    { days: 3, by: "due", items: ["wheel"], input },
  ],
  ["replan", (options) => replan(plan, {}, options).columns, { only: { items: ["wheel"] } }],
];

const fields = calls.flatMap(([name, call, options]) =>
  Object.keys(options).map((field) => [name, field, call, options] as const),
);

const throwing = (): never => {
  throw new TypeError("boom");
};

/** What fails whatever is done with it. */
const failing = (): object =>
  new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing });

const revoked = (target: object = {}): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

describe("Options", () => {
  test.each(calls)("of %s may be fields of any object", (_, call, options) => {
    const expected = JSON.stringify(call(options as never));
    for (const object of [Object.create(options), Object.assign(Object.create(null), options)]) {
      expect(JSON.stringify(call(object as never))).toBe(expected);
    }
    class Options {}
    for (const [name, value] of Object.entries(options)) {
      Object.defineProperty(Options.prototype, name, { get: () => value });
    }
    expect(JSON.stringify(call(new Options() as never))).toBe(expected);
  });

  test.each(fields)("of %s are refused where reading %s fails", (_, field, call, options) => {
    const unread = Object.defineProperty({ ...options }, field, {
      enumerable: true,
      get: throwing,
    });
    expect(issuesOf(() => call(unread as never))).toEqual([`invalidType options.${field}`]);
    const message = `The ${field} cannot be read: reading it fails. Give plain data.`;
    expect(() => call(unread as never)).toThrow(message);
  });

  test.each(fields)("of %s are refused where %s holds what fails", (_, field, call, options) => {
    for (const value of [failing(), revoked(), revoked([])]) {
      const issues = issuesOf(() => call({ ...options, [field]: value } as never));
      expect(issues.length).toBeGreaterThan(0);
      for (const issue of issues) expect(issue).toContain(field);
    }
  });

  test.each(calls)("of %s are refused as a whole where they are none", (_, call, options) => {
    const none = [failing(), revoked(), revoked([]), null, 3, "options", [], [options]];
    for (const value of [...none, new Map(Object.entries(options)), new Date(0), () => options]) {
      expect(issuesOf(() => call(value as never))).toEqual(["invalidType options"]);
    }
    const unknown = Object.create({ ...options, colour: "red" });
    expect(issuesOf(() => call(unknown as never))).toEqual(["unknownField options.colour"]);
  });

  test.each(fields)("of %s are read once: %s", (_, field, call, options) => {
    let readings = 0;
    const watched = Object.defineProperty({ ...options }, field, {
      enumerable: true,
      get: () => {
        readings++;
        return options[field as keyof typeof options];
      },
    });
    call(watched as never);
    expect(readings).toBe(1);
  });

  test("that cannot be read are issues of a safe call", () => {
    for (const field of ["columns", "onProgress", "shouldStop"]) {
      const options = Object.defineProperty({}, field, { get: throwing });
      expect(safePlanRequirements(input, options)).toMatchObject({
        ok: false,
        issues: [{ code: "invalidType", path: ["options", field] }],
      });
    }
  });

  test("are called as they are: their own errors pass", () => {
    expect(() => planRequirements(input, { onProgress: throwing })).toThrow(TypeError);
    expect(() => safePlanRequirements(input, { shouldStop: throwing })).toThrow("boom");
  });

  test("fail only once before it is told", () => {
    let readings = 0;
    const options = {
      get only() {
        readings++;
        return throwing();
      },
    };
    expect(() => replan(plan, {}, options)).toThrow();
    expect(readings).toBe(1);
  });
});

describe("Columns", () => {
  const refused = (value: unknown) =>
    issuesOf(() => planRequirements(ofColumns, { columns: value as never }));

  test("that are none are refused", () => {
    const none = [failing(), revoked(), [], new Map([["demands", columns.demands]]), null, 3];
    for (const value of none) expect(refused(value)).toEqual(["invalidType columns"]);
    for (const value of [...none, Int32Array.of(0)]) {
      expect(refused({ demands: value })).toEqual(["invalidType columns.demands"]);
    }
  });

  test("whose reading fails are refused by their names", () => {
    expect(
      refused({
        get demands() {
          return throwing();
        },
        get stock() {
          return throwing();
        },
      }),
    ).toEqual(["invalidType columns.demands", "invalidType columns.stock"]);
    for (const name of ["item", "day", "quantity", "site"]) {
      const demands = Object.defineProperty({ ...columns.demands }, name, {
        enumerable: true,
        get: throwing,
      });
      expect(refused({ demands })).toEqual([`invalidType columns.demands.${name}`]);
    }
  });

  test.each<[string, unknown]>([
    ["what fails", failing()],
    ["what is revoked", revoked(Int32Array.of(0))],
    ["what hides an array", new Proxy(Int32Array.of(0), {})],
    ["what passes for an array", { [Symbol.toStringTag]: "Int32Array", length: 1 }],
  ])("are refused where one is %s", (_, item) => {
    expect(refused({ demands: { ...columns.demands, item } })).toEqual([
      "invalidType columns.demands.item",
    ]);
  });

  test("may be fields of any object", () => {
    const odd = Object.create({ demands: Object.create(columns.demands) });
    const made = planRequirements(ofColumns, { columns: odd });
    const expected = planRequirements(ofColumns, { columns });
    expect(JSON.stringify(made)).toBe(JSON.stringify(expected));
  });
});

describe("A saved plan", () => {
  const saved = JSON.parse(JSON.stringify(planRequirements(ofColumns, { columns }))) as object;

  test.each<[string, unknown, readonly string[]]>([
    ["that is revoked", revoked(), ["invalidType "]],
    ["that fails to be read", failing(), ["invalidType "]],
    ["whose input fails", { ...saved, input: failing() }, ["invalidType "]],
    ["whose input is revoked", { ...saved, input: revoked() }, ["invalidType "]],
    ["whose orders are revoked", { ...saved, orders: revoked([]) }, ["invalidType orders"]],
    ["with an order that fails", { ...saved, orders: [failing()] }, ["contradiction orders.0"]],
    ["with an order that is none", { ...saved, orders: [1n] }, ["contradiction orders.0"]],
    ["whose columns fail", { ...saved, columns: failing() }, ["invalidType columns"]],
    ["with columns that are none", { ...saved, columns: 3 }, ["invalidType columns"]],
    ["with no columns", { ...saved, columns: { demands: null } }, ["invalidType columns.demands"]],
    [
      "with a column of no numbers",
      { ...saved, columns: { demands: { item: [1n] } } },
      ["invalidType columns.demands.item"],
    ],
    [
      "with a column that is no list",
      { ...saved, columns: { demands: { item: 3 } } },
      ["invalidType columns.demands.item"],
    ],
  ])("%s is refused", (_, json, issues) => {
    expect(issuesOf(() => planFromJSON(json))).toEqual(issues);
  });

  test("comes back as it is", () => {
    expect(JSON.stringify(planFromJSON(saved))).toBe(JSON.stringify(saved));
  });
});

describe("An input that is to be changed", () => {
  const change = { demands: { change: [{ id: "d1", quantity: 3 }] } };

  test.each<[string, unknown, string]>([
    ["nothing", null, "input"],
    ["a number", 3, "input"],
    ["a list", [input], "input"],
    ["a map", new Map(Object.entries(input)), "input"],
    ["what fails", failing(), "input"],
    ["what is revoked", revoked(), "input"],
    ["one with a number of demands", { ...input, demands: 3 }, "input.demands"],
    ["one with no demand", { ...input, demands: [null] }, "input.demands.0"],
    ["one with a demand that fails", { ...input, demands: [failing()] }, "input.demands.0"],
    ["one with conventions that are none", { ...input, conventions: 3 }, "input.conventions"],
  ])("is refused when it is %s", (_, given, path) => {
    for (const changes of [{}, change]) {
      expect(issuesOf(() => changeInput(given as PlanningInput, changes))).toEqual([
        `invalidType ${path}`,
      ]);
    }
  });

  test("is refused by the field whose reading fails", () => {
    const demand = Object.defineProperty({ ...input.demands![0] }, "id", {
      enumerable: true,
      get: throwing,
    });
    const given = { ...input, demands: [demand] } as PlanningInput;
    expect(issuesOf(() => changeInput(given, change))).toEqual(["invalidType input.demands.0.id"]);
  });

  test("may be of a class", () => {
    expect(changeInput(withGetters(input), change)).toEqual(changeInput(input, change));
  });
});
