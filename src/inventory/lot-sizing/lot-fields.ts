import { countWords, type Issue } from "../../core/index.js";
import { flag, listOf, oneOf, optional, type Read } from "../argument.js";
import { wholeNumber } from "../number-argument.js";
import { exactNonNegative, exactPositive, oneOrEach } from "./exact-argument.js";
import type { LotSizingRule } from "./lot-rules.js";

/** The options that each rule knows beside what all of them know. */
const OPTIONS = {
  lotForLot: [],
  fixedOrderQuantity: ["quantity", "each"],
  economicOrderQuantity: ["averageDemand", "each"],
  periodOrderQuantity: ["periods"],
  leastUnitCost: ["ties"],
  leastTotalCost: ["ties"],
  partPeriodBalancing: ["balancing", "lookAhead", "lookBack", "ties"],
  silverMeal: ["ties", "unitCostInAverage"],
  groff: ["ties"],
  incrementalOrderQuantity: ["ties"],
  wagnerWhitin: [],
} as const satisfies Readonly<Record<LotSizingRule, readonly string[]>>;

const RULES = Object.keys(OPTIONS) as LotSizingRule[];

/** The options without which a rule says nothing. */
const NEEDED: { readonly [R in LotSizingRule]?: readonly (typeof OPTIONS)[R][number][] } = {
  fixedOrderQuantity: ["quantity"],
  periodOrderQuantity: ["periods"],
};

/** The costs that a rule weighs as one amount for all periods. */
const ONE_COST: { readonly [R in LotSizingRule]?: readonly string[] } = {
  economicOrderQuantity: ["setupCost", "holdingCost"],
  leastUnitCost: ["holdingCost"],
  leastTotalCost: ["holdingCost"],
  partPeriodBalancing: ["holdingCost"],
  silverMeal: ["holdingCost"],
  groff: ["holdingCost"],
  incrementalOrderQuantity: ["holdingCost"],
};

/** The fields of the argument, each with its check. */
export const LOT_FIELDS = {
  rule: oneOf(...RULES),
  demand: listOf(exactNonNegative, 1),
  setupCost: oneOrEach(exactNonNegative),
  holdingCost: oneOrEach(exactNonNegative),
  unitCost: optional(oneOrEach(exactNonNegative)),
  onHand: optional(exactNonNegative),
  terminalStock: optional(exactNonNegative),
  decimals: optional(wholeNumber(0, 9)),
  holdingOn: optional(oneOf("endingStock", "averageStock"), "endingStock"),
  quantity: optional(exactPositive),
  each: optional(flag),
  periods: optional(wholeNumber(1)),
  averageDemand: optional(exactPositive),
  balancing: optional(oneOf("notExceeding", "closest")),
  lookAhead: optional(flag),
  lookBack: optional(flag),
  ties: optional(oneOf("extend", "stop")),
  unitCostInAverage: optional(flag),
  minimumOrder: optional(exactPositive),
  orderMultiple: optional(exactPositive),
  maximumOrder: optional(exactPositive),
};

/** What these checks read. */
export type LotFields = Read<typeof LOT_FIELDS>;

/** What the fields say together that cannot be. */
export function ruleIssues(fields: LotFields): Issue[] {
  return [...optionIssues(fields), ...costIssues(fields)];
}

/** What belongs to another rule, or is missing for this one. */
function optionIssues(fields: LotFields): Issue[] {
  const issues: Issue[] = [];
  const { rule } = fields;
  const known: readonly string[] = OPTIONS[rule];
  for (const option of new Set(Object.values(OPTIONS).flat())) {
    if (fields[option] === undefined || known.includes(option)) continue;
    const message = `The ${option} is no option of the rule ${rule}. Leave it out, or choose another rule.`;
    issues.push({ code: "contradiction", path: [option], message });
  }
  for (const option of NEEDED[rule] ?? []) {
    if (fields[option] !== undefined) continue;
    const message = `The ${option} is missing. The rule ${rule} needs it.`;
    issues.push({ code: "missingField", path: [option], message });
  }
  if (fields.unitCostInAverage && fields.unitCost === undefined) {
    const message = "The unitCost is missing. With unitCostInAverage the rule weighs it.";
    issues.push({ code: "missingField", path: ["unitCost"], message });
  }
  return issues;
}

/** Costs by period that are too few or too many, or that the rule cannot weigh. */
function costIssues(fields: LotFields): Issue[] {
  const issues: Issue[] = [];
  const { rule, demand } = fields;
  for (const name of ["setupCost", "holdingCost", "unitCost"] as const) {
    const cost = fields[name];
    if (!Array.isArray(cost)) continue;
    if (cost.length !== demand.length) {
      const message = `The ${name} has ${countWords(cost.length, "entry", "entries")} and the demand ${demand.length}. Give one for each period, or a single one.`;
      issues.push({ code: "contradiction", path: [name], message });
    }
    if (ONE_COST[rule]?.includes(name)) {
      const message = `The ${name} must be one amount for all periods with the rule ${rule}. Give one, or use wagnerWhitin.`;
      issues.push({ code: "contradiction", path: [name], message });
    }
  }
  if (rule === "economicOrderQuantity") {
    for (const name of ["setupCost", "holdingCost"] as const) {
      const cost = fields[name];
      if (Array.isArray(cost) || cost.num > 0n) continue;
      const message = `The ${name} (0) must be above 0 with the rule ${rule}.`;
      issues.push({ code: "outOfRange", path: [name], message, value: 0 });
    }
  }
  return issues;
}
