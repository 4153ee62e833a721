import { multiplyRatios, ONE, type Ratio } from "../core/index.js";
import {
  type Issues,
  noteContradiction,
  noteTwice,
  readDate,
  readFields,
  readId,
  readList,
  readQuantity,
  refuseAll,
} from "./argument.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import { show } from "./issue.js";
import type { AskedQuantity } from "./question.js";

/** An item that is given up, and what follows it. */
export interface DiscontinuedRow {
  /** Id of the item, once in a list. */
  readonly item: string;
  /** The first day on which no new order of it is due, `"YYYY-MM-DD"`. */
  readonly from: string;
  /** Id of what follows it; nothing does when left out. */
  readonly followUp?: string | undefined;
  /** How many of the follow-up stand for one of the item, above 0; 1 when left out. */
  readonly factor?: AskedQuantity | undefined;
}

/** One item of a chain of follow-ups; `quantity` and `ratio` stand for one of the first item. */
export interface FollowUpStep extends ExactQuantity {
  /** Id of the item. */
  readonly item: string;
  /** The day from which it is given up; not there when it is not. */
  readonly until?: string;
}

interface Discontinued {
  readonly from: string;
  readonly followUp: string | undefined;
  readonly factor: Ratio;
}

const FIELDS = ["item", "from", "followUp", "factor"] as const;

/**
 * Lists what follows an item when it is given up, and what follows that, to the end of the chain.
 *
 * @param rows - items that are given up
 * @param item - id of the first item; one that is not given up is a chain by itself
 * @returns the chain, the item first; of each, how many stand for one of the first
 * @throws PlanningInputError with everything that is wrong: an item that stands twice
 * (`duplicateId`), one that comes back to itself (`bomCycle`, with the ids round)
 *
 * Source: rule B6.
 *
 * @example
 * ```ts
 * const rows = [
 *   { item: "bulb", from: "2026-04-01", followUp: "diode", factor: 4 },
 *   { item: "diode", from: "2027-01-01", followUp: "strip", factor: "1/8" },
 * ];
 * followUpChain(rows, "bulb").map(({ item, ratio, until }) => [item, ratio, until]);
 * // => [["bulb", "1", "2026-04-01"], ["diode", "4", "2027-01-01"], ["strip", "0.5", undefined]]
 * ```
 */
export function followUpChain(
  rows: readonly DiscontinuedRow[],
  item: string,
): readonly FollowUpStep[] {
  const issues: Issues = [];
  const discontinued = readRows(rows, issues);
  const first = readId(item, ["item"], issues);
  refuseAll(issues);
  return chainFrom(first, discontinued);
}

/**
 * Finds what stands for an item on a day: the item itself, or the first of its follow-ups that is not
 * given up then.
 *
 * @param rows - items that are given up
 * @param item - id of the item
 * @param date - the day on which an order would be due, `"YYYY-MM-DD"`
 * @returns what stands for it and how many of it; `undefined` when nothing follows
 * @throws PlanningInputError with everything that is wrong
 *
 * Source: rule B6.
 *
 * @example
 * ```ts
 * const rows = [{ item: "bulb", from: "2026-04-01", followUp: "diode", factor: 4 }];
 * followUpOn(rows, "bulb", "2026-03-31")?.item; // => "bulb"
 * followUpOn(rows, "bulb", "2026-04-01")?.item; // => "diode"
 * ```
 */
export function followUpOn(
  rows: readonly DiscontinuedRow[],
  item: string,
  date: string,
): FollowUpStep | undefined {
  const issues: Issues = [];
  const discontinued = readRows(rows, issues);
  const first = readId(item, ["item"], issues);
  const day = readDate(date, ["date"], issues);
  refuseAll(issues);
  const chain = chainFrom(first, discontinued);
  return chain.find(({ until }) => until === undefined || day < until);
}

function chainFrom(first: string, discontinued: ReadonlyMap<string, Discontinued>): FollowUpStep[] {
  const chain: FollowUpStep[] = [];
  let exact: Ratio = ONE;
  for (let id: string | undefined = first; id !== undefined; ) {
    const row: Discontinued | undefined = discontinued.get(id);
    const face = { item: id, ...exactQuantity(exact) };
    chain.push(row === undefined ? face : { ...face, until: row.from });
    if (row !== undefined) exact = multiplyRatios(exact, row.factor);
    id = row?.followUp;
  }
  return chain;
}

function readRows(rows: unknown, issues: Issues): Map<string, Discontinued> {
  const read = new Map<string, Discontinued>();
  const placeOf = new Map<string, number>();
  for (const [n, row] of readList(rows, ["rows"], issues).entries()) {
    const path = ["rows", n];
    const fields = readFields(row, path, FIELDS, issues);
    const item = readId(fields.item, [...path, "item"], issues);
    if (item !== "" && read.has(item)) noteTwice(item, [...path, "item"], issues);
    const { followUp, factor = 1 } = fields;
    const next =
      followUp === undefined ? undefined : readId(followUp, [...path, "followUp"], issues);
    if (next === undefined && fields.factor !== undefined) {
      const message = `A factor of ${show(item)} is given, and nothing follows it. Name the followUp, or take the factor out.`;
      noteContradiction([...path, "factor"], message, issues);
    }
    placeOf.set(item, n);
    read.set(item, {
      from: readDate(fields.from, [...path, "from"], issues),
      followUp: next,
      factor: readQuantity(factor, [...path, "factor"], "above 0", issues),
    });
  }
  noteCircles(read, placeOf, issues);
  return read;
}

/** Each circle of follow-ups, once. */
function noteCircles(
  rows: ReadonlyMap<string, Discontinued>,
  placeOf: ReadonlyMap<string, number>,
  issues: Issues,
): void {
  const seen = new Map<string, string>(); // item → the item from which it was reached
  for (const start of rows.keys()) {
    let item: string | undefined = start;
    while (item !== undefined && rows.has(item) && !seen.has(item)) {
      seen.set(item, start);
      item = rows.get(item)?.followUp;
    }
    if (item === undefined || seen.get(item) !== start || !rows.has(item)) continue;
    const cycle = [item];
    for (let next = rows.get(item)!.followUp!; next !== item; next = rows.get(next)!.followUp!) {
      cycle.push(next);
    }
    cycle.push(item);
    const message = `${show(item)} follows itself through its follow-ups. Take one of them out.`;
    const path = ["rows", placeOf.get(item)!, "followUp"];
    issues.push({ code: "bomCycle", path, message, cycle });
  }
}
