import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { numbersIn, outcomeOf, spoiled } from "../../test/support/hostile.js";
import { SOUND_ARGUMENTS, SOUND_LISTS } from "../../test/support/inventory-arguments.js";
import { patience, runs } from "../../test/support/runs.js";
import * as inventory from "./index.js";

/** A class, which is no function of stock. */
const ERROR = "PlanningInputError";

type Face = (...given: readonly unknown[]) => unknown;

/** Every function by name, those in a table of functions too. */
const functions = new Map<string, Face>();
for (const [name, face] of Object.entries(inventory)) {
  if (name === ERROR) continue;
  if (typeof face === "function") functions.set(name, face as Face);
  else
    for (const [key, inner] of Object.entries(face)) functions.set(`${name}.${key}`, inner as Face);
}

/** A function as one of one argument: those of several get it as their list. */
const faceOf = (name: string) => (argument: unknown) =>
  Object.hasOwn(SOUND_LISTS, name) && Array.isArray(argument)
    ? functions.get(name)!(...argument)
    : functions.get(name)!(argument);

/** An answer of finite numbers, or the one error. */
function expectTotal(name: string, argument: unknown): void {
  const { value, threw } = outcomeOf(() => faceOf(name)(argument));
  if (threw !== undefined) expect(threw).toBe(ERROR);
  for (const number of numbersIn(value)) expect(Number.isFinite(number)).toBe(true);
}

/** The places of the numbers of an argument. */
function numbersAt(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value === "number") return [way];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersAt(inner, [...way, key]));
}

/** A copy with another number at a place. */
function withNumber(from: object, way: readonly string[], number: number): object {
  const copy = structuredClone(from);
  let place = copy as Record<string, unknown>;
  for (const key of way.slice(0, -1)) place = place[key] as typeof place;
  place[way.at(-1)!] = number;
  return copy;
}

const extreme = fc.constantFrom(
  ...[0, 1, 0.5, 1e-100, 1e-50, 1e-12, 1e-6, 1e6, 1e9, 1e12, 1e15, 1e50, 1e100],
  ...[-1, -1e12, -1e100, 1 - 1e-12, 1 + 1e-12, 2 ** 53 - 1, 3],
);

describe("Every function of orlicky/inventory", () => {
  for (const [name, sounds] of Object.entries({ ...SOUND_ARGUMENTS, ...SOUND_LISTS })) {
    test(`${name} answers a sound argument with finite numbers`, () => {
      for (const sound of sounds) {
        const { threw, value } = outcomeOf(() => faceOf(name)(sound));
        expect(threw).toBeUndefined();
        for (const number of numbersIn(value)) expect(Number.isFinite(number)).toBe(true);
      }
    });

    const anything = fc.oneof(...sounds.map((sound) => spoiled(sound)));
    test.prop([anything], { numRuns: runs })(
      `${name} answers whatever it is given with finite numbers, or a PlanningInputError`,
      (argument) => expectTotal(name, argument),
      patience,
    );

    const places = sounds.flatMap((sound) => numbersAt(sound).map((way) => ({ sound, way })));
    const numbers = fc
      .tuple(
        fc.constantFrom(...sounds),
        fc.array(fc.tuple(fc.nat(), extreme), { minLength: 1, maxLength: 4 }),
      )
      .map(([sound, changes]) =>
        changes.reduce((argument: object, [n, number]) => {
          const ways = numbersAt(argument);
          return ways.length === 0
            ? argument
            : withNumber(argument, ways[n % ways.length]!, number);
        }, sound),
      );
    if (places.length === 0) continue;
    test.prop([numbers], { numRuns: runs })(
      `${name} answers the largest and smallest figures with finite numbers, or a PlanningInputError`,
      (argument) => expectTotal(name, argument),
      patience,
    );
  }

  test("is held to this", () => {
    const known = [...Object.keys(SOUND_ARGUMENTS), ...Object.keys(SOUND_LISTS)];
    expect(known.sort()).toEqual([...functions.keys()].sort());
  });
});
