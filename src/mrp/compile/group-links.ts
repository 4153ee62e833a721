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
  const { points, tables } = rows;
  const links = emptyLinks(startsOf(draft.component, draft.count, points.count), tables.days);
  const next = links.start.slice(0, points.count); // where the next link of each component goes
  for (let d = 0; d < draft.count; d++) {
    placeLink(rows, links, draft, d, next[draft.component[d]!]!++);
  }
  return links;
}

function emptyLinks(start: Int32Array, days: number): MutableLinks {
  const count = start.at(-1)!;
  return {
    start,
    parent: new Int32Array(count),
    num: new Float64Array(count),
    den: new Float64Array(count),
    huge: new Map(),
    fixed: new Float64Array(count),
    multiple: new Float64Array(count),
    selector: new Int32Array(count),
    offset: new Int32Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count).fill(NEVER),
    table: PagedIntegers.over(new Int32Array(count)),
    dueFrom: new Int32Array(count),
    dueTo: new Int32Array(count).fill(days),
    hasRanges: false,
    exact: new Map(),
    substitutes: new Map(),
    preferred: new Set(),
  };
}

function placeLink(
  rows: LinkRows,
  links: MutableLinks,
  draft: DraftLinks,
  d: number,
  k: number,
): void {
  const { columns, tables } = rows;
  const parent = draft.parent[d]!;
  const component = draft.component[d]!;
  const selector = draft.selector[d]!;
  links.parent[k] = parent;
  links.num[k] = draft.num[d]!;
  links.den[k] = draft.den[d]!;
  if (selector !== 0) links.selector[k] = selector;
  const special = draft.special.size === 0 ? undefined : draft.special.get(d);
  const isTaken = special === undefined || placeSpecial(rows, links, component, k, special);
  const starts = columns.startTable[parent]!;
  if (!isTaken || starts === NONE || columns.selector[parent] !== selector) {
    links.table.set(k, NONE);
    return;
  }
  links.table.set(k, tables.needs(starts, links.offset[k]!, columns.arrival[component]!));
  if (special === undefined) return;
  const [dueFrom, dueTo] = dueRange(rows, links, k, starts);
  links.dueFrom[k] = dueFrom;
  links.dueTo[k] = dueTo;
  if (dueFrom > 0 || dueTo < tables.days) links.hasRanges = true;
}

/** Writes what is special of a link; returns whether a table may still say its day of need. */
function placeSpecial(
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
