import { describe, expect, test } from "vitest";
import {
  type Check,
  Decimal,
  dayArgument,
  exactArgument,
  exactNumber,
  flag,
  type Issue,
  identifier,
  isPlainObject,
  listOf,
  objectOf,
  oneOf,
  optional,
  PlanningInputError,
  readArgument,
  refuseMistakes,
  showValue,
  wholeNumber,
  workOn,
} from "./index.js";

/** Code, path and message of each mistake of a value. */
function mistakes(check: Check<unknown>, value: unknown): string[] {
  const issues: Issue[] = [];
  check(value, { path: ["field"], issues });
  return issues.map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`);
}

describe("A check of an argument", () => {
  test("names the field, its value and what it must be", () => {
    expect(mistakes(flag, 1)).toEqual(["invalidType field: The field (1) must be true or false."]);
    expect(mistakes(identifier, "")).toEqual([
      'invalidType field: The field ("") must be a text that is not empty.',
    ]);
    expect(mistakes(oneOf("day", "week"), "year")).toEqual([
      'outOfRange field: The field ("year") must be one of "day", "week".',
    ]);
    expect(mistakes(wholeNumber(1, 9), 12)).toEqual([
      "outOfRange field: The field (12) must be from 1 to 9.",
    ]);
    expect(mistakes(wholeNumber(1, 9), undefined)).toEqual([
      "missingField field: The field is missing. It must be a whole number, from 1 to 9.",
    ]);
    expect(mistakes(dayArgument, "2026-02-30")).toEqual([
      'invalidDate field: The field ("2026-02-30") must be a day "YYYY-MM-DD" that exists.',
    ]);
    expect(mistakes(exactNumber(0, 1), "3/2")).toEqual([
      'outOfRange field: The field ("3/2") must be from 0 to 1.',
    ]);
    expect(mistakes(exactArgument, Number.NaN)[0]).toMatch(/^invalidQuantity field: /);
  });

  test("takes a number as the decimal that is written, and a Decimal of any copy", () => {
    const read = (value: unknown) => exactArgument(value, { path: [], issues: [] });
    const tenth = { num: 1n, den: 10n };
    expect([0.1, "0.1", "1/10", new Decimal("0.1")].map(read)).toEqual(Array(4).fill(tenth));
    const other = Decimal.clone({ precision: 5 });
    expect(read(new other("0.1"))).toEqual(tenth);
    expect(showValue(new other("0.1"))).toBe("0.1");
  });

  test("reads lists and objects into its own, each field once, and reports all that is wrong in them", () => {
    let readings = 0;
    const row = {
      get id() {
        readings += 1;
        return "saw";
      },
    };
    const rows = listOf(objectOf({ id: identifier, open: optional(flag, true) }));
    expect(readArgument({ rows: [row] }, { rows })).toEqual({ rows: [{ id: "saw", open: true }] });
    expect(readings).toBe(1);
    expect(mistakes(rows, [{ id: 1, shut: true }, 7]).map((text) => text.split(":")[0])).toEqual([
      "unknownField field.0.shut",
      "invalidType field.0.id",
      "invalidType field.1",
    ]);
  });

  test("lets no error of a getter or proxy out", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(() => readArgument(proxy, { id: identifier })).toThrow(PlanningInputError);
    expect(showValue(proxy)).toBe("an object");
    expect(showValue(new Date(0))).toBe("a Date object");
    expect([[], new Map(), new Date(0), null, "text"].map(isPlainObject)).toEqual(
      Array(5).fill(false),
    );
  });

  test("says what fields are together only as far as they are sound", () => {
    const seen: unknown[] = [];
    const read = () =>
      readArgument(
        { from: 3, until: "x" },
        { from: wholeNumber(0, 9), until: wholeNumber(0, 9) },
        (fields) => seen.push(fields),
      );
    expect(read).toThrow(PlanningInputError);
    expect(seen).toEqual([{ from: 3, until: undefined }]);
  });
});

describe("A refusal", () => {
  test("of nothing is none; of thousands it has the first of each field, the first of all, and a count", () => {
    expect(refuseMistakes([])).toBeUndefined();
    const issue = (field: string): Issue => ({ code: "outOfRange", path: [field], message: "" });
    const many = [...Array.from({ length: 3000 }, () => issue("rows")), issue("last")];
    try {
      refuseMistakes(many);
      expect.unreachable();
    } catch (error) {
      const { issues } = error as PlanningInputError;
      expect(issues).toHaveLength(1001);
      expect(issues.at(-2)?.path).toEqual(["last"]);
      expect(issues.at(-1)?.message).toBe("There are 2001 more mistakes. Correct these first.");
    }
  });
});

describe("What another function returned", () => {
  test("is refused by name where it is something else, with the error that it met as the cause", () => {
    const work = ({ days }: { readonly days: readonly number[] }) => days.length;
    expect(workOn({ days: [1] }, "slips", "what was returned", work)).toBe(1);
    try {
      workOn(null as never, "slips", "what was returned", work);
      expect.fail("null was taken");
    } catch (error) {
      const { issues, cause } = error as PlanningInputError;
      expect(issues).toEqual([
        {
          code: "invalidType",
          path: ["slips"],
          message: "The slips (null) must be what was returned.",
        },
      ]);
      expect(cause).toBeInstanceOf(TypeError);
    }
  });

  test("lets refusals through as they are", () => {
    const refusal = new PlanningInputError([]);
    const refuse = () => {
      throw refusal;
    };
    expect(() => workOn({}, "slips", "what was returned", refuse)).toThrow(refusal);
  });
});
