/** The operations of a routing for a quantity (K53): what goes into each, its hours and its load. */
import type { Fraction } from "../numbers.js";
import {
  ceil,
  compareFractions,
  fraction,
  minus,
  ONE,
  over,
  plus,
  readRatio,
  times,
  ZERO,
} from "../numbers.js";
import type { Num } from "../types.js";
import type { OperationRow, RoutingRow } from "./rows.js";

/** What is to be done of an order. */
export interface Work {
  /** What the whole order starts, and what what is left of it starts, in stock units. */
  startQuantity: Fraction;
  left: Fraction;
  /** Whether some of the order has arrived. */
  isBegun: boolean;
  /** What is completed, by operation. */
  progress: ReadonlyMap<string, Fraction>;
}

export interface Operation {
  row: OperationRow;
  /** The operations it waits for. */
  before: string[];
  quantity: Fraction;
  parts: number;
  /** Hours of one part. */
  setup: Fraction;
  processing: Fraction;
  teardown: Fraction;
}

export function hoursOf(value: Num | undefined): Fraction {
  return value === undefined ? ZERO : readRatio(value);
}

const whole = (n: number): Fraction => ({ num: BigInt(n), den: 1n });

/** `after`, or the operation before it in the list. */
export function waitsFor({ operations }: RoutingRow, row: OperationRow): string[] {
  const previous = operations[operations.indexOf(row) - 1];
  return row.after ?? (previous === undefined ? [] : [previous.id]);
}

export function operationNamed({ operations }: RoutingRow, id: string): OperationRow {
  const row = operations.find((one) => one.id === id);
  if (row === undefined) {
    throw new Error(`There is no operation "${id}".`);
  }
  return row;
}

/** All operations from which a way leads to this one. */
function allBefore(routing: RoutingRow, row: OperationRow): Set<OperationRow> {
  const found = new Set<OperationRow>();
  const visit = (one: OperationRow) => {
    for (const id of waitsFor(routing, one)) {
      const before = operationNamed(routing, id);
      found.add(before);
      visit(before);
    }
  };
  visit(row);
  return found;
}

/** What of the quantity that the order starts comes into the operation. */
function shareInto(routing: RoutingRow, row: OperationRow): Fraction {
  return [...allBefore(routing, row)].reduce(
    (share, one) => times(share, one.yield === undefined ? ONE : readRatio(one.yield)),
    ONE,
  );
}

/** Run hours of a number of pieces; with `batch` each batch begun takes `run`. */
export function processingOf({ run, batch }: OperationRow, pieces: Fraction): Fraction {
  const runs = batch === undefined ? pieces : fraction(ceil(over(pieces, readRatio(batch))), 1n);
  return times(hoursOf(run), runs);
}

/** What is left of the quantity that comes into the operation. */
function quantityInto(routing: RoutingRow, row: OperationRow, work: Work): Fraction {
  const share = shareInto(routing, row);
  const completed = work.progress.get(row.id);
  if (completed === undefined) {
    return times(share, work.isBegun ? work.left : work.startQuantity);
  }
  const left = minus(times(share, work.startQuantity), completed);
  return compareFractions(left, ZERO) < 0 ? ZERO : left;
}

/**
 * The operations that are still to be done, each with those it waits for.
 *
 * @param options.isWithNothing - also those of which nothing is to be done
 */
export function operationsOf(
  routing: RoutingRow,
  work: Work,
  options: { isWithNothing?: boolean } = {},
): Operation[] {
  const left = new Map(
    routing.operations
      .map((row) => [row.id, quantityInto(routing, row, work)] as const)
      .filter(([, quantity]) => options.isWithNothing === true || quantity.num > 0n),
  );
  // What is done already does not hold up what comes after; what comes before it does.
  const stillBefore = (row: OperationRow): string[] =>
    waitsFor(routing, row).flatMap((id) =>
      left.has(id) ? [id] : stillBefore(operationNamed(routing, id)),
    );
  return routing.operations.flatMap((row) => {
    const quantity = left.get(row.id);
    if (quantity === undefined) {
      return [];
    }
    const parts = row.split ?? 1;
    const isSetUp = (work.progress.get(row.id)?.num ?? 0n) > 0n;
    return [
      {
        row,
        before: [...new Set(stillBefore(row))],
        quantity,
        parts,
        setup: isSetUp ? ZERO : hoursOf(row.setup),
        processing: processingOf(row, over(quantity, whole(parts))),
        teardown: hoursOf(row.teardown),
      },
    ];
  });
}

/** Standard hours, whatever the efficiency of the centre. */
export function loadOf({ parts, setup, processing, teardown }: Operation): Fraction {
  return times(whole(parts), plus(plus(setup, processing), teardown));
}

export function setupOf({ parts, setup }: Operation): Fraction {
  return times(whole(parts), setup);
}

export function runOf({ parts, processing }: Operation): Fraction {
  return times(whole(parts), processing);
}

/** Hours as whole minutes, rounded up, at an efficiency. */
export function minutesOf(hours: Fraction, efficiency: Fraction = ONE): number {
  return Number(ceil(over(times(whole(60), hours), efficiency)));
}
