import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { PlanningInputError } from "../../src/index.js";
import { capacityByEngine, capacityByReference } from "../support/compare-capacity.js";
import { draft, given, sometimes, upTo } from "../support/random/optional.js";
import { problemOf } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

/** What has nothing to do with the shop floor is left out, so that the plans are made quickly. */
const shop = problemOf({
  with: ["routings", "supplies"],
  without: [
    "buffers",
    "capacities",
    "coProducts",
    "consumption",
    "discontinued",
    "expiry",
    "forecasts",
    "loops",
    "lotCosts",
    "prices",
    "quotas",
    "reservations",
    "segments",
    "status",
    "stockLanes",
    "substitutes",
    "units",
  ],
});

const options = draft({
  startsInPast: sometimes(fc.constantFrom("forward", "keep")),
  queueReduction: sometimes(upTo(fc.constantFrom(0.5, 0, "1/3"), 2, 1)),
  giveUpReceivingTime: sometimes(fc.boolean()),
}).map(given);

const bucket = fc.constantFrom("day", "week", "month");

describe("Two planners agree on capacity", () => {
  test.prop([shop, options, bucket], { numRuns: runs })(
    "Capacity requirements ≡ a walk from minute to minute: every operation's times and load, every bucket's load and capacity, every overload",
    (input, chosen, by) => {
      let engine: ReturnType<typeof capacityByEngine>;
      try {
        engine = capacityByEngine(input, chosen, by);
      } catch (error) {
        // test/spec/reference.prop.ts is about which plans cannot be made.
        const isRefused = error instanceof PlanningInputError;
        fc.pre(!(isRefused && error.issues[0]?.code === "tooManyOrders"));
        throw error;
      }
      const reference = capacityByReference(input, chosen, by);
      fc.pre(reference !== undefined);
      expect(engine).toEqual(reference);
    },
    patience,
  );
});
