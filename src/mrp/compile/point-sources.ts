import { type Calendar, compareText, type Ratio } from "../../core/index.js";
import type { ByItemSite } from "../input/by-item-site.js";
import { perCount } from "../input/parameters.js";
import {
  ALWAYS,
  NEVER,
  NONE,
  type Parameters,
  type Problem,
  type Source,
} from "../input/problem.js";
import { basisOf } from "../input/sources.js";
import { billNumbers } from "./bill-numbers.js";
import type { LeadTimeSteps } from "./lead-time-steps.js";
import { BILL_BY_DATE, NO_SELECTOR, type PointSource, type Selector } from "./model.js";
import type { Routings, RoutingTime } from "./routing-time.js";
import { selectorAtSite } from "./selectors.js";

/** N10: the order of kinds at equal rank. */
const KIND_ORDER: Record<Source["kind"], number> = { make: 0, transfer: 1, subcontract: 2, buy: 3 };

/** The links that orders of a source follow. */
function selectorOf(
  problem: Problem,
  { kind, from, bomVersion }: Source,
  billNumber: (version: string) => number,
): Selector {
  const bill = bomVersion === undefined ? BILL_BY_DATE : 1 + billNumber(bomVersion);
  switch (kind) {
    case "make":
      return bill;
    case "subcontract":
      return selectorAtSite(problem, bill, from);
    case "transfer":
      return -2 - from;
    case "buy":
      return NO_SELECTOR;
  }
}

/** Finds the sources of stocking points, those that rows state and those that need no row. */
export class PointSources {
  readonly #problem: Problem;
  readonly #routings: Routings;
  readonly #rows: ByItemSite<Source>;
  readonly #billNumber: (item: number, site: number, version: string) => number;
  /** Shared sources by site, and then by twice the lead time, those of a make odd. */
  readonly #shared: readonly Map<number, readonly PointSource[]>[];

  constructor(problem: Problem, rows: ByItemSite<Source>, routings: Routings) {
    this.#problem = problem;
    this.#routings = routings;
    this.#rows = rows;
    this.#billNumber = billNumbers(problem);
    this.#shared = problem.sites.map(() => new Map());
  }

  /**
   * The sources of an item-site in the order of N10.
   *
   * @param rows - what is stated of them, when it is not what the problem had at first
   */
  of(
    item: number,
    site: number,
    parameters: Parameters,
    hasBill: boolean,
    rows: readonly Source[] = this.#rows.at(item, site),
  ): readonly PointSource[] {
    if (rows.length === 0) return this.#default(hasBill ? "make" : "buy", item, site, parameters);
    const numberOf = (version: string): number => this.#billNumber(item, site, version);
    return [...rows]
      .sort((a, b) => inOrder(this.#problem, a, b))
      .map((row) => statedSource(this.#problem, this.#routings, row, parameters, numberOf));
  }

  /**
   * The source of an item-site without rows: make with a bill, else buy. Items of a site mostly
   * differ in their lead time alone, and then share the source, or at least its steps.
   */
  #default(
    kind: "make" | "buy",
    item: number,
    site: number,
    parameters: Parameters,
  ): readonly PointSource[] {
    const calendar = this.#problem.sites[site]!.calendar;
    if (!hasUsualSteps(parameters)) {
      const isTimed = basisOf(kind, parameters.leadTimeBasis) === "routing";
      const time = isTimed ? this.#routings.timeOf(item, site, undefined) : undefined;
      const source = usualSource(kind, defaultSteps(kind, calendar, parameters, time), time);
      return [this.#differing(source, item, parameters)];
    }
    const sources = this.usual(kind, site, parameters.leadTime);
    if (isUsual(parameters)) return sources;
    return [this.#differing(sources[0]!, item, parameters)];
  }

  /** The default source, where nothing but kind, site and lead time tells it from others. */
  usual(kind: "make" | "buy", site: number, leadTime: number): readonly PointSource[] {
    const shared = this.#shared[site]!;
    const key = leadTime * 2 + (kind === "make" ? 1 : 0);
    let sources = shared.get(key);
    if (sources === undefined) {
      const steps = { receivingTime: 0, leadTime, leadTimeBasis: undefined };
      const { calendar } = this.#problem.sites[site]!;
      sources = [usualSource(kind, defaultSteps(kind, calendar, steps))];
      shared.set(key, sources);
    }
    return sources;
  }

  #differing(source: PointSource, item: number, parameters: Parameters): PointSource {
    return {
      ...source,
      releaseTime: parameters.releaseTime,
      leadTimePerCount: leadTimePerCount(this.#problem, item, parameters),
      modifiers: parameters.modifiers,
    };
  }
}

function defaultSteps(
  kind: "make" | "buy",
  calendar: Calendar,
  {
    receivingTime,
    leadTime,
    leadTimeBasis,
  }: Pick<Parameters, "receivingTime" | "leadTime" | "leadTimeBasis">,
  time?: RoutingTime,
): LeadTimeSteps {
  const stated = { leadTime, basis: basisOf(kind, leadTimeBasis) };
  return { siteCalendar: calendar, receivingTime, calendar, ...leadTimeBy(stated, time) };
}

/** A lead time without a quantity: as it is stated, or what a routing takes before anything is run (K54). */
function leadTimeBy(
  { leadTime, basis }: { readonly leadTime: number; readonly basis: Source["leadTimeBasis"] },
  time: RoutingTime | undefined,
): Pick<LeadTimeSteps, "leadTime" | "basis"> {
  if (time !== undefined) return { leadTime: time.days(0), basis: "working" };
  return { leadTime, basis: basis === "routing" ? "working" : basis };
}

/** Whether the steps follow from kind and lead time alone. */
function hasUsualSteps({ receivingTime, leadTimeBasis }: Parameters): boolean {
  return receivingTime === 0 && leadTimeBasis === undefined;
}

/** Whether nothing but its steps tells the default source of an item-site from that of others. */
function isUsual({ releaseTime, leadTimePerUnit, modifiers }: Parameters): boolean {
  return (
    releaseTime === 0 &&
    leadTimePerUnit === undefined &&
    modifiers.minimum === 0 &&
    modifiers.multiple === 0 &&
    modifiers.maximum === Number.POSITIVE_INFINITY
  );
}

function usualSource(
  kind: "make" | "buy",
  steps: LeadTimeSteps,
  routingTime?: RoutingTime,
): PointSource {
  return {
    row: undefined,
    kind,
    steps,
    releaseTime: 0,
    leadTimePerCount: undefined,
    routingTime,
    selector: kind === "make" ? BILL_BY_DATE : NO_SELECTOR,
    minQuantity: 0,
    maxQuantity: Number.POSITIVE_INFINITY,
    modifiers: { minimum: 0, multiple: 0, maximum: Number.POSITIVE_INFINITY },
    validFrom: ALWAYS,
    validTo: NEVER,
  };
}

function statedSource(
  problem: Problem,
  routings: Routings,
  row: Source,
  parameters: Parameters,
  billNumber: (version: string) => number,
): PointSource {
  const siteCalendar = problem.sites[row.site]!.calendar;
  const isTimed = row.leadTimeBasis === "routing";
  const time = isTimed ? routings.timeOf(row.item, row.site, row) : undefined;
  const usual = row.kind === "transfer" ? problem.sites[row.from]!.calendar : siteCalendar;
  return {
    row,
    kind: row.kind,
    steps: {
      siteCalendar,
      receivingTime: parameters.receivingTime,
      calendar: row.calendar ?? usual,
      ...leadTimeBy({ leadTime: row.leadTime, basis: row.leadTimeBasis }, time),
    },
    releaseTime: parameters.releaseTime,
    leadTimePerCount: leadTimePerCount(problem, row.item, parameters),
    routingTime: time,
    selector: selectorOf(problem, row, billNumber),
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

/** A day as a distance from T0; "always" and "never" stay what they are. */
export function relative(problem: Problem, day: number): number {
  return day === ALWAYS || day === NEVER ? day : day - problem.startDay;
}

/** N10: rank, kind, supplier or shipping site, id. */
function inOrder(problem: Problem, a: Source, b: Source): number {
  const partner = ({ supplier, from }: Source): string =>
    supplier ?? (from === NONE ? "" : problem.sites[from]!.id);
  return (
    a.rank - b.rank ||
    KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
    compareText(partner(a), partner(b)) ||
    compareText(a.id ?? "", b.id ?? "")
  );
}
