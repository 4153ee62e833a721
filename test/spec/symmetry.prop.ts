import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  byEngine,
  type Outcome,
  type PlainPlan,
  sorted,
  withoutPaths,
} from "../support/compare-plans.js";
import { problem, problemWithout } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";
import { inOtherUnits } from "../support/same/other-units.js";
import { renamed } from "../support/same/renamed.js";
import { shifted } from "../support/same/shifted.js";
import { shuffled } from "../support/same/shuffled.js";
import { sideBySide } from "../support/same/side-by-side.js";

/** Each case is planned two or three times. */
const some = runs / 2;

describe("The same problem, told otherwise", () => {
  test.prop([problem, fc.nat()], { numRuns: some })(
    "The order of the input rows changes nothing",
    (input, seed) => {
      expect(withoutPaths(byEngine(shuffled(input, seed)))).toEqual(withoutPaths(byEngine(input)));
    },
    patience,
  );

  test.prop([problem], { numRuns: some })(
    "Renaming ids so that their order stays changes nothing but the names",
    (input) => {
      const plan = planned(byEngine(input));
      const under = renamed(input);
      expect(inAnyOrder(planned(byEngine(under.input)))).toEqual(inAnyOrder(under.plan(plan)));
    },
    patience,
  );

  test.prop([problemWithout("months"), fc.integer({ min: -300, max: 300 })], { numRuns: some })(
    "Shifting every date, calendar exceptions too, by whole weeks shifts the plan",
    (input, weeks) => {
      const later = byEngine(shifted(input, 7 * weeks));
      expect(withoutPaths(later)).toEqual(withoutPaths(shifted(byEngine(input), 7 * weeks)));
    },
    patience,
  );

  test.prop([problem, fc.array(fc.nat(9), { minLength: 1, maxLength: 9 })], { numRuns: some })(
    "Counting in other units (×10^k, decimals, ratios and lot parameters with it) gives the same plan in those units",
    (input, decimals) => {
      // An order unit scales with the item, so figures in it do not: such problems have no modifiers.
      fc.pre(!JSON.stringify(input).includes('"orderUnit"'));
      // What a supplier can bring of all items together adds up their units.
      const rows = (input.suppliers ?? []).flatMap(({ capacity }) => capacity ?? []);
      fc.pre(rows.every(({ item }) => item !== undefined));
      const plan = planned(byEngine(input));
      const other = inOtherUnits(input, decimals);
      expect(inAnyOrder(planned(byEngine(other.input)))).toEqual(inAnyOrder(other.plan(plan)));
    },
    patience,
  );

  test.prop([problem, problem], { numRuns: some })(
    "Planning the union of two problems that share no stocking point or shipping site, with one horizon ≡ both plans side by side",
    (left, right) => {
      const { one, other, union } = sideBySide(left, right);
      const parts = [planned(byEngine(one)), planned(byEngine(other))];
      const both = planned(byEngine(union));
      const all = (
        list: "orders" | "supplies" | "demands" | "consumptions" | "messages" | "records",
      ) => sorted(parts.flatMap((part) => part[list]));
      expect({
        orders: sorted(both.orders),
        supplies: sorted(both.supplies),
        demands: sorted(both.demands),
        consumptions: sorted(both.consumptions),
        messages: sorted(both.messages.map(withoutPath)),
      }).toEqual({
        orders: all("orders"),
        supplies: all("supplies"),
        demands: all("demands"),
        consumptions: all("consumptions"),
        messages: sorted(parts.flatMap((part) => part.messages.map(withoutPath))),
      });
      const busy = (rows: readonly unknown[]) => sorted(rows.filter((row) => row !== null));
      expect(busy(both.records)).toEqual(busy(all("records")));
    },
    patience,
  );
});

/** A problem that grows beyond a limit is no case of these laws. */
function planned(outcome: Outcome): PlainPlan {
  fc.pre(!("refused" in outcome));
  return outcome as PlainPlan;
}

function withoutPath(message: unknown): object {
  return { ...(message as object), path: undefined };
}

/** Lists whose order depends on the names in them. */
function inAnyOrder(plan: PlainPlan): PlainPlan {
  const { lowLevelCodes, messages, supplies, demands, consumptions } = plan;
  return {
    ...plan,
    lowLevelCodes: sorted(lowLevelCodes),
    messages: sorted(messages),
    supplies: sorted(supplies),
    demands: sorted(demands),
    consumptions: sorted(consumptions),
  };
}
