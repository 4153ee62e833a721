import { Decimal, formatDay, type Ratio, ratioToDecimal } from "../../core/index.js";
import { FractionSum } from "../fraction-sum.js";
import { PlaceMap } from "./place-map.js";
import { capacityIn, type Resource } from "./resource.js";
import type { RoughCut, RoughCutLoad, RoughCutOutside, RoughCutRow } from "./rough-cut-result.js";
import { ANY_SITE, type ReadPeriod } from "./schedule-argument.js";

const HUNDRED = 100n;

/** Whose load it is. */
export interface LoadOwner {
  readonly item: string;
  readonly site?: string | undefined;
  readonly component: string | undefined;
}

/** The exact load of each owner in a period: of items, by component. */
type Cell = PlaceMap<Map<string | undefined, FractionSum>>;

/** Loads by resource and period, counted from 0; −1: past due, as many as there are: beyond. */
export class LoadTable {
  readonly #periods: number;
  readonly #cells = new Map<string, Map<number, Cell>>();

  constructor(periods: number) {
    this.#periods = periods;
  }

  /** Adds a load; one before the first period is past due, one behind the last is beyond. */
  add(
    resource: string,
    period: number,
    load: Ratio,
    { item, site = ANY_SITE, component }: LoadOwner,
  ): void {
    if (load.num === 0n) return;
    const place = Math.min(Math.max(period, -1), this.#periods);
    const cells = entryOf(this.#cells, resource, () => new Map<number, Cell>());
    const cell = entryOf(cells, place, (): Cell => new PlaceMap());
    const parts = cell.get(item, site) ?? new Map<string | undefined, FractionSum>();
    cell.set(item, site, parts);
    entryOf(parts, component, () => new FractionSum()).add(load);
  }

  /** The exact load of a resource in a period, not in lowest terms. */
  load(resource: string, period: number): Ratio {
    const sum = new FractionSum();
    const cell = this.#cells.get(resource)?.get(period);
    for (const [item, site] of cell?.places() ?? []) {
      for (const part of cell?.get(item, site)?.values() ?? []) sum.add(part.total);
    }
    return sum.total;
  }

  /** What the load of a resource in a period is made of. */
  parts(resource: string, period: number): RoughCutLoad[] {
    const cell = this.#cells.get(resource)?.get(period);
    return [...(cell?.places() ?? [])].flatMap(([item, site]) =>
      [...(cell?.get(item, site) ?? [])].map(([component, load]) => ({
        item,
        site: site === ANY_SITE ? null : site,
        component: component ?? null,
        load: ratioToDecimal(load.total),
      })),
    );
  }

  /** The table against capacity, with the days of the periods where they are known. */
  against(resources: readonly Resource[], days: readonly ReadPeriod[] | undefined): RoughCut {
    return {
      rows: resources.flatMap((resource) =>
        Array.from({ length: this.#periods }, (_, period) => this.#row(resource, period, days)),
      ),
      outside: resources.map(({ id }): RoughCutOutside => {
        const [pastDue, beyond] = [this.load(id, -1), this.load(id, this.#periods)];
        return {
          resource: id,
          pastDue: ratioToDecimal(pastDue),
          beyond: ratioToDecimal(beyond),
          pastDueItems: this.parts(id, -1),
        };
      }),
    };
  }

  #row(resource: Resource, period: number, days: readonly ReadPeriod[] | undefined): RoughCutRow {
    const { id, kind, unit } = resource;
    const dates = days?.[period];
    const load = this.load(id, period);
    return {
      resource: id,
      kind,
      unit,
      period: period + 1,
      from: dates === undefined ? null : formatDay(dates.from),
      until: dates === undefined ? null : formatDay(dates.until),
      load: ratioToDecimal(load),
      ...comparison(load, capacityIn(resource, period)),
      items: this.parts(id, period),
    };
  }
}

/** Load against capacity, exact. */
function comparison(
  load: Ratio,
  capacity: Ratio | undefined,
): Pick<RoughCutRow, "capacity" | "free" | "percentage" | "overload"> {
  if (capacity === undefined) {
    return { capacity: null, free: null, percentage: null, overload: null };
  }
  const excess = {
    num: load.num * capacity.den - capacity.num * load.den,
    den: load.den * capacity.den,
  };
  const none = new Decimal(0);
  return {
    capacity: ratioToDecimal(capacity),
    free: excess.num < 0n ? ratioToDecimal({ num: -excess.num, den: excess.den }) : none,
    percentage:
      capacity.num === 0n
        ? null
        : ratioToDecimal({
            num: HUNDRED * load.num * capacity.den,
            den: load.den * capacity.num,
          }),
    overload: excess.num > 0n ? ratioToDecimal(excess) : none,
  };
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
