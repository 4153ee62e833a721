import { type Issue, readGuarded, refuseMistakes } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import { PagedNumbers, RowRanges } from "../pages/index.js";
import { likelyRows } from "../sweep/likely-rows.js";
import { fingerprint } from "./fingerprint.js";
import { refused } from "./refused.js";

/**
 * Memory that the threads share which make a plan together, to be posted to them. All of it but `planned`
 * is for the library alone; a column that a problem does not need is empty.
 */
export interface SharedPlanMemory {
  /** `[0]`: how many stocking points are planned. Whoever waits on it by `Atomics.wait` is woken when it grows. */
  readonly planned: Int32Array;
  /** `[0]`: a number that tells problems apart, see {@link fingerprint}. */
  readonly problem: Int32Array;
  /** See {@link STATE}. */
  readonly state: Int32Array;
  /** By stocking point, 1: a thread has taken it. */
  readonly taken: Uint8Array;
  /** By stocking point: the first row of its orders, and the end. */
  readonly rows: Int32Array;
  /** By stocking point. */
  readonly largest: Float64Array;
  /** By stocking point. */
  readonly repeats: Float64Array;
  /** By supply. */
  readonly supplyDay: Float64Array;
  /** By supply. */
  readonly wanted: Float64Array;
  /** By supply. */
  readonly reason: Float64Array;
  /** By row, as all that follow. */
  readonly due: Int32Array;
  readonly quantity: Float64Array;
  readonly startQuantity: Float64Array;
  readonly repeat: Int32Array;
  readonly source: Int32Array;
  readonly start: Int32Array;
}

/** The places of {@link SharedPlanMemory.state}. */
export const STATE = {
  /** The first row of orders that no thread has taken. */
  nextRow: 0,
  /** 1: one thread has to plan alone. */
  alone: 1,
  /** How many events and other quantities of supplies all threads have noted. */
  notes: 2,
} as const;

/** Threads take rows in so many parts of those that are likely; there are some more parts for what they leave. */
const CHUNKS = 128;
const MORE_CHUNKS = 32;
/** What is left of a chunk where the next point might not find room is less than this part of it. */
const LEFT = 8;

/** Memory for a problem; what is never written takes no room. */
export function newSharedMemory(model: Model): SharedPlanMemory {
  const chunk = Math.max(LEFT * model.days, Math.ceil(mostRows(model) / CHUNKS));
  const memory = memoryOf(lengthsOf(model, (CHUNKS + MORE_CHUNKS) * chunk));
  memory.problem[0] = fingerprint(model);
  return memory;
}

/** How many rows of orders a thread takes at a time. */
export function rowsOfChunk({ due }: SharedPlanMemory): number {
  return Math.ceil(due.length / (CHUNKS + MORE_CHUNKS));
}

/** Where a day may have several rows there may be more than are likely. */
function mostRows(model: Model): number {
  return likelyRows(model) * (model.hasRepeats || model.hasOwnStarts ? 2 : 1);
}

type Lengths = Readonly<Record<keyof SharedPlanMemory, number>>;

function lengthsOf(model: Model, rows: number): Lengths {
  const { count } = model.points;
  const supplies = PagedNumbers.room(model.problem.supplies.count);
  const { hasYield, hasRepeats, hasOwnStarts } = model;
  return {
    planned: 1,
    problem: 1,
    state: 3,
    taken: count,
    rows: RowRanges.room(count),
    largest: PagedNumbers.room(count),
    repeats: hasRepeats ? PagedNumbers.room(count) : 0,
    supplyDay: supplies,
    wanted: supplies,
    reason: supplies,
    due: rows,
    quantity: rows,
    startQuantity: hasYield ? rows : 0,
    repeat: hasRepeats ? rows : 0,
    source: hasOwnStarts ? rows : 0,
    start: hasOwnStarts ? rows : 0,
  };
}

function memoryOf(lengths: Lengths): SharedPlanMemory {
  const integers = (length: number): Int32Array =>
    new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
  const numbers = (length: number): Float64Array =>
    new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
  return Object.freeze({
    planned: integers(lengths.planned),
    problem: integers(lengths.problem),
    state: integers(lengths.state),
    taken: new Uint8Array(new SharedArrayBuffer(lengths.taken)),
    rows: integers(lengths.rows),
    largest: numbers(lengths.largest),
    repeats: numbers(lengths.repeats),
    supplyDay: numbers(lengths.supplyDay),
    wanted: numbers(lengths.wanted),
    reason: numbers(lengths.reason),
    due: integers(lengths.due),
    quantity: numbers(lengths.quantity),
    startQuantity: numbers(lengths.startQuantity),
    repeat: integers(lengths.repeat),
    source: integers(lengths.source),
    start: integers(lengths.start),
  });
}

/**
 * Checks memory that another thread has made.
 *
 * @throws PlanningInputError when it is none, or that of another problem
 */
export function checkSharedMemory(
  model: Model,
  memory: unknown,
): asserts memory is SharedPlanMemory {
  const place = { path: ["memory"], issues: [] as Issue[] };
  const isOurs = readGuarded(memory, place, () => {
    const given = (memory ?? {}) as Readonly<Record<string, unknown>>;
    const lengths = Object.entries(lengthsOf(model, lengthOf(given.due)));
    const isAsLong = lengths.every(([name, length]) => lengthOf(given[name]) === length);
    return isAsLong && (given.problem as Int32Array)[0] === fingerprint(model);
  });
  refuseMistakes(place.issues);
  if (isOurs) return;
  const message =
    "The memory is not that of this problem. Hand over the memory of a share of the same input, made by the same version of the library.";
  throw refused("contradiction", "memory", message);
}

/** NaN, which nothing equals, for what is no shared column. */
function lengthOf(column: unknown): number {
  const isColumn = ArrayBuffer.isView(column) && column.buffer instanceof SharedArrayBuffer;
  return isColumn ? (column as Int32Array).length : Number.NaN;
}
