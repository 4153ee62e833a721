import type { BillColumns } from "./bill-columns.js";
import { ALWAYS, type Bill, type BillLine, NEVER } from "./problem.js";

/** The columns from which the lines of a plain bill are made. */
type LineColumns = Pick<BillColumns, "start" | "component" | "num" | "den">;

/** A bill of which the columns say everything: its lines are made whenever someone asks for them. */
export class PlainBill implements Bill {
  readonly item: number;
  readonly site: number;
  readonly version: string | undefined;
  /** The number of its row. */
  readonly row: number;
  readonly #number: number;
  readonly #columns: LineColumns;

  /** @param number - its place in the columns */
  constructor(
    { item, site, version, row }: Pick<PlainBill, "item" | "site" | "version" | "row">,
    number: number,
    columns: LineColumns,
  ) {
    this.item = item;
    this.site = site;
    this.version = version;
    this.row = row;
    this.#number = number;
    this.#columns = columns;
  }

  get validFrom(): number {
    return ALWAYS;
  }

  get validTo(): number {
    return NEVER;
  }

  get lines(): readonly BillLine[] {
    const { start, component, num, den } = this.#columns;
    const lines: BillLine[] = [];
    for (let l = start[this.#number]!; l < start[this.#number + 1]!; l++) {
      lines.push({
        component: component[l]!,
        ratio: { num: BigInt(num[l]!), den: BigInt(den[l]!) },
        fixed: false,
        multiple: 0,
        offset: 0,
        validFrom: ALWAYS,
        validTo: NEVER,
      });
    }
    return lines;
  }
}
