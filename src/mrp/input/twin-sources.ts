import type { Context } from "./context.js";
import { grouped } from "./grouped.js";
import { show } from "./issues.js";
import type { Source } from "./problem.js";

/** A source, and the number of its row. */
export interface ReadSource extends Source {
  readonly row: number;
}

/**
 * N10: of two sources that may be used on the same day for the same quantity, rank, kind, supplier
 * or site, and id say which comes first; two that agree in all of them contradict each other.
 */
export function refuseTwinSources(context: Context, sources: readonly ReadSource[]): void {
  // Ids are unique, so only sources without one can be twins.
  const nameless = sources.filter(({ id }) => id === undefined);
  const keyOf = ({ item, site, rank, kind, supplier, from }: ReadSource): string =>
    JSON.stringify([item, site, rank, kind, supplier ?? from]);
  for (const group of grouped(nameless, keyOf).values()) {
    const apart: ReadSource[] = [];
    for (const source of group) {
      const twin = apart.find((other) => mayBothServe(source, other));
      if (twin === undefined) apart.push(source);
      else refuse(context, source, twin);
    }
  }
}

function mayBothServe(a: ReadSource, b: ReadSource): boolean {
  const onOneDay = overlaps([a.validFrom, a.validTo - 1], [b.validFrom, b.validTo - 1]);
  return onOneDay && overlaps([a.minQuantity, a.maxQuantity], [b.minQuantity, b.maxQuantity]);
}

/** Whether ranges, both ends included, have something in common. */
function overlaps(a: readonly [number, number], b: readonly [number, number]): boolean {
  return Math.max(a[0], b[0]) <= Math.min(a[1], b[1]);
}

function refuse({ issues, input }: Context, source: ReadSource, twin: ReadSource): void {
  // What says how they differ may have a wrong form.
  if ([source, twin].some(({ row }) => issues.isInDoubt(["sources", row]))) return;
  const { item } = input.sources![source.row]!;
  const message = `This source of item ${show(item)} agrees with sources[${twin.row}] in rank, kind and partner, so nothing says which comes first. Give one of them an id or another rank.`;
  issues.add("contradiction", ["sources", source.row], message, { item });
}
