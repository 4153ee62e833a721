import { countQuantity, formatQuantity, type Issue, PlanningInputError } from "../../core/index.js";
import { type LotSizing, type LotSizingRule, lotSizes } from "../../inventory/index.js";
import { isObject, wrongType } from "../argument.js";

/** What every rule knows. */
type ForAll = "unitCost" | "holdingOn" | "minimumOrder" | "orderMultiple" | "maximumOrder";

/** A rule, what it needs, and what else it knows. */
type ByRule<
  Rule extends LotSizingRule,
  Needed extends keyof LotSizing = never,
  Options extends keyof LotSizing = never,
> = { readonly rule: Rule } & {
  readonly [Name in Needed]: NonNullable<LotSizing[Name]>;
} & Pick<LotSizing, Options | ForAll> &
  Partial<Pick<LotSizing, "setupCost" | "holdingCost">>;

/**
 * How shortages become lots of the master schedule: a rule and its figures, as {@link lotSizes} takes
 * them. Costs are 0 where they are left out; the needs are the schedule's own.
 */
export type ScheduleLotSizing =
  | ByRule<"lotForLot" | "wagnerWhitin">
  | ByRule<"fixedOrderQuantity", "quantity", "each">
  | ByRule<"economicOrderQuantity", "setupCost" | "holdingCost", "averageDemand" | "each">
  | ByRule<"periodOrderQuantity", "periods">
  | ByRule<"partPeriodBalancing", never, "balancing" | "lookAhead" | "lookBack" | "ties">
  | ByRule<"silverMeal", never, "ties" | "unitCostInAverage">
  | ByRule<
      "leastUnitCost" | "leastTotalCost" | "groff" | "incrementalOrderQuantity",
      never,
      "ties"
    >;

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
  const place = { path: ["lotSizing"], issues: [] as Issue[] };
  if (!isGiven(lotSizing, undefined)) {
    wrongType(lotSizing, place, "{ rule } and what the rule needs");
    return place.issues;
  }
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
    return [...own, ...(issues?.map(withoutOwnFields) ?? [unreadable])];
  }
}

/** The fields that `lotSizes` knows, less those that the schedule fills in. */
function withoutOwnFields(issue: Issue): Issue {
  if (issue.code !== "unknownField") return issue;
  const message = issue.message.replace(/known are (.*)\.$/, (_, names: string) => {
    const left = names.split(", ").filter((name) => !OWN_FIELDS.includes(name));
    return `known are ${left.join(", ")}.`;
  });
  return { ...issue, message };
}

/** Whether it is an object, with a field of this name where one is asked for. */
function isGiven(lotSizing: unknown, name: string | undefined): boolean {
  try {
    return isObject(lotSizing) && (name === undefined || Object.hasOwn(lotSizing, name));
  } catch {
    return name === undefined; // what cannot be read is said when it is
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
