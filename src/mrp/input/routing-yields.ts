import { formatRatio, ONE } from "../../core/index.js";
import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { ItemSiteParameters } from "./item-sites.js";
import type { ReadRouting } from "./routings.js";

/**
 * Q3, K53: what the operations of a routing lose is what the item loses. Both say it, since plans are made
 * without routings too.
 */
export function refuseOtherYields(
  context: Context,
  routings: readonly ReadRouting[],
  { at, rowAt }: ItemSiteParameters,
): void {
  for (const { row, item, site, routing } of routings) {
    const given = context.input.routings![row]!;
    const path = ["routings", row, "operations"];
    const states = given.operations.some((operation) => operation.yield !== undefined);
    if (routing === undefined || !states || context.issues.isInDoubt(path)) continue;
    if (context.issues.isInDoubt(rowAt(item, site).pathOf("yield"))) continue;
    const own = at(item, site).yield ?? ONE;
    const { num, den } = routing.yield;
    if (own.num === num && own.den === den) continue;
    const product = formatRatio(routing.yield);
    const message = `The yields of the operations of routing ${show(given.id)} make ${product} together, the yield of item ${show(context.items[item]!.id)} is ${formatRatio(own)}. Give the item the yield ${show(product)}, or correct those of the operations.`;
    context.issues.add("contradiction", path, message, { yield: product });
  }
}
