import {
  type BenchProblem,
  emptyItems,
  type ItemColumns,
  type LineColumns,
  type RowColumns,
} from "./problem.js";
import { type Draws, drawsFrom } from "./random.js";

const DAYS = 250;
const DEMANDS_PER_ITEM = 5;
const SOLD_SHARE = 0.15;
const BOUGHT_SHARE = 0.5;

/**
 * A planning problem of one site: products, subassemblies on several levels and bought parts, item
 * numbers without regard to levels, parts in many parents, demands mostly for products.
 *
 * @param itemCount - how many items; there are twice as many lines
 * @param levels - levels between products and bought parts
 * @param seed - the same seed gives the same problem
 */
export function generateProblem(
  itemCount: number,
  levels: number,
  seed: number,
  demandsPerItem = DEMANDS_PER_ITEM,
): BenchProblem {
  const draws = drawsFrom(seed);
  const stages = splitIntoStages(itemCount, levels, draws);
  const items = generateItems(itemCount, draws);
  return {
    days: DAYS,
    items,
    lines: generateLines(stages, draws),
    demands: generateDemands(stages, items, itemCount * demandsPerItem, draws),
    supplies: generateSupplies(items, draws),
  };
}

/** Item numbers by stage: products first, bought parts last. */
function splitIntoStages(itemCount: number, levels: number, draws: Draws): Int32Array[] {
  const numbers = Int32Array.from({ length: itemCount }, (_, item) => item);
  for (let last = itemCount - 1; last > 0; last--) {
    const other = draws.whole(0, last);
    const item = numbers[last]!;
    numbers[last] = numbers[other]!;
    numbers[other] = item;
  }
  const sold = Math.max(1, Math.floor(itemCount * SOLD_SHARE));
  const made = itemCount - Math.max(1, Math.floor(itemCount * BOUGHT_SHARE));
  const stages = [numbers.subarray(0, sold)];
  for (let level = 0; level < levels; level++) {
    const place = (n: number): number => sold + Math.floor(((made - sold) * n) / levels);
    stages.push(numbers.subarray(place(level), place(level + 1)));
  }
  stages.push(numbers.subarray(made));
  return stages.filter((stage) => stage.length > 0);
}

function generateItems(count: number, draws: Draws): ItemColumns {
  const items = emptyItems(count);
  for (let item = 0; item < count; item++) generateItem(items, item, draws);
  return items;
}

function generateItem(items: ItemColumns, item: number, draws: Draws): void {
  const decimals = draws.chance(0.8) ? 0 : draws.whole(1, 3);
  const unit = 10 ** decimals;
  items.decimals[item] = decimals;
  items.leadTime[item] = draws.whole(1, 10);
  if (draws.chance(0.5)) items.onHand[item] = draws.whole(0, 400 * unit);
  if (draws.chance(0.3)) items.safetyStock[item] = draws.whole(1, 50) * unit;
  if (draws.chance(0.2)) {
    items.rule[item] = 1;
    items.lotQuantity[item] = draws.whole(2, 50) * 10 * unit;
  } else if (draws.chance(0.3)) {
    items.rule[item] = 2;
    items.periodDays[item] = draws.one([5, 10, 20]);
  } else if (draws.chance(0.25)) {
    items.minimumOrder[item] = draws.whole(1, 20) * 5 * unit;
    items.orderMultiple[item] = draws.whole(1, 10) * unit;
  }
}

/** Two to six components for each item that is made: half of them bought parts, most others of the next stage. */
function generateLines(stages: readonly Int32Array[], draws: Draws): LineColumns {
  const parent: number[] = [];
  const component: number[] = [];
  const bought = stages.length - 1;
  for (let stage = 0; stage < bought; stage++) {
    for (const item of stages[stage]!) {
      const below = new Set<number>();
      for (let line = draws.whole(2, 6); line > 0; line--) {
        const next = draws.chance(0.8) ? stage + 1 : draws.whole(stage + 1, bought);
        const from = draws.chance(0.5) ? bought : next;
        below.add(popular(stages[from]!, draws));
      }
      for (const part of below) {
        parent.push(item);
        component.push(part);
      }
    }
  }
  const lines: LineColumns = {
    parent: new Int32Array(parent),
    component: new Int32Array(component),
    quantity: new Int32Array(parent.length),
    quantityDecimals: new Int32Array(parent.length),
    scrap: new Int32Array(parent.length),
  };
  for (let line = 0; line < parent.length; line++) generateQuantity(lines, line, draws);
  return lines;
}

function generateQuantity(lines: LineColumns, line: number, draws: Draws): void {
  lines.quantityDecimals[line] = draws.chance(0.88) ? 0 : draws.one([1, 3]);
  const decimals = lines.quantityDecimals[line]!;
  lines.quantity[line] = decimals === 0 ? draws.one([1, 1, 1, 2, 4]) : draws.whole(1, 40);
  if (draws.chance(0.2)) lines.scrap[line] = draws.whole(1, 10) * 50;
}

/** The smaller of two draws: items at the front of a stage go into more parents. */
function popular(stage: Int32Array, draws: Draws): number {
  const last = stage.length - 1;
  return stage[Math.min(draws.whole(0, last), draws.whole(0, last))]!;
}

function generateDemands(
  stages: readonly Int32Array[],
  { decimals }: ItemColumns,
  count: number,
  draws: Draws,
): RowColumns {
  const rows = emptyRows(count);
  for (let row = 0; row < rows.item.length; row++) {
    const stage = draws.chance(0.8) ? stages[0]! : draws.one(stages);
    rows.item[row] = popular(stage, draws);
    rows.due[row] = draws.whole(0, DAYS - 1);
    rows.quantity[row] = draws.whole(1, 100 * 10 ** decimals[rows.item[row]!]!);
  }
  return rows;
}

/** Open purchases for two items in five, in the first weeks. */
function generateSupplies({ decimals }: ItemColumns, draws: Draws): RowColumns {
  const rows = emptyRows(Math.floor(decimals.length * 0.4));
  for (let row = 0; row < rows.item.length; row++) {
    rows.item[row] = draws.whole(0, decimals.length - 1);
    rows.due[row] = draws.whole(0, 40);
    rows.quantity[row] = draws.whole(1, 300 * 10 ** decimals[rows.item[row]!]!);
  }
  return rows;
}

function emptyRows(count: number): RowColumns {
  return {
    item: new Int32Array(count),
    due: new Int32Array(count),
    quantity: new Float64Array(count),
  };
}
