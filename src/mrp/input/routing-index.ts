import { grouped } from "./grouped.js";
import { NONE, type Source } from "./problem.js";
import type { HasOperation } from "./progress.js";
import type { ReadRouting } from "./routings.js";

/** Finds routings by what names them, and by dates. */
export interface RoutingIndex {
  /** The number of a routing of an item and site by its id. */
  readonly find: (item: number, site: number, id: string) => number | undefined;
  /** All of an item-site. */
  readonly of: (item: number, site: number) => readonly ReadRouting[];
  /** K52: of those that no source names the one that is valid on a day and begins last. */
  readonly onDay: (item: number, site: number, day: number) => ReadRouting | undefined;
}

/** The routings of an input; `named` are the numbers of those that some source names. */
export function indexRoutings(
  sites: number,
  routings: readonly ReadRouting[],
  named: () => ReadonlySet<number>,
): RoutingIndex {
  const placeOf = (item: number, site: number): number => item * sites + site;
  const numbers = new Map(routings.map(({ id }, number) => [id, number]));
  const places = grouped(routings, ({ item, site }) => placeOf(item, site));
  const of = (item: number, site: number): readonly ReadRouting[] =>
    places.get(placeOf(item, site)) ?? [];
  return {
    find(item, site, id) {
      const number = numbers.get(id);
      const routing = number === undefined ? undefined : routings[number]!;
      return routing?.item === item && routing.site === site ? number : undefined;
    },
    of,
    onDay(item, site, day) {
      const isByDate = ({ id }: ReadRouting): boolean => !named().has(numbers.get(id)!);
      return latestOn(of(item, site).filter(isByDate), day);
    },
  };
}

/** Of rows with a validity the one that is valid on a day and begins last. */
export function latestOn<Row extends { readonly validFrom: number; readonly validTo: number }>(
  rows: readonly Row[],
  day: number,
): Row | undefined {
  let latest: Row | undefined;
  for (const row of rows) {
    const isValid = row.validFrom <= day && day < row.validTo;
    if (isValid && (latest === undefined || row.validFrom > latest.validFrom)) latest = row;
  }
  return latest;
}

/**
 * Whether an open supply may be made by a routing with an operation: the one that its source names, else
 * any of its item and site, since others are chosen by dates.
 */
export function operationFinder(
  index: RoutingIndex,
  routings: readonly ReadRouting[],
  sourceOf: (item: number, site: number, id: string) => Source | undefined,
): HasOperation {
  return (item, site, source, operation) => {
    const number = source === undefined ? NONE : (sourceOf(item, site, source)?.routing ?? NONE);
    const candidates = number === NONE ? index.of(item, site) : [routings[number]!];
    return candidates.some(
      ({ routing }) =>
        // Of one that is refused nothing is known.
        routing === undefined || routing.operations.some(({ id }) => id === operation),
    );
  };
}
