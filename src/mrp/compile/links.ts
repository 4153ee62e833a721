import { ONE, PlanningInputError, type Ratio } from "../../core/index.js";
import { ALWAYS, NEVER, NONE, type Substitute } from "../input/problem.js";
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
import {
  BILL_BY_DATE,
  type Links,
  NETTING,
  NO_SELECTOR,
  type Selector,
  type SubstituteLink,
} from "./model.js";
import { plainLinks } from "./plain-links.js";
import { billSelectorOf, drawnAt } from "./selectors.js";

/** Makes all links: bills, through phantoms that are passed by, and lanes of transfers. */
export function makeLinks(rows: LinkRows): Links {
  const plain = plainLinks(rows);
  if (plain !== undefined) return plain;
  const maker = new LinkMaker(rows);
  for (let point = 0; point < rows.points.count; point++) maker.addPoint(point);
  return groupLinks(rows, maker.draft);
}

const ALL_DAYS = { from: ALWAYS, to: NEVER };
const NO_TERMS = {
  fixed: false,
  multiple: 0,
  offset: 0,
  ...ALL_DAYS,
  substitutes: undefined,
  places: undefined,
};

class LinkMaker {
  readonly draft: DraftLinks;
  readonly #rows: LinkRows;
  /** Decimals by item. */
  readonly #decimals: Uint8Array;
  readonly #book = new BillBook();
  readonly #budget = { left: MOST_WAYS };

  constructor(rows: LinkRows) {
    const { billColumns, figures } = rows.problem;
    this.#rows = rows;
    this.draft = new DraftLinks(billColumns.component.length);
    this.#decimals = figures.decimals;
  }

  /** Adds the links that a point is the parent of. */
  addPoint(point: number): void {
    const { columns, firm } = this.#rows;
    if (firm.size === 0 && columns.startTable[point] !== NONE) {
      this.#addSelector(point, columns.selector[point]!);
    } else this.#addSelectors(point);
  }

  /** Whatever orders of a point may follow, each once. */
  #addSelectors(point: number): void {
    const { columns, firm } = this.#rows;
    if (columns.netting[point] === NETTING.passedBy) return;
    const selectors = new Set<Selector>();
    if (columns.netting[point] === NETTING.phantom) selectors.add(BILL_BY_DATE);
    for (const source of columns.sources.at(point)) selectors.add(source.selector);
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
    const bill = billSelectorOf(problem, selector);
    if (bill !== BILL_BY_DATE) {
      this.#addWays(parent, selector, [{ bill: problem.bills[bill - 1]!, ...ALL_DAYS }]);
    } else if (selector !== BILL_BY_DATE || !this.#addPlainBill(parent)) {
      const stated = bills.at(points.item[parent]!, points.site[parent]!);
      this.#addWays(parent, selector, this.#book.inForce(stated));
    }
  }

  /** N10: one pair of a transferred item draws one pair at the site that ships. */
  #addLane(parent: number, selector: Selector): void {
    const { points } = this.#rows;
    const shipsFrom = -2 - selector;
    const component = points.find(points.item[parent]!, shipsFrom, points.segment[parent]!);
    this.#addLink(parent, component, selector, ONE, NO_TERMS);
  }

  /**
   * Adds the lines of a bill that every order takes as they stand: one bill, no terms, no phantom to
   * pass by, and figures that two numbers hold.
   *
   * @returns whether the bill is such a one; if not, nothing is added
   */
  #addPlainBill(parent: number): boolean {
    const { problem, points, columns, onlyBill } = this.#rows;
    const { billColumns } = problem;
    const bill = onlyBill[parent]!;
    if (bill < 0 || billColumns.isPlain[bill] === 0) return false;
    const site = points.site[parent]!;
    const segment = points.segment[parent]!;
    const decimals = this.#decimals[points.item[parent]!]!;
    const { draft } = this;
    const { ofItem } = points;
    const before = draft.count;
    const loop = points.loops.get(parent);
    for (let l = billColumns.start[bill]!; l < billColumns.start[bill + 1]!; l++) {
      const num = billColumns.num[l]!;
      if (num === 0) continue;
      const item = billColumns.component[l]!;
      const component = ofItem === undefined ? points.find(item, site, segment) : ofItem[item]!;
      if (loop !== undefined && points.loops.get(component) === loop) continue;
      const shift = this.#decimals[item]! - decimals;
      const isPlain =
        columns.netting[component]! < NETTING.phantom &&
        draft.addPlain(parent, component, num, billColumns.den[l]!, shift);
      if (isPlain) continue;
      draft.count = before;
      return false;
    }
    return true;
  }

  #addWays(parent: number, selector: Selector, start: readonly BillInForce[]): void {
    const { points, problem } = this.#rows;
    const drawn = drawnAt(problem, selector);
    const site = drawn === NONE ? points.site[parent]! : drawn;
    const segment = points.segment[parent]!;
    for (const way of this.#waysOf(parent, site, start)) {
      const component = points.find(way.component, site, segment);
      this.#addLink(parent, component, selector, way.ratio, way);
    }
  }

  /** @param site - where the components are drawn, phantoms on the way included (K45) */
  #waysOf(parent: number, site: number, start: readonly BillInForce[]): CompositeLine[] {
    const { problem, points, bills, columns } = this.#rows;
    const segment = points.segment[parent]!;
    const passBy = (component: number) =>
      columns.netting[points.find(component, site, segment)] === NETTING.passedBy
        ? this.#book.inForce(bills.at(component, site))
        : undefined;
    try {
      return compositeLines(start, passBy, this.#budget, problem.substitutes);
    } catch (error) {
      if (!(error instanceof TooManyWays)) throw error;
      throw tooManyWays(problem.items[points.item[parent]!]!.id);
    }
  }

  #addLink(
    parent: number,
    component: number,
    selector: Selector,
    ratio: Ratio,
    {
      fixed,
      multiple,
      offset,
      from,
      to,
      substitutes,
    }: LineTerms & Pick<CompositeLine, "substitutes">,
  ): void {
    if (component === NONE || ratio.num === 0n) return;
    const { points } = this.#rows;
    const loop = points.loops.get(parent);
    // K38: nothing is exploded within a cycle.
    if (loop !== undefined && points.loops.get(component) === loop) return;
    const ofParent = this.#decimals[points.item[parent]!]!;
    const ofComponent = this.#decimals[points.item[component]!]!;
    const counts = inCounts(ratio, ofParent, ofComponent, fixed);
    this.draft.addSpecial(parent, component, selector, {
      ratio: counts,
      fixed,
      multiple,
      offset,
      from,
      to,
      substitutes: substitutes?.map((one) => this.#substituteLink(parent, component, one, fixed)),
    });
  }

  #substituteLink(
    parent: number,
    preferred: number,
    { item, ratio, priority }: Substitute,
    fixed: boolean,
  ): SubstituteLink {
    const { points } = this.#rows;
    const decimals = this.#decimals[points.item[parent]!]!;
    return {
      point: points.find(item, points.site[preferred]!, points.segment[parent]!),
      ratio: inCounts(ratio, decimals, this.#decimals[item]!, fixed),
      fixed,
      priority,
    };
  }
}

function tooManyWays(item: string): PlanningInputError {
  const message = `The phantoms under item ${JSON.stringify(item)} multiply to more than ${MOST_WAYS} ways down. Make some of them ordinary items.`;
  return new PlanningInputError([{ code: "contradiction", path: ["boms"], message, item }]);
}
