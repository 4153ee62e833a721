import type { Problem } from "../input/problem.js";

/** Rows by item and site, for those that have any. */
export interface ByItemSite<Row> {
  readonly at: (item: number, site: number) => readonly Row[];
}

/** Groups rows by the item-site that they speak of, in their order. */
export function byItemSite<Row extends { readonly item: number; readonly site: number }>(
  rows: readonly Row[],
  { items, sites }: Problem,
): ByItemSite<Row> {
  if (sites.length === 1) return byItem(rows, items.length);
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const key = row.item * sites.length + row.site;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return { at: (item, site) => groups.get(item * sites.length + site) ?? [] };
}

function byItem<Row extends { readonly item: number }>(
  rows: readonly Row[],
  items: number,
): ByItemSite<Row> {
  const groups = new Array<Row[] | undefined>(items);
  for (const row of rows) {
    const group = groups[row.item];
    if (group === undefined) groups[row.item] = [row];
    else group.push(row);
  }
  return { at: (item) => groups[item] ?? [] };
}
