import { ONE, PlanningInputError, type Ratio } from "../../core/index.js";
import { ALWAYS, type Bill, NEVER, NONE } from "../input/problem.js";
import type { BillInForce } from "./bill-versions.js";
import {
  BillBook,
  type CompositeLine,
  compositeLines,
  MOST_WAYS,
  TooManyWays,
} from "./composite-lines.js";
import { DraftLinks, inCounts, type LineTerms } from "./draft-links.js";
import { groupLinks } from "./group-links.js";
import type { LinkRows } from "./link-rows.js";
import { BILL_BY_DATE, type Links, NETTING, NO_SELECTOR, type Selector } from "./model.js";

/** Makes all links: bills, through phantoms that are passed by, and lanes of transfers. */
export function makeLinks(rows: LinkRows): Links {
  const lines = rows.problem.bills.reduce((sum, bill) => sum + bill.lines.length, 0);
  const maker = new LinkMaker(rows, lines);
  const { inInputOrder, count } = rows.points;
  for (let n = 0; n < count; n++) maker.addPoint(inInputOrder[n]!);
  return groupLinks(rows, maker.draft);
}

const ALL_DAYS = { from: ALWAYS, to: NEVER };
const NO_TERMS: LineTerms = { fixed: false, multiple: 0, offset: 0, ...ALL_DAYS };

class LinkMaker {
  readonly draft: DraftLinks;
  readonly #rows: LinkRows;
  /** Decimals by item. */
  readonly #decimals: Uint8Array;
  readonly #passesBy: boolean;
  readonly #book = new BillBook();
  readonly #budget = { left: MOST_WAYS };

  constructor(rows: LinkRows, lines: number) {
    const { items } = rows.problem;
    this.#rows = rows;
    this.draft = new DraftLinks(rows.points.count, lines);
    this.#decimals = new Uint8Array(items.length);
    for (let item = 0; item < items.length; item++) this.#decimals[item] = items[item]!.decimals;
    this.#passesBy = rows.columns.netting.includes(NETTING.passedBy);
  }

  addPoint(point: number): void {
    const { columns, firm } = this.#rows;
    this.draft.first[point] = this.draft.count;
    if (firm.size === 0 && columns.startTable[point] !== NONE) {
      this.#addSelector(point, columns.selector[point]!);
    } else this.#addSelectors(point);
    this.draft.end[point] = this.draft.count;
  }

  /** Whatever orders of a point may follow, each once. */
  #addSelectors(point: number): void {
    const { columns, firm } = this.#rows;
    if (columns.netting[point] === NETTING.passedBy) return;
    const selectors = new Set<Selector>();
    if (columns.netting[point] === NETTING.phantom) selectors.add(BILL_BY_DATE);
    for (const source of columns.sources[point]!) selectors.add(source.selector);
    for (const order of firm.get(point) ?? []) selectors.add(order.selector);
    for (const selector of selectors) this.#addSelector(point, selector);
  }

  #addSelector(parent: number, selector: Selector): void {
    if (selector === NO_SELECTOR) return;
    if (selector <= -2) {
      this.#addLane(parent, selector);
      return;
    }
    const { problem, points, bills } = this.#rows;
    const item = points.item[parent]!;
    const site = points.site[parent]!;
    if (selector !== BILL_BY_DATE) {
      this.#addWays(parent, selector, [{ bill: problem.bills[selector - 1]!, ...ALL_DAYS }]);
      return;
    }
    const stated = bills.at(item, site);
    const only = stated.length === 1 ? stated[0]! : undefined;
    if (only !== undefined && this.#isPlain(only, points.segment[parent]!)) {
      this.#addPlainBill(parent, only);
    } else this.#addWays(parent, selector, this.#book.inForce(stated));
  }

  /** N10: one pair of a transferred item draws one pair at the site that ships. */
  #addLane(parent: number, selector: Selector): void {
    const { points } = this.#rows;
    const shipsFrom = -2 - selector;
    const component = points.find(points.item[parent]!, shipsFrom, points.segment[parent]!);
    this.#addLink(parent, component, selector, ONE, NO_TERMS);
  }

  /** Whether every order takes every line as it stands: no terms, no validity, no way further down. */
  #isPlain(bill: Bill, segment: number): boolean {
    if (bill.validFrom !== ALWAYS || bill.validTo !== NEVER) return false;
    for (const line of bill.lines) {
      if (line.fixed || line.multiple > 0 || line.offset !== 0) return false;
      if (line.validFrom !== ALWAYS || line.validTo !== NEVER) return false;
      if (!this.#passesBy) continue;
      const component = this.#rows.points.find(line.component, bill.site, segment);
      if (this.#rows.columns.netting[component] === NETTING.passedBy) return false;
    }
    return true;
  }

  #addPlainBill(parent: number, { site, lines }: Bill): void {
    const { points } = this.#rows;
    const segment = points.segment[parent]!;
    for (const { component, ratio } of lines) {
      this.#addLink(parent, points.find(component, site, segment), BILL_BY_DATE, ratio, NO_TERMS);
    }
  }

  #addWays(parent: number, selector: Selector, start: readonly BillInForce[]): void {
    const { points } = this.#rows;
    const site = points.site[parent]!;
    const segment = points.segment[parent]!;
    for (const way of this.#waysOf(parent, start)) {
      const component = points.find(way.component, site, segment);
      this.#addLink(parent, component, selector, way.ratio, way);
    }
  }

  #waysOf(parent: number, start: readonly BillInForce[]): CompositeLine[] {
    const { problem, points, bills, columns } = this.#rows;
    const site = points.site[parent]!;
    const segment = points.segment[parent]!;
    const passBy = (component: number) =>
      columns.netting[points.find(component, site, segment)] === NETTING.passedBy
        ? this.#book.inForce(bills.at(component, site))
        : undefined;
    try {
      return compositeLines(start, passBy, this.#budget);
    } catch (error) {
      if (!(error instanceof TooManyWays)) throw error;
      throw tooManyWays(problem.items[points.item[parent]!]!.id);
    }
  }

  /** A link of which most have neither terms nor figures that two numbers cannot hold. */
  #addLink(
    parent: number,
    component: number,
    selector: Selector,
    ratio: Ratio,
    terms: LineTerms,
  ): void {
    if (component === NONE || ratio.num === 0n) return;
    const { points, columns } = this.#rows;
    const ofParent = this.#decimals[points.item[parent]!]!;
    const ofComponent = this.#decimals[points.item[component]!]!;
    const isPlain =
      terms === NO_TERMS &&
      columns.netting[component] !== NETTING.phantom &&
      this.draft.addPlain(component, selector, ratio, ofComponent - ofParent);
    if (isPlain) return;
    const { fixed, multiple, offset, from, to } = terms;
    const counts = inCounts(ratio, ofParent, ofComponent, fixed);
    this.draft.addSpecial(component, selector, {
      ratio: counts,
      fixed,
      multiple,
      offset,
      from,
      to,
    });
  }
}

function tooManyWays(item: string): PlanningInputError {
  const message = `The phantoms under item ${JSON.stringify(item)} multiply to more than ${MOST_WAYS} ways down. Make some of them ordinary items.`;
  return new PlanningInputError([{ code: "contradiction", path: ["boms"], message, item }]);
}
