import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { PlanningInput } from "../../src/index.js";
import { byEngine, type Outcome, type PlainPlan, sorted } from "../support/compare-plans.js";
import { problemOf } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";
import {
  phantomsWrittenOut,
  withoutMultiplesOfPhantoms,
} from "../support/same/phantoms-written-out.js";

/**
 * Free stock is granted to takers by level first (B7), and written out they have other levels; a
 * subcontractor's own stock may have other bills of a phantom (K45).
 */
const withoutStock = problemOf({
  with: ["phantoms", "offsets", "fixedLines", "scrap"],
  without: ["phantomStock", "substitutes", "stockLanes", "subcontract"],
});

describe("Phantoms", () => {
  test.prop([withoutStock.map(withoutMultiplesOfPhantoms)], {
    numRuns: runs,
  })(
    "A problem with phantoms without stock ≡ the same problem with their lines written out as composite ratios",
    (input) => {
      const through = ofItems(input, byEngine(input));
      expect(ofItems(input, byEngine(phantomsWrittenOut(input)))).toEqual(through);
    },
    patience,
  );
});

/** What a plan says of all that is no phantom, in an order that does not depend on levels. */
function ofItems(input: PlanningInput, outcome: Outcome) {
  if ("refused" in outcome) return { refused: outcome.refused };
  const phantoms = new Set((input.items ?? []).flatMap(({ id, phantom }) => (phantom ? [id] : [])));
  const rows = (list: Exclude<keyof PlainPlan, "horizonEnd">) =>
    (outcome[list] as readonly ({ readonly item: string } | null)[]).filter(
      (row) => row !== null && !phantoms.has(row.item),
    );
  return {
    orders: sorted(rows("orders")),
    messages: sorted(rows("messages")),
    supplies: sorted(rows("supplies")),
    records: rows("records"),
  };
}
