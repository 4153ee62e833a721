import {
  addMistake,
  type Decimal,
  type Doubtful,
  type ExactNumber,
  exactNumber,
  type Issue,
  identifier,
  listOf,
  multiplyRatios,
  objectOf,
  optional,
  type Ratio,
  ratioToDecimal,
  readArgument,
} from "../../core/index.js";
import { FractionSum } from "../fraction-sum.js";
import { cutByProfiles, noteTogether, roughCutFields } from "./cut-by-profiles.js";
import type { ResourceInput } from "./resource.js";
import type { RoughCut, RoughCutLoad } from "./rough-cut-result.js";
import type { SchedulePeriod, ScheduleRow } from "./schedule-argument.js";

/** Standard hours of a unit of an item. */
export interface HoursPerUnit {
  readonly item: string;
  /** Its site, where the schedule says it. */
  readonly site?: string | undefined;
  /** 0 or more. */
  readonly hours: ExactNumber;
}

/** What {@link roughCutByOverallFactors} is asked. */
export interface OverallFactorsInput {
  readonly schedule: readonly ScheduleRow[];
  /** Standard hours of a unit, over all resources; rows of one item add up. */
  readonly hoursPerUnit: readonly HoursPerUnit[];
  /** What part of all hours each resource had, 0 to 1; together no more than 1. */
  readonly shares: readonly { readonly resource: string; readonly share: ExactNumber }[];
  /** When left out: those that have shares, and no capacities. */
  readonly resources?: readonly ResourceInput[] | undefined;
  /** The days of the periods; when left out, periods have only numbers. */
  readonly periods?: readonly SchedulePeriod[] | undefined;
}

/** All hours of a period, before they are shared out. */
export interface TotalHours {
  /** Counted from 1. */
  readonly period: number;
  readonly hours: Decimal;
  /** What they are made of, in the order of the schedule. */
  readonly items: readonly RoughCutLoad[];
}

/** Load against capacity by overall factors. */
export interface OverallFactors extends RoughCut {
  readonly totals: readonly TotalHours[];
}

const ALL = "all hours";

/**
 * Cuts capacity roughly by overall factors: all standard hours of a period, shared out as they were in
 * the past.
 *
 * @param input - the master schedule by period (units), hours a unit of each item, the share of each
 * resource, and what there is of it (hours, by period)
 * @returns load, capacity, percentage and overload by resource and period, and all hours of each period
 * @throws PlanningInputError with everything that is wrong: an item without hours, shares that add up to
 * more than 1, a resource that is not there
 *
 * Source: rule C1, K58; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*,
 * "capacity planning using overall factors".
 *
 * @example
 * ```ts
 * const { rows, totals } = roughCutByOverallFactors({
 *   schedule: [{ item: "A", quantities: [100] }, { item: "B", quantities: [50] }],
 *   hoursPerUnit: [{ item: "A", hours: 2 }, { item: "B", hours: 3 }],
 *   shares: [{ resource: "press", share: 0.6 }, { resource: "paint", share: 0.4 }],
 * });
 * totals.map(({ hours }) => `${hours}`); // => ["350"]
 * rows.map(({ resource, load }) => `${resource}: ${load}`); // => ["press: 210", "paint: 140"]
 * ```
 */
export function roughCutByOverallFactors(input: OverallFactorsInput): OverallFactors {
  const fields = {
    ...roughCutFields,
    hoursPerUnit: listOf(
      objectOf({ item: identifier, site: optional(identifier), hours: exactNumber(0) }),
      1,
    ),
    shares: listOf(objectOf({ resource: identifier, share: exactNumber(0, 1) }), 1),
  };
  const read = readArgument(input, fields, (doubtful, issues) => {
    const { hoursPerUnit, shares } = doubtful;
    noteTogether(doubtful, hoursPerUnit, shares, ["hoursPerUnit", "shares"], issues);
    noteShares(shares, issues);
  });
  const { hoursPerUnit, shares, ...rest } = read;
  const profileOf = (resource: string, share: Ratio) =>
    hoursPerUnit.map(({ item, site, hours }) => ({
      item,
      site,
      resource,
      amount: multiplyRatios(hours, share),
      amountPerPeriod: { num: 0n, den: 1n },
      component: undefined,
    }));
  const shared = shares.flatMap(({ resource, share }) => profileOf(resource, share));
  const all = profileOf(ALL, { num: 1n, den: 1n });
  const totals = cutByProfiles({ ...rest, profiles: all, resources: undefined });
  return {
    ...cutByProfiles({ ...rest, profiles: shared }),
    totals: totals.rows.map(({ period, load, items }) => ({ period, hours: load, items })),
  };
}

/** Notes shares that are more than all. */
function noteShares(shares: Doubtful<readonly { readonly share: Ratio }[]>, issues: Issue[]): void {
  const known = (shares ?? []).flatMap((one) => one?.share ?? []);
  const all = new FractionSum();
  for (const share of known) all.add(share);
  const sum = all.total;
  if (sum.num <= sum.den) return;
  const message = `The shares add up to ${ratioToDecimal(sum)}. They must be no more than 1 together.`;
  addMistake({ path: ["shares"], issues }, "contradiction", message);
}
