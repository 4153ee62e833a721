import { NONE, type Problem } from "../input/problem.js";

/** K45: the sites at which subcontractors draw components, by item × sites + site. */
export function suppliedSites({ sites, sources, supplies }: Problem): Map<number, Set<number>> {
  const supplied = new Map<number, Set<number>>();
  const add = (item: number, site: number, from: number): void => {
    const key = item * sites.length + site;
    if (from !== NONE) supplied.set(key, (supplied.get(key) ?? new Set()).add(from));
  };
  for (const { kind, item, site, from } of sources) {
    if (kind === "subcontract") add(item, site, from);
  }
  for (const [row, { firm, from }] of supplies.detail) {
    if (!firm || supplies.kind(row) !== "subcontract") continue;
    add(supplies.item[row]!, supplies.site[row]!, from);
  }
  return supplied;
}
