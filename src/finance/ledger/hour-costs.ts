import {
  addRatios,
  type Check,
  divideRatios,
  type ExactNumber,
  exactNumber,
  formatRatio,
  type Issue,
  objectOf,
  optional,
  parseRatio,
  type Ratio,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";
import type { HourElement } from "./hour-elements.js";

/** What an hour at a work centre is spent on: exact numbers in the currency of the plan. */
export interface HourCosts {
  readonly labor?: ExactNumber | undefined;
  readonly machine?: ExactNumber | undefined;
  readonly overhead?: ExactNumber | undefined;
}

/** The parts of an hour's cost, checked. */
export interface ReadHourCosts {
  readonly labor: Ratio;
  readonly machine: Ratio;
  readonly overhead: Ratio;
}

const ELEMENTS = ["labor", "machine", "overhead"] as const;
const NOTHING: Ratio = { num: 0n, den: 1n };

/** Hours are not divided. */
export const NO_HOUR_COSTS: ReadonlyMap<string, ReadHourCosts> = new Map();

/** Reads the parts of an hour's cost. */
export const hourCostsArgument: Check<ReadHourCosts> = objectOf({
  labor: optional(exactNumber(0), NOTHING),
  machine: optional(exactNumber(0), NOTHING),
  overhead: optional(exactNumber(0), NOTHING),
});

/**
 * What an hour is spent on, by work centre, as shares of its cost.
 *
 * @throws PlanningInputError with every work centre that is unknown, or of which the parts are not the whole
 */
export function hourElements(
  { workCenters = [] }: PlanningInput,
  hourCosts: ReadonlyMap<string, ReadHourCosts>,
): ReadonlyMap<string, readonly HourElement[]> {
  const issues: Issue[] = [];
  const centers = new Map(workCenters.map((row) => [row.id, row]));
  const found = new Map<string, readonly HourElement[]>();
  for (const [id, parts] of hourCosts) {
    const center = centers.get(id);
    const path = ["hourCosts", id];
    if (center === undefined) {
      const message = `The plan has no work center ${showValue(id)}. Name one that it has.`;
      issues.push({ code: "unknownId", path, message, id });
      continue;
    }
    const whole = parseRatio(center.costPerHour);
    const sum = ELEMENTS.map((element) => parts[element]).reduce(addRatios);
    if (whole === undefined || whole.num !== sum.num || whole.den !== sum.den) {
      const stated = whole === undefined ? "none" : formatRatio(whole);
      const message = `The parts of an hour at ${showValue(id)} are ${formatRatio(sum)}, its costPerHour is ${stated}. Make them one.`;
      issues.push({ code: "contradiction", path, message });
      continue;
    }
    if (whole.num === 0n) continue;
    const shares = ELEMENTS.map((element) => ({
      element,
      share: divideRatios(parts[element], whole),
    }));
    found.set(
      id,
      shares.filter(({ share }) => share.num !== 0n),
    );
  }
  refuseMistakes(issues);
  return found;
}
