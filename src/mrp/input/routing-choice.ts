import type { Context } from "./context.js";
import { grouped } from "./grouped.js";
import { show } from "./issues.js";
import { NONE, type Source } from "./problem.js";
import type { ReadRouting } from "./routings.js";
import { tiedVersions } from "./tied-versions.js";

/** The routings that some source names. */
export function namedRoutings(sources: readonly Source[]): ReadonlySet<number> {
  return new Set(sources.flatMap(({ routing }) => (routing === NONE ? [] : [routing])));
}

/**
 * K52: routings of an item at a site that begin on the same day contradict each other where an order
 * would have to choose between them by date.
 */
export function refuseTiedRoutings(
  context: Context,
  routings: readonly ReadRouting[],
  named: ReadonlySet<number>,
): void {
  const { issues } = context;
  const byDate = routings.filter((_, number) => !named.has(number));
  const places = grouped(byDate, ({ item, site }) => item * context.sites.length + site);
  for (const ofPlace of places.values()) {
    for (const [routing, twin] of tiedVersions(context.startDay, ofPlace)) {
      const dates = ["validFrom", "validTo"].map((field) => ["routings", routing.row, field]);
      if ([...dates, ["routings", twin.row, "validFrom"]].some((path) => issues.isInDoubt(path))) {
        continue;
      }
      const message = `This routing of item ${show(context.items[routing.item]!.id)} is valid from the same day as routings[${twin.row}], and nothing says which one to use. Give one of them another validFrom, or name it in a source.`;
      issues.add("contradiction", ["routings", routing.row], message, { id: routing.id });
    }
  }
}
