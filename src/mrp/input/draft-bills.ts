import type { PlanningRow } from "../schema/planning-input.js";
import { type BillColumns, LARGEST_FACTOR } from "./bill-columns.js";
import { PlainBill } from "./plain-bill.js";
import { saysMoreOfLine, writePlainRatio } from "./plain-lines.js";
import { ALWAYS, type Bill, type BillLine, NEVER } from "./problem.js";

/** A bill, and the number of its row. */
export interface ReadBill extends Bill {
  readonly row: number;
}

/** Bills that are put into columns as they are read. */
export class DraftBills {
  readonly bills: ReadBill[] = [];
  #lines = 0;
  readonly #columns: Omit<BillColumns, "count">;

  /**
   * @param bills - as many as there may be
   * @param lines - the same of the lines of all of them
   */
  constructor(bills: number, lines: number) {
    this.#columns = {
      item: new Int32Array(bills),
      site: new Int32Array(bills),
      start: new Int32Array(bills + 1),
      isPlain: new Uint8Array(bills),
      component: new Int32Array(lines),
      num: new Float64Array(lines),
      den: new Float64Array(lines),
    };
  }

  /** @param hasSubstitutes - whether some line has any: then it is looked at line by line */
  add(bill: ReadBill, hasSubstitutes: boolean): void {
    const { component, num, den } = this.#columns;
    let isPlain = !hasSubstitutes && bill.validFrom === ALWAYS && bill.validTo === NEVER;
    for (const line of bill.lines) {
      const l = this.#lines++;
      component[l] = line.component;
      num[l] = Number(line.ratio.num);
      den[l] = Number(line.ratio.den);
      isPlain &&= hasNoTerms(line) && num[l]! < LARGEST_FACTOR && den[l]! < LARGEST_FACTOR;
    }
    const kept = isPlain ? new PlainBill(bill, this.bills.length, this.#columns) : bill;
    this.#keep(kept, isPlain);
  }

  /**
   * Adds a bill whose lines are counted by numbers alone.
   *
   * @returns whether it is added; not where some line says more, or is to be read with care
   */
  addPlain(
    bill: Omit<ReadBill, "lines" | "validFrom" | "validTo">,
    lines: PlanningRow<"boms">["lines"],
    itemOf: ReadonlyMap<string, number>,
  ): boolean {
    const first = this.#lines;
    for (let n = 0; n < lines.length; n++) {
      const line = lines[n]!;
      const component = itemOf.get(line.item);
      if (component === undefined || saysMoreOfLine(line)) return false;
      if (!writePlainRatio(line, first + n, this.#columns)) return false;
      this.#columns.component[first + n] = component;
    }
    this.#lines += lines.length;
    this.#keep(new PlainBill(bill, this.bills.length, this.#columns), true);
    return true;
  }

  #keep(bill: ReadBill, isPlain: boolean): void {
    const b = this.bills.push(bill) - 1;
    const { item, site, start } = this.#columns;
    item[b] = bill.item;
    site[b] = bill.site;
    start[b + 1] = this.#lines;
    this.#columns.isPlain[b] = isPlain ? 1 : 0;
  }

  columns(): BillColumns {
    const { item, site, start, isPlain, component, num, den } = this.#columns;
    const bills = this.bills.length;
    return {
      count: bills,
      item: item.subarray(0, bills),
      site: site.subarray(0, bills),
      start: start.subarray(0, bills + 1),
      isPlain: isPlain.subarray(0, bills),
      component: component.subarray(0, this.#lines),
      num: num.subarray(0, this.#lines),
      den: den.subarray(0, this.#lines),
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
