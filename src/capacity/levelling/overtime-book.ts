import {
  ceilDivide,
  divideRatios,
  MINUTES_A_DAY,
  type Minute,
  multiplyRatios,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import { type OpenInterval, openIntervals, type WorkCenter } from "../../routing/index.js";
import type { CellNumber, LoadCells } from "./load-cells.js";

/** Overtime that was taken for an operation. */
export interface TakenOvertime {
  /** Minutes of the clock. */
  readonly minutes: number;
  /** Standard hours that were above capacity and are not any more. */
  readonly relieved: Ratio;
}

/** Overtime of a work centre, in minutes. */
export interface OvertimeSpan extends OpenInterval {
  readonly center: WorkCenter;
}

const MINUTES_AN_HOUR = 60n;

/** The overtime that work centres may work, and how much of it is used. */
export class OvertimeBook {
  readonly #cells: LoadCells;
  /** By cell. */
  readonly #used = new Map<CellNumber, number>();

  constructor(cells: LoadCells) {
    this.#cells = cells;
  }

  /**
   * Takes as much overtime as an operation needs, the earliest first.
   *
   * @param load - of the operation in the cell
   * @returns `undefined` where there is not so much
   */
  take(cell: CellNumber, load: Ratio): TakenOvertime | undefined {
    const excess = this.#cells.excess(cell);
    const relieved = isLess(load, excess) ? load : excess;
    const pace = hoursAMinute(this.#cells.center(cell));
    const { num, den } = divideRatios(relieved, pace);
    const minutes = Number(ceilDivide(num, den));
    const used = this.#used.get(cell) ?? 0;
    if (used + minutes > lengthOf(this.#spans(cell))) return undefined;
    this.#used.set(cell, used + minutes);
    this.#cells.addCapacity(cell, multiplyRatios(pace, ratioOf(BigInt(minutes), 1n)));
    return { minutes, relieved };
  }

  /** The spans that are used, by cell. */
  *spans(): Generator<OvertimeSpan> {
    for (const [cell, minutes] of this.#used) {
      let left = minutes;
      for (const { from, until } of this.#spans(cell)) {
        if (left === 0) break;
        const length = Math.min(left, until - from);
        yield { center: this.#cells.center(cell), from, until: from + length };
        left -= length;
      }
    }
  }

  /** Overtime in the bucket that is not open time anyway. */
  #spans(cell: CellNumber): OpenInterval[] {
    const { workTime, overtime } = this.#cells.center(cell);
    const { starts } = this.#cells.buckets;
    const bucket = this.#cells.bucket(cell);
    const from = starts[bucket]! * MINUTES_A_DAY;
    const until = starts[bucket + 1]! * MINUTES_A_DAY;
    return overtime.flatMap((span) => {
      const [first, end] = [Math.max(span.from, from), Math.min(span.until, until)];
      return first < end ? closedIn(openIntervals(workTime, first, end), first, end) : [];
    });
  }
}

/** Standard hours that all units of a work centre do in a minute. */
function hoursAMinute({ units, efficiency, utilization }: WorkCenter): Ratio {
  const pace = multiplyRatios(efficiency, utilization);
  return multiplyRatios(pace, ratioOf(BigInt(units), MINUTES_AN_HOUR));
}

/** What lies between open spans. */
function closedIn(open: Iterable<OpenInterval>, from: Minute, until: Minute): OpenInterval[] {
  const closed: OpenInterval[] = [];
  let last = from;
  for (const span of open) {
    if (span.from > last) closed.push({ from: last, until: span.from });
    last = span.until;
  }
  if (until > last) closed.push({ from: last, until });
  return closed;
}

function lengthOf(spans: readonly OpenInterval[]): number {
  return spans.reduce((sum, { from, until }) => sum + until - from, 0);
}

function isLess(a: Ratio, b: Ratio): boolean {
  return a.num * b.den < b.num * a.den;
}
