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
  let groups: Map<number, Row[]> | undefined;
  return {
    at(item, site) {
      groups ??= grouped(rows, sites);
      return groups.get(item * sites + site) ?? none;
    },
  };
}

function grouped<Row extends { readonly item: number; readonly site: number }>(
  rows: readonly Row[],
  sites: number,
): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const key = row.item * sites + row.site;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
