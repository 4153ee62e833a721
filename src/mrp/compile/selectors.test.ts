import { describe, expect, test } from "vitest";
import { NONE, type Problem } from "../input/problem.js";
import { NO_SELECTOR } from "./model.js";
import { billSelectorOf, drawnAt, selectorAtSite } from "./selectors.js";

const problemOf = (bills: number, sites: number): Problem =>
  ({ bills: { length: bills }, sites: { length: sites } }) as unknown as Problem;

describe("Which links an order follows", () => {
  test("a selector holds a bill and the site at which its components are drawn", () => {
    const problem = problemOf(3, 4);
    for (const bill of [0, 1, 2, 3]) {
      for (const site of [NONE, 0, 1, 2, 3]) {
        const selector = selectorAtSite(problem, bill, site);
        expect([billSelectorOf(problem, selector), drawnAt(problem, selector)]).toEqual([
          bill,
          site,
        ]);
      }
    }
  });

  test("lanes and purchases have no bill and no such site", () => {
    const problem = problemOf(3, 4);
    for (const selector of [NO_SELECTOR, -2, -5]) {
      expect([billSelectorOf(problem, selector), drawnAt(problem, selector)]).toEqual([
        selector,
        NONE,
      ]);
    }
  });

  test("more pairs than a column holds are refused", () => {
    expect(() => selectorAtSite(problemOf(2 ** 20, 2 ** 12), 0, 2 ** 12 - 1)).toThrow(
      "Plan it in parts",
    );
  });
});
