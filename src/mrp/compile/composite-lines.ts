import { multiplyRatios, type Ratio } from "../../core/index.js";
import {
  ALWAYS,
  type Bill,
  type BillLine,
  NEVER,
  type Problem,
  type Substitute,
} from "../input/problem.js";
import { type BillInForce, billsInForce } from "./bill-versions.js";

/** A way from an order down to a component, through phantoms that have no stock of their own (B3). */
export interface CompositeLine {
  readonly component: number;
  /** Stock units per stock unit of the parent, or per order when fixed; not rounded on the way. */
  readonly ratio: Ratio;
  readonly fixed: boolean;
  readonly multiple: number;
  readonly offset: number;
  /** Days of effect of the parent's order, [from, to), days since 1970. */
  readonly from: number;
  readonly to: number;
  /** In place of the component, with ratios of the whole way; `undefined` without any (B5). */
  readonly substitutes: readonly Substitute[] | undefined;
}

/** More ways than this through phantoms are a mistake in the data, or would never end. */
export const MOST_WAYS = 5_000_000;

/** Thrown when phantoms multiply to more than {@link MOST_WAYS} ways. */
export class TooManyWays extends Error {}

/** The versions of one item-site, with their days in force worked out once. */
export class BillBook {
  readonly #inForce = new Map<readonly Bill[], readonly BillInForce[]>();

  inForce(bills: readonly Bill[]): readonly BillInForce[] {
    let found = this.#inForce.get(bills);
    if (found === undefined) {
      const only = bills.length === 1 ? bills[0] : undefined;
      found =
        only === undefined
          ? billsInForce(bills)
          : [{ bill: only, from: only.validFrom, to: only.validTo }];
      this.#inForce.set(bills, found);
    }
    return found;
  }
}

/**
 * All ways from an order to its components: factors multiply, offsets add, validities meet (B3).
 *
 * @param start - the bills that the order may follow, with their days
 * @param passBy - the bills of a component that is a phantom to be passed by, else `undefined`
 * @param budget - how many ways may still be made; it is counted down
 * @param substitutes - of the few lines that have any
 */
export function compositeLines(
  start: readonly BillInForce[],
  passBy: (component: number) => readonly BillInForce[] | undefined,
  budget: { left: number },
  substitutes: Problem["substitutes"],
): CompositeLine[] {
  const ways: CompositeLine[] = [];
  const open: {
    readonly bills: readonly BillInForce[];
    readonly above: CompositeLine | undefined;
  }[] = [{ bills: start, above: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { bill, from, to } of next.bills) {
      for (const line of bill.lines) {
        // A zero quantity is zero, also for what is fixed below it.
        if (line.ratio.num === 0n) continue;
        const way = extend(next.above, line, from, to, substitutes);
        if (way.from >= way.to) continue;
        if (--budget.left < 0) throw new TooManyWays();
        const bills = passBy(line.component);
        if (bills === undefined) ways.push(way);
        else open.push({ bills, above: way });
      }
    }
  }
  return ways;
}

function extend(
  above: CompositeLine | undefined,
  line: BillLine,
  billFrom: number,
  billTo: number,
  substitutes: Problem["substitutes"],
): CompositeLine {
  const restarts = above === undefined || line.fixed;
  const composite = (ratio: Ratio): Ratio =>
    restarts ? ratio : multiplyRatios(above.ratio, ratio);
  return {
    component: line.component,
    ratio: composite(line.ratio),
    fixed: line.fixed || (above?.fixed ?? false),
    multiple: line.multiple,
    offset: (above?.offset ?? 0) + line.offset,
    from: Math.max(above?.from ?? ALWAYS, line.validFrom, billFrom),
    to: Math.min(above?.to ?? NEVER, line.validTo, billTo),
    substitutes: substitutes.get(line)?.map((one) => ({ ...one, ratio: composite(one.ratio) })),
  };
}
