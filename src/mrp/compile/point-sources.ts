import { type Calendar, compareText, type Ratio } from "../../core/index.js";
import { perCount } from "../input/parameters.js";
import {
  ALWAYS,
  type Bill,
  type Modifiers,
  NEVER,
  NONE,
  type Parameters,
  type Problem,
  type Source,
} from "../input/problem.js";
import { usualBasis } from "../input/sources.js";
import type { ByItemSite } from "./by-item-site.js";
import type { LeadTimeSteps } from "./lead-time-steps.js";
import { BILL_BY_DATE, NO_SELECTOR, type PointSource, type Selector } from "./model.js";

/** N10: make before transfer before buy at equal rank. */
const KIND_ORDER: Record<Source["kind"], number> = { make: 0, transfer: 1, buy: 3 };

/** What the sources of stocking points are made of. */
export interface SourceRows {
  readonly problem: Problem;
  readonly bills: ByItemSite<Bill>;
  readonly sourceRows: ByItemSite<Source>;
}

/** The links that orders of a source follow. */
function selectorOf(
  source: Pick<Source, "kind" | "from" | "bomVersion">,
  billNumber: (version: string) => number,
): Selector {
  switch (source.kind) {
    case "make":
      return source.bomVersion === undefined ? BILL_BY_DATE : 1 + billNumber(source.bomVersion);
    case "transfer":
      return -2 - source.from;
    case "buy":
      return NO_SELECTOR;
  }
}

/** Finds the sources of stocking points, those that rows state and those that need no row. */
export class PointSources {
  readonly #rows: SourceRows;
  readonly #billNumber: (item: number, site: number, version: string) => number;
  /** Steps by site calendar and then by lead time, those of a make odd. */
  readonly #steps = new Map<Calendar, Map<number, LeadTimeSteps>>();
  readonly #shared = new Map<LeadTimeSteps, readonly PointSource[]>();

  constructor(rows: SourceRows) {
    this.#rows = rows;
    this.#billNumber = billNumbers(rows.problem);
  }

  /** The sources of an item-site in the order of N10. */
  of(item: number, site: number, parameters: Parameters): readonly PointSource[] {
    const { problem, sourceRows, bills } = this.#rows;
    const rows = sourceRows.at(item, site);
    if (rows.length === 0) {
      const kind = bills.at(item, site).length > 0 ? "make" : "buy";
      return this.#usual(kind, item, site, parameters);
    }
    const numberOf = (version: string): number => this.#billNumber(item, site, version);
    return [...rows]
      .sort((a, b) => inOrder(problem, a, b))
      .map((row) => statedSource(problem, row, parameters, numberOf));
  }

  /** Items of a site mostly differ in their lead time alone, and then share the source. */
  #usual(
    kind: "make" | "buy",
    item: number,
    site: number,
    parameters: Parameters,
  ): readonly PointSource[] {
    const { problem } = this.#rows;
    const steps = this.#stepsOf(kind, problem.sites[site]!.calendar, parameters);
    if (!sharesSource(parameters)) return [usualSource(problem, kind, steps, item, parameters)];
    let sources = this.#shared.get(steps);
    if (sources === undefined) {
      sources = [usualSource(problem, kind, steps, item, parameters)];
      this.#shared.set(steps, sources);
    }
    return sources;
  }

  #stepsOf(kind: "make" | "buy", calendar: Calendar, parameters: Parameters): LeadTimeSteps {
    if (!hasUsualSteps(parameters)) return defaultSteps(kind, calendar, parameters);
    let byLeadTime = this.#steps.get(calendar);
    if (byLeadTime === undefined) {
      byLeadTime = new Map();
      this.#steps.set(calendar, byLeadTime);
    }
    const key = parameters.leadTime * 2 + (kind === "make" ? 1 : 0);
    let steps = byLeadTime.get(key);
    if (steps === undefined) {
      steps = defaultSteps(kind, calendar, parameters);
      byLeadTime.set(key, steps);
    }
    return steps;
  }
}

function defaultSteps(
  kind: "make" | "buy",
  calendar: Calendar,
  { receivingTime, leadTime, leadTimeBasis }: Parameters,
): LeadTimeSteps {
  const basis = leadTimeBasis ?? usualBasis(kind);
  return { siteCalendar: calendar, receivingTime, calendar, leadTime, basis };
}

/** Whether the steps follow from kind and lead time alone. */
function hasUsualSteps({ receivingTime, leadTimeBasis }: Parameters): boolean {
  return receivingTime === 0 && leadTimeBasis === undefined;
}

/** The source of an item-site without rows: make with a bill, else buy. */
function usualSource(
  problem: Problem,
  kind: "make" | "buy",
  steps: LeadTimeSteps,
  item: number,
  parameters: Parameters,
): PointSource {
  return {
    row: undefined,
    kind,
    steps,
    releaseTime: parameters.releaseTime,
    leadTimePerCount: leadTimePerCount(problem, item, parameters),
    selector: kind === "make" ? BILL_BY_DATE : NO_SELECTOR,
    minQuantity: 0,
    maxQuantity: Number.POSITIVE_INFINITY,
    modifiers: parameters.modifiers,
    validFrom: ALWAYS,
    validTo: NEVER,
  };
}

function statedSource(
  problem: Problem,
  row: Source,
  parameters: Parameters,
  billNumber: (version: string) => number,
): PointSource {
  const siteCalendar = problem.sites[row.site]!.calendar;
  const usual = row.kind === "transfer" ? problem.sites[row.from]!.calendar : siteCalendar;
  return {
    row,
    kind: row.kind,
    steps: {
      siteCalendar,
      receivingTime: parameters.receivingTime,
      calendar: row.calendar ?? usual,
      leadTime: row.leadTime,
      basis: row.leadTimeBasis,
    },
    releaseTime: parameters.releaseTime,
    leadTimePerCount: leadTimePerCount(problem, row.item, parameters),
    selector: selectorOf(row, billNumber),
    minQuantity: row.minQuantity,
    maxQuantity: row.maxQuantity,
    modifiers: row.modifiers,
    validFrom: relative(problem, row.validFrom),
    validTo: relative(problem, row.validTo),
  };
}

/** Extra days per count of start quantity. */
export function leadTimePerCount(
  problem: Problem,
  item: number,
  { leadTimePerUnit }: Parameters,
): Ratio | undefined {
  if (leadTimePerUnit === undefined) return undefined;
  return perCount(leadTimePerUnit, problem.items[item]!.decimals);
}

function billNumbers(problem: Problem): (item: number, site: number, version: string) => number {
  const numbers = new Map<string, number>();
  const key = (item: number, site: number, version: string): string =>
    JSON.stringify([item, site, version]);
  for (const [k, { item, site, version }] of problem.bills.entries()) {
    if (version !== undefined) numbers.set(key(item, site, version), k);
  }
  return (item, site, version) => numbers.get(key(item, site, version)) ?? NONE;
}

/** Whether nothing but its steps tells the default source of an item-site from that of others. */
function sharesSource(parameters: Parameters): boolean {
  return (
    hasUsualSteps(parameters) &&
    parameters.releaseTime === 0 &&
    parameters.leadTimePerUnit === undefined &&
    isUnmodified(parameters.modifiers)
  );
}

function isUnmodified({ minimum, multiple, maximum }: Modifiers): boolean {
  return minimum === 0 && multiple === 0 && maximum === Number.POSITIVE_INFINITY;
}

/** A day as a distance from T0; "always" and "never" stay what they are. */
export function relative(problem: Problem, day: number): number {
  return day === ALWAYS || day === NEVER ? day : day - problem.startDay;
}

/** N10: rank, kind, supplier or shipping site, id. */
function inOrder(problem: Problem, a: Source, b: Source): number {
  const partner = (source: Source): string =>
    source.supplier ?? (source.kind === "transfer" ? problem.sites[source.from]!.id : "");
  return (
    a.rank - b.rank ||
    KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
    compareText(partner(a), partner(b)) ||
    compareText(a.id ?? "", b.id ?? "")
  );
}
