import type { Limit } from "./feasible-limit.js";

/** Where it is noted that something waits for a need, see `PointDates.wait`. */
export interface WaitSink {
  /** An order of a stocking point, by its number there, waits for a need of another one. */
  wait(point: number, order: number, day: number | undefined, at: number, limit: Limit): void;
  /** A demand on a phantom waits for a need of a stocking point below it. */
  waitDemand(point: number, row: number, day: number | undefined, at: number, limit: Limit): void;
}

/** No day: the need is never there. */
const NEVER_THERE = 2_147_483_647;
/** Who waits: an order by its number, a demand by −1 − its row. */
const [POINT, WHO, DAY, KIND, ROW, REPEAT] = [0, 1, 2, 3, 4, 5];
const WIDTH = 6;

/**
 * What waits for the needs of one stocking point: sent to the points above it, so that these can be
 * dated anew without looking again at all that is below them. Grouped by point, the first ones first,
 * and there in the order of the needs.
 */
export class SentWaits {
  readonly #from: number;
  /** {@link WIDTH} numbers for each wait. */
  readonly #rows: readonly number[];
  /** The stocking points to which waits were sent, ascending, and where the waits for each begin. */
  readonly targets: readonly number[];
  readonly #begin: readonly number[];

  /** @param waits - {@link WIDTH} numbers for each, in the order of the needs */
  constructor(from: number, waits: readonly number[]) {
    this.#from = from;
    this.#rows = groupedByPoint(waits);
    const targets: number[] = [];
    const begin: number[] = [];
    for (let k = 0; k < this.#rows.length; k += WIDTH) {
      const point = this.#rows[k + POINT]!;
      if (targets[targets.length - 1] === point) continue;
      targets.push(point);
      begin.push(k);
    }
    begin.push(this.#rows.length);
    this.targets = targets;
    this.#begin = begin;
  }

  speaksTo(point: number): boolean {
    return this.#placeOf(point) >= 0;
  }

  /** Notes what was sent to a stocking point. */
  replay(point: number, sink: WaitSink): void {
    const rows = this.#rows;
    const place = this.#placeOf(point);
    if (place < 0) return;
    for (let k = this.#begin[place]!; k < this.#begin[place + 1]!; k += WIDTH) {
      const who = rows[k + WHO]!;
      const day = rows[k + DAY] === NEVER_THERE ? undefined : rows[k + DAY]!;
      const limit = {
        kind: rows[k + KIND]!,
        point: this.#from,
        row: rows[k + ROW]!,
        repeat: rows[k + REPEAT]!,
      };
      if (who >= 0) sink.wait(point, who, day, this.#from, limit);
      else sink.waitDemand(point, -1 - who, day, this.#from, limit);
    }
  }

  /** Whether others say the same to a stocking point to which both speak. */
  isAlike(other: SentWaits, point: number): boolean {
    const [place, otherPlace] = [this.#placeOf(point), other.#placeOf(point)];
    const [a, b] = [this.#begin[place]!, other.#begin[otherPlace]!];
    const length = this.#begin[place + 1]! - a;
    if (other.#begin[otherPlace + 1]! - b !== length) return false;
    for (let k = 0; k < length; k++) {
      if (this.#rows[a + k] !== other.#rows[b + k]) return false;
    }
    return true;
  }

  /** The place of a point among the targets; −1 where it is none. */
  #placeOf(point: number): number {
    const { targets } = this;
    let [low, high] = [0, targets.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (targets[middle]! < point) low = middle + 1;
      else high = middle;
    }
    return targets[low] === point ? low : -1;
  }
}

/** Waits by stocking point, those of a point in the order in which they came. */
function groupedByPoint(waits: readonly number[]): readonly number[] {
  let isGrouped = true;
  for (let k = WIDTH; k < waits.length && isGrouped; k += WIDTH) {
    isGrouped = waits[k - WIDTH + POINT]! <= waits[k + POINT]!;
  }
  if (isGrouped) return waits;
  const order = Array.from({ length: waits.length / WIDTH }, (_, k) => k * WIDTH);
  order.sort((a, b) => waits[a]! - waits[b]! || a - b);
  const rows: number[] = [];
  for (const k of order) for (let field = 0; field < WIDTH; field++) rows.push(waits[k + field]!);
  return rows;
}

/** Collects what waits for the needs of one stocking point. */
export class WaitRecorder implements WaitSink {
  #waits: number[] = [];

  wait(point: number, order: number, day: number | undefined, _at: number, limit: Limit): void {
    const { kind, row, repeat } = limit;
    this.#waits.push(point, order, day ?? NEVER_THERE, kind, row, repeat);
  }

  waitDemand(point: number, row: number, day: number | undefined, at: number, limit: Limit): void {
    this.wait(point, -1 - row, day, at, limit);
  }

  /** What was collected since this was last asked; `undefined`: nothing. */
  take(from: number): SentWaits | undefined {
    if (this.#waits.length === 0) return undefined;
    const sent = new SentWaits(from, this.#waits);
    this.#waits = [];
    return sent;
  }
}
