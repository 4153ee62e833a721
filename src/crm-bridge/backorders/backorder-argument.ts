import {
  addMistake,
  type Check,
  countRatio,
  type Day,
  dayArgument,
  exactArgument,
  exactNumber,
  identifier,
  listOf,
  mustBe,
  objectOf,
  oneOf,
  optional,
  type Place,
  precisionWords,
  type Ratio,
  readArgument,
  showValue,
  wholeNumber,
} from "../../core/index.js";
import type { BackorderInput, BackorderStrategy } from "./backorder.js";

/** So much from a day on; counts are whole 10^-decimals. */
export interface Step {
  readonly day: Day;
  readonly count: bigint;
}

/** A requirement, counted; confirmations by day, none before the day wanted. */
export interface ReadRequirement {
  readonly id: string;
  readonly strategy: BackorderStrategy;
  readonly priority: number;
  /** The day wanted, which may lie before the start: in its turn. */
  readonly wanted: Day;
  /** The first day on which it may be served. */
  readonly day: Day;
  readonly count: bigint;
  readonly confirmed: readonly Step[];
}

/** Supplies and requirements, counted. */
export interface ReadBackorders {
  readonly start: Day;
  readonly decimals: number;
  /** By day, none before the start; what is on hand among them. */
  readonly supply: readonly Step[];
  readonly requirements: readonly ReadRequirement[];
}

const amount: Check<Ratio> = exactNumber(0);
const STEP = objectOf({ date: dayArgument, quantity: amount });
const REQUIREMENT = objectOf({
  id: identifier,
  strategy: oneOf("win", "gain", "redistribute", "fill", "lose"),
  priority: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  requestedDate: dayArgument,
  quantity: amount,
  confirmed: optional(listOf(STEP), []),
});

/**
 * Reads supplies and requirements.
 *
 * @throws PlanningInputError with every mistake
 */
export function readBackorders(input: BackorderInput): ReadBackorders {
  const read = readArgument(
    input,
    {
      startDate: dayArgument,
      onHand: optional(exactArgument),
      supply: optional(listOf(STEP), []),
      requirements: listOf(REQUIREMENT),
      decimals: optional(wholeNumber(0, 9), 6),
    },
    ({ decimals, onHand, supply, requirements }, issues) => {
      if (decimals === undefined) return;
      const counts = (value: Ratio | undefined, ...path: (string | number)[]): void =>
        noteCount(value, decimals, { path, issues });
      counts(onHand, "onHand");
      for (const [n, row] of (supply ?? []).entries()) {
        counts(row?.quantity, "supply", n, "quantity");
      }
      const ids = new Set<string>();
      for (const [n, row] of (requirements ?? []).entries()) {
        counts(row?.quantity, "requirements", n, "quantity");
        for (const [k, step] of (row?.confirmed ?? []).entries()) {
          counts(step?.quantity, "requirements", n, "confirmed", k, "quantity");
        }
        noteSecond(row?.id, ids, { path: ["requirements", n, "id"], issues });
        noteTooMuch(row as RowInDoubt, { path: ["requirements", n, "confirmed"], issues });
      }
    },
  );
  const { startDate: start, decimals, requirements } = read;
  const stepsFrom = (first: Day, rows: readonly { date: Day; quantity: Ratio }[]): Step[] =>
    byDay(
      rows.map(({ date, quantity }) => ({
        day: Math.max(first, date),
        count: countOf(quantity, decimals),
      })),
    );
  const stock = read.onHand === undefined ? [] : [{ date: start, quantity: read.onHand }];
  return {
    start,
    decimals,
    supply: stepsFrom(start, [...stock, ...read.supply]),
    requirements: requirements.map(({ requestedDate, quantity, confirmed, ...row }) => {
      const day = Math.max(start, requestedDate);
      return {
        ...{ id: row.id, strategy: row.strategy, day, count: countOf(quantity, decimals) },
        ...{ priority: row.priority ?? Number.POSITIVE_INFINITY, wanted: requestedDate },
        confirmed: stepsFrom(day, confirmed),
      };
    }),
  };
}

/** One step a day, in their order; days of nothing left out. */
export function byDay(steps: readonly Step[]): Step[] {
  const counts = new Map<Day, bigint>();
  for (const { day, count } of steps) counts.set(day, (counts.get(day) ?? 0n) + count);
  return [...counts]
    .filter(([, count]) => count !== 0n)
    .sort(([a], [b]) => a - b)
    .map(([day, count]) => ({ day, count }));
}

function countOf(quantity: Ratio, decimals: number): bigint {
  return BigInt(countRatio(quantity, decimals, "exact"));
}

function noteCount(value: Ratio | undefined, decimals: number, place: Place): void {
  if (value === undefined) return;
  const count = countRatio(value, decimals, "exact");
  if (typeof count === "number" || count === "invalidQuantity") return;
  const form = count === "tooFine" ? precisionWords(decimals) : "a quantity that can be counted";
  addMistake(place, count, `The ${String(place.path.at(-1))} must be ${form}.`);
}

function noteSecond(id: string | undefined, ids: Set<string>, place: Place): void {
  if (id === undefined) return;
  if (ids.has(id)) {
    const message = `The requirement ${showValue(id)} stands here for the second time. Give each its own id.`;
    addMistake(place, "duplicateId", message, { id });
  }
  ids.add(id);
}

interface RowInDoubt {
  readonly quantity?: Ratio | undefined;
  readonly confirmed?: readonly ({ readonly quantity?: Ratio | undefined } | undefined)[];
}

/** Nobody can have been told more than he wants. */
function noteTooMuch(row: RowInDoubt | undefined, place: Place): void {
  const { quantity, confirmed = [] } = row ?? {};
  if (quantity === undefined) return;
  let [num, den] = [0n, 1n];
  for (const step of confirmed) {
    if (step?.quantity === undefined) return;
    num = num * step.quantity.den + step.quantity.num * den;
    den *= step.quantity.den;
  }
  if (num * quantity.den <= quantity.num * den) return;
  const message = mustBe("all of it", place, "not be more than the quantity of its requirement");
  addMistake(place, "contradiction", message);
}
