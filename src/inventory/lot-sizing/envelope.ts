import type { Arithmetic } from "./amount.js";

/**
 * The lower envelope of lines `base + price × sum`, asked from left to right: for each sum the lowest
 * line, and of lines that are as low there the one with the largest number.
 *
 * Lines come in while sums grow. A line that is dearer than the lowest one and not below it where it
 * comes in never is the lowest. With falling prices lines come in at the end alone, and each is looked
 * at a few times at most; else the place is searched by halving.
 *
 * Source: A. Federgruen and M. Tzur, "A simple forward algorithm to solve general dynamic lot sizing
 * models with n periods in O(n log n) or O(n) time", Management Science 37 (1991).
 */
export class Envelope {
  /** The lines that are the lowest somewhere, by falling price. */
  private readonly lines: number[] = [];
  /** The first sum at which each of these is the lowest. */
  private readonly starts: number[] = [];
  /** The place of the lowest line at the sum that was asked last. */
  private head = 0;

  /**
   * @param base - the height of each line at sum 0; read when a line comes in
   * @param price - the slope of each line
   */
  constructor(
    private readonly base: readonly number[],
    private readonly price: readonly number[],
    private readonly arithmetic: Arithmetic<number>,
  ) {}

  /** The lowest line at a sum, which is not below the one asked for before. */
  lowestAt(sum: number): number {
    const { starts } = this;
    while (this.head + 1 < starts.length && starts[this.head + 1]! <= sum) this.head++;
    return this.lines[this.head]!;
  }

  /**
   * Lets a line in.
   *
   * @param line - its number, above those of all others
   * @param sum - where it comes in: from then on only larger sums are asked for
   */
  insert(line: number, sum: number): void {
    const { lines, starts, base, price, head } = this;
    const at = this.placeOf(line);
    let next = at;
    if (at < lines.length) {
      const beside = lines[at]!;
      if (price[beside] === price[line]) {
        if (base[beside]! < base[line]!) return;
        next = at + 1;
      } else if (at === head && this.heightOf(line, sum) >= this.heightOf(beside, sum)) return;
    }
    let from = at > head ? this.meeting(lines[at - 1]!, line) : this.arithmetic.zero;
    // Where it comes below those on its left it must not be above those on its right already.
    if (next < lines.length && from >= this.meeting(line, lines[next]!)) return;
    while (next + 1 < lines.length && this.meeting(line, lines[next]!) >= starts[next + 1]!) next++;
    let first = at;
    while (first - 1 > head && from <= starts[first - 1]!) {
      first--;
      from = this.meeting(lines[first - 1]!, line);
    }
    if (next === lines.length) {
      // What happens nearly always: the cheapest line yet takes the place of those at the end.
      while (lines.length > first) {
        lines.pop();
        starts.pop();
      }
      lines.push(line);
      starts.push(from);
    } else {
      starts[next] = this.meeting(line, lines[next]!);
      lines.splice(first, next - first, line);
      starts.splice(first, next - first, from);
    }
  }

  private heightOf(line: number, sum: number): number {
    return this.base[line]! + this.price[line]! * sum;
  }

  /** The first place, from the head on, whose line is not dearer. */
  private placeOf(line: number): number {
    const { lines, price } = this;
    let end = lines.length;
    if (end === this.head || price[lines[end - 1]!]! > price[line]!) return end;
    let at = this.head;
    while (at < end) {
      const middle = (at + end) >> 1;
      if (price[lines[middle]!]! > price[line]!) at = middle + 1;
      else end = middle;
    }
    return at;
  }

  /** The first sum at which the cheaper line goes before the dearer one. */
  private meeting(dearer: number, cheaper: number): number {
    const { zero, one, floorDivide } = this.arithmetic;
    const { base, price } = this;
    const rise = base[cheaper]! - base[dearer]! - (cheaper > dearer ? one : zero);
    return floorDivide(rise, price[dearer]! - price[cheaper]!) + one;
  }
}
