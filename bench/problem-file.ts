import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import type { BenchProblem } from "./problem.js";

const MAGIC = 0x4c50524d;
const VERSION = 1;
/** Magic, version, items, lines, demands, supplies, days, seed: an int32 each. */
const HEADER_BYTES = 32;

/**
 * Reads a problem from its binary form: a header of eight int32, then columns one after the other,
 * float64 first, little endian, without padding.
 *
 * @param file - the path of the file
 * @throws Error when the file is of another kind or version
 */
export function readProblemFile(file: string): BenchProblem {
  // A copy of its own begins at byte 0, where every column of it is aligned.
  const { buffer } = new Uint8Array(readFileSync(file));
  const [magic, version, items, lines, demands, supplies, days] = new Int32Array(buffer, 0, 8);
  if (magic !== MAGIC || version !== VERSION) {
    throw new Error(`${file} is no problem file of version ${VERSION}.`);
  }
  let offset = HEADER_BYTES;
  const reals = (count: number): Float64Array => {
    const column = new Float64Array(buffer, offset, count);
    offset += column.byteLength;
    return column;
  };
  const integers = (count: number): Int32Array => {
    const column = new Int32Array(buffer, offset, count);
    offset += column.byteLength;
    return column;
  };
  const quantities = {
    onHand: reals(items!),
    safetyStock: reals(items!),
    lotQuantity: reals(items!),
    minimumOrder: reals(items!),
    orderMultiple: reals(items!),
  };
  const demanded = reals(demands!);
  const supplied = reals(supplies!);
  return {
    days: days!,
    items: {
      ...quantities,
      decimals: integers(items!),
      leadTime: integers(items!),
      rule: integers(items!),
      periodDays: integers(items!),
    },
    lines: {
      parent: integers(lines!),
      component: integers(lines!),
      quantity: integers(lines!),
      quantityDecimals: integers(lines!),
      scrap: integers(lines!),
    },
    demands: { item: integers(demands!), due: integers(demands!), quantity: demanded },
    supplies: { item: integers(supplies!), due: integers(supplies!), quantity: supplied },
  };
}

/**
 * Writes a problem as {@link readProblemFile} reads it.
 *
 * @param file - the path of the file
 * @param seed - from which the problem was generated
 */
export function writeProblemFile(file: string, problem: BenchProblem, seed: number): void {
  const { items, lines, demands, supplies } = problem;
  const header = Int32Array.of(
    ...[MAGIC, VERSION, items.decimals.length, lines.parent.length],
    ...[demands.item.length, supplies.item.length, problem.days, seed],
  );
  const columns: readonly (Float64Array | Int32Array)[] = [
    ...[
      items.onHand,
      items.safetyStock,
      items.lotQuantity,
      items.minimumOrder,
      items.orderMultiple,
    ],
    ...[demands.quantity, supplies.quantity],
    ...[items.decimals, items.leadTime, items.rule, items.periodDays],
    ...[lines.parent, lines.component, lines.quantity, lines.quantityDecimals, lines.scrap],
    ...[demands.item, demands.due, supplies.item, supplies.due],
  ];
  const opened = openSync(file, "w");
  for (const column of [header, ...columns]) writeSync(opened, column);
  closeSync(opened);
}
