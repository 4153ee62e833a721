import { describe, expect, test } from "vitest";
import type { PlanningIssue } from "../../src/index.js";
import { EVERY_FIELD } from "../support/every-field.js";
import { choicesOf, contractFields, fieldName, formOf } from "./contract.js";
import { type InputPath, type Placed, placedValues, withValueAt } from "./input-path.js";
import { issuesOf } from "./refusal.js";

const fields = new Map(contractFields().map((field) => [field.name, field]));
const everywhere = [...placedValues(EVERY_FIELD)];

/** One place of each field of the contract. */
const places: Placed[] = [...fields.keys()].map((name) => {
  const placed = everywhere.find(({ path }) => fieldName(path) === name);
  if (placed === undefined) throw new Error(`There is no ${name}.`);
  return placed;
});

/** A value at a path, and what a refusal must say of it. */
interface Wrong extends Placed {
  readonly codes: readonly string[];
  readonly words: string;
}

/**
 * Puts wrong values into EVERY_FIELD, all at once where they hold nothing, since a refusal lists
 * everything.
 *
 * @returns those of which the refusal does not say so, by code, path and words
 */
function unsaid(wrong: readonly Wrong[]): string[] {
  const isLeaf = ({ path }: Wrong): boolean =>
    typeof (everywhere.find((placed) => placed.path === path)?.value ?? 5) !== "object";
  const runs = [wrong.filter(isLeaf), ...wrong.filter((one) => !isLeaf(one)).map((one) => [one])];
  return runs.flatMap((together) => {
    const input = together.reduce<unknown>(
      (changed, { path, value }) => withValueAt(changed, path, value),
      EVERY_FIELD,
    );
    const issues = issuesByPath(input);
    return together.flatMap(({ path, codes, words }) => {
      const found = issues.get(JSON.stringify(path)) ?? [];
      const isSaid = found.some(
        ({ code, message }) => codes.includes(code) && message.includes(words),
      );
      return isSaid ? [] : [`${fieldName(path)}: ${codes.join(" or ")}, ${words}`];
    });
  });
}

function issuesByPath(input: unknown): Map<string, PlanningIssue[]> {
  const byPath = new Map<string, PlanningIssue[]>();
  for (const issue of issuesOf(input)) {
    const key = JSON.stringify(issue.path);
    byPath.set(key, [...(byPath.get(key) ?? []), issue]);
  }
  return byPath;
}

/** Values that are no text, number, flag, list or object of the contract, and how each is shown. */
const OF_NO_FORM: readonly (readonly [value: unknown, shown: string])[] = [
  [null, "(null)"],
  [Number.NaN, "(NaN)"],
  [Symbol("5"), "(a symbol)"],
  [5n, "(a bigint)"],
  [() => 5, "(a function)"],
];

/** Values of the right kinds, each of which some fields take. */
const OF_SOME_FORM: readonly (readonly [value: unknown, shown: string])[] = [
  ["", '("")'],
  ["no such value", '("no such value")'],
  [0.5, "(0.5)"],
  [true, "(true)"],
  [[5], "(a list of 1)"],
  [{ five: 5 }, "(an object)"],
];

const CODE_OF_FORM: Readonly<Record<string, string>> = {
  Quantity: "invalidQuantity",
  Ratio: "invalidQuantity",
  Day: "invalidDate",
  Minute: "invalidDate",
  TimeOfDay: "invalidDate",
};

/** Fields that hand through whatever they hold, since their chapters come later. */
const OPEN = new Set(["suppliers[].terms"]);

describe("Each field of the data contract", () => {
  const closed = places.filter(({ path }) => !OPEN.has(fieldName(path)));

  test.each(OF_NO_FORM)("is refused with a value of no form: %#", (value, shown) => {
    const wrong = closed.map(({ path }): Wrong => {
      const code = CODE_OF_FORM[formOf(fields.get(fieldName(path))!.schema) ?? ""];
      return { path, value, codes: [code ?? "invalidType"], words: `${path.at(-1)} ${shown}` };
    });
    expect(unsaid(wrong)).toEqual([]);
  });

  test("is refused with most values of other forms", () => {
    const codes = ["invalidType", "invalidDate", "invalidQuantity", "outOfRange"];
    const accepting = OF_SOME_FORM.flatMap(([value, shown]) =>
      unsaid(closed.map(({ path }) => ({ path, value, codes, words: `${path.at(-1)} ${shown}` }))),
    );
    for (const { path } of closed) {
      const forms = accepting.filter((text) => text.startsWith(`${fieldName(path)}:`));
      expect([fieldName(path), forms.length <= 2]).toEqual([fieldName(path), true]);
    }
  });

  test("that has choices is refused with any other, and the message names them", () => {
    const wrong = closed.flatMap(({ path }): Wrong[] => {
      const choices = choicesOf(fields.get(fieldName(path))!.schema);
      const words = choices.map((choice) => `"${choice}"`).join(", ");
      if (choices.length === 0) return [];
      return [{ path, value: "no such choice", codes: ["invalidType"], words }];
    });
    expect(wrong.length).toBeGreaterThan(20);
    expect(unsaid(wrong)).toEqual([]);
  });

  test("that a row must have is refused as missing when it is", () => {
    const wrong = places.flatMap(({ path }): Wrong[] => {
      if (fields.get(fieldName(path))!.optional) return [];
      const words = `The field ${path.at(-1)}`;
      return [{ path, value: undefined, codes: ["missingField"], words }];
    });
    expect(wrong.length).toBeGreaterThan(40);
    expect(unsaid(wrong)).toEqual([]);
  });

  test("stands beside no field that is unknown", () => {
    const open = ["attributes", "terms"];
    const rows: InputPath[] = [
      [],
      ...everywhere.flatMap(({ path, value }) => {
        const isRow = typeof value === "object" && !Array.isArray(value);
        return isRow && !open.some((field) => path.includes(field)) ? [path] : [];
      }),
    ];
    const names = ["sibling", "constructor", "toString", "id ", ""];
    const wrong = rows.flatMap((path) =>
      names.map((name): Wrong => {
        const words = `The field ${JSON.stringify(name)}`;
        return { path: [...path, name], value: 5, codes: ["unknownField"], words };
      }),
    );
    expect(rows.length).toBeGreaterThan(60);
    expect(unsaid(wrong)).toEqual([]);
  });

  test.each(["1899-12-31", "2200-01-01"])("that is a day is refused on %s", (day) => {
    const wrong = closed.flatMap(({ path }): Wrong[] => {
      if (formOf(fields.get(fieldName(path))!.schema) !== "Day" || isLater(path)) return [];
      return [{ path, value: day, codes: ["outOfRange"], words: `${path.at(-1)} ("${day}")` }];
    });
    expect(wrong.length).toBeGreaterThan(15);
    expect(unsaid(wrong)).toEqual([]);
  });

  test.each([
    [-1, "outOfRange"],
    [1e9, "outOfRange"],
    [1.5, "invalidType"],
  ])("that is a number of days is refused with %d", (value, code) => {
    const wrong = closed.flatMap(({ path }): Wrong[] => {
      const field = `${path.at(-1)}`;
      const isDays = /^(leadTime|\w+Time|\w+Within|\w+Tolerance|\w+Fence|\w*Days|\w+Life)$/.test(
        field,
      );
      if (!isDays || path.includes("lotSizing") || path.includes("calendars")) return [];
      return [{ path, value, codes: [code], words: `${field} (${value})` }];
    });
    expect(wrong.length).toBeGreaterThan(20);
    expect(unsaid(wrong)).toEqual([]);
  });

  test("that is a quantity is refused below 0, unless it may be", () => {
    const mayBeNegative = ["onHand", "reorderPoint", "orderUpTo"];
    const wrong = closed.flatMap(({ path }): Wrong[] => {
      const field = `${path.at(-1)}`;
      const isQuantity = formOf(fields.get(fieldName(path))!.schema) === "Quantity";
      if (!isQuantity || isLater(path) || mayBeNegative.includes(field)) return [];
      return [{ path, value: -1, codes: ["outOfRange"], words: `${field} (-1)` }];
    });
    expect(wrong.length).toBeGreaterThan(20);
    expect(unsaid(wrong)).toEqual([]);
  });
});

/** Parts of the contract that are refused as not supported, whatever they hold. */
function isLater(path: InputPath): boolean {
  return ["setupCost", "holdingCost", "annualDemand"].some((field) => path.includes(field));
}
