import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  type BackorderInput,
  type BackorderResult,
  type ConfirmedQuantity,
  Decimal,
  PlanningInputError,
  rescheduleBackorders,
} from "../../src/index.js";
import { spoiled } from "../support/hostile.js";
import { patience, runs } from "../support/runs.js";

const day = fc.integer({ min: 1, max: 20 });
const date = (n: number): string => `2026-03-${`${n}`.padStart(2, "0")}`;
const quantity = fc.integer({ min: 0, max: 12 });
const step = fc.record({ date: day.map(date), quantity });

const requirement = fc
  .record({
    strategy: fc.constantFrom("win", "gain", "redistribute", "fill", "lose"),
    priority: fc.option(fc.nat(2), { nil: undefined }),
    requestedDate: day.map(date),
    quantity,
    confirmed: fc.array(step, { maxLength: 3 }),
  })
  .map((row) => {
    let room = row.quantity;
    const confirmed = row.confirmed.map((one) => {
      const part = Math.min(room, one.quantity);
      room -= part;
      return { ...one, quantity: part };
    });
    return { ...row, confirmed };
  });

const input: fc.Arbitrary<BackorderInput> = fc.record({
  startDate: day.map(date),
  onHand: fc.integer({ min: -3, max: 12 }),
  supply: fc.array(step, { maxLength: 5 }),
  decimals: fc.constant(0),
  requirements: fc
    .array(requirement, { maxLength: 7 })
    .map((rows) => rows.map((row, n) => ({ id: `r${n}`, ...row }) as const)),
});

const asked = { numRuns: Math.ceil(runs / 2), seed: 11 };

/** What is confirmed up to each day of March. */
function cumulative(steps: readonly ConfirmedQuantity[]): number[] {
  return Array.from({ length: 31 }, (_, n) =>
    steps
      .filter((one) => one.date <= date(n + 1))
      .reduce((sum, one) => sum + Number(one.quantity), 0),
  );
}

/** What has come up to each day of March. */
function supplied({ startDate, onHand = 0, supply = [] }: BackorderInput): number[] {
  return Array.from({ length: 31 }, (_, n) => {
    const today = date(n + 1);
    if (today < startDate) return 0;
    const come = supply.filter((one) => one.date <= today);
    return come.reduce((sum, one) => sum + Number(one.quantity), Number(onHand));
  });
}

function added(rows: readonly (readonly number[])[]): number[] {
  return Array.from({ length: 31 }, (_, n) => rows.reduce((sum, row) => sum + row[n]!, 0));
}

/** What was confirmed: before the day wanted it counts on that day. */
function heldBefore(
  { startDate }: BackorderInput,
  { requestedDate, confirmed = [] }: BackorderInput["requirements"][number],
): ConfirmedQuantity[] {
  return confirmed.map((one) => ({
    date: [requestedDate, startDate, one.date].sort().at(-1)!,
    quantity: new Decimal(one.quantity as number),
  }));
}

function served(given: BackorderInput): BackorderResult {
  try {
    return rescheduleBackorders(given);
  } catch (error) {
    fc.pre(!(error instanceof PlanningInputError));
    throw error;
  }
}

/** No more anywhere. */
function isWithin(few: readonly number[], many: readonly number[]): boolean {
  return few.every((one, n) => one <= many[n]!);
}

describe("Backorders", () => {
  test.prop([input], asked)(
    "what is confirmed never exceeds what has come by that day, nor anybody's quantity",
    (given) => {
      const { lines, free } = served(given);
      const all = added([...lines.map(({ after }) => cumulative(after)), cumulative(free)]);
      const come = supplied(given);
      expect(all.every((sum, n) => sum <= Math.max(0, come[n]!))).toBe(true);
      for (const { id, after, open } of lines) {
        const { quantity: whole } = given.requirements.find((row) => row.id === id)!;
        expect(cumulative(after).at(-1)! + Number(open)).toBe(Number(whole));
        expect(Number(open)).toBeGreaterThanOrEqual(0);
      }
    },
    patience,
  );

  test.prop([input], asked)(
    "what gains is nowhere worse off than before, or it is refused; nor what wins, where all can be kept",
    (given) => {
      const come = supplied(given);
      const canKeep = (...strategies: readonly string[]): boolean => {
        const floor = added(
          given.requirements
            .filter(({ strategy }) => strategies.includes(strategy))
            .map((row) => cumulative(heldBefore(given, row))),
        );
        return floor.every((sum, n) => sum <= Math.max(0, come[n]!));
      };
      let result: BackorderResult | undefined;
      try {
        result = rescheduleBackorders(given);
      } catch (error) {
        expect((error as PlanningInputError).issues[0]?.code).toBe("contradiction");
      }
      expect(result !== undefined).toBe(canKeep("gain"));
      for (const { strategy, before, after } of result?.lines ?? []) {
        const isKept = strategy === "gain" || (strategy === "win" && canKeep("win", "gain"));
        if (isKept) expect(isWithin(cumulative(before), cumulative(after))).toBe(true);
      }
    },
    patience,
  );

  test.prop([input], asked)(
    "what is filled or loses is nowhere better off than before",
    (given) => {
      for (const { strategy, before, after, change } of served(given).lines) {
        if (strategy !== "fill" && strategy !== "lose") continue;
        expect(isWithin(cumulative(after), cumulative(before))).toBe(true);
        expect(["kept", "lost"]).toContain(change);
      }
    },
    patience,
  );

  test.prop([input], asked)(
    "nothing stays free that somebody who may get more still wants",
    (given) => {
      const { lines, free } = served(given);
      const left = cumulative(free).at(-1)!;
      const wants = lines.some(
        ({ strategy, open }) => strategy !== "fill" && strategy !== "lose" && Number(open) > 0,
      );
      if (wants) expect(left).toBe(0);
    },
    patience,
  );

  test.prop([input], asked)(
    "the order of the rows changes nothing",
    (given) => {
      const turned = {
        ...given,
        supply: given.supply?.toReversed(),
        requirements: given.requirements
          .map((row) => ({ ...row, confirmed: row.confirmed?.toReversed() }))
          .toReversed(),
      };
      expect(served(turned)).toEqual(served(given));
    },
    patience,
  );

  test.prop([input], asked)(
    "what was confirmed anew stays when that is done again",
    (given) => {
      const { lines } = served(given);
      const again = rescheduleBackorders({
        ...given,
        requirements: given.requirements.map((row) => ({
          ...row,
          confirmed: lines.find(({ id }) => id === row.id)!.after,
        })),
      });
      expect(again.lines.map(({ id, change }) => `${id} ${change}`)).toEqual(
        lines.map(({ id }) => `${id} kept`),
      );
    },
    patience,
  );

  test.prop([input], asked)(
    "what goes from one to another is told on both sides, and adds up to what each has more or less",
    (given) => {
      const { lines } = served(given);
      const sum = (rows: readonly { readonly quantity: unknown }[]): number =>
        rows.reduce((all, one) => all + Number(one.quantity), 0);
      for (const { id, before, after, from, to } of lines) {
        expect(sum(after) - sum(before)).toBe(sum(from) - sum(to));
        for (const { id: other, quantity: part } of to) {
          if (other === null) continue;
          const back = lines.find((line) => line.id === other)?.from;
          expect(back?.find((one) => one.id === id)?.quantity).toEqual(part);
        }
      }
    },
    patience,
  );

  const sound: BackorderInput = {
    ...{ startDate: date(2), onHand: 3, decimals: 1, supply: [{ date: date(4), quantity: "1.5" }] },
    requirements: [
      {
        ...{ id: "a", strategy: "gain", priority: 1, requestedDate: date(3), quantity: 3 },
        confirmed: [{ date: date(4), quantity: 2 }],
      },
      { id: "b", strategy: "fill", requestedDate: date(3), quantity: 3 },
    ],
  };
  test.prop([spoiled(sound)], asked)(
    "whatever the input, there is an answer or a list of mistakes",
    (given) => {
      try {
        expect(rescheduleBackorders(given).lines.length).toBe(given.requirements.length);
      } catch (error) {
        expect((error as PlanningInputError).name).toBe(PlanningInputError.name);
      }
    },
  );
});
