import {
  add,
  type Check,
  flag,
  objectOf,
  oneOf,
  optional,
  readArgument,
  refuse,
  wrongType,
} from "../argument.js";
import { wholeNumber } from "../number-argument.js";
import type { LookAheadRule, LotFigures } from "./look-ahead.js";

/**
 * A rule that refuses what it cannot be asked.
 *
 * The planner asks once a lot, so a sound call is told by comparisons alone; what is wrong with
 * another is looked for afterwards.
 */
export function guardedRule(rule: LookAheadRule): LookAheadRule {
  return (needs, from, to, figures) => {
    if (!isSound(needs, from, to, figures)) refuseLook(needs, from, to, figures);
    return rule(needs, from, to, figures);
  };
}

function isSound(needs: ArrayLike<number>, from: number, to: number, figures: LotFigures): boolean {
  try {
    if (typeof needs !== "object") return false;
    if (!(isCount(from) && isCount(to) && from < to && to <= needs.length)) return false;
    for (let period = from; period < to; period++) if (!isNeed(needs[period])) return false;
    return areFigures(figures);
  } catch {
    return false;
  }
}

function areFigures({ costs, periods, closest, lookAhead, lookBack, ties }: LotFigures): boolean {
  return (
    isCost(costs.setup) &&
    isCost(costs.holding) &&
    isCost(costs.always) &&
    isCount(costs.atMost) &&
    (isCount(costs.below) || costs.below === -1) &&
    (periods === undefined || (isCount(periods) && periods > 0)) &&
    isFlag(closest) &&
    isFlag(lookAhead) &&
    isFlag(lookBack) &&
    (ties === undefined || ties === "extend" || ties === "stop")
  );
}

/** Sums of needs may leave 2^53: the rules go on in bigints then, and the planner refuses the lot. */
function isNeed(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCost(value: unknown): boolean {
  return typeof value === "bigint" && value >= 0n;
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === "boolean";
}

const count = wholeNumber(0);

const cost: Check<bigint> = (value, place) => {
  if (typeof value !== "bigint") wrongType(value, place, "a bigint of 0 or more");
  else if (value < 0n)
    add(place, "outOfRange", `The ${place.path.join(".")} (${value}) must be 0 or more.`);
  return 0n;
};

const COSTS = objectOf({
  setup: cost,
  holding: cost,
  always: cost,
  atMost: count,
  below: wholeNumber(-1),
});

const FIGURES = objectOf({
  costs: COSTS,
  periods: optional(wholeNumber(1)),
  closest: optional(flag),
  lookAhead: optional(flag),
  lookBack: optional(flag),
  ties: optional(oneOf("extend", "stop")),
});

/** Says everything that is wrong with a call. @throws PlanningInputError */
function refuseLook(needs: unknown, from: unknown, to: unknown, figures: unknown): never {
  const given = readArgument(
    { needs, from, to, figures },
    { needs: countsOf(from, to), from: count, to: count, figures: FIGURES },
  );
  const message = `The periods from ${given.from} to before ${given.to} must be at least one, and among those of the needs.`;
  refuse("contradiction", ["to"], message);
}

/** The needs of the periods that are looked at, in anything that is read like a list. */
function countsOf(from: unknown, to: unknown): Check<void> {
  return (value, place) => {
    if (
      typeof value !== "object" ||
      value === null ||
      !isCount((value as ArrayLike<number>).length)
    ) {
      wrongType(value, place, "a list of whole numbers");
      return;
    }
    const needs = value as ArrayLike<number>;
    if (!isCount(from) || !isCount(to)) return;
    const end = Math.min(to as number, needs.length);
    for (let period = from as number; period < end; period++) {
      if (isNeed(needs[period])) continue;
      // One need says enough: the others are likely to be wrong in the same way.
      count(needs[period], { ...place, path: [...place.path, period] });
      return;
    }
  };
}
