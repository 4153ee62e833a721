import {
  type Day,
  dayArgument,
  formatDay,
  type Issue,
  listOf,
  PlanningInputError,
  readGuarded,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import type { StandardCosts } from "../standard-costs/index.js";
import { type ReadVersion, versionArgument } from "./read-version.js";
import type { StandardVersion } from "./standard-version.js";
import { VersionCosts } from "./version-costs.js";

/** Standards by the day on which they take effect. */
export interface FrozenStandards {
  readonly currency: string | null;
  /** The first days of the versions, ascending. */
  readonly effectiveDates: readonly string[];
  /**
   * The standards that hold on a day, for whatever takes costs.
   *
   * @param date - a day not before the first version
   * @throws PlanningInputError when no version holds on it
   */
  on(date: string): StandardCosts;
}

/**
 * Puts versions of frozen standards in order: the standard of a day is that of the last version in
 * force that names the item.
 *
 * @param versions - what `freezeStandards` gave, or what was written by hand, in any order; at least one
 * @returns standards that are asked for by the day
 * @throws PlanningInputError with every mistake: two versions of one day (`duplicateId`), of two currencies
 * (`currencyMismatch`), elements that are not the cost (`contradiction`)
 *
 * Source: rule F; K82; APICS dictionary, "standard cost".
 *
 * @example
 * ```ts
 * const standards = frozenStandards([
 *   { effectiveFrom: "2026-01-01", currency: "EUR", costs: [{ item: "wheel", cost: 3 }] },
 *   { effectiveFrom: "2026-07-01", currency: "EUR", costs: [{ item: "wheel", cost: "3.20" }] },
 * ]);
 * standards.on("2026-06-30").unitCost("wheel").cost?.toString(); // => "3"
 * standards.on("2026-07-01").unitCost("wheel").cost?.toString(); // => "3.2"
 * ```
 */
export function frozenStandards(versions: readonly StandardVersion[]): FrozenStandards {
  const sorted = readVersions(versions);
  const days = sorted.map(({ effectiveFrom }) => effectiveFrom);
  const made = new Map<number, StandardCosts>();
  return Object.freeze({
    currency: sorted[0]!.currency,
    effectiveDates: Object.freeze(days.map(formatDay)),
    on(date: string) {
      const count = versionsOn(days, date);
      const costs = made.get(count) ?? new VersionCosts(sorted.slice(0, count));
      made.set(count, costs);
      return costs;
    },
  });
}

/** How many versions are in force on a day. */
function versionsOn(days: readonly Day[], date: string): number {
  const issues: Issue[] = [];
  const day = readGuarded(date, { path: ["date"], issues }, dayArgument) as Day;
  refuseMistakes(issues);
  const count = days.filter((one) => one <= day).length;
  if (count > 0) return count;
  const message = `No standards hold on ${date}; the first take effect on ${formatDay(days[0]!)}. Ask for a later day.`;
  throw new PlanningInputError([{ code: "outOfRange", path: ["date"], message }]);
}

function currencyText(currency: string | null): string {
  return currency === null ? "names no currency" : `is in ${showValue(currency)}`;
}

function readVersions(versions: readonly StandardVersion[]): readonly ReadVersion[] {
  const issues: Issue[] = [];
  const check = listOf(versionArgument, 1);
  const read = readGuarded(versions, { path: ["versions"], issues }, check) ?? [];
  const first = read[0]?.currency;
  const days = new Map<Day, number>();
  for (const [n, version] of read.entries()) {
    if (version === undefined) continue;
    const { currency, effectiveFrom } = version;
    if (first !== undefined && currency !== undefined && currency !== first) {
      const message = `This version ${currencyText(currency)}, the first ${currencyText(first)}. Give all in one currency.`;
      issues.push({ code: "currencyMismatch", path: ["versions", n, "currency"], message });
    }
    if (effectiveFrom === undefined) continue;
    if (days.has(effectiveFrom)) {
      const message = `Version ${days.get(effectiveFrom)} takes effect on ${formatDay(effectiveFrom)} too. Put both into one.`;
      issues.push({ code: "duplicateId", path: ["versions", n, "effectiveFrom"], message });
    }
    days.set(effectiveFrom, n);
  }
  refuseMistakes(issues);
  return [...read].sort((a, b) => a.effectiveFrom - b.effectiveFrom);
}
