import { NONE, type Problem } from "../input/problem.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { PARTED_LISTS, type PartedList } from "./input-part.js";

/** By list, then by part: the numbers of the rows of the whole input, ascending. */
export type RowsByPart = Readonly<Record<PartedList, readonly (readonly number[])[]>>;

/** Lists of rows that stand at an item-site. */
const AT_ITEM_SITES = [
  "itemSites",
  "sources",
  "boms",
  "routings",
  "stock",
  "supplies",
  "demands",
  "allocations",
] as const;

/** Lists of rows that others name by id. */
const NAMED = ["suppliers", "workCenters", "tools"] as const;

/** What leads from item-sites to parts. */
export interface PartOfItemSites {
  readonly parts: number;
  /** The part of an item at a site; {@link NONE} where nothing is planned and no row stands. */
  readonly of: (item: number, site: number) => number;
}

/**
 * Which rows each part gets: those of its item-sites, those of the items at them, and whatever these name.
 * Rows that nothing names are given to the first part, so that none is lost.
 */
export function rowsByPart(problem: Problem, parted: PartOfItemSites): RowsByPart {
  const { input, itemOf, sites } = problem;
  const { parts, of } = parted;
  const rows = Object.fromEntries(
    PARTED_LISTS.map((list) => [list, Array.from({ length: parts }, (): number[] => [])]),
  ) as Record<PartedList, number[][]>;
  const siteOf = new Map(sites.map(({ id }, site) => [id, site]));
  const partOf = (row: { readonly item: string; readonly site?: string | undefined }): number =>
    of(itemOf.get(row.item)!, row.site === undefined ? 0 : siteOf.get(row.site)!);
  for (const list of AT_ITEM_SITES) {
    for (const [r, row] of (input[list] ?? []).entries()) rows[list][partOf(row)]!.push(r);
  }
  const partOfDemand = new Map((input.demands ?? []).map((row) => [row.id, partOf(row)]));
  for (const [r, { demand }] of (input.reservations ?? []).entries()) {
    rows.reservations[partOfDemand.get(demand)!]!.push(r);
  }
  rows.items = itemRows(problem, parted, rows.itemSites);
  for (const list of NAMED) {
    rows[list] = namedRows(
      input[list] ?? [],
      Array.from({ length: parts }, (_, part) => idsNamed(list, input, rows, part)),
    );
  }
  return rows;
}

/** The items of each part: those at its item-sites, and those that their rows name as follow-ups. */
function itemRows(
  { input, itemOf, items, sites }: Problem,
  { parts, of }: PartOfItemSites,
  itemSites: readonly (readonly number[])[],
): number[][] {
  const has = Array.from({ length: parts }, () => new Set<number>());
  for (let item = 0; item < items.length; item++) {
    let isNowhere = true;
    for (let site = 0; site < sites.length; site++) {
      const part = of(item, site);
      if (part === NONE) continue;
      has[part]!.add(item);
      isNowhere = false;
    }
    if (isNowhere) has[0]!.add(item);
  }
  for (const [part, own] of has.entries()) {
    const name = (followUp: string | undefined): void => {
      if (followUp !== undefined) own.add(itemOf.get(followUp)!);
    };
    for (const r of itemSites[part]!) name(input.itemSites![r]!.discontinued?.followUp);
    // A set that grows meanwhile is gone through to its end.
    for (const item of own) name(input.items![item]!.discontinued?.followUp);
  }
  return has.map((own) => [...own].sort((a, b) => a - b));
}

type Rows = Readonly<Record<PartedList, readonly (readonly number[])[]>>;

/** The ids that the rows of a part name. */
function idsNamed(
  list: (typeof NAMED)[number],
  input: PlanningInput,
  rows: Rows,
  part: number,
): ReadonlySet<string> {
  const ids = new Set<string>();
  const name = (id: string | undefined): void => {
    if (id !== undefined) ids.add(id);
  };
  if (list === "suppliers") {
    for (const r of rows.sources[part]!) name(input.sources![r]!.supplier);
    for (const r of rows.supplies[part]!) name(input.supplies![r]!.supplier);
  }
  for (const r of rows.routings[part]!) {
    for (const operation of input.routings![r]!.operations) {
      if (list === "suppliers") name(operation.subcontract?.supplier);
      else if (list === "tools") for (const tool of operation.tools ?? []) name(tool);
      else {
        name(operation.workCenter);
        for (const { workCenter } of operation.alternates ?? []) name(workCenter);
      }
    }
  }
  return ids;
}

function namedRows(
  given: readonly { readonly id: string }[],
  named: readonly ReadonlySet<string>[],
): number[][] {
  const rows = named.map((): number[] => []);
  for (const [r, { id }] of given.entries()) {
    let isNamed = false;
    for (const [part, ids] of named.entries()) {
      if (!ids.has(id)) continue;
      rows[part]!.push(r);
      isNamed = true;
    }
    if (!isNamed) rows[0]!.push(r);
  }
  return rows;
}
