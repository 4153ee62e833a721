import {
  type Check,
  type Day,
  dayArgument,
  exactNumber,
  formatDay,
  type Issue,
  identifier,
  isList,
  listOf,
  type Place,
  type Ratio,
  ratioToDecimal,
  refuseMistakes,
  UNSOUND,
} from "../../core/index.js";
import type { BookedPromise, DeliveryPromise } from "./delivery-promise.js";
import type { PromiseOptions } from "./promise-options.js";
import type { PromiseRequest } from "./promise-request.js";
import { requestRecord } from "./request-argument.js";
import { identifierOrNull, withFields } from "./some-fields.js";

/** A promise that is to be booked, as far as that needs it. */
export interface ReadPromise {
  /** To be read against the plan. */
  readonly request: PromiseRequest;
  /** Likewise. */
  readonly options: PromiseOptions | undefined;
  readonly promises: readonly {
    readonly line: string;
    readonly quantity: Ratio;
    readonly date: Day;
  }[];
}

/**
 * Reads a promise, which a host may have written and read back.
 *
 * @throws PlanningInputError with every mistake
 */
export function readPromise(promise: DeliveryPromise): ReadPromise {
  const issues: Issue[] = [];
  const place = { path: ["promise"], issues };
  const read = withFields(promise, place, "what promiseDelivery returned", (field) => ({
    request: field("request", (value) => value as PromiseRequest),
    options: field("options", (value) => value as PromiseOptions | undefined),
    promises: field("promises", listOf(bookingOf)),
  }));
  refuseMistakes(issues);
  return read;
}

/**
 * Reads which promises are meant.
 *
 * @returns the ids of their demands
 * @throws PlanningInputError with every mistake
 */
export function readBooked(booked: BookedPromise | readonly BookedPromise[]): string[] {
  const issues: Issue[] = [];
  const place = { path: ["booked"], issues };
  const read = isList(booked) ? listOf(demandOf, 1)(booked, place) : [demandOf(booked, place)];
  refuseMistakes(issues);
  return read;
}

/** Of a booked promise what is told of it, and what it takes to know it again. */
export type KnownPromise = Pick<
  BookedPromise,
  | "demand"
  | "request"
  | "record"
  | "line"
  | "item"
  | "date"
  | "requestedDate"
  | "customer"
  | "quantity"
>;

/** Reads a booked promise, which a host may have written and read back. */
export function knownPromise(value: unknown, place: Place): KnownPromise {
  const day: Check<string> = (date, at) => {
    const read = dayArgument(date, at);
    return read === UNSOUND ? UNSOUND : formatDay(read);
  };
  return withFields(value, place, "a booked promise", (field) => ({
    demand: field("demand", identifier),
    request: field("request", identifier),
    record: field("record", (record, at) => requestRecord(record ?? undefined, at) ?? null),
    line: field("line", identifier),
    item: field("item", identifier),
    date: field("date", day),
    requestedDate: field("requestedDate", day),
    customer: field("customer", identifierOrNull),
    quantity: field("quantity", (quantity, at) => {
      const read = exactNumber(0)(quantity, at);
      return read === UNSOUND ? UNSOUND : ratioToDecimal(read);
    }),
  }));
}

/**
 * Reads booked promises.
 *
 * @param name - of the argument
 * @throws PlanningInputError with every mistake
 */
export function readPromises(booked: readonly BookedPromise[], name: string): KnownPromise[] {
  const issues: Issue[] = [];
  const read = listOf(knownPromise)(booked, { path: [name], issues });
  refuseMistakes(issues);
  return read;
}

function bookingOf(value: unknown, place: Place): ReadPromise["promises"][number] {
  return withFields(value, place, "a booked promise", (field) => ({
    line: field("line", identifier),
    quantity: field("quantity", exactNumber(0)),
    date: field("date", dayArgument),
  }));
}

function demandOf(value: unknown, place: Place): string {
  return withFields(value, place, "a booked promise", (field) => field("demand", identifier));
}
