import fc from "fast-check";
import { draft, type Value } from "./optional.js";
import { problem } from "./problem.js";

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

const damage = draft({
  /** Which of all the places in the tree. */
  place: fc.nat(100_000),
  kind: fc.constantFrom("replace", "remove", "add", "copyOver", "double"),
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
