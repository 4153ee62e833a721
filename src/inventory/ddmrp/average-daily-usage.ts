import {
  addRatios,
  formatRatio,
  multiplyRatios,
  ONE,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import { listOf, objectOf, oneOf, optional, readArgument, refuse } from "../argument.js";
import { asNumber } from "../exact-number.js";
import { finite } from "../finite.js";
import { type ExactNumber, exactNonNegative } from "../lot-sizing/exact-argument.js";
import { wholeNumber } from "../number-argument.js";
import { plainDay } from "./buffer-argument.js";

/** What left the stock on a day. */
export interface UsageRow {
  /** `"YYYY-MM-DD"` */
  readonly date: string;
  readonly quantity: ExactNumber;
  /** A `"loss"` (scrap, theft, a count that was short) is no usage; without it `"usage"`. */
  readonly kind?: "usage" | "loss" | undefined;
}

/** What is expected to be used on a day. */
export interface UsageForecast {
  /** `"YYYY-MM-DD"` */
  readonly date: string;
  readonly quantity: ExactNumber;
}

/** From which days the average is taken. */
export interface AverageDailyUsageInput {
  /** `"YYYY-MM-DD"` */
  readonly today: string;
  /** The days before today; `weight` is needed when the future counts too. */
  readonly past?:
    | {
        readonly days: number;
        readonly usage: readonly UsageRow[];
        readonly weight?: ExactNumber | undefined;
      }
    | undefined;
  /** Today and the days after it. */
  readonly future?:
    | {
        readonly days: number;
        readonly forecast: readonly UsageForecast[];
        readonly weight?: ExactNumber | undefined;
      }
    | undefined;
}

/** Average usage in units a day. */
export interface AverageDailyUsage {
  readonly averageDailyUsage: number;
  /**
   * The same exactly, as the text of a decimal or of a fraction: what zones are to be made of where they
   * are rounded up. 20 units in 3 days are 20 in 3 days again by `"20/3"`, and 21 by 6.666666666666667.
   */
  readonly ratio: string;
  /** Of the days before today, when they were given. */
  readonly past?: number;
  /** Of today and the days after it, when they were given. */
  readonly future?: number;
}

const FIELDS = {
  today: plainDay,
  past: optional(
    objectOf({
      days: wholeNumber(1, 100_000),
      usage: listOf(
        objectOf({
          date: plainDay,
          quantity: exactNonNegative,
          kind: optional(oneOf("usage", "loss"), "usage"),
        }),
      ),
      weight: optional(exactNonNegative),
    }),
  ),
  future: optional(
    objectOf({
      days: wholeNumber(1, 100_000),
      forecast: listOf(objectOf({ date: plainDay, quantity: exactNonNegative })),
      weight: optional(exactNonNegative),
    }),
  ),
};

/**
 * Average daily usage: of the past, of the future, or of both by weights (blended).
 *
 * Days without usage count as days. What was lost is no usage. Today belongs to the future.
 *
 * @param input - today, and a window of days before it, from it on, or both with weights that add
 * up to 1
 * @returns the average of all, as a number and exactly, and of each window
 * @throws PlanningInputError when a field is wrong, no window is given, or the weights are not 1
 * together
 *
 * Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * averageDailyUsage({
 *   today: "2026-01-12",
 *   past: {
 *     days: 10,
 *     weight: "3/4",
 *     usage: [
 *       { date: "2026-01-05", quantity: 60 },
 *       { date: "2026-01-09", quantity: 5, kind: "loss" },
 *     ],
 *   },
 *   future: { days: 5, weight: "1/4", forecast: [{ date: "2026-01-14", quantity: 50 }] },
 * });
 * // => { averageDailyUsage: 7, ratio: "7", past: 6, future: 10 }
 * ```
 */
export function averageDailyUsage(input: AverageDailyUsageInput): AverageDailyUsage {
  const { today, past, future } = readArgument(input, FIELDS);
  const used = past?.usage.filter(({ kind }) => kind === "usage") ?? [];
  const before = past && averageOf(used, today - past.days, today, past.days);
  const after = future && averageOf(future.forecast, today, today + future.days, future.days);
  const average = blended(before, after, past?.weight, future?.weight);
  const figures = finite({
    averageDailyUsage: asNumber(average),
    ...(before === undefined ? {} : { past: asNumber(before) }),
    ...(after === undefined ? {} : { future: asNumber(after) }),
  });
  return { ratio: formatRatio(average), ...figures };
}

/** The sum of what falls on days from `first` to before `end`, over the number of days. */
function averageOf(
  rows: readonly { readonly date: number; readonly quantity: Ratio }[],
  first: number,
  end: number,
  days: number,
): Ratio {
  const within = rows.filter(({ date }) => date >= first && date < end);
  const sum = within.reduce((total, { quantity }) => addRatios(total, quantity), ratioOf(0n, 1n));
  return multiplyRatios(sum, ratioOf(1n, BigInt(days)));
}

function blended(
  before: Ratio | undefined,
  after: Ratio | undefined,
  pastWeight: Ratio | undefined,
  futureWeight: Ratio | undefined,
): Ratio {
  if (before === undefined || after === undefined) {
    const alone = before ?? after;
    if (alone === undefined) {
      refuse("missingField", ["past"], "The past and the future are missing. Give at least one.");
    }
    const weight = pastWeight ?? futureWeight ?? ONE;
    if (weight.num !== weight.den) {
      const path = [before === undefined ? "future" : "past", "weight"];
      refuse("contradiction", path, "The weight of one window alone must be 1. Leave it out.");
    }
    return alone;
  }
  for (const [window, weight] of [
    ["past", pastWeight],
    ["future", futureWeight],
  ] as const) {
    if (weight !== undefined) continue;
    const message = `The ${window}.weight is missing. With past and future, say how much each counts; together 1.`;
    refuse("missingField", [window, "weight"], message);
  }
  const weights = addRatios(pastWeight!, futureWeight!);
  if (weights.num !== weights.den) {
    const message = `The weights of past and future add up to ${asNumber(weights)}. They must add up to 1.`;
    refuse("contradiction", ["future", "weight"], message);
  }
  return addRatios(multiplyRatios(before, pastWeight!), multiplyRatios(after, futureWeight!));
}
