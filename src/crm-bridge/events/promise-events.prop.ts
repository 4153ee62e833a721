import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { type CrmState, crmEvents, planRequirements, readCrmRecords } from "../../index.js";

/** What an order says of its only line; its promise may be left out. */
const said = fc.record({
  status: fc.constantFrom("open", "closed", "cancelled"),
  quantity: fc.nat(4),
  shipped: fc.option(fc.nat(4), { nil: undefined }),
  promisedDate: fc.constantFrom("2026-01-08", "2026-01-12", undefined),
});

type Said = typeof said extends fc.Arbitrary<infer One> ? One : never;

const plan = planRequirements({ startDate: "2026-01-05", items: [{ id: "bike" }] });

function stateOf({ status, ...line }: Said): CrmState {
  const records = readCrmRecords({
    accounts: [{ id: "Bell" }],
    products: [{ id: "bike", decimals: 0 }],
    orders: [
      {
        ...({ id: "A", account: "Bell", date: "2026-01-02", status } as const),
        lines: [{ id: "1", product: "bike", ...line }],
      },
    ],
  });
  return { plan, records };
}

describe("Who hears every event of a promise", () => {
  test.prop([fc.array(said, { minLength: 1, maxLength: 8 })], { numRuns: runs })(
    "knows its day and quantity whenever something of it is to come, and what was taken back",
    (history) => {
      const none: Said = {
        status: "open",
        quantity: 1,
        shipped: undefined,
        promisedDate: undefined,
      };
      const states = [none, ...history].map(stateOf);
      let heard: string | undefined;
      for (const [n, state] of states.entries()) {
        const events = crmEvents(states[n - 1] ?? state, state);
        const given = events.flatMap((event) =>
          event.type === "promiseConfirmed" ||
          event.type === "promiseMoved" ||
          event.type === "promiseCancelled"
            ? [event]
            : [],
        );
        expect(given.length).toBeLessThan(2);
        for (const event of given) {
          const { type, promised, quantity } = event;
          const text = `${quantity} for ${promised}`;
          if (type === "promiseMoved") {
            expect(`${event.before.quantity} for ${event.before.promised}`).toBe(heard);
          }
          if (type === "promiseCancelled") expect(text).toBe(heard);
          heard = type === "promiseCancelled" ? undefined : text;
        }
        const { status, quantity, shipped = 0, promisedDate } = history[n - 1] ?? none;
        const isToCome = status === "open" && shipped < quantity && promisedDate !== undefined;
        if (isToCome) expect(heard).toBe(`${quantity} for ${promisedDate}`);
      }
    },
  );
});
