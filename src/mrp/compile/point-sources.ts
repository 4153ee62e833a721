import { compareText } from "../../core/index.js";
import { perCount } from "../input/parameters.js";
import { ALWAYS, NEVER, type Parameters, type Problem, type Source } from "../input/problem.js";
import { usualBasis } from "../input/sources.js";
import { BILL_BY_DATE, NO_SELECTOR, type PointSource, type Selector } from "./model.js";

/** N10: make before transfer before buy at equal rank. */
const KIND_ORDER: Record<Source["kind"], number> = { make: 0, transfer: 1, buy: 3 };

/** The links that orders of a source follow. */
export function selectorOf(
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

/** The sources of an item-site in the order of N10; the default one when it has no rows. */
export function pointSources(
  problem: Problem,
  rows: readonly Source[],
  item: number,
  site: number,
  hasBill: boolean,
  billNumber: (version: string) => number,
): PointSource[] {
  const parameters = problem.parameters(item, site);
  const given = rows.length > 0 ? [...rows].sort((a, b) => inOrder(problem, a, b)) : [undefined];
  return given.map((row) => {
    const kind = row?.kind ?? (hasBill ? "make" : "buy");
    const siteCalendar = problem.sites[site]!.calendar;
    const perUnit = parameters.leadTimePerUnit;
    return {
      row,
      kind,
      steps: {
        siteCalendar,
        receivingTime: parameters.receivingTime,
        calendar:
          row?.calendar ??
          (kind === "transfer" ? problem.sites[row!.from]!.calendar : siteCalendar),
        leadTime: row?.leadTime ?? parameters.leadTime,
        basis: row?.leadTimeBasis ?? parameters.leadTimeBasis ?? usualBasis(kind),
      },
      releaseTime: parameters.releaseTime,
      leadTimePerCount:
        perUnit === undefined ? undefined : perCount(perUnit, problem.items[item]!.decimals),
      selector: row === undefined ? defaultSelector(hasBill) : selectorOf(row, billNumber),
      minQuantity: row?.minQuantity ?? 0,
      maxQuantity: row?.maxQuantity ?? Number.POSITIVE_INFINITY,
      modifiers: modifiersOf(row, parameters),
      validFrom: relative(problem, row?.validFrom ?? ALWAYS),
      validTo: relative(problem, row?.validTo ?? NEVER),
    };
  });
}

function defaultSelector(hasBill: boolean): Selector {
  return hasBill ? BILL_BY_DATE : NO_SELECTOR;
}

function modifiersOf(row: Source | undefined, parameters: Parameters): PointSource["modifiers"] {
  return row?.modifiers ?? parameters.modifiers;
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
