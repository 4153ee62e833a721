import { countWords, type Issue, PlanningInputError, type Ratio } from "../../core/index.js";
import { identifier, listOf, objectOf, oneOf, optional, readArgument } from "../argument.js";
import { exactNonNegative, exactPositive } from "./exact-argument.js";
import { LOT_FIELDS, type LotFields, ruleIssues } from "./lot-fields.js";
import { type Component, componentsOf, parentsFirst } from "./product-structure.js";

const ITEM_FIELDS = {
  ...LOT_FIELDS,
  id: identifier,
  rule: optional(LOT_FIELDS.rule),
  demand: optional(listOf(exactNonNegative, 1)),
};

const FIELDS = {
  items: listOf(objectOf(ITEM_FIELDS), 1),
  lines: listOf(objectOf({ parent: identifier, component: identifier, quantity: exactPositive })),
  rule: optional(LOT_FIELDS.rule),
  adjustment: optional(oneOf("none", "mclaren"), "none"),
};

/** One item of a product structure; its `demand` is what is needed from outside. */
export type ItemFields = LotFields & { readonly id: string };

/** A product structure, checked. */
export interface ProductProblem {
  readonly items: readonly ItemFields[];
  /** By item, its components. */
  readonly components: readonly (readonly Component[])[];
  /** The items, parents before their components. */
  readonly order: readonly number[];
  readonly isAdjusted: boolean;
}

const ZERO: Ratio = { num: 0n, den: 1n };

/**
 * Reads the argument of `multiLevelLotSizes`.
 *
 * @throws PlanningInputError with all mistakes
 */
export function readProductProblem(argument: unknown): ProductProblem {
  const fields = readArgument(argument, FIELDS);
  const issues: Issue[] = [];
  const isAdjusted = fields.adjustment === "mclaren";
  const periods = fields.items.find(({ demand }) => demand !== undefined)?.demand?.length;
  if (periods === undefined) {
    const message = "No item has a demand. Give it for the items that are needed from outside.";
    issues.push({ code: "missingField", path: ["items"], message });
  }
  const items = fields.items.map((item, n): ItemFields => {
    const demand = item.demand ?? new Array<Ratio>(periods ?? 1).fill(ZERO);
    const rule = item.rule ?? fields.rule;
    const sized = { ...item, demand, rule: rule ?? "lotForLot" };
    const found = isAdjusted ? adjustmentIssues(sized) : [];
    if (demand.length !== (periods ?? 1)) {
      const message = `The demand has ${countWords(demand.length, "period")}, and that of another item ${periods}. Give all of them the same.`;
      found.push({ code: "contradiction", path: ["demand"], message });
    }
    if (rule === undefined) {
      const message = "The rule is missing. Give it to the item, or to all of them.";
      found.push({ code: "missingField", path: ["rule"], message });
    } else found.push(...ruleIssues(sized));
    issues.push(...found.map((issue) => issueOf(n, issue)));
    return sized;
  });
  const ids = items.map(({ id }) => id);
  const components = componentsOf(ids, fields.lines, issues);
  const order = parentsFirst(components);
  if (order.length < items.length) {
    const sound = new Set(order);
    const looped = ids.filter((_, n) => !sound.has(n));
    const message = `Items contain themselves, among these: ${looped.slice(0, 10).join(", ")}. Correct the lines.`;
    issues.push({ code: "contradiction", path: ["lines"], message });
  }
  if (issues.length > 0) throw new PlanningInputError(issues);
  return { items, components, order, isAdjusted };
}

/** An issue of one item's own fields, as one of the whole argument. */
export function issueOf(item: number, issue: Issue): Issue {
  return { ...issue, path: ["items", item, ...issue.path] };
}

/** Time between orders is a figure of steady costs. */
function adjustmentIssues(item: ItemFields): Issue[] {
  const issues: Issue[] = [];
  for (const name of ["setupCost", "holdingCost"] as const) {
    const cost = item[name];
    if (!Array.isArray(cost) && (name === "setupCost" || cost.num > 0n)) continue;
    const message = `The ${name} must be one amount${name === "holdingCost" ? " above 0" : ""} when setup costs are adjusted. Give one, or leave the adjustment out.`;
    issues.push({ code: "contradiction", path: [name], message });
  }
  return issues;
}
