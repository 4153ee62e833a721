import fc from "fast-check";
import { draft, type Value } from "./optional.js";
import { problem } from "./problem.js";
import { pick } from "./scene.js";

/** What no field of an input expects, or only just. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -0,
    -1,
    0.1 + 0.2,
    1.5,
    1e21,
    -1e-7,
    Number.MAX_SAFE_INTEGER,
    2 ** 53 + 2,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "",
    " ",
    "0",
    "1e5",
    "1/0",
    "1/3",
    "-1/3",
    "9007199254740993",
    "0.0000000001",
    "NaN",
    "toString",
    "constructor",
    "__proto__",
    "\ud800",
    "2026-02-30",
    "2026-02-01",
    "1899-12-31",
    "2199-12-31",
    "9999-12-31",
    "mon",
    "main",
    {},
    [],
    [[]],
    { id: "x" },
    { length: 3 },
    10n,
    Symbol("x"),
    () => 1,
    new Date(0),
    new Map([["id", "x"]]),
    new Proxy({}, {}),
  ),
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withNullPrototype: true }),
);

/** Values of the right kind that lie at, just inside or outside what a field allows. */
const EDGES = {
  date: [
    "1899-12-31",
    "1900-01-01",
    "2026-01-01",
    "2026-02-03",
    "2026-02-29",
    "2199-12-31",
    "2200-01-01",
    "9999-12-31",
  ],
  number: [0, 1, -1, 7, 1.5, 1e-9, 36_500, 36_501, 1e6, 1e15, 2 ** 53, -(2 ** 53)],
  string: ["", "0", "-1", "0.5", "1/3", "1e5", "x", "__proto__", "9007199254740993"],
} as const;

const damage = draft({
  /** Which of all the places in the tree. */
  place: fc.nat(100_000),
  kind: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom("replace", "remove", "add", "copyOver", "double") },
    { weight: 1, arbitrary: fc.constant("twist" as const) },
  ),
  value: hostile,
  other: fc.nat(100_000),
  field: fc.constantFrom("__proto__", "constructor", "id", "quantity", "leedTime", "from", "0", ""),
});

type Holder = Record<string, unknown>;

interface Place {
  readonly holder: Holder;
  readonly key: string;
}

function placesIn(thing: unknown): Place[] {
  if (typeof thing !== "object" || thing === null) return [];
  const holder = thing as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

function put(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function twisted(value: unknown, number: number): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value !== "number" && typeof value !== "string") return value;
  const kind = typeof value === "number" ? "number" : DATE.test(value) ? "date" : "string";
  return pick(EDGES[kind] as readonly unknown[], number);
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** Does one damage to the tree. A value copied over another makes cycles and wrong references. */
function breakOne(root: Holder, { place, kind, value, other, field }: Value<typeof damage>): void {
  const places = placesIn(root);
  const at = places[place % places.length];
  const from = places[other % places.length];
  if (at === undefined || from === undefined) return;
  const { holder, key } = at;
  const inside = holder[key];
  const isTree = typeof inside === "object" && inside !== null;
  if (kind === "replace") put(holder, key, value);
  else if (kind === "twist") put(holder, key, twisted(inside, other));
  else if (kind === "add") put(isTree ? (inside as Holder) : holder, field, value);
  else if (kind === "copyOver") put(holder, key, structuredClone(from.holder[from.key]));
  else if (kind === "double" && Array.isArray(inside)) inside.push(structuredClone(inside[0]));
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** A valid problem with damage anywhere in its tree: wrong, missing, unknown, huge, or in a circle. */
export const brokenProblem: fc.Arbitrary<unknown> = fc
  .tuple(problem, fc.array(damage, { minLength: 1, maxLength: 3 }))
  .map(([input, damages]) => {
    const root = JSON.parse(JSON.stringify(input)) as Holder;
    for (const one of damages) {
      try {
        breakOne(root, one);
      } catch {
        // What cannot be copied or set any more is broken enough.
      }
    }
    // However broken, a run of more orders than can be read in a test is no case of it.
    if (root.conventions === undefined) root.conventions = {};
    const { conventions } = root;
    if (typeof conventions === "object" && conventions !== null) {
      const { maxOrders } = conventions as Holder;
      const isOpen = typeof maxOrders === "number" ? !(maxOrders <= 300) : maxOrders === undefined;
      if (isOpen) put(conventions as Holder, "maxOrders", 300);
    }
    return root;
  });
