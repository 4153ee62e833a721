import { ONE, type Ratio } from "../core/index.js";
import {
  type Issues,
  noteType,
  readFields,
  readGraphOf,
  readItemOf,
  readQuantity,
  refuseAll,
} from "./argument.js";
import type { BomGraph } from "./columns.js";
import type { AskedQuantity } from "./question.js";
import { reach, roll } from "./roll.js";

/** What a drawing of a product structure shows. */
export interface DrawingOptions {
  /** Id of an item: only it and what lies below it is drawn; all items when left out. */
  readonly item?: string | undefined;
  /** How many of `item`; every item then shows how many of it that takes in all. */
  readonly quantity?: AskedQuantity | undefined;
  /** Whether items stand in rows by level. */
  readonly levels?: boolean | undefined;
}

/** What is drawn, by the numbers of a graph. */
export interface Drawing {
  readonly graph: BomGraph;
  /** The items, level by level, then by id. */
  readonly items: readonly number[];
  /** Level by item: the longest way from the top, or the low-level code. */
  readonly level: ReadonlyMap<number, number>;
  /** How many of each item are taken in all; none where no quantity was asked for. */
  readonly total: ReadonlyMap<number, Ratio>;
  /** The lines, in their order. */
  readonly lines: readonly number[];
  /** Whether items stand in rows by level. */
  readonly inLevels: boolean;
}

/** Reads what is to be drawn. @throws PlanningInputError with everything that is wrong */
export function readDrawing(graph: unknown, options: unknown): Drawing {
  const issues: Issues = [];
  const bom = readGraphOf(graph, ["graph"], issues);
  const fields = readFields(options, ["options"], ["item", "quantity", "levels"], issues);
  const { item, quantity, levels = false } = fields;
  const top = item === undefined ? -1 : readItemOf(bom, item, ["options", "item"], issues);
  const asked =
    quantity === undefined
      ? ONE
      : readQuantity(quantity, ["options", "quantity"], "0 or more", issues);
  if (quantity !== undefined && item === undefined) {
    noteType(item, ["options", "item"], "the id that the quantity is of", issues);
  }
  if (typeof levels !== "boolean") noteType(levels, ["options", "levels"], "true or false", issues);
  refuseAll(issues);
  const inLevels = levels === true;
  if (item === undefined) {
    const items = [...bom.order];
    const level = new Map(items.map((n) => [n, bom.codes[n]!]));
    return { graph: bom, items, level, total: new Map(), lines: allLines(bom), inLevels };
  }
  const level = levelsBelow(bom, top);
  const items = [...level.keys()].sort((a, b) => level.get(a)! - level.get(b)! || a - b);
  const total =
    quantity === undefined ? [] : [[top, asked] as const, ...roll(bom, top, asked, "down")];
  const lines = allLines(bom).filter((line) => level.has(bom.lineParent[line]!));
  return { graph: bom, items, level, total: new Map(total), lines, inLevels };
}

function allLines(graph: BomGraph): number[] {
  return [...graph.lineRatio.keys()];
}

/** The longest way from an item to everything below it. */
function levelsBelow(graph: BomGraph, top: number): Map<number, number> {
  const { start, row } = graph.linesBelow;
  const level = new Map([[top, 0]]);
  for (const n of reach(graph, top, "down")) {
    const below = level.get(n)! + 1;
    for (let k = start[n]!; k < start[n + 1]!; k++) {
      const component = graph.lineComponent[row[k]!]!;
      level.set(component, Math.max(level.get(component) ?? 0, below));
    }
  }
  return level;
}

/** The items of each level, from the top down. */
export function itemsByLevel({ items, level }: Drawing): number[][] {
  const rows: number[][] = [];
  for (const n of items) {
    const row = rows[level.get(n)!];
    if (row === undefined) rows.push([n]);
    else row.push(n);
  }
  return rows;
}
