import { ceilDivide, commonDenominator, type Ratio, ratioOf } from "../core/index.js";
import type { BomGraph } from "./columns.js";

/** What is built, from what, and how finely its parts are counted. */
export interface BuildTree {
  readonly graph: BomGraph;
  /** The top and all below it, parents before components. */
  readonly items: readonly number[];
  /** Stock by item number. */
  readonly stock: readonly Ratio[];
  readonly neverLimits: (row: number) => boolean;
  /** 10^decimals by item number; 0 where it may be divided at will. */
  readonly unit: readonly bigint[];
}

/** A line to the component at a place: the need grows by `ceil(order × up ÷ down) × part`. */
interface ScaledLine {
  readonly to: number;
  readonly up: bigint;
  readonly down: bigint;
  readonly part: bigint;
}

/**
 * A tree in whole numbers: each item is counted in a part of its own so fine that no need of it is a
 * fraction, whatever whole number is built. So a question takes products and sums and reduces nothing.
 */
export interface ScaledTree {
  /** Item number by place, the top first. */
  readonly items: readonly number[];
  /** Stock by place, that of the top 0. */
  readonly stock: readonly bigint[];
  readonly isBought: readonly boolean[];
  readonly lines: readonly (readonly ScaledLine[])[];
}

/** An item without components of which there is not enough. */
export interface Shortage {
  readonly place: number;
  /** What is missing, above 0. */
  readonly missing: bigint;
  /** By how much less would be missing if one less were built, as long as no stock covers a need. */
  readonly slope: bigint;
}

/** Stock of what is built: it does not count. */
const NOTHING: Ratio = { num: 0n, den: 1n };

/** Counts every item of a tree in whole parts. */
export function scaleTree({ graph, items, stock, neverLimits, unit }: BuildTree): ScaledTree {
  const { linesAbove, linesBelow, lineParent, lineRatio } = graph;
  const placeOf = new Map(items.map((n, place) => [n, place]));
  const parts: bigint[] = []; // by place: how many parts make one
  const lines: ScaledLine[][] = items.map(() => []);
  const scaled: bigint[] = [];
  for (const [place, n] of items.entries()) {
    const entering: { readonly parent: number; readonly per: Ratio }[] = [];
    let whole = 1n;
    for (let k = linesAbove.start[n]!; k < linesAbove.start[n + 1]!; k++) {
      const line = linesAbove.row[k]!;
      const parent = placeOf.get(lineParent[line]!);
      if (parent === undefined || place === 0 || neverLimits(line)) continue;
      const ratio = lineRatio[line]!;
      const per = ratioOf(ratio.num * (unit[n] || 1n), ratio.den * parts[parent]!);
      entering.push({ parent, per });
      whole = commonDenominator(whole, unit[n] || per.den);
    }
    const { num, den } = place === 0 ? NOTHING : stock[n]!;
    whole = commonDenominator(whole, den);
    for (const { parent, per } of entering) {
      lines[parent]!.push(
        unit[n] === 0n
          ? { to: place, up: (per.num * whole) / per.den, down: 1n, part: 1n }
          : { to: place, up: per.num, down: per.den, part: whole / unit[n]! },
      );
    }
    parts.push(whole);
    scaled.push((num * whole) / den);
  }
  const isBought = items.map((n) => linesBelow.start[n] === linesBelow.start[n + 1]);
  return { items, stock: scaled, isBought, lines };
}

/** The items without components of which there is not enough to build so many. */
export function shortages(quantity: bigint, tree: ScaledTree): Shortage[] {
  const needs = tree.items.map(() => 0n);
  const slopes = tree.items.map(() => 0n);
  needs[0] = quantity;
  slopes[0] = 1n;
  const short: Shortage[] = [];
  for (const [place, lines] of tree.lines.entries()) {
    const order = needs[place]! - tree.stock[place]!;
    if (order <= 0n) continue;
    const slope = slopes[place]!;
    if (tree.isBought[place]) short.push({ place, missing: order, slope });
    for (const { to, up, down, part } of lines) {
      if (down === 1n) {
        needs[to]! += order * up * part;
        slopes[to]! += slope * up * part;
      } else needs[to]! += ceilDivide(order * up, down) * part;
    }
  }
  return short;
}
