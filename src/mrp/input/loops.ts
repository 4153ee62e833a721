import type { Context } from "./context.js";
import { loopsOf } from "./cycles.js";
import { show } from "./issues.js";
import type { SupplyRows } from "./problem.js";
import { waysOf } from "./ways.js";

/**
 * K38: a firm order would be exploded within the cycle of its item, or shipped within it, where nothing
 * is planned.
 */
export function refuseFirmOrdersInLoops(context: Context, supplies: SupplyRows): void {
  if (context.conventions.cycles !== "stockOnly") return;
  const { input, issues, items, sites } = context;
  const loops = loopsOf(input);
  if (loops.size === 0) return;
  const keyOf = (item: string, site: string): string => JSON.stringify([item, site]);
  const makesItself = new Set<string>(); // item-sites with a line inside their cycle
  for (const { from, to, path, isRelation } of waysOf(input)) {
    if (isRelation || path[0] !== "boms" || !loops.has(from)) continue;
    if (loops.get(from) === loops.get(to)) makesItself.add(from);
  }
  const rowOf = new Map((input.supplies ?? []).map(({ id }, r) => [id, r]));
  for (const [row, { firm, from }] of supplies.detail) {
    if (!firm) continue;
    const item = items[supplies.item[row]!]!.id;
    const key = keyOf(item, sites[supplies.site[row]!]!.id);
    const group = loops.get(key);
    const site = supplies.kind(row) === "transfer" ? sites[from] : undefined;
    const ships = site !== undefined && loops.get(keyOf(item, site.id)) === group;
    if (group === undefined || !(makesItself.has(key) || ships)) continue;
    const id = supplies.id(row);
    const message = `The firm (true) of supply ${show(id)} contradicts that its item ${show(item)} needs itself: nothing is made or shipped within a cycle. Take the order out, or the cycle.`;
    issues.add("contradiction", ["supplies", rowOf.get(id)!, "firm"], message);
  }
}
