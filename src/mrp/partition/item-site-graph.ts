import { DraftPoints } from "../compile/draft-points.js";
import { findEdges } from "../compile/edges.js";
import { seedItemSites } from "../compile/points.js";
import { issueSiteOf } from "../input/issue-site.js";
import { NONE, type Problem } from "../input/problem.js";

/** Two item-sites that are planned together, by their numbers. */
export type Tie = readonly [number, number];

/** Which item-sites may need which, and what else must be planned together. */
export interface ItemSiteGraph {
  readonly count: number;
  readonly item: ArrayLike<number>;
  /** The number of an item at a site, {@link NONE} when no row names or needs it. */
  readonly find: (item: number, site: number) => number;
  /** What may need something: an edge each, */
  readonly from: Int32Array;
  /** and what it may need. */
  readonly to: Int32Array;
  readonly ties: readonly Tie[];
}

/** Everything by which the plan of one item-site may depend on that of another (law 16). */
export function itemSiteGraph(problem: Problem): ItemSiteGraph {
  const draft = new DraftPoints(problem);
  if (problem.sites.length > 1) seedItemSites(problem, draft);
  const { from, to } = findEdges(problem, draft);
  const number = (item: number, site: number): number => draft.number(item, site, NONE);
  const ties = [
    ...stockLanes(problem, number),
    ...componentsToIssue(problem, number),
    ...sharedCapacities(problem, number),
    ...followUpsOfRows(problem, number),
  ];
  // A routing stands with its item-site, also where nothing is planned.
  for (const { item, site } of problem.routings) number(item, site);
  const find = (item: number, site: number): number => draft.find(item, site, NONE);
  return { count: draft.count, item: draft.item, find, from, to, ties };
}

type NumberOf = (item: number, site: number) => number;

/** A lane that ships from stock alone makes no level, but asks what is free (K44). */
function stockLanes({ sources }: Problem, number: NumberOf): Tie[] {
  return sources.flatMap(({ item, site, from, onlyFromStock }): Tie[] =>
    onlyFromStock ? [[number(item, site), number(item, from)]] : [],
  );
}

/** What a released order still draws stands in its row. */
function componentsToIssue({ supplies }: Problem, number: NumberOf): Tie[] {
  return [...supplies.detail].flatMap(([row, { components }]) => {
    const order = number(supplies.item[row]!, supplies.site[row]!);
    const at = issueSiteOf(supplies, row);
    return components.map(({ component }): Tie => [order, number(component, at)]);
  });
}

/** Who asks a supplier whose capacity is limited: all, or, where each row limits one item, those of the item (K46). */
function sharedCapacities(problem: Problem, number: NumberOf): Tie[] {
  const { capacities, sources, supplies } = problem;
  const ties: Tie[] = [];
  const first = new Map<string, number>();
  const share = (supplier: string | undefined, item: number, site: number): void => {
    const rows = supplier === undefined ? undefined : capacities.get(supplier);
    if (rows === undefined) return;
    const isOfItems = rows.every((row) => row.item !== NONE);
    const key = JSON.stringify([supplier, isOfItems ? item : NONE]);
    const asks = number(item, site);
    const before = first.get(key);
    if (before === undefined) first.set(key, asks);
    else ties.push([before, asks]);
  };
  for (const { supplier, item, site } of sources) share(supplier, item, site);
  for (const [row, { supplier }] of supplies.detail) {
    share(supplier, supplies.item[row]!, supplies.site[row]!);
  }
  return ties;
}

/**
 * With one site an item is planned wherever its row stands, and so is what its row names as its follow-up,
 * though a row for the site may say otherwise.
 */
function followUpsOfRows({ input, itemOf, sites }: Problem, number: NumberOf): Tie[] {
  if (sites.length > 1) return [];
  return (input.items ?? []).flatMap(({ discontinued }, item): Tie[] =>
    discontinued?.followUp === undefined
      ? []
      : [[number(item, 0), number(itemOf.get(discontinued.followUp)!, 0)]],
  );
}
