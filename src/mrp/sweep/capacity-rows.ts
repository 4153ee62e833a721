import type { Model } from "../compile/model.js";
import { NONE, type SupplierCapacity } from "../input/problem.js";

/** What limits what a supplier brings of an item, day by day. */
export interface LimitedDays {
  /** The rows that count on a day from T0. */
  readonly on: (day: number) => readonly SupplierCapacity[];
}

/** Finds the rows of suppliers' capacities that count on a day, each day looked for once. */
export class CapacityRows {
  readonly #model: Model;
  readonly #known = new Map<string, Map<number, LimitedDays>>();

  constructor(model: Model) {
    this.#model = model;
  }

  of(supplier: string, item: number): LimitedDays {
    let items = this.#known.get(supplier);
    if (items === undefined) {
      items = new Map();
      this.#known.set(supplier, items);
    }
    let days = items.get(item);
    if (days === undefined) {
      days = this.#daysOf(supplier, item);
      items.set(item, days);
    }
    return days;
  }

  #daysOf(supplier: string, item: number): LimitedDays {
    const { capacities, startDay } = this.#model;
    const rows = (capacities.get(supplier) ?? []).filter(
      (row) => row.item === NONE || row.item === item,
    );
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
