import type { ByItemSite } from "../input/by-item-site.js";
import { ALWAYS, type Bill, NEVER, type Problem } from "../input/problem.js";
import { billsInForce } from "./bill-versions.js";
import { inCounts } from "./draft-links.js";
import { BILL_BY_DATE, type CoProductLink, type DrivingCoProduct, type Model } from "./model.js";
import type { PointColumns } from "./point-columns.js";
import { relative } from "./point-sources.js";
import type { Points } from "./points.js";

/** What comes to stocking points with orders of others, by the point to which it comes. */
export function coProductLinks(
  problem: Problem,
  points: Points,
  bills: ByItemSite<Bill>,
): ReadonlyMap<number, readonly CoProductLink[]> {
  const links = new Map<number, CoProductLink[]>();
  if (problem.coProducts.length === 0) return links;
  const parents = pointsByBill(problem, points);
  for (const { bill, item, ratio, drives } of problem.coProducts) {
    if (ratio.num === 0n) continue;
    for (const parent of parents[bill]!) {
      const lead = points.item[parent]!;
      const point = points.find(item, points.site[parent]!, points.segment[parent]!);
      const { decimals } = problem.items[item]!;
      const counts = inCounts(ratio, problem.items[lead]!.decimals, decimals, false);
      for (const days of daysOfBill(problem, bills, bill)) {
        const link = { parent, ratio: counts, drives, ...days };
        const there = links.get(point);
        if (there === undefined) links.set(point, [link]);
        else there.push(link);
      }
    }
  }
  return links;
}

/** The co-products that drive orders, by the stocking point of their lead item (K40). */
export function drivingCoProducts(
  { sources }: Pick<PointColumns, "sources">,
  coProducts: Model["coProducts"],
): Model["driving"] {
  const driving = new Map<number, DrivingCoProduct[]>();
  for (const [point, links] of coProducts) {
    const ratiosOf = new Map<number, DrivingCoProduct["ratios"][number][]>();
    for (const { parent, ratio, selector, drives } of links) {
      // A lead item that is driven has one make and one bill, which stands there twice.
      if (!drives || selector !== sources.at(parent)[0]!.selector) continue;
      ratiosOf.set(parent, [...(ratiosOf.get(parent) ?? []), ratio]);
    }
    for (const [parent, ratios] of ratiosOf) {
      driving.set(parent, [...(driving.get(parent) ?? []), { point, ratios }]);
    }
  }
  return driving;
}

/** The stocking points of the item-site of each bill that brings co-products. */
function pointsByBill({ bills, coProducts }: Problem, points: Points): readonly number[][] {
  const at = new Map<string, number[]>();
  const places = coProducts.map(({ bill }) => {
    const { item, site } = bills[bill]!;
    const key = `${item} ${site}`;
    const there = at.get(key) ?? [];
    at.set(key, there);
    return [bill, there] as const;
  });
  for (let point = 0; point < points.count; point++) {
    at.get(`${points.item[point]} ${points.site[point]}`)?.push(point);
  }
  const byBill: number[][] = [];
  for (const [bill, there] of places) byBill[bill] = there;
  return byBill;
}

/** Which orders follow a bill: those that name it on all days, others on the days it is in force. */
function daysOfBill(
  problem: Problem,
  bills: ByItemSite<Bill>,
  number: number,
): Pick<CoProductLink, "selector" | "from" | "to">[] {
  const bill = problem.bills[number]!;
  const byDate = billsInForce(bills.at(bill.item, bill.site)).flatMap((inForce) =>
    inForce.bill === bill
      ? [
          {
            selector: BILL_BY_DATE,
            from: relative(problem, inForce.from),
            to: relative(problem, inForce.to),
          },
        ]
      : [],
  );
  return [{ selector: 1 + number, from: ALWAYS, to: NEVER }, ...byDate];
}
