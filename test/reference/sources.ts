/**
 * Where the supply of an item at a site may come from (N10, K11): its sources in order, each with
 * lead time and modifiers of its own, where it has none those of the item.
 */
import type { Day } from "./calendar.js";
import { readDay } from "./calendar.js";
import type { Fraction } from "./numbers.js";
import { compareText, lcm, powerOfTen, readRatio, times, upTo } from "./numbers.js";
import type { Found } from "./parameters.js";
import { parametersOf } from "./parameters.js";
import type { Path, Problem } from "./problem.js";
import { adjusted, contains, decimalsOf, key, quantityOf } from "./problem.js";
import type { LeadTimeBasis, ModifierRow, Num, OrderKind, SourceRow } from "./types.js";

export interface Source {
  id: string | null;
  kind: OrderKind;
  supplier?: string;
  from?: string;
  bomVersion?: string;
  calendar?: string;
  leadTime: number;
  basis: LeadTimeBasis;
  /** Only one by which the lead time and the operations are found (K52). */
  routing?: string;
  minimum: bigint;
  multiple: bigint;
  maximum?: bigint;
  minQuantity?: bigint;
  maxQuantity?: bigint;
  rank: number;
  /** Where it stands in the order of N10; a firm order that no row describes has none. */
  place?: number;
  /** A quota (K43). */
  share?: Fraction;
  quotaBase: bigint;
  minimumSplit?: bigint;
  /** A lane that gives no more than is free (K44). */
  onlyFromStock: boolean;
  validFrom: Day;
  validTo: Day;
  /** As they are written, the quantities in 10^-decimals (K50). */
  price?: Num;
  currency?: string;
  priceBreaks?: { from: bigint; price: Num }[];
}

const KINDS: readonly string[] = ["make", "transfer", "subcontract", "buy"];

/** L0: the modifiers in 10^-decimals; the source's replace the item's field by field (K11). */
function modifiersOf(
  problem: Problem,
  item: string,
  found: Found,
  source: { row: SourceRow; index: number } | undefined,
): Pick<Source, "minimum" | "multiple" | "maximum"> {
  const row: ModifierRow = { ...found.row };
  const pathOf = (field: keyof ModifierRow): Path =>
    source?.row[field] === undefined ? found.pathOf(field) : ["sources", source.index, field];
  for (const field of ["minimumOrder", "orderMultiple", "maximumOrder"] as const) {
    const value = source?.row[field];
    if (value !== undefined) {
      row[field] = value;
    }
  }
  const unit = source?.row.orderUnit ?? row.orderUnit;
  const read = (field: "minimumOrder" | "orderMultiple" | "maximumOrder") => {
    const value = row[field];
    return value === undefined ? undefined : quantityOf(problem, item, value, pathOf(field), unit);
  };
  // Whole order units are ordered when one is given.
  const whole =
    unit === undefined
      ? 1n
      : times(contains(problem, item, unit), powerOfTen(decimalsOf(problem, item))).num;
  const multiple = lcm(whole, read("orderMultiple") ?? 1n);
  let maximum = read("maximumOrder");
  if (maximum !== undefined && maximum % multiple !== 0n) {
    maximum = upTo(maximum, multiple) - multiple;
    adjusted(problem, pathOf("maximumOrder"), item, "lowered to a multiple of the order multiple");
  }
  return {
    minimum: read("minimumOrder") ?? 0n,
    multiple,
    ...(maximum === undefined ? {} : { maximum }),
  };
}

/** What is not made has no routing, whatever the item says of its makes (K54). */
function basisOf(kind: OrderKind, stated: LeadTimeBasis | undefined): LeadTimeBasis {
  const usual = kind === "make" ? "working" : "calendar";
  return stated === undefined || (stated === "routing" && kind !== "make") ? usual : stated;
}

function sourceOf(
  problem: Problem,
  item: string,
  found: Found,
  kind: OrderKind,
  given: { row: SourceRow; index: number } | undefined,
  place: number,
): Source {
  const row = given?.row;
  const stated = (field: "minQuantity" | "maxQuantity" | "quotaBase" | "minimumSplit") => {
    const value = row?.[field];
    return value === undefined
      ? {}
      : { [field]: quantityOf(problem, item, value, ["sources", given?.index ?? 0, field]) };
  };
  return {
    id: row?.id ?? null,
    kind,
    ...(row?.supplier === undefined ? {} : { supplier: row.supplier }),
    ...(row?.from === undefined ? {} : { from: row.from }),
    ...(row?.bomVersion === undefined ? {} : { bomVersion: row.bomVersion }),
    ...(row?.calendar === undefined ? {} : { calendar: row.calendar }),
    leadTime: row?.leadTime ?? found.row.leadTime ?? 0,
    basis: basisOf(kind, row?.leadTimeBasis ?? found.row.leadTimeBasis),
    ...(row?.routing === undefined ? {} : { routing: row.routing }),
    ...modifiersOf(problem, item, found, given),
    ...stated("minQuantity"),
    ...stated("maxQuantity"),
    rank: row?.rank ?? 0,
    place,
    ...(row?.share === undefined ? {} : { share: readRatio(row.share) }),
    quotaBase: 0n,
    ...stated("quotaBase"),
    ...stated("minimumSplit"),
    onlyFromStock: row?.onlyFromStock === true,
    validFrom: row?.validFrom === undefined ? -Infinity : readDay(row.validFrom),
    validTo: row?.validTo === undefined ? Infinity : readDay(row.validTo),
    ...(row?.price === undefined ? {} : { price: row.price }),
    ...(row?.currency === undefined ? {} : { currency: row.currency }),
    ...(row?.priceBreaks === undefined
      ? {}
      : {
          priceBreaks: row.priceBreaks.map(({ from, price }, n) => ({
            from: quantityOf(problem, item, from, [
              "sources",
              given?.index ?? 0,
              "priceBreaks",
              n,
              "from",
            ]),
            price,
          })),
        }),
  };
}

/** The source of a firm order that no row describes: the item's own lead time. */
export function plainSource(problem: Problem, item: string, site: string, kind: OrderKind): Source {
  const { row } = parametersOf(problem, item, site);
  return {
    id: null,
    kind,
    leadTime: row.leadTime ?? 0,
    basis: basisOf(kind, row.leadTimeBasis),
    minimum: 0n,
    multiple: 1n,
    rank: 0,
    quotaBase: 0n,
    onlyFromStock: false,
    validFrom: -Infinity,
    validTo: Infinity,
  };
}

/** N10, K11: rank, kind make < transfer < subcontract < buy, supplier or site, id. */
export function sourcesOf(problem: Problem, item: string, site: string, found: Found): Source[] {
  const rows = problem.sources.get(key(item, site)) ?? [];
  if (rows.length === 0) {
    const kind = problem.boms.has(key(item, site)) ? "make" : "buy";
    return [sourceOf(problem, item, found, kind, undefined, 0)];
  }
  const partner = (row: SourceRow) => row.supplier ?? row.from ?? null;
  return [...rows]
    .sort(
      (a, b) =>
        (a.row.rank ?? 0) - (b.row.rank ?? 0) ||
        KINDS.indexOf(a.row.kind) - KINDS.indexOf(b.row.kind) ||
        compareText(partner(a.row), partner(b.row)) ||
        compareText(a.row.id ?? null, b.row.id ?? null),
    )
    .map((entry, place) =>
      sourceOf(problem, item, found, entry.row.kind as OrderKind, entry, place),
    );
}
