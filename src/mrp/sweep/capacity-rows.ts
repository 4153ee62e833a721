import type { Model } from "../compile/model.js";
import { NONE, type SupplierCapacity } from "../input/problem.js";

/** What limits what a supplier brings, day by day. */
export interface LimitedDays {
  /** The rows that count on a day from T0. */
  readonly on: (day: number) => readonly SupplierCapacity[];
}

/** Finds the rows of suppliers' capacities that count on a day, each day looked for once. */
export class CapacityRows {
  readonly #model: Model;
  /** By supplier, then by item that some row names; under `NONE` what limits all others. */
  readonly #known = new Map<string, ReadonlyMap<number, LimitedDays>>();

  constructor(model: Model) {
    this.#model = model;
  }

  of(supplier: string, item: number): LimitedDays {
    let items = this.#known.get(supplier);
    if (items === undefined) {
      items = this.#itemsOf(supplier);
      this.#known.set(supplier, items);
    }
    return items.get(item) ?? items.get(NONE)!;
  }

  #itemsOf(supplier: string): ReadonlyMap<number, LimitedDays> {
    const rows = new Map<number, SupplierCapacity[]>([[NONE, []]]);
    for (const row of this.#model.capacities.get(supplier) ?? []) {
      const own = rows.get(row.item);
      if (own === undefined) rows.set(row.item, [row]);
      else own.push(row);
    }
    const general = rows.get(NONE)!;
    const days = new Map<number, LimitedDays>();
    for (const [item, own] of rows) {
      days.set(item, this.#daysOf(item === NONE ? general : [...general, ...own]));
    }
    return days;
  }

  #daysOf(rows: readonly SupplierCapacity[]): LimitedDays {
    const { startDay } = this.#model;
    const known = new Map<number, readonly SupplierCapacity[]>();
    const on = (day: number): readonly SupplierCapacity[] => {
      let found = known.get(day);
      if (found === undefined) {
        const date = day + startDay;
        found = rows.filter(({ from, until }) => from <= date && date <= until);
        known.set(day, found);
      }
      return found;
    };
    return { on };
  }
}
