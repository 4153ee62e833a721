import { explodePlanningBill, type PlanningBillRow } from "../../bom/index.js";
import { type Decimal, formatDay, type Issue, ratioToDecimal } from "../../core/index.js";
import {
  type DoubtfulFields,
  identifier,
  listOf,
  objectOf,
  optional,
  readArgument,
} from "../argument.js";
import { day, quantity, wholeNumber } from "../exact-argument.js";
import { billRows, noteBill, planningBill } from "../planning-bill-argument.js";
import { noteCounts, noteRangesThatEndBefore, noteTwice } from "../row-mistakes.js";
import type { FamilyForecast } from "./disaggregate-family.js";

/** What {@link forecastByPlanningBill} is given. */
export interface PlanningBillInput {
  /** Forecasts of the family, in whole 10^-decimals of it. */
  readonly forecasts: readonly FamilyForecast[];
  /** The planning bill of the family: common parts, accessories, groups of options; at least one row. */
  readonly bill: readonly PlanningBillRow[];
  /** The family is counted in whole 10^-decimals, 0 to 9; else 0. */
  readonly decimals?: number | undefined;
}

/** What a forecast of a family means for one component of its planning bill. */
export interface ComponentForecast {
  readonly component: string;
  /** The group of which it is an option. */
  readonly group?: string;
  /** Id of the forecast of the family. */
  readonly forecast: string;
  readonly from: string;
  readonly until: string;
  /** Exact when its decimal expansion ends within 60 digits, else rounded there. */
  readonly quantity: Decimal;
  /** Always exact: `"3"`, or `"1/3"` where no decimal ends. */
  readonly ratio: string;
}

const FIELDS = {
  forecasts: listOf(objectOf({ id: identifier, from: day, until: optional(day), quantity })),
  bill: planningBill,
  decimals: optional(wholeNumber(0, 9), 0),
};

/**
 * Explodes forecasts of a family by its planning bill: into common parts, accessories and options.
 *
 * Each unit of the family takes exactly one option of each group, so that the options of a group add
 * up to the forecast; see `explodePlanningBill`.
 *
 * @param input - the forecasts and the planning bill
 * @returns a row for each forecast and component, in the order of both
 * @throws PlanningInputError with everything that is wrong; percentages of a group that are not 100 in
 * all are among it
 *
 * Source: rule D5; APICS dictionary, "planning bill of material", "super bill".
 *
 * @example
 * ```ts
 * const rows = forecastByPlanningBill({
 *   forecasts: [{ id: "week 10", from: "2026-03-02", until: "2026-03-08", quantity: 10 }],
 *   bill: [
 *     { component: "wheel", quantity: 2 },
 *     { component: "seven gears", group: "gears", percentage: 65 },
 *     { component: "one gear", group: "gears", percentage: 35 },
 *   ],
 * });
 * rows.map((row) => `${row.quantity} ${row.component}`);
 * // => ["20 wheel", "6 seven gears", "4 one gear"]
 * ```
 */
export function forecastByPlanningBill(input: PlanningBillInput): readonly ComponentForecast[] {
  const { forecasts, bill, decimals } = readArgument(input, FIELDS, noteMistakes);
  const rows = billRows(bill);
  return forecasts.flatMap(({ id, from, until = from, quantity: family }) =>
    explodePlanningBill(rows, ratioToDecimal(family), { decimals }).map(
      ({ component, group, quantity: needed, ratio }) => ({
        component,
        ...(group === undefined ? {} : { group }),
        forecast: id,
        from: formatDay(from),
        until: formatDay(until),
        quantity: needed,
        ratio,
      }),
    ),
  );
}

function noteMistakes(read: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  const { forecasts, bill, decimals } = read;
  noteCounts(forecasts, "forecasts", decimals, issues);
  noteTwice(forecasts, "forecasts", issues);
  noteRangesThatEndBefore(forecasts, "forecasts", issues);
  noteBill(bill, issues);
}
