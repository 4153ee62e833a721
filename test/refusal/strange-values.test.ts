import { describe, expect, test } from "vitest";
import { type PlanningInput, planRequirements, safePlanRequirements } from "../../src/index.js";
import { EVERY_FIELD } from "../support/every-field.js";
import { placedValues, withValueAt } from "./input-path.js";
import { issuesOf, mistakesIn } from "./refusal.js";

const right = (): PlanningInput => ({
  startDate: "2026-01-05",
  items: [{ id: "bike", leadTime: 2, attributes: { colour: "red" } }, { id: "wheel" }],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
  itemSites: [{ item: "bike", leadTime: 3 }],
  stock: [{ item: "wheel", quantity: 3 }],
  supplies: [{ id: "s1", item: "wheel", quantity: 3, due: "2026-01-09", kind: "purchase" }],
  demands: [{ id: "d1", item: "bike", quantity: 10, due: "2026-01-16", customer: "smith" }],
});

const planned = JSON.stringify(planRequirements(right()).toJSON().orders);

/** What is planned of an input that is right but for how its data is held. */
function ordersOf(input: unknown): string {
  const result = safePlanRequirements(input);
  return result.ok ? JSON.stringify(result.plan.toJSON().orders) : JSON.stringify(result.issues);
}

describe("Something that is no input", () => {
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["a text", "{}"],
    ["a flag", true],
    ["a bigint", 5n],
    ["a symbol", Symbol("input")],
    ["a function", () => right()],
    ["a list", []],
    ["a list of inputs", [right()]],
  ])("%s is refused as a whole", (_, input) => {
    const [issue, ...others] = issuesOf(input);
    expect(others).toEqual([]);
    expect([issue!.path, issue!.message.includes("input")]).toEqual([[], true]);
    expect(issue!.code).toBe(input === undefined ? "missingField" : "invalidType");
  });

  test.each<[string, object]>([
    ["an empty object", {}],
    ["an object without a prototype", Object.create(null)],
    ["a day", new Date(0)],
    ["a map", new Map([["startDate", "2026-01-05"]])],
    ["a pattern", /x/],
    ["a promise", Promise.resolve(right())],
  ])("%s is refused for its missing start date", (_, input) => {
    expect(mistakesIn(input)).toContainEqual({ code: "missingField", path: ["startDate"] });
  });
});

describe("Data that does more than hold values", () => {
  test("is planned when frozen, and stays as it is", () => {
    const input = deepFrozen(right());
    expect(ordersOf(input)).toBe(planned);
    expect(input).toEqual(right());
  });

  test("is planned without prototypes, and as rows of a class with getters", () => {
    class Row {
      readonly #fields: Record<string, unknown>;
      constructor(fields: object) {
        this.#fields = { ...fields };
      }
      get item(): unknown {
        return this.#fields.item;
      }
      get leadTime(): unknown {
        return this.#fields.leadTime;
      }
      get quantity(): unknown {
        return this.#fields.quantity;
      }
    }
    const input = right();
    expect(
      ordersOf({
        ...Object.assign(Object.create(null), input),
        items: input.items!.map((row) => Object.assign(Object.create(null), row)),
        itemSites: input.itemSites!.map((row) => new Row(row)),
        stock: input.stock!.map((row) => new Row(row)),
      }),
    ).toBe(planned);
  });

  test("is planned behind proxies", () => {
    const behind = (value: unknown): unknown =>
      typeof value === "object" && value !== null
        ? new Proxy(value, { get: (of, key) => behind(Reflect.get(of, key)) })
        : value;
    expect(ordersOf(behind(right()))).toBe(planned);
  });

  test("is planned or refused where each reading says something else", () => {
    const others = [undefined, null, {}, [], 5, "x", Number.NaN];
    for (const field of ["id", "item", "quantity", "due", "customer", "kind", "priority"]) {
      for (const other of others) {
        let readings = 0;
        const get = (): unknown =>
          readings++ % 2 === 0
            ? { ...right().demands![0], kind: "order", priority: 1 }[field]
            : other;
        const row = Object.defineProperty({ ...right().demands![0] }, field, {
          get,
          enumerable: true,
        });
        expect(() => safePlanRequirements({ ...right(), demands: [row] })).not.toThrow();
      }
    }
  });

  test.each([...placedValues(right())].map(({ path }) => path))(
    "is refused by the path of the field whose reading fails: %j",
    (...path) => {
      const fails = { get: throwsOnReading, enumerable: true };
      const holder = path.slice(0, -1);
      const input = withValueAt(right(), [...holder, path.at(-1)!], undefined);
      let at = input as Record<string | number, object>;
      for (const key of holder) at = at[key] as typeof at;
      Object.defineProperty(at, path.at(-1)!, fails);
      expect(mistakesIn(input)).toContainEqual({ code: "invalidType", path });
      const { message } = issuesOf(input).find((issue) => issue.code === "invalidType")!;
      expect(message).toBe(`The ${path.at(-1)} cannot be read: reading it fails. Give plain data.`);
    },
  );

  test("is refused with every field whose reading fails, and behind a proxy that always does", () => {
    const failing = new Proxy({}, { get: throwsOnReading, ownKeys: throwsOnReading });
    expect(mistakesIn(failing)).toEqual([{ code: "invalidType", path: [] }]);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(mistakesIn({ ...right(), items: proxy })).toEqual([
      { code: "invalidType", path: ["items"] },
    ]);
    const row = Object.defineProperty({ id: "d1" }, "due", {
      get: throwsOnReading,
      enumerable: true,
    });
    const other = Object.defineProperty({ id: "d2" }, "item", {
      get: throwsOnReading,
      enumerable: true,
    });
    expect(mistakesIn({ ...right(), demands: [row, other] })).toEqual([
      { code: "invalidType", path: ["demands", 0, "due"] },
      { code: "invalidType", path: ["demands", 1, "item"] },
    ]);
  });

  test("is refused where it holds itself", () => {
    const input: Record<string, unknown> = { ...right() };
    input.items = [input];
    input.conventions = input;
    input.demands = input;
    input.stock = [input.stock];
    expect(issuesOf(input).length).toBeGreaterThan(5);
    const list: unknown[] = [];
    list.push(list);
    const lists = Object.keys(right()).filter((name) => name !== "startDate");
    for (const name of [...lists, "routings", "suppliers", "reservations"]) {
      expect(issuesOf({ ...right(), [name]: list }).length).toBeGreaterThan(0);
    }
    expect(issuesOf({ ...right(), suppliers: [{ id: "smith", terms: input }] }).length).toBe(1);
  });

  test("is refused where a list has holes", () => {
    const demands = new Array(3);
    demands[1] = right().demands![0];
    expect(mistakesIn({ ...right(), demands })).toEqual([
      { code: "missingField", path: ["demands", 0] },
      { code: "missingField", path: ["demands", 2] },
    ]);
  });
});

describe("A field named like one of every object", () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];
  const held = JSON.stringify({ polluted: "yes" });

  test.each(names)("%s is refused as unknown wherever it stands, and touches nothing", (name) => {
    const open = ["attributes", "terms", "routings", "workCenters"];
    const places: (string | number)[][] = [];
    const put = (value: unknown, path: (string | number)[]): unknown => {
      if (typeof value !== "object" || value === null || open.includes(`${path.at(-1)}`))
        return value;
      if (Array.isArray(value)) return value.map((row, n) => put(row, [...path, n]));
      const fields = Object.entries(value).map(([key, field]) => [key, put(field, [...path, key])]);
      places.push([...path, name]);
      return JSON.parse(
        `{ ${JSON.stringify(name)}: ${held}, ${JSON.stringify(Object.fromEntries(fields)).slice(1)}`,
      );
    };
    const refused = mistakesIn(put(EVERY_FIELD, []));
    expect(places.length).toBeGreaterThan(60);
    for (const path of places) expect(refused).toContainEqual({ code: "unknownField", path });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  test.each(names)("%s is an id like any other, of everything that has one", (id) => {
    const input: PlanningInput = {
      startDate: "2026-01-05",
      calendars: [{ id }],
      units: [{ id, decimals: 0 }],
      sites: [{ id, calendar: id }],
      suppliers: [{ id, calendar: id }],
      items: [
        { id, unit: id },
        { id: "part", units: [{ unit: id, contains: 2 }] },
      ],
      boms: [{ item: id, site: id, version: id, lines: [{ item: "part", quantity: 1, unit: id }] }],
      sources: [{ id, item: id, site: id, kind: "make", bomVersion: id }],
      supplies: [{ id, item: id, quantity: 1, due: "2026-01-09", kind: "production", source: id }],
      demands: [{ id, item: id, segment: id, quantity: 5, due: "2026-01-16", customer: id }],
    };
    const result = safePlanRequirements(input);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect([...result.plan.orders].map(({ item, quantity }) => `${item} ${quantity}`)).toEqual([
      `${id} 5`,
      "part 10",
    ]);
  });

  test.each(names)("%s is handed through among attributes and touches nothing", (name) => {
    const attributes = JSON.parse(`{ ${JSON.stringify(name)}: "yes", "colour": "red" }`);
    const input = { ...right(), items: [{ id: "bike", attributes }, { id: "wheel" }] };
    const result = safePlanRequirements(input);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const [order] = result.plan.orders;
    expect(Object.getOwnPropertyDescriptor(order!.attributes, name)?.value).toBe("yes");
    expect(order!.attributes?.colour).toBe("red");
    expect(Object.getPrototypeOf(order!.attributes)).toBe(Object.prototype);
  });
});

function throwsOnReading(): never {
  throw new TypeError("It cannot be read.");
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  for (const held of Object.values(value)) deepFrozen(held);
  return Object.freeze(value);
}
