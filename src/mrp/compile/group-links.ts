import type { Ratio } from "../../core/index.js";
import { NEVER, NONE } from "../input/problem.js";
import { PagedIntegers } from "../pages/index.js";
import { startsOf } from "./changes.js";
import type { DraftLinks, SpecialLink } from "./draft-links.js";
import type { LinkRows } from "./link-rows.js";
import { type Links, NETTING, type SubstituteLink } from "./model.js";
import { relative } from "./point-sources.js";

type MutableLinks = { -readonly [Name in keyof Links]: Links[Name] } & {
  readonly huge: Map<number, Ratio>;
  readonly exact: Map<number, Ratio>;
  readonly substitutes: Map<number, readonly SubstituteLink[]>;
  readonly preferred: Set<number>;
};

/** Groups links by their component, those of one component by parent in the order of the sweep. */
export function groupLinks(rows: LinkRows, draft: DraftLinks): Links {
  const { points, columns, tables } = rows;
  const { startTable, selector: selectorOf, arrival } = columns;
  const { count, parent, component, selector, num, den, special } = draft;
  const start = startsOf(component, count, points.count);
  const next = start.slice(0, points.count); // where the next link of each component goes
  const table = new Int32Array(count);
  const links = emptyLinks(start, table, tables.days, special.size > 0);
  for (let d = 0; d < count; d++) {
    const from = parent[d]!;
    const to = component[d]!;
    const k = next[to]!++;
    links.parent[k] = from;
    links.num[k] = num[d]!;
    links.den[k] = den[d]!;
    const starts = selectorOf[from] === selector[d] ? startTable[from]! : NONE;
    const terms = special.size === 0 ? undefined : special.get(d);
    if (terms !== undefined) {
      links.selector[k] = selector[d]!;
      table[k] = placeSpecial(rows, links, to, k, terms, starts);
    } else table[k] = starts === NONE ? NONE : tables.needs(starts, 0, arrival[to]!);
  }
  return links;
}

/**
 * Links of which nothing is written yet.
 *
 * @param start - where those of each component begin
 * @param table - the table of netting days of each link
 * @param hasSpecial - if not, columns of what only some links have are one column of zeros, or of no end
 */
export function emptyLinks(
  start: Int32Array,
  table: Int32Array,
  days: number,
  hasSpecial: boolean,
): MutableLinks {
  const count = table.length;
  const noNumbers = new Float64Array(count);
  const noIntegers = new Int32Array(noNumbers.buffer, 0, count);
  const integers = (): Int32Array => (hasSpecial ? new Int32Array(count) : noIntegers);
  const numbers = (): Float64Array => (hasSpecial ? new Float64Array(count) : noNumbers);
  const never = new Int32Array(count).fill(NEVER);
  return {
    start,
    parent: new Int32Array(count),
    num: new Float64Array(count),
    den: new Float64Array(count),
    huge: new Map(),
    fixed: numbers(),
    multiple: numbers(),
    selector: integers(),
    offset: integers(),
    from: integers(),
    to: never,
    table: PagedIntegers.over(table),
    dueFrom: integers(),
    dueTo: hasSpecial ? new Int32Array(count).fill(days) : never,
    hasRanges: false,
    exact: new Map(),
    substitutes: new Map(),
    preferred: new Set(),
  };
}

/**
 * Writes what is special of a link.
 *
 * @param starts - the table of starts of the orders that take it; {@link NONE} without one
 * @returns its table of netting days; {@link NONE} where each order is to be looked at
 */
function placeSpecial(
  rows: LinkRows,
  links: MutableLinks,
  component: number,
  k: number,
  special: SpecialLink,
  starts: number,
): number {
  const { columns, tables } = rows;
  if (!placeTerms(rows, links, component, k, special) || starts === NONE) return NONE;
  const [dueFrom, dueTo] = dueRange(rows, links, k, starts);
  links.dueFrom[k] = dueFrom;
  links.dueTo[k] = dueTo;
  if (dueFrom > 0 || dueTo < tables.days) links.hasRanges = true;
  return tables.needs(starts, links.offset[k]!, columns.arrival[component]!);
}

/** Writes the terms of a link; returns whether a table may still say its day of need. */
function placeTerms(
  { problem, columns }: LinkRows,
  links: MutableLinks,
  component: number,
  k: number,
  { ratio, fixed, multiple, offset, from, to, substitutes }: SpecialLink,
): boolean {
  if (substitutes !== undefined) {
    links.substitutes.set(k, substitutes);
    links.preferred.add(component);
  }
  links.multiple[k] = multiple;
  links.offset[k] = offset;
  links.from[k] = Math.max(0, relative(problem, from));
  links.to[k] = relative(problem, to);
  const isExact = columns.netting[component] === NETTING.phantom;
  if (isExact) links.exact.set(k, ratio);
  const isHuge = !fixed && links.num[k] === 0;
  if (isHuge) links.huge.set(k, ratio);
  if (fixed) links.fixed[k] = perOrder(ratio);
  return !(isExact || isHuge || fixed || multiple > 0);
}

function perOrder({ num, den }: Ratio): number {
  const counts = (num + den - 1n) / den;
  return counts > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(counts);
}

/** The due days [from, to) of the orders that take a link with a validity of its own. */
export function dueRange(
  { problem, tables }: Pick<LinkRows, "problem" | "tables">,
  links: Pick<Links, "from" | "to">,
  k: number,
  starts: number,
): readonly [from: number, to: number] {
  const { days } = tables;
  const byDue = problem.conventions.effectivity === "due";
  const effect = byDue ? undefined : tables.tables[starts]!;
  const [from, to] = [links.from[k]!, links.to[k]!];
  return [
    from > 0 ? firstDueInEffect(effect, days, from) : 0,
    to < NEVER ? firstDueInEffect(effect, days, to) : days,
  ];
}

/** The first due day whose day of effect, max(T0, start) or the due day itself, reaches a day (B8). */
function firstDueInEffect(starts: Int32Array | undefined, days: number, day: number): number {
  let [low, high] = [0, days];
  while (low < high) {
    const middle = (low + high) >> 1;
    const effect = starts === undefined ? middle : Math.max(0, starts[middle]!);
    if (effect < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
