import {
  addRatios,
  Decimal,
  type Issue,
  PlanningInputError,
  type Ratio,
  ratioToDecimal,
} from "../../core/index.js";
import type { ExactNumber } from "./exact-argument.js";
import { lotProblemOf } from "./lot-argument.js";
import { lotPlan } from "./lot-plan.js";
import type { LotSizingRule } from "./lot-rules.js";
import { type LotSizes, type LotSizing, lotSizesOf } from "./lot-sizes.js";
import { adjustedSetupCosts } from "./mclaren.js";
import { type ItemFields, readProductProblem } from "./multi-level-argument.js";
import { issuesOfNeeds, needOf } from "./needs-of-lines.js";

/** One item of a product structure: as for {@link lotSizes}, but for its needs. */
export interface MultiLevelItem extends Omit<LotSizing, "rule" | "demand"> {
  readonly id: string;
  /** Its own rule, instead of that of all. */
  readonly rule?: LotSizingRule | undefined;
  /** What is needed of it from outside in each period, in units; nothing when left out. */
  readonly demand?: readonly ExactNumber[] | undefined;
}

/** One line of a product structure. */
export interface MultiLevelLine {
  /** Id of an item. */
  readonly parent: string;
  /** Id of an item that goes into it. */
  readonly component: string;
  /** How many units of it go into one unit of the parent. */
  readonly quantity: ExactNumber;
}

/** What {@link multiLevelLotSizes} is asked. */
export interface MultiLevelLotSizing {
  readonly items: readonly MultiLevelItem[];
  readonly lines: readonly MultiLevelLine[];
  /** The rule of all items that have none of their own. */
  readonly rule?: LotSizingRule | undefined;
  /**
   * By which setup costs lots are sized: each item's own (`"none"`, when left out), or adjusted for
   * the orders of its components that they bring about (`"mclaren"`).
   */
  readonly adjustment?: "none" | "mclaren" | undefined;
}

/** The lots of one item of a product structure, and what they really cost. */
export interface ItemLotSizes extends LotSizes {
  readonly id: string;
  /** What is needed in each period, from outside and by the lots of its parents, in units. */
  readonly demand: readonly Decimal[];
  /** The setup cost that its lots were sized by, when it was adjusted. */
  readonly adjustedSetupCost?: Decimal;
}

/** The lots of all items of a product structure. */
export interface MultiLevelLotSizes {
  /** In the order of the argument. */
  readonly items: readonly ItemLotSizes[];
  /** Money for all orders. */
  readonly setupCost: Decimal;
  /** Money for holding all stock. */
  readonly holdingCost: Decimal;
  /** Money for all units. */
  readonly purchaseCost: Decimal;
  /** All of it. */
  readonly totalCost: Decimal;
}

/**
 * Sizes the lots of a product structure level by level: the lots of an item are needs of its components.
 *
 * Each item is sized by a rule of its own, as if it stood alone, so that the whole need not be the
 * cheapest even with `wagnerWhitin`. With `adjustment: "mclaren"` an item's lots are sized by a setup
 * cost that counts the orders of its components too; what the plan costs is always the real cost.
 * A lot takes its components in the period in which it is received: a lead time moves the periods
 * of the components and changes no lot.
 *
 * @param sizing - items with their costs and needs, lines between them, and a rule
 * @returns the lots of each item and what all cost together
 * @throws PlanningInputError as {@link lotSizes}, and when ids are unknown or given twice, an item
 * contains itself, or costs cannot be adjusted (`contradiction`); a line that makes needs of its component
 * too fine is named by its quantity
 *
 * Source: Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*, "multilevel lot
 * sizing"; B. J. McLaren, "A study of multiple level lot sizing procedures for material
 * requirements planning systems", Purdue University (1977).
 *
 * @example
 * ```ts
 * const structure = {
 *   items: [
 *     { id: "cart", demand: [10, 10, 10, 10, 10, 10], setupCost: 15, holdingCost: 2 },
 *     { id: "axle", setupCost: 100, holdingCost: "0.9" },
 *   ],
 *   lines: [{ parent: "cart", component: "axle", quantity: 2 }],
 *   rule: "wagnerWhitin",
 * } as const;
 * `${multiLevelLotSizes(structure).totalCost}`; // => "398"
 * `${multiLevelLotSizes({ ...structure, adjustment: "mclaren" }).totalCost}`; // => "377"
 * ```
 */
export function multiLevelLotSizes(sizing: MultiLevelLotSizing): MultiLevelLotSizes {
  const problem = readProductProblem(sizing);
  const adjusted = problem.isAdjusted ? adjustedSetupCosts(problem) : undefined;
  const needs = problem.items.map(({ demand }): Ratio[] => [...demand]);
  const sized: ItemLotSizes[] = [];
  for (const item of problem.order) {
    const refused = (issues: readonly Issue[]) => issuesOfNeeds(problem, item, sized, issues);
    const lots = sizeItem(problem.items[item]!, needs[item]!, adjusted?.[item], refused);
    sized[item] = lots;
    for (const { item: component, quantity } of problem.components[item]!) {
      for (const [period, received] of lots.receipts.entries()) {
        const need = needOf(received, quantity);
        needs[component]![period] = addRatios(needs[component]![period]!, need);
      }
    }
  }
  const total = (part: "setupCost" | "holdingCost" | "purchaseCost" | "totalCost"): Decimal =>
    sized.reduce((sum, lots) => sum.plus(lots[part]), new Decimal(0));
  return {
    items: sized,
    setupCost: total("setupCost"),
    holdingCost: total("holdingCost"),
    purchaseCost: total("purchaseCost"),
    totalCost: total("totalCost"),
  };
}

/**
 * Sizes one item by the costs given to it, and prices its lots by the real ones.
 *
 * @throws PlanningInputError with what `refused` makes of the issues of its fields
 */
function sizeItem(
  fields: ItemFields,
  demand: Ratio[],
  adjusted: Ratio | undefined,
  refused: (issues: readonly Issue[]) => readonly Issue[],
): ItemLotSizes {
  try {
    const real = lotProblemOf({ ...fields, demand });
    const weighed =
      adjusted === undefined ? real : lotProblemOf({ ...fields, demand, setupCost: adjusted });
    return {
      id: fields.id,
      demand: demand.map(ratioToDecimal),
      ...(adjusted === undefined ? {} : { adjustedSetupCost: ratioToDecimal(adjusted) }),
      ...lotSizesOf(real, lotPlan(weighed)),
    };
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    throw new PlanningInputError(refused(error.issues));
  }
}
