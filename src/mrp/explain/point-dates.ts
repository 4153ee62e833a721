import { NONE } from "../input/problem.js";
import { LIMIT, type Limit } from "./feasible-limit.js";

/** Before every day. */
const EARLIEST = -2_147_483_648;
/** Later than every day. */
const NEVER_ALLOWED = 2_147_483_647;

/** What limits orders: of each the need for which it waits longest. */
class Limits {
  /** The start that the need allows; {@link NEVER_ALLOWED} when it never comes. */
  readonly day: Int32Array;
  /** The stocking point of the need. */
  readonly at: Int32Array;
  readonly kind: Uint8Array;
  readonly point: Int32Array;
  readonly row: Int32Array;
  readonly repeat: Int32Array;

  constructor(orders: number) {
    this.day = new Int32Array(orders).fill(EARLIEST);
    this.at = new Int32Array(orders).fill(NONE);
    this.kind = new Uint8Array(orders);
    this.point = new Int32Array(orders);
    this.row = new Int32Array(orders);
    this.repeat = new Int32Array(orders);
  }
}

/**
 * The feasible dates of the orders of a stocking point: the planned ones by their place there, then the
 * firm ones. Days count from T0.
 */
export class PointDates {
  /** What its needs allow, leaving out those that never come; then the start that is feasible. */
  readonly start: Int32Array;
  readonly due: Int32Array;
  /** 1: some need of it is never there. */
  readonly never: Uint8Array;
  /** `undefined`: no order waits for anything. */
  #limits: Limits | undefined;

  constructor(orders: number) {
    this.start = new Int32Array(orders).fill(EARLIEST);
    this.due = new Int32Array(orders);
    this.never = new Uint8Array(orders);
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
    if (day === undefined) this.never[order] = 1;
    else if (day > this.start[order]!) this.start[order] = day;
    this.#limits ??= new Limits(this.start.length);
    const limits = this.#limits;
    const rank = day ?? NEVER_ALLOWED;
    const known = limits.day[order]!;
    const other = limits.at[order]!;
    if (rank < known || (rank === known && other !== NONE && !isBefore(at, other))) return;
    limits.day[order] = rank;
    limits.at[order] = at;
    limits.kind[order] = limit.kind;
    limits.point[order] = limit.point;
    limits.row[order] = limit.row;
    limits.repeat[order] = limit.repeat;
  }

  /** Whether an order waits for nothing. */
  isFree(order: number): boolean {
    return this.#limits === undefined || this.#limits.day[order] === EARLIEST;
  }

  /** Forgets the limit unless it lies after a day: what the order can do by itself. */
  settle(order: number, ownStart: number): void {
    this.start[order] = Math.max(this.start[order]!, ownStart);
    const limits = this.#limits;
    if (limits !== undefined && limits.day[order]! <= ownStart) limits.kind[order] = LIMIT.own;
  }

  /** What sets the start of an order. */
  limitOf(order: number): Limit {
    const limits = this.#limits;
    if (limits === undefined) return { kind: LIMIT.own, point: NONE, row: NONE, repeat: 0 };
    return {
      kind: limits.kind[order]!,
      point: limits.point[order]!,
      row: limits.row[order]!,
      repeat: limits.repeat[order]!,
    };
  }
}
