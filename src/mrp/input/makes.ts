import type { Context } from "./context.js";
import type { Bill, SupplyRows } from "./problem.js";
import type { ReadSource } from "./twin-sources.js";

/** A way to make an item at a site: a source that is stated, or one that needs no row. */
export interface Make {
  readonly item: number;
  readonly site: number;
  readonly source: ReadSource | undefined;
}

/** What says how items are made. */
export interface MakeRows {
  readonly sources: readonly ReadSource[];
  readonly bills: readonly Bill[];
  readonly supplies: SupplyRows;
}

/**
 * Every way in which something is made: sources of kind make, bills where no source is stated, and firm
 * production orders where none of these is there.
 */
export function makesOf(context: Context, { sources, bills, supplies }: MakeRows): Make[] {
  const sites = context.sites.length;
  const placeOf = ({ item, site }: Pick<Make, "item" | "site">): number => item * sites + site;
  const stated = new Set(sources.map(placeOf));
  const makes: Make[] = sources.flatMap((source) =>
    source.kind === "make" ? [{ item: source.item, site: source.site, source }] : [],
  );
  const made = new Set(makes.map(placeOf));
  const add = (make: Make): void => {
    if (made.has(placeOf(make)) || context.items[make.item]!.phantom) return;
    made.add(placeOf(make));
    makes.push(make);
  };
  for (const bill of bills) {
    if (!stated.has(placeOf(bill))) add({ item: bill.item, site: bill.site, source: undefined });
  }
  for (const [row, { firm }] of supplies.detail) {
    if (!firm || supplies.kind(row) !== "production") continue;
    add({ item: supplies.item[row]!, site: supplies.site[row]!, source: undefined });
  }
  return makes;
}
