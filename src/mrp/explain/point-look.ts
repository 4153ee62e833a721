import type { Limit } from "./feasible-limit.js";

/** A demand, or a day's part of a forecast, that is not there by its own due day (K47). */
export interface LateDemand {
  /** The row of the demand. */
  readonly row: number;
  /** The day on which all of it is there, from T0; Infinity: never. */
  readonly day: number;
  /** What of it is late. */
  readonly quantity: number;
  /** What comes last; while it is kept, as it was told. */
  readonly limit: Limit;
}

const NOTHING_LATE: readonly LateDemand[] = [];

/** What a look at the demands of a stocking point found; it never changes once all are noted. */
export class PointLook {
  /** Whether all demands were looked at, not those alone that may be late. */
  readonly isWhole: boolean;
  #late: LateDemand[] | undefined;
  /** Rows of demands in the order of T2, and when all of each is there. */
  readonly #rows: number[] = [];
  readonly #days: number[] = [];
  #placeOf: ReadonlyMap<number, number> | undefined;

  constructor(isWhole: boolean) {
    this.isWhole = isWhole;
  }

  /** Notes when all of a demand is there; Infinity: never. */
  note(row: number, day: number): void {
    this.#rows.push(row);
    this.#days.push(day);
  }

  noteLate(late: LateDemand): void {
    this.#late ??= [];
    this.#late.push(late);
  }

  /** The demands that are late, in the order of T2. */
  get late(): readonly LateDemand[] {
    return this.#late ?? NOTHING_LATE;
  }

  /** The day from T0 on which all of a demand is there; Infinity: never; NaN: nothing is to come. */
  dayOf(row: number): number {
    const place = this.#rows.length < MANY ? this.#rows.indexOf(row) : this.#findPlace(row);
    return place < 0 ? Number.NaN : this.#days[place]!;
  }

  #findPlace(row: number): number {
    this.#placeOf ??= new Map(this.#rows.map((one, place) => [one, place]));
    return this.#placeOf.get(row) ?? -1;
  }
}

/** From so many demands on they are found by a map. */
const MANY = 16;
