import {
  addMistake,
  type Check,
  countRatio,
  dayArgument,
  exactNumber,
  type Issue,
  identifier,
  listOf,
  multiplyRatios,
  mustBe,
  objectOf,
  oneOf,
  optional,
  type Place,
  type Ratio,
  type Read,
  readGuarded,
  refuseMistakes,
  showValue,
  UNSOUND,
  wholeNumber,
} from "../../core/index.js";
import { type Plan, type PromiseItem, promiseItem } from "../../mrp/index.js";
import type { PromiseRequest, ReadLine, ReadRequest, RequestRecord } from "./promise-request.js";

const LINE = {
  id: identifier,
  item: identifier,
  site: optional(identifier),
  segment: optional(identifier),
  quantity: asWritten(moreThanNothing),
  unit: optional(identifier),
  requestedDate: dayArgument,
  consumption: optional(asWritten(exactNumber(0))),
  unitPrice: optional(exactNumber(0)),
  currency: optional(identifier),
};

/** Checks of what record a request is made, where it says so. */
export const requestRecord: Check<RequestRecord | undefined> = optional(
  objectOf({ list: oneOf("quotes", "orders"), id: identifier }),
);

const REQUEST = {
  id: identifier,
  record: requestRecord,
  customer: optional(identifier),
  customerClass: optional(identifier),
  priority: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  delivery: oneOf("whole", "partial", "shipTogether", "fillOrCancel"),
  inPlaceOf: optional(listOf(identifier), []),
  lines: listOf(objectOf(LINE), 1),
};

const ONE: Ratio = { num: 1n, den: 1n };

/** A number that is read, and how it was written. */
interface Written {
  readonly exact: Ratio;
  readonly written: unknown;
}

/**
 * Reads a request against a plan.
 *
 * @throws PlanningInputError with every mistake
 */
export function readRequest(plan: Plan, request: PromiseRequest): ReadRequest {
  const issues: Issue[] = [];
  const read = requestArgument(plan)(request, { path: ["request"], issues });
  refuseMistakes(issues);
  return read;
}

/**
 * Reads several requests against a plan.
 *
 * @throws PlanningInputError with every mistake
 */
export function readRequests(plan: Plan, requests: readonly PromiseRequest[]): ReadRequest[] {
  const issues: Issue[] = [];
  const place = { path: ["requests"], issues };
  const read = readGuarded(requests, place, listOf(requestArgument(plan))) ?? [];
  if (issues.length === 0) refuseTwice(read, place, "request");
  refuseMistakes(issues);
  return read;
}

/** The check of a request. */
function requestArgument(plan: Plan): (value: unknown, place: Place) => ReadRequest {
  return (value, place) => {
    const before = place.issues.length;
    const read = objectOf(REQUEST)(value, place);
    if (read === UNSOUND || place.issues.length > before) return UNSOUND;
    const at = { ...place, path: [...place.path, "lines"] };
    refuseTwice(read.lines, at, "line");
    const lines = read.lines.map((line, n) =>
      readLine(plan, line, { ...at, path: [...at.path, n] }),
    );
    return { given: value as PromiseRequest, ...read, lines };
  };
}

/** Notes ids that are given twice. */
function refuseTwice(
  rows: readonly { readonly id: string }[],
  { path, issues }: Place,
  what: string,
): void {
  const seen = new Set<string>();
  rows.forEach(({ id }, n) => {
    if (seen.has(id)) {
      const message = `The ${what} ${showValue(id)} stands there twice. Give each an id of its own.`;
      addMistake({ path: [...path, n, "id"], issues }, "duplicateId", message, { id });
    }
    seen.add(id);
  });
}

/** Looks up the item of a line, its site and its unit, and counts what is asked for. */
function readLine(plan: Plan, line: Read<typeof LINE>, { path, issues }: Place): ReadLine {
  const at = (field: string): Place => ({ path: [...path, field], issues });
  const item = promiseItem(plan, line.item);
  if (item === undefined) {
    const message = `The item ${showValue(line.item)} is none of the plan. Correct the id, or add the item.`;
    addMistake(at("item"), "unknownId", message, { id: line.item });
    return UNSOUND;
  }
  const contains = containsOf(item, line.unit, at("unit"));
  const counted = (amount: Written, field: string) =>
    contains === UNSOUND ? UNSOUND : countOf(item, amount, line.unit, contains, at(field));
  const { quantity, consumption } = line;
  if (consumption !== undefined && isMore(consumption.exact, quantity.exact)) {
    const { written } = consumption;
    const message = `The consumption (${showValue(written)}) must be at most the quantity (${showValue(quantity.written)}).`;
    addMistake(at("consumption"), "outOfRange", message, { value: written });
  }
  const count = counted(quantity, "quantity");
  return {
    id: line.id,
    item: line.item,
    site: siteOf(item, line.site, at("site")),
    segment: line.segment,
    count,
    consumption: consumption === undefined ? count : counted(consumption, "consumption"),
    decimals: item.decimals,
    contains,
    requested: line.requestedDate,
    unitPrice: line.unitPrice,
    currency: line.currency,
  };
}

function siteOf({ sites }: PromiseItem, site: string | undefined, place: Place) {
  const [only] = sites;
  if (site === undefined && sites.length === 1) return only;
  if (site !== undefined && sites.includes(site)) return site;
  if (site === undefined) {
    addMistake(place, "missingField", "The site is missing. The plan has several: name the one.");
  } else {
    const message = `The site ${showValue(site)} is none of the plan. Correct the id, or add the site.`;
    addMistake(place, "unknownId", message, { id: site });
  }
  return UNSOUND;
}

/** Whether a unit is another one than that in which the item is counted. */
function isOther(item: PromiseItem, unit: string | undefined): unit is string {
  return unit !== undefined && unit !== item.unit;
}

/** Q5: a missing factor is a mistake, never 1. */
function containsOf(item: PromiseItem, unit: string | undefined, place: Place): Ratio {
  if (!isOther(item, unit)) return ONE;
  const factor = item.contains.get(unit);
  if (factor !== undefined) return factor;
  const message = `The unit ${showValue(unit)} is none of the item. Add how many stock units it contains.`;
  addMistake(place, "unknownId", message, { id: unit });
  return UNSOUND;
}

/** K24: what converts finer is rounded up; in its own unit no item is rounded. */
function countOf(
  item: PromiseItem,
  { exact, written }: Written,
  unit: string | undefined,
  contains: Ratio,
  place: Place,
): number {
  const { decimals } = item;
  const rounding = isOther(item, unit) ? "up" : "exact";
  const count = countRatio(multiplyRatios(exact, contains), decimals, rounding);
  if (typeof count === "number") return count;
  const what = `The ${place.path.at(-1)} (${showValue(written)})`;
  const message =
    count === "tooFine"
      ? `${what} is finer than the item's ${decimals} decimals. Round it.`
      : `${what} leaves the exact range at ${decimals} decimals (2^53). Ask for less.`;
  addMistake(place, count, message, { value: written });
  return UNSOUND;
}

function isMore(a: Ratio, b: Ratio): boolean {
  return a.num * b.den > b.num * a.den;
}

/** Checks a number and keeps how it was written, for what may be said of it later. */
function asWritten(check: Check<Ratio>): Check<Written> {
  return (value, place) => {
    const exact = check(value, place);
    return exact === UNSOUND ? UNSOUND : { exact, written: value };
  };
}

/** Checks an exact number above 0. */
function moreThanNothing(value: unknown, place: Place): Ratio {
  const read = readGuarded(value, place, exactNumber(0));
  if (read === undefined || read.num > 0n) return read ?? UNSOUND;
  addMistake(place, "outOfRange", mustBe(value, place, "be more than 0"), { value });
  return UNSOUND;
}
