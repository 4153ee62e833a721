import { type Day, formatDay, quantityToDecimal } from "../../core/index.js";
import type { PartialDeliveries, PartialDelivery, PromiseProfile } from "./profile-contract.js";
import { readPromise, readQuestion, refuseBooking } from "./promise-question.js";
import {
  addFrom,
  BALANCE_DAYS,
  type Balance,
  balanceOn,
  firstDayWith,
  leastFrom,
} from "./suffix-minimum.js";

/** What a profile knows; days are counted from T0, quantities in 10^-decimals. */
export interface ProfileState {
  readonly decimals: number;
  /** T0. */
  readonly start: Day;
  /** The first day with infinite supply; `BALANCE_DAYS` when there is none. */
  readonly fence: number;
  /** Stock, receipts and orders up to the end of each day, promises taken off. */
  readonly balance: Balance;
  /** What was booked up to the end of each day. */
  readonly booked: Balance;
}

/**
 * The face of a profile: a class, so that a booking makes one object and not a set of functions. Each
 * question is a getter, so that it can also be taken out of the profile and asked on its own.
 */
export class Profile implements PromiseProfile {
  readonly startDate: string;
  readonly decimals: number;
  readonly ignored: PromiseProfile["ignored"];
  readonly #state: ProfileState;

  constructor(state: ProfileState, startDate: string, ignored: PromiseProfile["ignored"]) {
    this.startDate = startDate;
    this.decimals = state.decimals;
    this.ignored = ignored;
    this.#state = state;
    Object.freeze(this);
  }

  get promiseQuantity(): PromiseProfile["promiseQuantity"] {
    const state = this.#state;
    return (date) => {
      const { at } = readQuestion(state, "date", date);
      return at < state.fence ? quantityToDecimal(freeOn(state, at), state.decimals) : "unlimited";
    };
  }

  get promiseDate(): PromiseProfile["promiseDate"] {
    return (quantity, notBefore = this.startDate) => {
      const { at, count } = readQuestion(this.#state, "notBefore", notBefore, [quantity]);
      const day = dayFor(this.#state, count, at);
      return day === undefined ? undefined : formatDay(this.#state.start + day);
    };
  }

  get promiseParts(): PromiseProfile["promiseParts"] {
    return (quantity, notBefore = this.startDate) => {
      const { at, count } = readQuestion(this.#state, "notBefore", notBefore, [quantity]);
      return partsOf(this.#state, count, at);
    };
  }

  get book(): PromiseProfile["book"] {
    return (promise) => {
      const { at, count } = readPromise(this.#state, promise);
      const { fence, decimals } = this.#state;
      if (at < fence) refuseBooking("book", count, freeOn(this.#state, at), decimals);
      return this.#withPromise(at, count);
    };
  }

  get release(): PromiseProfile["release"] {
    return (promise) => {
      const { at, count } = readPromise(this.#state, promise);
      const { booked, decimals } = this.#state;
      const before = at === 0 ? 0 : balanceOn(booked, at - 1);
      refuseBooking("release", count, balanceOn(booked, at) - before, decimals);
      return this.#withPromise(at, -count);
    };
  }

  /** What is promised behind the fence takes nothing from what is before it. */
  #withPromise(day: number, count: number): Profile {
    const { balance, booked, fence } = this.#state;
    const state = {
      ...this.#state,
      balance: day < fence ? addFrom(balance, day, -count) : balance,
      booked: addFrom(booked, day, count),
    };
    return new Profile(state, this.startDate, this.ignored);
  }
}

/** What no later day needs, in counts. */
function freeOn({ balance }: ProfileState, day: number): number {
  return Math.max(0, leastFrom(balance, day));
}

/** The first day from `notBefore` on for which a count can be promised. */
function dayFor(
  { balance, fence }: ProfileState,
  count: number,
  notBefore: number,
): number | undefined {
  const day = Math.max(notBefore, Math.min(fence, firstDayWith(balance, count)));
  return day < BALANCE_DAYS ? day : undefined;
}

/** Takes what can be promised for a day, then goes to the first one that has more. */
function partsOf(state: ProfileState, wanted: number, notBefore: number): PartialDeliveries {
  const { decimals, start, fence } = state;
  const deliveries: PartialDelivery[] = [];
  let given = 0;
  for (
    let day = dayFor(state, 1, notBefore);
    day !== undefined && given < wanted;
    day = dayFor(state, given + 1, notBefore)
  ) {
    const upTo = day < fence ? Math.min(wanted, freeOn(state, day)) : wanted;
    const quantity = quantityToDecimal(upTo - given, decimals);
    deliveries.push({ date: formatDay(start + day), quantity });
    given = upTo;
  }
  return { deliveries, open: quantityToDecimal(wanted - given, decimals) };
}
