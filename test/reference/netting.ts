/**
 * The walk through the days of one stocking point (N2, N4, N5, N8, N13): what expires, what
 * arrives, what is needed; when projected stock falls below the floor, waiting supplies are drawn,
 * and what they leave short is handed to whoever plans new orders. The walk is told, not asked,
 * where a drawn supply lands, so the messages of "never" (K17) are found by the same walk.
 */
import type { Day } from "./calendar.js";
import type { DayNeed } from "./cost-problem.js";
import { keptSupplies } from "./kept-supply.js";
import type { Lot, Pool } from "./pool.js";
import { copyOf, emptyPool, endDay, expire, levelOf, owe, receive } from "./pool.js";
import type { OpenSupply } from "./stocking-points.js";
import { isScheduled } from "./stocking-points.js";

export interface WalkInput {
  from: Day;
  to: Day;
  /** The first day on which something new may arrive; `from` without a fence (K5). */
  fence: Day;
  floorOn: (day: Day) => bigint;
  isShort: (level: bigint, floor: bigint) => boolean;
  /** The needs of a day in the order of T2. */
  needsOn: (day: Day) => readonly bigint[];
  /** N13: each need is its own net requirement. */
  eachNeed: boolean;
  /** What arrives on its own day: stock and standing supply. */
  arrivals: Map<Day, Lot[]>;
  /** In the order of K4. */
  waiting: OpenSupply[];
  expediteWithin: number;
  /** The receipt day (T3) of a day, from which `expediteWithin` counts (K4). */
  receiptOf: (day: Day) => Day;
  /** The day a supply drawn for `day` lands on (K4). */
  landingOf: (supply: OpenSupply, day: Day) => Day;
  /** K33: only where open supplies may be resized. */
  resize?: Resize;
  /** B6: nothing may be received for the day any more, so nothing is planned for it. */
  isPhasedOut: (day: Day) => boolean;
  /** B6: sends on what is missing on a phased-out day; returns how much. */
  sendOn: (day: Day, missing: bigint) => bigint;
  /** K40: only of a lead item that its co-products drive. */
  lacks?: Lacks | undefined;
  /** Plans new orders for a shortage on `day`; returns the good quantity that they bring. */
  plan: (day: Day, level: bigint, shortage: bigint, state: WalkState) => bigint;
}

/** What drawn supplies are to bring instead (K33); undefined: what they are. */
export interface Resize {
  /** Of those drawn for a shortage that leave `now`: the one that shrinks, and to what. */
  less: (
    drawn: readonly OpenSupply[],
    day: Day,
    now: bigint,
    state: WalkState,
  ) => { supply: OpenSupply; quantity: bigint } | undefined;
  /** Of those drawn for a shortage that lasts: the one that grows, and its higher quantity. */
  more: (
    drawn: readonly OpenSupply[],
    day: Day,
    level: bigint,
    shortage: bigint,
    state: WalkState,
  ) => { supply: OpenSupply; quantity: bigint } | undefined;
}

/** What the co-products of an item lack, in good counts of the item itself (K40). */
export interface Lacks {
  /** 0 when none lacks anything. */
  largestOn: (day: Day) => bigint;
  /** Ends a day; `hasOrdered` says that something was ordered in the step that looks at lacks. */
  endDay: (day: Day, hasOrdered: boolean) => void;
  /** Plans new orders for it; `ownShortage` is that of the item itself, if it is short. */
  plan: (
    day: Day,
    level: bigint,
    lack: bigint,
    ownShortage: bigint | undefined,
    state: WalkState,
  ) => bigint;
}

export interface WalkState {
  /** It owes the needs of the day so far. */
  pool: Pool;
  /** Needs of the day still to come (only when each need is its own). */
  toCome: bigint;
  waiting: OpenSupply[];
  /** K15: waits no longer than to its own day, on which it lands if it was not drawn before. */
  kept: ReadonlySet<OpenSupply>;
  /** All that are drawn so far. */
  drawn: OpenSupply[];
  /** Drawn, not landed. */
  onTheWay: OpenSupply[];
  expired: Map<Day, bigint>;
  /** By how much projected stock lies below the floor at the end of the fence (K5). */
  fenceShortage: bigint;
}

const lotOf = (supply: OpenSupply): Lot => ({
  quantity: supply.quantity,
  expires: supply.expires,
});

const sumOf = (quantities: readonly bigint[]) => quantities.reduce((sum, q) => sum + q, 0n);

/**
 * The start of a day: what expires leaves, then what arrives comes (K15, T2). Returns what expires.
 */
function beginDay(input: WalkInput, pool: Pool, onTheWay: OpenSupply[], day: Day): bigint {
  const gone = expire(pool, day);
  const landing = onTheWay.filter((supply) => supply.landing === day).map(lotOf);
  const arriving = [...(input.arrivals.get(day) ?? []), ...landing];
  receive(
    pool,
    arriving.filter((lot) => lot.expires > day),
  );
  // What arrives after its expiry leaves at once.
  const stale = arriving.filter((lot) => lot.expires <= day).map((lot) => lot.quantity);
  return gone + sumOf(stale);
}

/** May the supply be drawn for `day` (K4, K5, K15)? */
function mayBeDrawn(input: WalkInput, supply: OpenSupply, day: Day): boolean {
  const hasCome = supply.due <= day;
  const within = supply.due - input.receiptOf(day) <= input.expediteWithin;
  const near = hasCome || isScheduled(supply) || within;
  const outsideFence = day >= input.fence || hasCome;
  const fresh = supply.expires > day && supply.expires > input.landingOf(supply, day);
  return near && outsideFence && fresh;
}

/**
 * Draws what is needed for `day` and plans what is still missing (N4, N5), by `lacks` also of what
 * co-products lack (K40). Returns whether anything is ordered.
 */
function cover(input: WalkInput, state: WalkState, day: Day, lacks?: Lacks): boolean {
  const floor = input.floorOn(day);
  const level = () => levelOf(state.pool);
  const coming = () => sumOf(state.onTheWay.map((supply) => supply.quantity));
  const drawn: OpenSupply[] = [];
  const draw = (next: OpenSupply) => {
    state.waiting.splice(state.waiting.indexOf(next), 1);
    next.wanted = day;
    // Those drawn before it may cover the needs, though late; then it is for the floor alone.
    next.reason = level() + coming() < 0n ? "demand" : "safetyStock";
    next.landing = input.landingOf(next, day);
    if (next.landing <= day) {
      receive(state.pool, [lotOf(next)]);
    } else {
      state.onTheWay.push(next);
    }
    drawn.push(next);
    state.drawn.push(next);
  };
  while (input.isShort(level() + coming(), floor)) {
    const next = state.waiting.find((supply) => mayBeDrawn(input, supply, day));
    if (next === undefined) {
      break;
    }
    draw(next);
  }
  if (day < input.fence) {
    return false;
  }
  // K57: what is on the way comes later, what is scheduled counts today.
  while (input.isShort(level(), floor)) {
    const next = state.waiting.find(
      (supply) =>
        isScheduled(supply) &&
        mayBeDrawn(input, supply, day) &&
        input.landingOf(supply, day) <= day,
    );
    if (next === undefined) {
      break;
    }
    draw(next);
  }
  const less = input.resize?.less(drawn, day, level(), state);
  if (less !== undefined) {
    // It never expires.
    state.pool.plain -= less.supply.quantity - less.quantity;
    less.supply.quantity = less.quantity;
  }
  const isShort = input.isShort(level(), floor);
  const shortage = floor - level();
  const lack = lacks?.largestOn(day) ?? 0n;
  const isForLack = lack > (isShort ? shortage : 0n);
  if (!isShort && !isForLack) {
    return false;
  }
  const more = isForLack ? undefined : input.resize?.more(drawn, day, level(), shortage, state);
  if (more !== undefined) {
    const { supply, quantity } = more;
    receive(state.pool, [{ quantity: quantity - supply.quantity, expires: supply.expires }]);
    supply.quantity = quantity;
    return true;
  }
  if (input.isPhasedOut(day)) {
    return false;
  }
  const planned =
    isForLack && lacks !== undefined
      ? lacks.plan(day, level(), lack, isShort ? shortage : undefined, state)
      : input.plan(day, level(), shortage, state);
  receive(state.pool, [{ quantity: planned, expires: Infinity }]);
  return planned > 0n;
}

/** K15: what is kept is drawn on its own day, also inside the fence. */
function drawKept(state: WalkState, day: Day): void {
  const due = state.waiting.filter((supply) => state.kept.has(supply) && supply.landing === day);
  for (const supply of due) {
    supply.wanted = day;
  }
  state.waiting = state.waiting.filter((supply) => !due.includes(supply));
  state.drawn.push(...due);
  state.onTheWay.push(...due);
}

export function walk(input: WalkInput): WalkState {
  const state: WalkState = {
    pool: emptyPool(),
    toCome: 0n,
    waiting: [...input.waiting],
    kept: keptSupplies(input),
    drawn: [],
    onTheWay: [],
    expired: new Map(),
    fenceShortage: 0n,
  };
  for (let day = input.from; day <= input.to; day++) {
    drawKept(state, day);
    const gone = beginDay(input, state.pool, state.onTheWay, day);
    if (gone > 0n) {
      state.expired.set(day, gone);
    }
    state.onTheWay = state.onTheWay.filter((supply) => supply.landing > day);
    const needs = input.needsOn(day);
    if (day < input.fence) {
      // K5: inside the fence each day draws what has come by its end.
      owe(state.pool, sumOf(needs));
      cover(input, state, day);
      if (day === Math.min(input.fence - 1, input.to)) {
        const missing = input.floorOn(day) - levelOf(state.pool);
        state.fenceShortage = missing > 0n ? missing : 0n;
      }
    } else if (input.eachNeed) {
      state.toCome = sumOf(needs);
      cover(input, state, day); // the step of the floor comes before the needs (K12)
      for (const need of needs) {
        owe(state.pool, need);
        state.toCome -= need;
        cover(input, state, day);
      }
      const isLacking = input.lacks !== undefined && input.lacks.largestOn(day) > 0n;
      input.lacks?.endDay(day, isLacking && cover(input, state, day, input.lacks));
    } else {
      owe(state.pool, sumOf(needs));
      const hasOrdered = cover(input, state, day, input.lacks);
      input.lacks?.endDay(day, hasOrdered);
    }
    const missing = -levelOf(state.pool);
    if (day >= input.fence && input.isPhasedOut(day) && missing > 0n) {
      state.pool.owed -= input.sendOn(day, missing);
    }
    endDay(state.pool);
  }
  return state;
}

/**
 * L3, K8, K34: what is missing on each day of [day, end), counting what could still be drawn by it.
 * `reachable` says by which day a waiting supply could be drawn; what is kept is, on its own day (K15).
 * A shortfall found is added as plain stock at once, so the sum is the deepest of them.
 */
export function shortfalls(
  input: WalkInput,
  state: WalkState,
  day: Day,
  end: Day,
  shortage: bigint,
  reachable: (supply: OpenSupply, by: Day) => boolean,
): DayNeed[] {
  const pool = copyOf(state.pool);
  const kept = state.waiting.filter((supply) => state.kept.has(supply));
  const missing: DayNeed[] = [];
  const add = (on: Day, quantity: bigint) => {
    receive(pool, [{ quantity, expires: Infinity }]);
    missing.push({ day: on, quantity });
  };
  add(day, shortage);
  owe(pool, state.toCome);
  for (let z = day; z < end && z <= input.to; z++) {
    if (z > day) {
      beginDay(input, pool, [...state.onTheWay, ...kept], z);
      owe(pool, sumOf(input.needsOn(z)));
    }
    const waiting = state.waiting.filter(
      (supply) => reachable(supply, z) && !(kept.includes(supply) && supply.landing <= z),
    );
    const level = levelOf(pool) + sumOf(waiting.map((supply) => supply.quantity));
    const shortfall = input.floorOn(z) - level;
    if (shortfall > 0n) {
      add(z, shortfall);
    }
    endDay(pool);
  }
  return missing;
}
