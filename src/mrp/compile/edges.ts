import { NONE, type Problem } from "../input/problem.js";
import type { DraftPoints } from "./draft-points.js";
import { drivingEdges, type Edge } from "./driven-by.js";
import { suppliedSites } from "./supplied-sites.js";

/** Which item-site may need something of which: an edge each, by the numbers of draft points. */
export interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The first edge that is neither a line of a bill nor a lane. */
  readonly relations: number;
}

/**
 * What an item-site may need of others: components of all its bills, and sites that ship to it, firm
 * transfers included; and what is planned after it though it does not need it. Item-sites that only
 * stand there as a component, co-product, substitute or follow-up are found here.
 */
export function findEdges(problem: Problem, draft: DraftPoints): Edges {
  const lanes = [...findLanes(problem, draft), ...suppliedLines(problem)];
  const lines = problem.billColumns.component.length;
  const from = new Int32Array(lines + lanes.length);
  const to = new Int32Array(lines + lanes.length);
  writeLines(problem, draft, from, to);
  for (let lane = 0; lane < lanes.length; lane++) {
    const { item, site, needed, at } = lanes[lane]!;
    from[lines + lane] = draft.number(item, site, NONE);
    to[lines + lane] = draft.number(needed, at, NONE);
  }
  // A source that ships nothing still names its item-site.
  for (const { item, site } of problem.sources) draft.number(item, site, NONE);
  const relations = findRelations(problem, draft);
  relations.push(...drivingEdges(problem, draft, { from, to, relations }));
  if (relations.length === 0) return { from, to, relations: from.length };
  return {
    from: Int32Array.from([...from, ...relations.map(([first]) => first)]),
    to: Int32Array.from([...to, ...relations.map(([, second]) => second)]),
    relations: from.length,
  };
}

/** An edge for each line of a bill. */
function writeLines(
  { billColumns: bills, sites }: Problem,
  draft: DraftPoints,
  from: Int32Array,
  to: Int32Array,
): void {
  const { count, item, site, start, component } = bills;
  // With one site the number of an item-site is that of its item.
  const isOneSite = sites.length === 1;
  if (isOneSite) to.set(component);
  for (let b = 0; b < count; b++) {
    const parent = isOneSite ? item[b]! : draft.number(item[b]!, site[b]!, NONE);
    for (let l = start[b]!; l < start[b + 1]!; l++) {
      from[l] = parent;
      if (!isOneSite) to[l] = draft.number(component[l]!, site[b]!, NONE);
    }
  }
}

/** B1: from a lead item to its co-products, from what is preferred to substitutes, from old to follow-up. */
function findRelations(problem: Problem, draft: DraftPoints): Edge[] {
  const relations: Edge[] = [];
  const relate = (first: number, second: number, site: number): void => {
    relations.push([draft.number(first, site, NONE), draft.number(second, site, NONE)]);
  };
  const { bills, coProducts, substitutes } = problem;
  for (const { bill, item } of coProducts) relate(bills[bill]!.item, item, bills[bill]!.site);
  if (substitutes.size > 0) {
    const supplied = suppliedSites(problem);
    for (const [b, bill] of bills.entries()) {
      if (problem.billColumns.isPlain[b] === 1) continue;
      const { item: parent, site } = bill;
      const sites = [site, ...(supplied.get(parent * problem.sites.length + site) ?? [])];
      for (const line of bill.lines) {
        for (const { item } of substitutes.get(line) ?? []) {
          for (const at of sites) relate(line.component, item, at);
        }
      }
    }
  }
  if (!problem.hasFollowUps) return relations;
  // A follow-up may be found here and be followed in its turn.
  for (let point = 0; point < draft.count; point++) {
    const [item, site] = [draft.item[point]!, draft.site[point]!];
    const { discontinued } = problem.parameters(item, site);
    if (discontinued === undefined || discontinued.followUp === NONE) continue;
    relate(item, discontinued.followUp, site);
  }
  return relations;
}

/** What an item at a site may need at another site. */
interface Lane {
  readonly item: number;
  readonly site: number;
  readonly needed: number;
  readonly at: number;
}

/** From which other sites an item may be shipped, from stock alone left out (B1). */
function findLanes({ sources, supplies }: Problem, draft: DraftPoints): Lane[] {
  const lanes: Lane[] = [];
  for (const { kind, item, site, from, onlyFromStock } of sources) {
    if (kind !== "transfer") continue;
    if (onlyFromStock) draft.number(item, from, NONE);
    else lanes.push({ item, site, needed: item, at: from });
  }
  for (const [row, { firm, from }] of supplies.detail) {
    if (!firm || supplies.kind(row) !== "transfer") continue;
    const item = supplies.item[row]!;
    lanes.push({ item, site: supplies.site[row]!, needed: item, at: from });
  }
  return lanes;
}

/** K45: what subcontractors of an item draw from their own stock, by all bills of the item. */
function suppliedLines(problem: Problem): Lane[] {
  const supplied = suppliedSites(problem);
  if (supplied.size === 0) return [];
  return problem.bills.flatMap((bill) => {
    const { item, site } = bill;
    return [...(supplied.get(item * problem.sites.length + site) ?? [])].flatMap((at) =>
      bill.lines.map(({ component }) => ({ item, site, needed: component, at })),
    );
  });
}
