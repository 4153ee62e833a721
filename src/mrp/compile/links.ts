import { PlanningInputError, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import { type Bill, NONE, type Problem } from "../input/problem.js";
import { BillBook, compositeLines, MOST_WAYS, TooManyWays } from "./composite-lines.js";
import type { DayTables } from "./day-tables.js";
import {
  BILL_BY_DATE,
  type FirmOrder,
  type Links,
  NETTING,
  NO_SELECTOR,
  type PointSource,
  type Selector,
} from "./model.js";
import { relative } from "./point-sources.js";
import type { ByItemSite, Points } from "./points.js";

/** The largest number that a wide product takes exactly. */
const LARGEST_FACTOR = 2 ** 52;

export interface LinkMakers {
  readonly problem: Problem;
  readonly points: Points;
  readonly bills: ByItemSite<Bill>;
  readonly sources: readonly (readonly PointSource[])[];
  readonly firm: ReadonlyMap<number, readonly FirmOrder[]>;
  readonly netting: Uint8Array;
  readonly startTable: Int32Array;
  readonly tables: DayTables;
}

/** Links in the order in which parents make them, before they are grouped by component. */
class DraftLinks {
  readonly component: number[] = [];
  readonly parent: number[] = [];
  readonly ratio: Ratio[] = [];
  readonly fixed: boolean[] = [];
  readonly multiple: number[] = [];
  readonly selector: number[] = [];
  readonly offset: number[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];
}

/** Makes all links: bills, through phantoms that are passed by, and lanes of transfers. */
export function makeLinks(makers: LinkMakers): Links {
  const draft = new DraftLinks();
  const book = new BillBook();
  const budget = { left: MOST_WAYS };
  const { points, netting, sources, firm } = makers;
  for (let point = 0; point < points.count; point++) {
    if (netting[point] === NETTING.passedBy) continue;
    const selectors = new Set<Selector>();
    if (netting[point] === NETTING.phantom) selectors.add(BILL_BY_DATE);
    else for (const source of sources[point]!) selectors.add(source.selector);
    for (const order of firm.get(point) ?? []) selectors.add(order.selector);
    for (const selector of selectors) {
      if (selector === NO_SELECTOR) continue;
      if (selector <= -2) addLane(makers, draft, point, selector);
      else addLines(makers, draft, book, budget, point, selector);
    }
  }
  return grouped(makers, draft);
}

function addLane(makers: LinkMakers, draft: DraftLinks, parent: number, selector: Selector): void {
  const { points } = makers;
  const component = points.find(points.item[parent]!, -2 - selector, points.segment[parent]!);
  const always = { offset: 0, from: -(2 ** 31), to: 2 ** 31 - 1 };
  push(
    draft,
    component,
    parent,
    { num: 1n, den: 1n },
    { fixed: false, multiple: 0, ...always },
    selector,
  );
}

function addLines(
  makers: LinkMakers,
  draft: DraftLinks,
  book: BillBook,
  budget: { left: number },
  parent: number,
  selector: Selector,
): void {
  const { problem, points, bills, netting } = makers;
  const [item, site, segment] = [
    points.item[parent]!,
    points.site[parent]!,
    points.segment[parent]!,
  ];
  const named = selector === BILL_BY_DATE ? undefined : problem.bills[selector - 1]!;
  const start =
    named === undefined
      ? book.inForce(bills.at(item, site))
      : [{ bill: named, from: -(2 ** 31), to: 2 ** 31 - 1 }];
  const passBy = (component: number) => {
    if (!problem.items[component]!.phantom) return undefined;
    const point = points.find(component, site, segment);
    return netting[point] === NETTING.passedBy
      ? book.inForce(bills.at(component, site))
      : undefined;
  };
  const decimals = problem.items[item]!.decimals;
  for (const way of guarded(() => compositeLines(start, passBy, budget), item, problem)) {
    const component = points.find(way.component, site, segment);
    const ofComponent = problem.items[way.component]!.decimals;
    const scaled = way.fixed
      ? ratioOf(way.ratio.num * powerOfTen(ofComponent), way.ratio.den)
      : ratioOf(way.ratio.num * powerOfTen(ofComponent), way.ratio.den * powerOfTen(decimals));
    push(draft, component, parent, scaled, way, selector);
  }
}

function guarded<T>(make: () => T, item: number, problem: Problem): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TooManyWays)) throw error;
    const id = problem.items[item]!.id;
    const message = `The phantoms under item ${JSON.stringify(id)} multiply to more than ${MOST_WAYS} ways down. Make some of them ordinary items.`;
    throw new PlanningInputError([{ code: "contradiction", path: ["boms"], message, item: id }]);
  }
}

function push(
  draft: DraftLinks,
  component: number,
  parent: number,
  ratio: Ratio,
  line: { fixed: boolean; multiple: number; offset: number; from: number; to: number },
  selector: Selector,
): void {
  if (component === NONE || ratio.num === 0n) return;
  draft.component.push(component);
  draft.parent.push(parent);
  draft.ratio.push(ratio);
  draft.fixed.push(line.fixed);
  draft.multiple.push(line.multiple);
  draft.selector.push(selector);
  draft.offset.push(line.offset);
  draft.from.push(line.from);
  draft.to.push(line.to);
}

function grouped(makers: LinkMakers, draft: DraftLinks): Links {
  const { problem, points, netting, sources, startTable, tables } = makers;
  const count = draft.component.length;
  const start = new Int32Array(points.count + 1);
  for (const component of draft.component) start[component + 1]!++;
  for (let p = 0; p < points.count; p++) start[p + 1]! += start[p]!;
  const next = start.slice();
  const huge = new Map<number, Ratio>();
  const exact = new Map<number, Ratio>();
  const links = {
    start,
    parent: new Int32Array(count),
    num: new Float64Array(count),
    den: new Float64Array(count),
    huge,
    fixed: new Float64Array(count),
    multiple: new Float64Array(count),
    selector: new Int32Array(count),
    offset: new Int32Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count),
    table: new Int32Array(count),
    dueFrom: new Int32Array(count),
    dueTo: new Int32Array(count),
    hasRanges: false,
    exact,
  };
  for (let d = 0; d < count; d++) {
    const component = draft.component[d]!;
    const parent = draft.parent[d]!;
    const ratio = draft.ratio[d]!;
    const k = next[component]!++;
    links.parent[k] = parent;
    links.multiple[k] = draft.multiple[d]!;
    links.selector[k] = draft.selector[d]!;
    links.offset[k] = draft.offset[d]!;
    links.from[k] = relative(problem, draft.from[d]!);
    links.to[k] = relative(problem, draft.to[d]!);
    links.den[k] = 1;
    if (netting[component] === NETTING.phantom) exact.set(k, ratio);
    if (draft.fixed[d]) {
      const most = BigInt(Number.MAX_SAFE_INTEGER);
      const perOrder = (ratio.num + ratio.den - 1n) / ratio.den;
      links.fixed[k] = perOrder > most ? Number.POSITIVE_INFINITY : Number(perOrder);
    } else if (ratio.num < LARGEST_FACTOR && ratio.den < LARGEST_FACTOR) {
      links.num[k] = Number(ratio.num);
      links.den[k] = Number(ratio.den);
    } else huge.set(k, ratio);
    links.table[k] = NONE;
    const only = sources[parent]!.length === 1 ? sources[parent]![0]! : undefined;
    const simple =
      startTable[parent] !== NONE &&
      only !== undefined &&
      only.selector === links.selector[k] &&
      netting[component] !== NETTING.phantom &&
      links.fixed[k] === 0 &&
      links.multiple[k] === 0 &&
      !huge.has(k);
    if (!simple) continue;
    const componentSite = problem.sites[points.site[component]!]!.calendar;
    links.table[k] = tables.needs(only.steps, {
      offset: links.offset[k]!,
      parentCalendar: problem.sites[points.site[parent]!]!.calendar,
      componentCalendar: componentSite,
      safetyTime: problem.parameters(points.item[component]!, points.site[component]!).safetyTime,
    });
    const effect =
      problem.conventions.effectivity === "due" ? undefined : tables.tables[startTable[parent]!]!;
    links.dueFrom[k] =
      links.from[k]! <= 0 ? 0 : firstDueInEffect(effect, tables.days, links.from[k]!);
    links.dueTo[k] =
      links.to[k]! >= 2 ** 31 - 1
        ? tables.days
        : firstDueInEffect(effect, tables.days, links.to[k]!);
    if (links.dueFrom[k]! > 0 || links.dueTo[k]! < tables.days) links.hasRanges = true;
  }
  return links;
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
