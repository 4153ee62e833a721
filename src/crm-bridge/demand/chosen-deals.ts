import { addMistake, type Issue, refuseMistakes, showValue } from "../../core/index.js";
import type { Deal } from "./deal-threads.js";
import type { ReadDealPolicy, ReadPolicy } from "./read-policy.js";

/**
 * Refuses a policy that chooses deals which there are not: the id of an opportunity or a quote is none
 * of a thread.
 *
 * @throws PlanningInputError with each of them
 */
export function refuseUnknownDeals(policy: ReadPolicy, deals: readonly Deal[]): void {
  const known = new Set(deals.map(({ id }) => id));
  const issues: Issue[] = [];
  const check = (field: string, use: ReadDealPolicy): void => {
    if (use.use !== "chosen") return;
    const named = (id: string, path: readonly (string | number)[]): void => {
      if (known.has(id)) return;
      const message = `The deal ${showValue(id)} is no thread of the records. Give an id that dealThreads tells, such as ${showValue('["opportunities","7"]')}.`;
      addMistake({ path, issues }, "unknownId", message, { value: id });
    };
    for (const [id, n] of use.deals) named(id, [field, "deals", n]);
    for (const id of use.slips.keys()) named(id, [field, "slips", id]);
  };
  check("deals", policy.deals);
  if (policy.quotes !== policy.deals) check("quotes", policy.quotes);
  refuseMistakes(issues);
}
