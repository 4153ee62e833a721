import { describe, expect, test } from "vitest";
import { formatPath, type Issue, PlanningInputError } from "./issue.js";

const issue = (n: number): Issue => ({
  code: "outOfRange",
  path: ["items", n, "leadTime"],
  message: `The leadTime (-${n}) must be 0 or more.`,
});

describe("A refusal", () => {
  test("says where each mistake is, what it is, and its code", () => {
    const error = new PlanningInputError([issue(1), { code: "x", path: [], message: "No." }]);
    expect(error.message).toBe(
      [
        "There are 2 mistakes in what was given:",
        "- items[1].leadTime: The leadTime (-1) must be 0 or more. (outOfRange)",
        "- (input): No. (x)",
      ].join("\n"),
    );
  });

  test("is known by name and code, and is an Error", () => {
    const error = new PlanningInputError([issue(1)]);
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code]).toEqual(["PlanningInputError", "planningInput"]);
    expect(error.message).toMatch(/^There is 1 mistake in what was given:\n/);
  });

  test("spells out 20 mistakes and holds all of them", () => {
    const issues = Array.from({ length: 1000 }, (_, n) => issue(n));
    const error = new PlanningInputError(issues);
    expect(error.issues).toEqual(issues);
    const lines = error.message.split("\n");
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe("- and 980 more");
  });

  test.each([
    [[], "(input)"],
    [["startDate"], "startDate"],
    [["boms", 3, "lines", 0, "item"], "boms[3].lines[0].item"],
    [[7, "quantity"], "[7].quantity"],
    [["items", "a b"], 'items["a b"]'],
    [["a.b", "__proto__", ""], '["a.b"].__proto__[""]'],
  ])("writes the path %j as %s", (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});
