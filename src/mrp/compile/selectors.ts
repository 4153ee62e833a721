import { PlanningInputError } from "../../core/index.js";
import { NONE, type Problem } from "../input/problem.js";
import type { Selector } from "./model.js";

/** Selectors stand in columns of 31 bits. */
const LARGEST = 2 ** 31 - 1;

/** The links of orders whose components are drawn at another site: that of the bill there (K45). */
export function selectorAtSite(problem: Problem, bill: Selector, site: number): Selector {
  if (site === NONE) return bill;
  const selector = (1 + site) * billSelectors(problem) + bill;
  if (selector <= LARGEST) return selector;
  const message = `The input has ${problem.bills.length} bills and ${problem.sites.length} sites; with subcontractors that draw from their own stock at most 2^31 pairs of them are planned with. Plan it in parts.`;
  throw new PlanningInputError([{ code: "outOfRange", path: ["sources"], message }]);
}

/** The selector of a bill, wherever components are drawn; a lane's, and none, stay what they are. */
export function billSelectorOf(problem: Problem, selector: Selector): Selector {
  return selector < 0 ? selector : selector % billSelectors(problem);
}

/** The site at which the components of a bill are drawn; {@link NONE}: at that of the order. */
export function drawnAt(problem: Problem, selector: Selector): number {
  return selector < 0 ? NONE : Math.floor(selector / billSelectors(problem)) - 1;
}

/** How many selectors stand for bills: by date, and each by its name. */
function billSelectors({ bills }: Problem): number {
  return 1 + bills.length;
}
