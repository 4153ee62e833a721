/** What orders to subcontractors and firm transfers draw on (K13, K45). */
import { sourceNamedBy } from "./firm-source.js";
import { parametersOf } from "./parameters.js";
import type { Problem } from "./problem.js";
import { key, siteOf } from "./problem.js";
import { sourcesOf } from "./sources.js";
import type { BomRow, SourceRow, SupplyRow } from "./types.js";

/** The site that a firm order draws on: its own, else that of the source it is exploded by. */
export function shippingSite(problem: Problem, supply: SupplyRow): string | undefined {
  const { item } = supply;
  const site = siteOf(problem, supply);
  const sources = sourcesOf(problem, item, site, parametersOf(problem, item, site));
  return supply.from ?? sourceNamedBy(sources, supply)?.from;
}

/** Where a released order draws what is still to be issued: a subcontract order where it says (K45). */
export function issueSite(problem: Problem, supply: SupplyRow): string {
  const own = siteOf(problem, supply);
  return supply.kind === "subcontract" ? (supply.from ?? own) : own;
}

/** Bills whose components a subcontractor takes from a site of its own (K45). */
export function subcontracted(problem: Problem): { bom: BomRow; from: string }[] {
  const { sources, supplies } = problem.input;
  const result: { bom: BomRow; from: string }[] = [];
  const add = (row: SourceRow | SupplyRow, from: string | undefined) => {
    for (const bom of problem.boms.get(key(row.item, siteOf(problem, row))) ?? []) {
      if (from !== undefined) {
        result.push({ bom, from });
      }
    }
  };
  for (const source of (sources ?? []).filter(({ kind }) => kind === "subcontract")) {
    add(source, source.from);
  }
  for (const supply of (supplies ?? []).filter(
    ({ kind, firm }) => kind === "subcontract" && firm,
  )) {
    add(supply, shippingSite(problem, supply));
  }
  return result;
}
