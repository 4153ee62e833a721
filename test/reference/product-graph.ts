/**
 * What goes into what, of items at sites (B1): bill lines and transfer lanes, but for those from
 * stock alone (K44), which may form loops under `cycles: "stockOnly"` (B2), and the relations that
 * never may: lead item → co-product, preferred → substitute, old → follow-up, and what needs a
 * co-product → its lead item (K40).
 */
import { itemSites } from "./item-sites.js";
import { parametersOf } from "./parameters.js";
import type { Problem } from "./problem.js";
import { key, siteOf } from "./problem.js";
import { shippingSite, subcontracted } from "./subcontract.js";

/** The component comes after the parent. Both are `key(item, site)`. */
export interface Relation {
  parent: string;
  component: string;
}

export function linesAndLanes(problem: Problem): Relation[] {
  const { boms, sources, supplies } = problem.input;
  const relations: Relation[] = [];
  for (const bom of boms ?? []) {
    const site = siteOf(problem, bom);
    for (const line of bom.lines) {
      relations.push({ parent: key(bom.item, site), component: key(line.item, site) });
    }
  }
  const lane = (row: { item: string; site?: string }, from: string) =>
    relations.push({ parent: key(row.item, siteOf(problem, row)), component: key(row.item, from) });
  for (const source of sources ?? []) {
    if (source.kind === "transfer" && source.from !== undefined && source.onlyFromStock !== true) {
      lane(source, source.from);
    }
  }
  for (const supply of (supplies ?? []).filter(({ kind, firm }) => kind === "transfer" && firm)) {
    // A firm transfer is a need at the site it comes from, also where no lane stands behind it.
    const from = shippingSite(problem, supply);
    if (from !== undefined) {
      lane(supply, from);
    }
  }
  for (const { bom, from } of subcontracted(problem)) {
    for (const line of bom.lines) {
      const parent = key(bom.item, siteOf(problem, bom));
      relations.push({ parent, component: key(line.item, from) });
    }
  }
  return relations;
}

/** Preferred → substitute and old → follow-up. */
function replacements(problem: Problem): Relation[] {
  const relations: Relation[] = [];
  for (const bom of problem.input.boms ?? []) {
    const site = siteOf(problem, bom);
    for (const line of bom.lines) {
      for (const { item } of line.substitutes ?? []) {
        relations.push({ parent: key(line.item, site), component: key(item, site) });
      }
    }
  }
  for (const { bom, from } of subcontracted(problem)) {
    for (const line of bom.lines) {
      for (const { item } of line.substitutes ?? []) {
        relations.push({ parent: key(line.item, from), component: key(item, from) });
      }
    }
  }
  for (const [item, site] of itemSites(problem).values()) {
    const followUp = parametersOf(problem, item, site).row.discontinued?.followUp;
    if (followUp !== undefined) {
      relations.push({ parent: key(item, site), component: key(followUp, site) });
    }
  }
  return relations;
}

export function otherRelations(problem: Problem): Relation[] {
  const relations = replacements(problem);
  const needing = [...linesAndLanes(problem), ...relations];
  for (const bom of problem.input.boms ?? []) {
    const lead = key(bom.item, siteOf(problem, bom));
    for (const { item } of bom.coProducts ?? []) {
      const coProduct = key(item, siteOf(problem, bom));
      relations.push({ parent: lead, component: coProduct });
      if (bom.drivenBy === "largestNeed") {
        // The lead item comes after all from which the co-product may get a need (K40).
        for (const { parent } of needing.filter(({ component }) => component === coProduct)) {
          relations.push({ parent, component: lead });
        }
      }
    }
  }
  return relations;
}
