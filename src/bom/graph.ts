import { PlanningInputError } from "../core/index.js";
import { type BomRow, type ReadLines, readBomRows } from "./bom-row.js";
import type { BomGraph } from "./columns.js";
import { compressedRows } from "./compressed-rows.js";
import { cyclesOfEdges } from "./cycle.js";
import { type BomIssue, show } from "./issue.js";
import { lowLevelCodesOfEdges } from "./low-level-code.js";

/** How many ids of a cycle its message spells out at each end; all are in `cycle`. */
const SPELLED_OUT = 5;

/** Either a graph, or every mistake of the rows. */
export type BomGraphResult =
  | { readonly ok: true; readonly graph: BomGraph }
  | { readonly ok: false; readonly issues: readonly BomIssue[] };

/**
 * Builds the graph of a bill of material from its rows.
 *
 * Items that stand only as components are in it. The same component on several lines of one parent
 * stays several lines, which add up; a line of quantity 0 is a line. Takes time in proportion to the
 * rows, at any depth.
 *
 * @param rows - lines `{ parent, component, quantity }`, quantity of the component per one parent
 * @returns the graph that all queries of this folder take
 * @throws PlanningInputError with everything that is wrong: a missing or unknown field, an empty id,
 * a quantity that is none or negative, and each cycle with the ids round (`cycle: ["A", "B", "A"]`),
 * one for each group of items that contain each other
 *
 * Source: rules Q2, B2.
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "crate", component: "bottle", quantity: 48 },
 *   { parent: "bottle", component: "pallet", quantity: "1/480" },
 * ]);
 * graph.items; // => ["bottle", "crate", "pallet"]
 * ```
 */
export function bomGraph(rows: readonly BomRow[]): BomGraph {
  const result = safeBomGraph(rows);
  if (!result.ok) throw new PlanningInputError(result.issues);
  return result.graph;
}

/**
 * Builds a graph like {@link bomGraph}, and returns the mistakes of the rows instead of throwing.
 *
 * @param rows - anything at all
 * @returns `{ ok: true, graph }` or `{ ok: false, issues }`; the cycles are among the issues
 *
 * Source: rules Q2, B2.
 *
 * @example
 * ```ts
 * const result = safeBomGraph([
 *   { parent: "dough", component: "flour", quantity: "0.6" },
 *   { parent: "dough", component: "leaven", quantity: "0.2" },
 *   { parent: "leaven", component: "dough", quantity: 1 },
 * ]);
 * const issues = result.ok ? [] : result.issues;
 * issues.map((issue) => issue.path); // => [[1, "component"]]
 * issues.map((issue) => (issue.code === "bomCycle" ? issue.cycle : []));
 * // => [["dough", "leaven", "dough"]]
 * ```
 */
export function safeBomGraph(rows: unknown): BomGraphResult {
  const issues: BomIssue[] = [];
  const read = readBomRows(rows, issues);
  const { lineRow: _, ...lines } = read;
  const { lineParent, lineComponent } = lines;
  const count = lines.items.length;
  const { codes, order, cycle } = lowLevelCodesOfEdges(count, lineParent, lineComponent);
  if (cycle !== null) addCycles(read, issues);
  if (issues.length > 0) return { ok: false, issues };
  const graph = Object.freeze({
    ...lines,
    linesBelow: compressedRows(count, lineParent),
    linesAbove: compressedRows(count, lineComponent),
    codes,
    order,
  });
  return { ok: true, graph };
}

function addCycles(lines: ReadLines, issues: BomIssue[]): void {
  const { items, lineParent, lineComponent } = lines;
  const cycles = cyclesOfEdges(items.length, lineParent, lineComponent);
  const lineOf = new Map<number, number>(); // start of a cycle → its line to the next item
  const second = new Map(cycles.map((cycle) => [cycle[0]!, cycle[1]!]));
  for (let l = lineParent.length - 1; l >= 0; l--) {
    if (second.get(lineParent[l]!) === lineComponent[l]) lineOf.set(lineParent[l]!, l);
  }
  for (const numbers of cycles) {
    const cycle = numbers.map((n) => items[n]!);
    const row = lines.lineRow[lineOf.get(numbers[0]!)!]!;
    const message = `${show(cycle[0])} goes into itself: ${spell(cycle)}. Take one of these lines out.`;
    issues.push({ code: "bomCycle", path: [row, "component"], message, cycle });
  }
}

function spell(cycle: readonly string[]): string {
  const names =
    cycle.length <= 2 * SPELLED_OUT + 1
      ? cycle.map(show)
      : [
          ...cycle.slice(0, SPELLED_OUT).map(show),
          `… ${cycle.length - 2 * SPELLED_OUT} more …`,
          ...cycle.slice(-SPELLED_OUT).map(show),
        ];
  return names.join(" > ");
}
