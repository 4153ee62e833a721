import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  dateOf,
  dayOf,
  profileInput,
  promiseProblem,
} from "../../../test/support/mps/promise-problem.js";
import {
  type SlowRow,
  slowBalance,
  slowDay,
  slowQuantity,
} from "../../../test/support/mps/slow-promises.js";
import { patience, runs } from "../../../test/support/runs.js";
import { promiseProfile } from "./promise-profile.js";

const asked = fc.array(
  fc.record({
    quantity: fc.integer({ min: 1, max: 40 }),
    notBefore: fc.nat({ max: 45 }),
    does: fc.constantFrom("book", "ask", "release"),
  }),
  { maxLength: 15 },
);

describe("A profile of promises", () => {
  test.prop([promiseProblem, asked], { numRuns: runs })(
    "answers as a slow model that sums every row anew, whatever is booked and released",
    (problem, questions) => {
      let profile = promiseProfile(profileInput(problem));
      let promises: SlowRow[] = [];
      for (const { quantity, notBefore, does } of questions) {
        const balance = slowBalance(problem, promises);
        const shown = profile.promiseQuantity(dateOf(notBefore));
        expect(shown === "unlimited" ? shown : Number(shown)).toBe(
          slowQuantity(balance, notBefore),
        );
        const day = slowDay(problem, balance, quantity, notBefore);
        const date = profile.promiseDate(quantity, dateOf(notBefore));
        expect(date === undefined ? undefined : dayOf(date)).toBe(day);
        if (does === "book" && day !== undefined) {
          profile = profile.book({ date: dateOf(day), quantity });
          promises = [...promises, { day, quantity }];
        }
        const last = promises.at(-1);
        if (does === "release" && last !== undefined) {
          profile = profile.release({ date: dateOf(last.day), quantity: last.quantity });
          promises = promises.slice(0, -1);
        }
      }
    },
    patience,
  );

  test.prop([promiseProblem, asked], { numRuns: runs })(
    "stays as it is when a promise is booked in it",
    (problem, questions) => {
      const profile = promiseProfile(profileInput(problem));
      const seen = () =>
        questions.map(({ notBefore }) => `${profile.promiseQuantity(dateOf(notBefore))}`);
      const before = seen();
      for (const { quantity } of questions) {
        const date = profile.promiseDate(quantity);
        if (date !== undefined) profile.book({ date, quantity });
      }
      expect(seen()).toEqual(before);
    },
    patience,
  );

  test.prop([promiseProblem, fc.integer({ min: 1, max: 80 }), fc.nat({ max: 45 })], {
    numRuns: runs,
  })(
    "gives an order in parts that can all be booked, the most of it as early as can be",
    (problem, quantity, notBefore) => {
      let profile = promiseProfile(profileInput(problem));
      const { deliveries, open } = profile.promiseParts(quantity, dateOf(notBefore));
      let given = 0;
      for (const part of deliveries) {
        const free = profile.promiseQuantity(part.date);
        const left = quantity - given;
        expect(Number(part.quantity)).toBe(
          free === "unlimited" ? left : Math.min(left, Number(free)),
        );
        expect(profile.promiseDate(1, dateOf(notBefore))).toBe(part.date);
        profile = profile.book(part);
        given += Number(part.quantity);
      }
      expect(given + Number(open)).toBe(quantity);
      if (Number(open) > 0) expect(profile.promiseDate(1, dateOf(notBefore))).toBeUndefined();
    },
    patience,
  );
});
