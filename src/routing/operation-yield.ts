import { addMistake, multiplyRatios, ONE, type Place, type Ratio } from "../core/index.js";
import type { OperationPlaces } from "./operation-order.js";
import type { ReadOperation } from "./read-operation.js";

/** Of more digits a quantity would be that nobody could read, and a plan never finish with. */
const MOST_DIGITS = 1000;
const LARGEST = 10n ** BigInt(MOST_DIGITS);

/** What goes into each operation and comes out of the last, for one that starts. */
export interface OperationYields {
  readonly inflows: readonly Ratio[];
  readonly product: Ratio;
}

/** What loses something on the ways to an operation: a bit for each such operation, and what it leaves. */
interface Losses {
  readonly on: bigint;
  readonly left: Ratio;
}

const NO_LOSSES: Losses = { on: 0n, left: ONE };

/**
 * Multiplies the yields of the operations on the ways to each (K53).
 *
 * Where one operation stands right before another, its inflow times its yield is the other's. Where
 * several do, ways may have met before, and no yield counts twice: to the losses of one of them come
 * those of the others that it lacks.
 */
export function operationYields(
  rows: readonly (ReadOperation | undefined)[],
  { before, order }: OperationPlaces,
  place: Place,
): OperationYields | undefined {
  const yields: Ratio[] = [];
  const after: Losses[] = [];
  const inflows = rows.map(() => ONE);
  let product = ONE;
  for (const n of order) {
    const losses = lossesTogether(
      before[n]!.map((k) => after[k]!),
      yields,
    );
    inflows[n] = losses.left;
    const own = rows[n]?.yield ?? ONE;
    after[n] = losses;
    if (own.num === own.den) continue;
    after[n] = {
      on: losses.on | (1n << BigInt(yields.length)),
      left: multiplyRatios(losses.left, own),
    };
    yields.push(own);
    product = multiplyRatios(product, own);
    if (product.den < LARGEST) continue;
    const message = `The yields of these operations multiply to a fraction of more than ${MOST_DIGITS} digits. Give fewer operations a yield, or shorter ones.`;
    addMistake(place, "outOfRange", message);
    return undefined;
  }
  return { inflows, product };
}

/** The losses on several ways, each once; `yields` of the operations that lose something, by bit. */
function lossesTogether(ways: readonly Losses[], yields: readonly Ratio[]): Losses {
  let { on, left } = ways[0] ?? NO_LOSSES;
  for (const way of ways.slice(1)) {
    const all = on | way.on;
    // Most often one of two ways has all the losses of the other.
    if (all === way.on) left = way.left;
    else if (all !== on) left = multiplyRatios(left, productOf(way.on & ~on, yields));
    on = all;
  }
  return { on, left };
}

function productOf(bits: bigint, yields: readonly Ratio[]): Ratio {
  const flags = bits.toString(2);
  let product = ONE;
  for (let n = 0; n < flags.length; n++) {
    if (flags[n] === "1") product = multiplyRatios(product, yields[flags.length - 1 - n]!);
  }
  return product;
}
