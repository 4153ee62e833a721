import {
  countRatio,
  formatRatio,
  type Issue,
  multiplyRatios,
  parseRatio,
  precisionWords,
  type Ratio,
} from "../../core/index.js";
import { show } from "../argument.js";
import type { LotSizes } from "./lot-sizes.js";
import { issueOf, type ProductProblem } from "./multi-level-argument.js";

/** The finest quantities are billionths. */
const MOST_DECIMALS = 9;

/** What the lot of a parent needs of an item. */
interface LineNeed {
  readonly line: number;
  readonly quantity: Ratio;
  readonly parent: string;
  readonly lot: Ratio;
  readonly need: Ratio;
}

/** What is needed of a component by one lot of its parent. */
export function needOf(lot: LotSizes["receipts"][number], quantity: Ratio): Ratio {
  return multiplyRatios(parseRatio(lot.toFixed())!, quantity);
}

/**
 * Names the lines that make needs of an item too fine or too large to be counted, where the item's own
 * demand is not to blame.
 *
 * @param item - the item whose lots cannot be sized
 * @param sized - the lots of its parents, by item
 * @param issues - what is wrong with it, by its own fields
 * @returns the same by the fields of the whole argument, each line once
 */
export function issuesOfNeeds(
  problem: ProductProblem,
  item: number,
  sized: readonly (LotSizes | undefined)[],
  issues: readonly Issue[],
): Issue[] {
  const { decimals = MOST_DECIMALS, demand, id } = problem.items[item]!;
  const isCounted = (ratio: Ratio): boolean =>
    typeof countRatio(ratio, decimals, "exact") === "number";
  const byLine = new Map<number, Issue>();
  const own: Issue[] = [];
  for (const issue of issues) {
    const [field, period] = issue.path;
    const isNeed = field === "demand" && typeof period === "number" && isCounted(demand[period]!);
    const culprits = isNeed
      ? lineNeeds(problem, item, sized, period).filter(({ need }) => !isCounted(need))
      : [];
    if (culprits.length === 0) own.push(issueOf(item, issue));
    for (const culprit of culprits) {
      if (!byLine.has(culprit.line)) byLine.set(culprit.line, lineIssue(culprit, id, decimals));
    }
  }
  return [...own, ...byLine.values()];
}

/** What each line into an item needs of it in a period. */
function lineNeeds(
  { items, components }: ProductProblem,
  item: number,
  sized: readonly (LotSizes | undefined)[],
  period: number,
): LineNeed[] {
  return components.flatMap((lines, n) =>
    lines
      .filter((line) => line.item === item)
      .map(({ line, quantity }) => {
        const received = sized[n]!.receipts[period]!;
        const lot = parseRatio(received.toFixed())!;
        return { line, quantity, parent: items[n]!.id, lot, need: needOf(received, quantity) };
      }),
  );
}

function lineIssue(
  { line, quantity, parent, lot, need }: LineNeed,
  id: string,
  decimals: number,
): Issue {
  const path = ["lines", line, "quantity"];
  const advice =
    decimals < MOST_DECIMALS
      ? `give ${show(id)} more decimals (at most ${MOST_DECIMALS})`
      : `give ${show(parent)} an orderMultiple with which it comes out`;
  const wish =
    countRatio(need, decimals, "exact") === "tooFine"
      ? `have at most ${decimals} decimals. Round the quantity, or ${advice}.`
      : `be below 2^53 in ${precisionWords(decimals)}. Choose another unit or fewer decimals.`;
  const message = `The lines[${line}].quantity (${formatRatio(quantity)}) makes a lot of ${formatRatio(lot)} ${show(parent)} need ${formatRatio(need)} ${show(id)}, which must ${wish}`;
  return { code: "outOfRange", path, message, value: formatRatio(quantity) };
}
