import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { masterDataSchema } from "../schema/planning-input.js";
import { drained } from "./chunks.js";
import { masterDataIsSound } from "./master-check.js";

type Fields = Record<string, unknown>;

/** Several rows of several lists, all of them sound. */
function sound(): Fields {
  return {
    startDate: "2026-01-05",
    conventions: { grouping: "day" },
    calendars: [{ id: "weekdays", workingDays: ["mon", "tue"] }, { id: "always" }],
    sites: [{ id: "north" }, { id: "south" }],
    items: ["a", "b", "c", "d", "e"].map((id) => ({ id, leadTime: 1, onHand: 2 })),
    boms: [
      { item: "a", lines: [{ item: "b", quantity: 2 }] },
      { item: "b", lines: [{ item: "c", quantity: "1/2" }] },
    ],
    demands: [{ id: "d1" }, 3],
    stock: [],
  };
}

function unreadable(): never {
  throw new Error("This cannot be read.");
}

class OwnList extends Array<unknown> {}

/** What may stand where it should not, made anew for each case. */
const STRANGE: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 0,
  () => "",
  () => "a",
  () => Number.NaN,
  () => 1n,
  () => Symbol("own"),
  () => () => 1,
  () => [],
  () => ({}),
  () => [undefined],
  () => new Array(2),
  () => OwnList.from([{ id: "a" }]),
  () => new Proxy([{ id: "a" }], {}),
  () => ({ length: 1, 0: { id: "a" } }),
  () => Object.create({ id: "a" }),
  () => Object.create(null),
  () => new Map([["id", "a"]]),
  () => Object.defineProperty({}, "id", { get: () => "a", enumerable: true }),
  () => Object.defineProperty({}, "id", { get: unreadable, enumerable: true }),
  () => JSON.parse('{ "id": "a", "__proto__": { "item": "a" } }'),
];

const strange = fc.constantFrom(...STRANGE);
const name = fc.constantFrom(...Object.keys(masterDataSchema.shape), "unheardOf", "__proto__");
const field = fc.constantFrom("id", "item", "lines", "leadTime", "unheardOf");

/** What is done to an input that was sound: to a field of it, a row of a list, or a field of a row. */
const damage = fc.oneof(
  fc.tuple(name, strange).map(
    ([at, value]) =>
      (input: Fields) =>
        put(input, at, value()),
  ),
  fc.tuple(name, fc.nat({ max: 6 }), strange).map(([at, row, value]) => (input: Fields) => {
    if (Array.isArray(input[at])) (input[at] as unknown[])[row] = value();
  }),
  fc
    .tuple(name, fc.nat({ max: 4 }), field, strange)
    .map(([at, row, own, value]) => (input: Fields) => {
      const rows = input[at];
      const found: unknown = Array.isArray(rows) ? rows[row] : undefined;
      if (typeof found === "object" && found !== null) put(found, own, value());
    }),
);

function put(holder: object, at: string, value: unknown): void {
  Object.defineProperty(holder, at, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** A verdict; `false` also where something cannot be read. */
function verdict(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

describe("Master data that are checked some rows at a time", () => {
  test.prop([fc.array(damage, { maxLength: 2 }), fc.integer({ min: 1, max: 4 })], {
    numRuns: 2 * runs,
  })(
    "are found sound, however damaged, exactly when the schema of the whole says so",
    (done, most) => {
      const input = sound();
      for (const change of done) change(input);
      const whole = verdict(() => masterDataSchema.safeParse(input).success);
      expect(verdict(() => drained(masterDataIsSound(input, most)))).toBe(whole);
    },
  );

  test.prop([strange], { numRuns: runs / 2 })(
    "are no input at all where that is strange",
    (value) => {
      const given = value();
      const whole = verdict(() => masterDataSchema.safeParse(given).success);
      expect(verdict(() => drained(masterDataIsSound(given)))).toBe(whole);
    },
  );
});
