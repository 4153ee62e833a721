import { parametersOf } from "./parameters.js";
import type { Problem } from "./problem.js";
import { key, siteOf } from "./problem.js";
import { issueSite, subcontracted } from "./subcontract.js";

/**
 * The item-sites that are stocking points without a segment (K22): with one site those of all items,
 * with several those that some row names, and what their bills, lanes and follow-ups lead to.
 */
export function itemSites(problem: Problem): Map<string, [string, string]> {
  const { input, siteIds } = problem;
  const found = new Map<string, [string, string]>();
  const open: [string, string][] = [];
  const name = (item: string, site: string) => {
    if (!found.has(key(item, site))) {
      found.set(key(item, site), [item, site]);
      open.push([item, site]);
    }
  };
  const lists = [input.itemSites, input.boms, input.stock, input.demands, input.allocations];
  for (const row of lists.flatMap((list): { item: string; site?: string }[] => list ?? [])) {
    name(row.item, siteOf(problem, row));
  }
  for (const row of input.sources ?? []) {
    name(row.item, siteOf(problem, row));
  }
  for (const row of input.supplies ?? []) {
    name(row.item, siteOf(problem, row));
    for (const component of row.components ?? []) {
      name(component.item, issueSite(problem, row));
    }
    if (row.kind === "transfer" && row.firm === true && row.from !== undefined) {
      name(row.item, row.from);
    }
  }
  if (siteIds.length === 1) {
    for (const item of problem.items.keys()) {
      name(item, siteIds[0] ?? "main");
    }
  }
  const subcontractedBills = subcontracted(problem);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [item, site] = next;
    for (const bom of (input.boms ?? []).filter((row) => row.item === item)) {
      if (siteOf(problem, bom) === site) {
        for (const line of bom.lines) {
          name(line.item, site);
          for (const substitute of line.substitutes ?? []) name(substitute.item, site);
        }
        for (const coProduct of bom.coProducts ?? []) name(coProduct.item, site);
      }
    }
    const followUp = parametersOf(problem, item, site).row.discontinued?.followUp;
    if (followUp !== undefined) name(followUp, site);
    for (const source of (input.sources ?? []).filter((row) => row.item === item)) {
      const isLane = source.kind === "transfer" && siteOf(problem, source) === site;
      if (isLane && source.from !== undefined) {
        name(item, source.from);
      }
    }
    for (const { bom, from } of subcontractedBills.filter((row) => row.bom.item === item)) {
      if (siteOf(problem, bom) === site) {
        for (const line of bom.lines) {
          name(line.item, from);
          for (const substitute of line.substitutes ?? []) name(substitute.item, from);
        }
      }
    }
  }
  return found;
}
