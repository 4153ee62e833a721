import { NONE } from "../input/problem.js";
import { dueRange } from "./group-links.js";
import type { Links, ParameterChange } from "./model.js";
import type { PatchedPoints } from "./patch-points.js";
import type { PointRows } from "./point-columns.js";

/** How the days of a link's needs follow from due days, see {@link Links}. */
interface LinkDays {
  readonly table: number;
  readonly dueFrom: number;
  readonly dueTo: number;
}

/**
 * Links whose parents start their orders otherwise, or whose components net needs on other days; all
 * else of them is shared.
 */
export function patchLinks(
  rows: Pick<PointRows, "problem" | "tables">,
  links: Links,
  { columns, restarted, moved }: PatchedPoints,
  below: ParameterChange["below"],
): Links {
  const touched = new Map<number, LinkDays>();
  const touch = (component: number, isTouched: (parent: number) => boolean): void => {
    for (let k = links.start[component]!; k < links.start[component + 1]!; k++) {
      if (!isTouched(links.parent[k]!) || touched.has(k)) continue;
      touched.set(k, linkDays(rows, links, columns, component, k));
    }
  };
  for (const point of restarted) {
    for (const component of below(point)) touch(component, (parent) => parent === point);
  }
  for (const component of moved) touch(component, () => true);
  const { days } = rows.tables;
  const table = links.table.fork();
  for (const [k, entry] of touched) {
    if (entry.table !== table.at(k)) table.set(k, entry.table);
  }
  const patched = (name: "dueFrom" | "dueTo"): Int32Array => {
    let own: Int32Array | undefined;
    for (const [k, entry] of touched) {
      if (entry[name] === links[name][k]) continue;
      own ??= links[name].slice();
      own[k] = entry[name];
    }
    return own ?? links[name];
  };
  const isRange = ({ dueFrom, dueTo }: LinkDays): boolean => dueFrom > 0 || dueTo < days;
  return {
    ...links,
    table,
    dueFrom: patched("dueFrom"),
    dueTo: patched("dueTo"),
    hasRanges: links.hasRanges || [...touched.values()].some(isRange),
  };
}

function linkDays(
  rows: Pick<PointRows, "problem" | "tables">,
  links: Links,
  columns: PatchedPoints["columns"],
  component: number,
  k: number,
): LinkDays {
  const { tables } = rows;
  const parent = links.parent[k]!;
  const starts = columns.startTable[parent]!;
  const isSpecial =
    links.exact.has(k) || links.huge.has(k) || links.fixed[k]! > 0 || links.multiple[k]! > 0;
  if (isSpecial || starts === NONE || columns.selector[parent] !== links.selector[k]) {
    return { table: NONE, dueFrom: 0, dueTo: tables.days };
  }
  const table = tables.needs(starts, links.offset[k]!, columns.arrival[component]!);
  const [dueFrom, dueTo] = dueRange(rows, links, k, starts);
  return { table, dueFrom, dueTo };
}
