import {
  largestRemainder,
  multiplyRatios,
  nearText,
  powerOfTen,
  type Ratio,
  ratioOf,
  sumOfRatios,
} from "../core/index.js";
import {
  type Issues,
  noteContradiction,
  noteRange,
  noteTwice,
  readFields,
  readId,
  readList,
  readQuantity,
  refuseAll,
} from "./argument.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import { isList, show } from "./issue.js";
import type { AskedQuantity } from "./question.js";
import { readCount, readSplitDecimals } from "./share-split.js";

/** One line of a planning bill: a common part, an accessory or one option of a group. */
export interface PlanningBillRow {
  /** Id of the module, option or part; once in a bill. */
  readonly component: string;
  /** How many go into one unit of the family that takes it; 1 when left out. */
  readonly quantity?: AskedQuantity | undefined;
  /** Per cent of the family that takes it, 0 to 100; 100 when left out, which no option may. */
  readonly percentage?: AskedQuantity | undefined;
  /** Name of a group of options; each unit of the family takes exactly one of them. */
  readonly group?: string | undefined;
}

/** How a planning bill is exploded. */
export interface PlanningBillOptions {
  /** The family is counted in whole 10^-decimals, 0 to 12; else 0: whole units. */
  readonly decimals?: number | undefined;
}

/** What a planning bill needs of one of its components. */
export interface PlannedShare extends ExactQuantity {
  /** Id of the component. */
  readonly component: string;
  /** The group it is an option of. */
  readonly group?: string;
  /** How many units of the family take it. */
  readonly family: ExactQuantity;
}

interface Option {
  readonly component: string;
  readonly per: Ratio;
  readonly percentage: Ratio;
  readonly group: string | undefined;
  /** Whether its percentage is a sound one. */
  readonly isSound: boolean;
}

/** More rows are no bill of a family. */
const MOST_ROWS = 100_000;

const FIELDS = ["component", "quantity", "percentage", "group"] as const;

/**
 * Explodes a quantity of a family by its planning bill: into common parts, accessories and options.
 *
 * Each unit of the family takes exactly one option of each group. So the percentages of a group are
 * 100 in all, and the family is split over the options by largest remainder: the parts add up to it,
 * however small it is. A row without a group stands alone: what takes it is its percentage of the
 * family, rounded up. Both are then multiplied by the quantity of the row.
 *
 * @param rows - the planning bill of one family
 * @param quantity - of the family, 0 or more, in whole 10^-decimals
 * @param options - `decimals` in which the family is counted
 * @returns what is needed of each component, in the order of the rows
 * @throws PlanningInputError with everything that is wrong; percentages of a group that are not 100 in
 * all, an option without one, and a bill without rows are among it
 *
 * Source: rule D5; APICS dictionary, "planning bill of material", "super bill", "modular bill";
 * Orlicky, *Material Requirements Planning*, "modular bills of material".
 *
 * @example
 * ```ts
 * const bill = [
 *   { component: "frame" },
 *   { component: "seven gears", group: "gears", percentage: 70 },
 *   { component: "one gear", group: "gears", percentage: 30 },
 *   { component: "bottle holder", quantity: 2, percentage: 25 },
 * ];
 * const shares = explodePlanningBill(bill, 14);
 * shares.map(({ ratio, component }) => `${ratio} ${component}`);
 * // => ["14 frame", "10 seven gears", "4 one gear", "8 bottle holder"]
 * ```
 */
export function explodePlanningBill(
  rows: readonly PlanningBillRow[],
  quantity: AskedQuantity,
  options: PlanningBillOptions = {},
): readonly PlannedShare[] {
  const issues: Issues = [];
  const given = readFields(options, ["options"], ["decimals"], issues);
  const decimals = readSplitDecimals(given.decimals, ["options", "decimals"], issues);
  const count = readCount(quantity, ["quantity"], decimals, issues);
  const read = readRows(rows, issues);
  const groups = groupsOf(read, issues);
  refuseAll(issues);
  const unit = powerOfTen(decimals);
  const taken = read.map(({ percentage: { num, den } }) => {
    const [whole, hundred] = [count * num, den * 100n];
    return (whole + hundred - 1n) / hundred; // up: an accessory that may be wanted is there
  });
  for (const places of groups.values()) {
    const parts = largestRemainder(
      count,
      places.map((place) => read[place]!.percentage),
    );
    for (const [n, place] of places.entries()) taken[place] = parts[n]!;
  }
  return read.map(({ component, per, group }, n) => {
    const family = ratioOf(taken[n]!, unit);
    const share = {
      component,
      family: exactQuantity(family),
      ...exactQuantity(multiplyRatios(family, per)),
    };
    return group === undefined ? share : { ...share, group };
  });
}

function readRows(rows: unknown, issues: Issues): Option[] {
  const known = new Set<string>();
  const before = issues.length;
  if (isTooLong(rows)) {
    noteRange(rows, ["rows"], `at most ${MOST_ROWS}`, issues);
    return [];
  }
  const list = readList(rows, ["rows"], issues);
  if (list.length === 0 && issues.length === before) {
    const message = "The rows are none, so that nothing says what the family needs. Give one.";
    noteContradiction(["rows"], message, issues);
  }
  return list.map((row, n) => {
    const path = ["rows", n];
    const fields = readFields(row, path, FIELDS, issues);
    const component = readId(fields.component, [...path, "component"], issues);
    if (component !== "" && known.has(component))
      noteTwice(component, [...path, "component"], issues);
    known.add(component);
    const { quantity = 1, group } = fields;
    const per = readQuantity(quantity, [...path, "quantity"], "0 or more", issues);
    const option = group === undefined ? undefined : readId(group, [...path, "group"], issues);
    const sound = issues.length;
    // An option without a percentage is a mistake, not one that everybody takes.
    const part = fields.percentage ?? (option === undefined ? 100 : undefined);
    const percentage = readQuantity(part, [...path, "percentage"], "0 or more", issues);
    if (percentage.num > 100n * percentage.den) {
      const message = `The rows[${n}].percentage (${show(part)}) must be from 0 to 100.`;
      issues.push({ code: "outOfRange", path: [...path, "percentage"], message, value: part });
    }
    return { component, per, percentage, group: option, isSound: issues.length === sound };
  });
}

/** Whether a list has more rows than anybody means, as one of holes may; they are not even looked at. */
function isTooLong(rows: unknown): boolean {
  try {
    return isList(rows) && rows.length > MOST_ROWS;
  } catch {
    return false; // what cannot be read is said when it is
  }
}

/** The places of the options of each group, by id, so that a tie does not depend on their order. */
function groupsOf(rows: readonly Option[], issues: Issues): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [n, { group }] of rows.entries()) {
    if (group === undefined) continue;
    const places = groups.get(group);
    if (places === undefined) groups.set(group, [n]);
    else places.push(n);
  }
  // An option of which nobody knows the group may be what any of them lacks.
  const isAnyUnknown = groups.has("");
  for (const [group, places] of groups) {
    if (isAnyUnknown || places.some((n) => !rows[n]!.isSound)) continue;
    places.sort((a, b) => (rows[a]!.component < rows[b]!.component ? -1 : 1));
    const sum = sumOfRatios(places.map((n) => rows[n]!.percentage));
    if (sum.num === 100n * sum.den) continue;
    const message = `The percentages of the group ${show(group)} are ${nearText(sum)} in all. They must be 100, since each unit takes exactly one of its options; add an option for those that take none.`;
    noteContradiction(["rows", places[0]!, "percentage"], message, issues);
  }
  return groups;
}
