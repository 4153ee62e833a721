import { countQuantity, formatQuantity, type Issue, PlanningInputError } from "../../core/index.js";
import { type LotSizing, lotSizes } from "../../inventory/index.js";

/**
 * How shortages become lots of the master schedule: a rule and its figures, as {@link lotSizes} takes
 * them. Costs are 0 where they are left out; the needs are the schedule's own.
 */
export type ScheduleLotSizing = Omit<
  LotSizing,
  "demand" | "onHand" | "terminalStock" | "decimals" | "setupCost" | "holdingCost"
> &
  Partial<Pick<LotSizing, "setupCost" | "holdingCost">>;

/** The fields of `lotSizes` that a schedule fills in by itself. */
const OWN_FIELDS = ["demand", "onHand", "terminalStock", "decimals"];

/**
 * What new lots must cover in each period, in counts: by how much the deepest shortfall so far, behind
 * the planning time fence, grows there (N3, N8).
 *
 * @param balance - stock at the end of each period without new lots
 * @param minimum - what must be there
 * @param fence - the first period in which something new may be planned
 */
export function netRequirements(
  balance: readonly number[],
  minimum: readonly number[],
  fence: number,
): number[] {
  let covered = 0;
  return balance.map((stock, period) => {
    const missing = period < fence ? 0 : Math.max(0, minimum[period]! - stock - covered);
    covered += missing;
    return missing;
  });
}

/**
 * Sizes the lots of a schedule.
 *
 * @param lotSizing - the rule, already found sound by {@link lotSizingIssues}
 * @param needs - by period, in counts
 * @param averageDemand - what the economic order quantity takes when it is not given
 * @returns what is planned in each period, in counts
 * @throws PlanningInputError when the rule cannot size these needs
 */
export function proposedQuantities(
  lotSizing: ScheduleLotSizing,
  needs: readonly number[],
  averageDemand: string,
  decimals: number,
): number[] {
  const demand = needs.map((count) => formatQuantity(count, decimals));
  const { receipts } = sized(lotSizing, demand, averageDemand, decimals);
  return receipts.map((quantity) => countQuantity(quantity.toFixed(), decimals) as number);
}

/** What is wrong with a lot-sizing rule, whatever the needs. */
export function lotSizingIssues(lotSizing: unknown, periods: number, decimals: number): Issue[] {
  const own = OWN_FIELDS.filter((name) => isGiven(lotSizing, name)).map((name) => ({
    code: "unknownField",
    path: ["lotSizing", name],
    message: `The field "${name}" is unknown here: the schedule has its own. Leave it out.`,
  }));
  try {
    sized(lotSizing as ScheduleLotSizing, new Array<string>(periods).fill("0"), "1", decimals);
    return own;
  } catch (error) {
    const { issues } = error as PlanningInputError;
    const unreadable = {
      code: "invalidType",
      path: ["lotSizing"],
      message: "The lotSizing cannot be read. Give plain values.",
    };
    return [...own, ...(issues ?? [unreadable])];
  }
}

function isGiven(lotSizing: unknown, name: string): boolean {
  try {
    return Object.hasOwn(lotSizing as object, name);
  } catch {
    return false; // no object: the rule is missed in any case
  }
}

function sized(
  lotSizing: ScheduleLotSizing,
  demand: readonly string[],
  averageDemand: string,
  decimals: number,
) {
  const isEconomic = lotSizing.rule === "economicOrderQuantity";
  try {
    return lotSizes({
      setupCost: 0,
      holdingCost: 0,
      ...(isEconomic ? { averageDemand } : {}),
      ...lotSizing,
      demand,
      onHand: 0,
      terminalStock: 0,
      decimals,
    });
  } catch (error) {
    const { issues = [] } = error as Partial<PlanningInputError>;
    if (issues.length === 0) throw error;
    throw new PlanningInputError(
      issues.map((issue) => ({ ...issue, path: ["lotSizing", ...issue.path] })),
    );
  }
}
