import { type BillColumns, LARGEST_FACTOR } from "./bill-columns.js";
import { ALWAYS, type Bill, type BillLine, NEVER } from "./problem.js";

/** Bills that are put into columns as they are read. */
export class DraftBills {
  #count = 0;
  #lines = 0;
  readonly #item: Int32Array;
  readonly #site: Int32Array;
  readonly #start: Int32Array;
  readonly #isPlain: Uint8Array;
  readonly #component: Int32Array;
  readonly #num: Float64Array;
  readonly #den: Float64Array;

  /**
   * @param bills - as many as there may be
   * @param lines - the same of the lines of all of them
   */
  constructor(bills: number, lines: number) {
    this.#item = new Int32Array(bills);
    this.#site = new Int32Array(bills);
    this.#start = new Int32Array(bills + 1);
    this.#isPlain = new Uint8Array(bills);
    this.#component = new Int32Array(lines);
    this.#num = new Float64Array(lines);
    this.#den = new Float64Array(lines);
  }

  /** @param hasSubstitutes - whether some line has any: then it is looked at line by line */
  add(bill: Bill, hasSubstitutes: boolean): void {
    const b = this.#count++;
    let isPlain = !hasSubstitutes && bill.validFrom === ALWAYS && bill.validTo === NEVER;
    for (const line of bill.lines) {
      const l = this.#lines++;
      const num = Number(line.ratio.num);
      const den = Number(line.ratio.den);
      this.#component[l] = line.component;
      this.#num[l] = num;
      this.#den[l] = den;
      isPlain &&= hasNoTerms(line) && num < LARGEST_FACTOR && den < LARGEST_FACTOR;
    }
    this.#item[b] = bill.item;
    this.#site[b] = bill.site;
    this.#start[b + 1] = this.#lines;
    this.#isPlain[b] = isPlain ? 1 : 0;
  }

  columns(): BillColumns {
    const [bills, lines] = [this.#count, this.#lines];
    return {
      count: bills,
      item: this.#item.subarray(0, bills),
      site: this.#site.subarray(0, bills),
      start: this.#start.subarray(0, bills + 1),
      isPlain: this.#isPlain.subarray(0, bills),
      component: this.#component.subarray(0, lines),
      num: this.#num.subarray(0, lines),
      den: this.#den.subarray(0, lines),
    };
  }
}

function hasNoTerms(line: BillLine): boolean {
  return (
    !line.fixed &&
    line.multiple === 0 &&
    line.offset === 0 &&
    line.validFrom === ALWAYS &&
    line.validTo === NEVER
  );
}
