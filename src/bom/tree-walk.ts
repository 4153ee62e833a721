import { multiplyRatios, type Ratio } from "../core/index.js";
import type { BomGraph } from "./columns.js";

/** One place of the tree below an item. */
export interface TreePlace {
  /** 1 for the components of the item asked for. */
  readonly level: number;
  /** Number of the line that leads here. */
  readonly line: number;
  /** Quantity for the whole quantity asked for. */
  readonly total: Ratio;
  /** Whether it is the last component of its parent. */
  readonly last: boolean;
}

/** Walks the tree below an item, parents before components, lines in their order, step by step. */
export function* walkTree(graph: BomGraph, item: number, quantity: Ratio): Generator<TreePlace> {
  const { start, row } = graph.linesBelow;
  const next = [start[item]!]; // by level: where in `row` to go on
  const end = [start[item + 1]!]; // by level: where the parent's lines end
  const totals = [quantity]; // by level: total of the parent
  while (next.length > 0) {
    const level = next.length;
    const k = next[level - 1]!;
    if (k === end[level - 1]!) {
      next.pop();
      end.pop();
      totals.pop();
      continue;
    }
    next[level - 1] = k + 1;
    const line = row[k]!;
    const total = multiplyRatios(totals[level - 1]!, graph.lineRatio[line]!);
    yield { level, line, total, last: k + 1 === end[level - 1]! };
    const component = graph.lineComponent[line]!;
    next.push(start[component]!);
    end.push(start[component + 1]!);
    totals.push(total);
  }
}
