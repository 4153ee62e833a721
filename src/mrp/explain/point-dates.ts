import { NONE } from "../input/problem.js";
import { LIMIT, type Limit } from "./feasible-limit.js";

/** Before every day. */
const EARLIEST = -2_147_483_648;
/** Later than every day. */
const NEVER_ALLOWED = 2_147_483_647;

/**
 * Of each order the need for which it waits longest: the start that the need allows
 * ({@link NEVER_ALLOWED} when it never comes), the stocking point of the need, and what comes last of it.
 */
const [DAY, AT, KIND, POINT, ROW, REPEAT] = [0, 1, 2, 3, 4, 5];
const WIDTH = 6;

/**
 * The feasible dates of the first orders of a stocking point, up to the last one that may be late: the
 * planned ones by their place there, then the firm ones; orders after these keep their dates. Days
 * count from T0.
 */
export class PointDates {
  /** What its needs allow, leaving out those that never come; then the start that is feasible. */
  readonly start: number[] = [];
  readonly due: number[] = [];
  /** 1: some need of it is never there. */
  readonly never: number[] = [];
  /** Up to the last order that waits for anything. */
  readonly #limits: number[] = [];

  /** How many orders have dates of their own. */
  get count(): number {
    return this.start.length;
  }

  /** Makes room for so many orders. */
  reserve(orders: number): void {
    for (let order = this.start.length; order < orders; order++) {
      this.start.push(EARLIEST);
      this.due.push(0);
      this.never.push(0);
    }
  }

  /**
   * An order waits for a need.
   *
   * @param day - the start that the need allows; `undefined`: none ever
   * @param at - the stocking point of the need
   * @param isBefore - whether a stocking point comes before another by item, site and segment
   */
  wait(
    order: number,
    day: number | undefined,
    at: number,
    limit: Limit,
    isBefore: (a: number, b: number) => boolean,
  ): void {
    this.reserve(order + 1);
    if (day === undefined) this.never[order] = 1;
    else if (day > this.start[order]!) this.start[order] = day;
    const limits = this.#limits;
    while (limits.length <= order * WIDTH) {
      limits.push(EARLIEST, NONE, LIMIT.own, NONE, NONE, 0);
    }
    const first = order * WIDTH;
    const rank = day ?? NEVER_ALLOWED;
    const known = limits[first + DAY]!;
    const other = limits[first + AT]!;
    if (rank < known || (rank === known && other !== NONE && !isBefore(at, other))) return;
    limits[first + DAY] = rank;
    limits[first + AT] = at;
    limits[first + KIND] = limit.kind;
    limits[first + POINT] = limit.point;
    limits[first + ROW] = limit.row;
    limits[first + REPEAT] = limit.repeat;
  }

  /** Whether an order waits for nothing. */
  isFree(order: number): boolean {
    return (this.#limits[order * WIDTH + DAY] ?? EARLIEST) === EARLIEST;
  }

  /** Forgets the limit unless it lies after a day: what the order can do by itself. */
  settle(order: number, ownStart: number): void {
    this.reserve(order + 1);
    this.start[order] = Math.max(this.start[order]!, ownStart);
    const first = order * WIDTH;
    const day = this.#limits[first + DAY];
    if (day !== undefined && day <= ownStart) this.#limits[first + KIND] = LIMIT.own;
  }

  /** What sets the start of an order, as it was told. */
  limitOf(order: number): Limit {
    const limits = this.#limits;
    const first = order * WIDTH;
    if (first >= limits.length) return { kind: LIMIT.own, point: NONE, row: NONE, repeat: 0 };
    return {
      kind: limits[first + KIND]!,
      point: limits[first + POINT]!,
      row: limits[first + ROW]!,
      repeat: limits[first + REPEAT]!,
    };
  }

  /** Whether all orders come on the same days. */
  comesLike(other: PointDates): boolean {
    const { due, never } = this;
    if (due.length !== other.due.length) return false;
    for (let order = 0; order < due.length; order++) {
      if (due[order] !== other.due[order] || never[order] !== other.never[order]) return false;
    }
    return true;
  }
}
