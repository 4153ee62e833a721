import { explodePlanningBill, type PlanningBillRow } from "../../bom/index.js";
import {
  addRatios,
  countRatio,
  countWords,
  type Decimal,
  formatRatio,
  type Issue,
  powerOfTen,
  type Ratio,
  ratioOf,
  ratioToDecimal,
} from "../../core/index.js";
import {
  type Check,
  type Doubtful,
  type DoubtfulFields,
  identifier,
  listOf,
  objectOf,
  optional,
  readArgument,
  UNSOUND,
} from "../argument.js";
import {
  countOf,
  type ExactNumber,
  exactNumber,
  quantity,
  wholeNumber,
} from "../exact-argument.js";
import { billRows, noteBill, planningBill } from "../planning-bill-argument.js";
import type { AvailableQuantity } from "../promise/available-to-promise.js";

/** What {@link optionForecast} is asked: the upper level of a two-level master schedule. */
export interface OptionForecastInput {
  /**
   * What of the family can still be promised in each period, in units, as
   * {@link availableToPromise} gives it; `null` and what is below 0 are nothing. `"unlimited"`, behind an
   * `infiniteSupplyFence`, is refused: no share of it is a forecast.
   */
  readonly familyAvailable: readonly (ExactNumber | AvailableQuantity)[];
  /** The planning bill of the family: options with their percentages, common parts; at least one row. */
  readonly bill: readonly PlanningBillRow[];
  /** What customers have ordered of each option, in units by period; nothing of the others. */
  readonly booked?:
    | readonly { readonly component: string; readonly orders: readonly ExactNumber[] }[]
    | undefined;
  /** In 10^-decimals the family is counted, 0 to 9; whole units when left out. */
  readonly decimals?: number | undefined;
}

/** The production forecast of one option. Lists have one entry a period, in units. */
export interface OptionForecast {
  /** Id of the option or common part. */
  readonly component: string;
  /** Its share of what can still be promised of the family. */
  readonly expected: readonly Decimal[];
  /** What customers have ordered of it. */
  readonly booked: readonly Decimal[];
  /** Both together: the gross requirement of the lower level. */
  readonly forecast: readonly Decimal[];
}

interface Booked {
  readonly component: string;
  readonly orders: readonly Ratio[];
}

const ZERO: Ratio = { num: 0n, den: 1n };

/** What can be promised of the family; where that is nothing, 0. */
const available: Check<Ratio> = (value, place) => {
  if (value === null) return ZERO;
  const read = exactNumber(Number.MIN_SAFE_INTEGER)(value, place);
  return read === UNSOUND || read.num >= 0n ? read : ZERO;
};

const FIELDS = {
  familyAvailable: listOf(available, 1),
  bill: planningBill,
  booked: optional(listOf(objectOf({ component: identifier, orders: listOf(quantity) })), []),
  decimals: optional(wholeNumber(0, 9), 0),
};

/**
 * Forecasts the options of a family for a two-level master schedule: what can still be promised of the
 * family, by the percentages of its planning bill, and what is booked of each option.
 *
 * Booked orders have their options already, so only what is not sold yet is forecast by percentages.
 * Of each period the options of a group are split by largest remainder: they add up to the family, and
 * what could go to either goes to the id that comes first.
 *
 * @param input - what can be promised of the family (units by period), its planning bill, and what is
 * booked of each option (units by period)
 * @returns a forecast for each row of the bill, in its order
 * @throws PlanningInputError when a field is wrong, a quantity negative, an option not in the bill, lists
 * differ in length, or the percentages of a group are not 100 in all
 *
 * Source: rules D4, D5; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*,
 * "two-level master production schedule".
 *
 * @example
 * ```ts
 * const options = optionForecast({
 *   familyAvailable: [10, null, 45],
 *   bill: [
 *     { component: "frame" },
 *     { component: "seven gears", group: "gears", percentage: 70 },
 *     { component: "one gear", group: "gears", percentage: 30 },
 *   ],
 *   booked: [{ component: "one gear", orders: [12, 5, 0] }],
 * });
 * options.map(({ component, forecast }) => `${component}: ${forecast.join(" ")}`);
 * // => ["frame: 10 0 45", "seven gears: 7 0 31", "one gear: 15 5 14"]
 * ```
 */
export function optionForecast(input: OptionForecastInput): readonly OptionForecast[] {
  const read = readArgument(input, FIELDS, noteMistakes);
  const rows = billRows(read.bill);
  const shares = read.familyAvailable.map((family) =>
    explodePlanningBill(rows, formatRatio(family), { decimals: read.decimals }),
  );
  const bookedOf = new Map(read.booked.map(({ component, orders }) => [component, orders]));
  return rows.map(({ component }, n): OptionForecast => {
    const expected = shares.map((ofPeriod) => exactRatio(ofPeriod[n]!.ratio));
    const booked = bookedOf.get(component) ?? expected.map(() => ZERO);
    return {
      component,
      expected: expected.map(ratioToDecimal),
      booked: booked.map(ratioToDecimal),
      forecast: expected.map((share, period) => ratioToDecimal(addRatios(share, booked[period]!))),
    };
  });
}

function noteMistakes(read: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  const { familyAvailable, bill, booked, decimals } = read;
  for (const [period, family] of (familyAvailable ?? []).entries()) {
    if (family === undefined || decimals === undefined) continue;
    if (countRatio(family, decimals, "exact") !== "tooFine") continue;
    countOf(family, decimals, { path: ["familyAvailable", period], issues });
  }
  noteBill(bill, issues);
  const components = new Set(bill?.map((row) => row?.component));
  bookedIssues(booked ?? [], components, familyAvailable?.length, issues);
}

/** The value of the exact text of a share, however long it is. */
function exactRatio(text: string): Ratio {
  const [num = "", den] = text.split("/");
  if (den !== undefined) return ratioOf(BigInt(num), BigInt(den));
  const [whole = "", fraction = ""] = num.split(".");
  return ratioOf(BigInt(`${whole}${fraction}`), powerOfTen(fraction.length));
}

/** Notes what is booked of no option, twice, or not for every period. */
function bookedIssues(
  booked: readonly Doubtful<Booked>[],
  components: ReadonlySet<string | undefined>,
  periods: number | undefined,
  issues: Issue[],
): void {
  const seen = new Set<string>();
  // A row without a sound component may be the one that is meant.
  const isBillSound = components.size > 0 && !components.has(undefined);
  for (const [n, row] of booked.entries()) {
    const { component, orders } = row ?? {};
    if (component !== undefined) {
      const path = ["booked", n, "component"];
      const given = `The component (${JSON.stringify(component)})`;
      if (isBillSound && !components.has(component)) {
        const message = `${given} is not in the bill. Correct the id.`;
        issues.push({ code: "unknownId", path, message, id: component });
      } else if (seen.has(component)) {
        const message = `${given} is booked twice. Add the orders up.`;
        issues.push({ code: "duplicateId", path, message });
      }
      seen.add(component);
    }
    if (orders === undefined || periods === undefined || orders.length === periods) continue;
    const message = `The orders of ${JSON.stringify(component ?? n)} have ${countWords(orders.length, "period")} and the familyAvailable ${periods}. Give one entry for each.`;
    issues.push({ code: "contradiction", path: ["booked", n, "orders"], message });
  }
}
