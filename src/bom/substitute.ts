import { multiplyRatios, type Ratio } from "../core/index.js";
import {
  type Issues,
  noteTwice,
  readFields,
  readId,
  readList,
  readQuantities,
  readQuantity,
  readWhole,
  refuseAll,
} from "./argument.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import type { AskedQuantity } from "./question.js";

/** What may go into a parent in place of the preferred component of a line. */
export interface SubstituteRow {
  /** Id of the substitute. */
  readonly item: string;
  /** Quantity of it per one parent, 0 or more. */
  readonly quantity: AskedQuantity;
  /** The smaller is tried first: a whole number from 0 on; equal ones go by id. */
  readonly priority: number;
}

/** A line of a bill with its substitutes. */
export interface SubstitutableLine {
  /** Id of the preferred component. */
  readonly component: string;
  /** Quantity of it per one parent, 0 or more. */
  readonly quantity: AskedQuantity;
  readonly substitutes: readonly SubstituteRow[];
}

/** What is taken for a line. */
export interface ComponentChoice extends ExactQuantity {
  /** Id of the component or the substitute. */
  readonly item: string;
  /** Whether it is covered by free stock; if not, it is the preferred component, to be planned. */
  readonly covered: boolean;
}

interface Candidate {
  readonly item: string;
  readonly per: Ratio;
  readonly priority: number;
}

const PRIORITIES = [0, Number.MAX_SAFE_INTEGER] as const;

/**
 * Chooses what goes into an order on one line: the preferred component or one of its substitutes.
 *
 * The first whose free stock covers the whole need of the line, the preferred one before the
 * substitutes by priority. A line is not split. When none covers it, the preferred component is planned.
 *
 * @param line - the line with its substitutes
 * @param order - how many parents are made, 0 or more
 * @param free - item → free stock; what is not there counts as 0
 * @returns what is taken, how much of it, and whether free stock covers it
 * @throws PlanningInputError with everything that is wrong
 *
 * Source: rule B5; APICS dictionary, "substitution".
 *
 * @example
 * ```ts
 * const line = {
 *   component: "butter",
 *   quantity: 250,
 *   substitutes: [
 *     { item: "margarine", quantity: 280, priority: 2 },
 *     { item: "lard", quantity: 200, priority: 1 },
 *   ],
 * };
 * const free = new Map([["butter", 400], ["lard", 100], ["margarine", 600]]);
 * const { item, ratio, covered } = chooseComponent(line, 2, free);
 * [item, ratio, covered]; // => ["margarine", "560", true]
 * ```
 */
export function chooseComponent(
  line: SubstitutableLine,
  order: AskedQuantity,
  free: ReadonlyMap<string, AskedQuantity>,
): ComponentChoice {
  const issues: Issues = [];
  const candidates = readLine(line, issues);
  const parents = readQuantity(order, ["order"], "0 or more", issues);
  const stock = readQuantities(free, ["free"], "any number", issues);
  refuseAll(issues);
  const preferred = candidates[0]!;
  candidates.sort((a, b) => a.priority - b.priority || (a.item < b.item ? -1 : 1));
  for (const candidate of candidates) {
    const need = multiplyRatios(parents, candidate.per);
    const has = stock.get(candidate.item) ?? { num: 0n, den: 1n };
    if (has.num * need.den < need.num * has.den) continue;
    return { item: candidate.item, covered: true, ...exactQuantity(need) };
  }
  const need = exactQuantity(multiplyRatios(parents, preferred.per));
  return { item: preferred.item, covered: false, ...need };
}

/** The preferred component, whose priority lies before all others, and the substitutes. */
function readLine(value: unknown, issues: Issues): Candidate[] {
  const names = ["component", "quantity", "substitutes"] as const;
  const fields = readFields(value, ["line"], names, issues);
  const preferred = {
    item: readId(fields.component, ["line", "component"], issues),
    per: readQuantity(fields.quantity, ["line", "quantity"], "0 or more", issues),
    priority: -1,
  };
  const known = new Set([preferred.item]);
  const path = ["line", "substitutes"];
  const substitutes = readList(fields.substitutes, path, issues).map((row, n) => {
    const where = [...path, n];
    const read = readFields(row, where, ["item", "quantity", "priority"], issues);
    const item = readId(read.item, [...where, "item"], issues);
    if (item !== "" && known.has(item)) noteTwice(item, [...where, "item"], issues);
    known.add(item);
    return {
      item,
      per: readQuantity(read.quantity, [...where, "quantity"], "0 or more", issues),
      priority: readWhole(read.priority, [...where, "priority"], PRIORITIES, issues),
    };
  });
  return [preferred, ...substitutes];
}
