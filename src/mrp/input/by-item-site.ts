import { grouped } from "./grouped.js";

/** Rows by item and site, for those that have any. */
export interface ByItemSite<Row> {
  readonly at: (item: number, site: number) => readonly Row[];
}

/** Groups rows by the item-site that they speak of, in their order, when this is first asked for. */
export function byItemSite<Row extends { readonly item: number; readonly site: number }>(
  rows: readonly Row[],
  sites: number,
): ByItemSite<Row> {
  const none: readonly Row[] = [];
  let groups: ReadonlyMap<number, readonly Row[]> | undefined;
  return {
    at(item, site) {
      groups ??= grouped(rows, (row) => row.item * sites + row.site);
      return groups.get(item * sites + site) ?? none;
    },
  };
}
