import { describe, expect, test } from "vitest";
import {
  comparePlans,
  explainNoOrder,
  freezeOrders,
  lowLevelCodes,
  type Plan,
  PlanningInputError,
  pegs,
  planInput,
  planningRecord,
  planRequirements,
  replan,
} from "../../index.js";

const plan = planRequirements({ startDate: "2026-01-05", items: [{ id: "wheel" }] });

/** What takes a plan, each with the rest of its arguments. */
const readers: readonly (readonly [string, (plan: Plan) => unknown])[] = [
  ["planningRecord", (of) => planningRecord(of, "wheel")],
  ["lowLevelCodes", lowLevelCodes],
  ["pegs", (of) => pegs(of, "wheel")],
  ["explainNoOrder", (of) => explainNoOrder(of, "wheel")],
  ["planInput", planInput],
  ["replan", (of) => replan(of, {})],
  ["freezeOrders", (of) => freezeOrders(of, { days: 3 })],
  ["comparePlans", (of) => comparePlans(plan, of)],
];

describe("What is no plan is refused", () => {
  const refusesToBeRead = new Proxy(
    {},
    {
      get() {
        throw new Error("This cannot be read.");
      },
    },
  );

  test.each(readers)("by %s, also what cannot be read", (_, read) => {
    read(plan);
    for (const foreign of [{}, null, 3, refusesToBeRead]) {
      let refused: unknown;
      try {
        read(foreign as Plan);
      } catch (error) {
        refused = error;
      }
      expect(refused).toBeInstanceOf(PlanningInputError);
      expect((refused as PlanningInputError).issues[0]).toMatchObject({
        code: "invalidType",
        path: ["plan"],
      });
    }
  });
});
