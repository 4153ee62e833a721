import { type Decimal, exactDecimal, readDecimal } from "../../core/index.js";
import type { LineReference } from "../demand/index.js";
import { demandId } from "../demand/need.js";
import type { KnownPromise } from "../promise/booked-argument.js";
import type { ReadRecords } from "../records/index.js";

/** Something that was ordered, and what was said of its day. */
export interface OrderedLine {
  /** The id of its demand in a plan. */
  readonly demand: string;
  /** The line of a record; `null` of a promise that was booked. */
  readonly record: LineReference | null;
  readonly customer: string | null;
  readonly requested: string | null;
  readonly promised: string | null;
  /** As the record says it. */
  readonly quantity: Decimal;
  readonly shipped: Decimal;
  /** Nothing more is to come of it, shipped or not. */
  readonly isEnded: boolean;
  /** Ended, and what was not shipped was taken back. */
  readonly isCancelled: boolean;
}

const OPEN = { isEnded: false, isCancelled: false } as const;

/** What of records is ordered and not ended: lines of open orders, call-offs, needs of service. */
export function orderedLines(records: ReadRecords): OrderedLine[] {
  return recordedLines(records).filter(({ isEnded }) => !isEnded);
}

/** What of records was ordered, also what has ended since. */
export function recordedLines(records: ReadRecords): OrderedLine[] {
  return [...linesOfOrders(records), ...callOffs(records), ...serviceNeeds(records)];
}

function linesOfOrders({ orders }: ReadRecords): OrderedLine[] {
  return orders.flatMap(({ id, account, requestedDate, status, lines }) =>
    lines.map((line) => ({
      demand: demandId("order", id, line.id),
      record: { list: "orders", id, line: line.id } as const,
      customer: account,
      requested: line.requestedDate ?? requestedDate ?? null,
      promised: line.promisedDate ?? null,
      quantity: decimalOf(line.quantity),
      // What is closed and says nothing has shipped all of it (K62).
      shipped: decimalOf(line.shipped ?? (status === "closed" ? line.quantity : 0)),
      isEnded: status === "closed" || status === "cancelled",
      isCancelled: status === "cancelled",
    })),
  );
}

function callOffs({ contracts }: ReadRecords): OrderedLine[] {
  return contracts.flatMap(({ id, account, callOffs: rows = [] }) =>
    rows.map((row) => ({
      demand: demandId("contract", id, row.id),
      record: { list: "callOffs", id, line: row.id } as const,
      customer: account,
      requested: row.requestedDate,
      promised: row.promisedDate ?? null,
      quantity: decimalOf(row.quantity),
      shipped: decimalOf(row.shipped ?? 0),
      ...OPEN,
    })),
  );
}

function serviceNeeds({ serviceNeeds: rows }: ReadRecords): OrderedLine[] {
  return rows.map(({ id, account, requestedDate, quantity, shipped }) => ({
    demand: demandId("service", id),
    record: { list: "serviceNeeds", id, line: null } as const,
    customer: account ?? null,
    requested: requestedDate,
    promised: null,
    quantity: decimalOf(quantity),
    shipped: decimalOf(shipped ?? 0),
    ...OPEN,
  }));
}

/** Promises that were booked, as what was ordered. */
export function bookedLines(booked: readonly KnownPromise[]): OrderedLine[] {
  return booked.map(({ demand, customer, requestedDate, date, quantity }) => ({
    ...{ demand, record: null, customer, requested: requestedDate, promised: date },
    ...{ quantity, shipped: decimalOf(0), ...OPEN },
  }));
}

/** A quantity as a record says it. */
export function decimalOf(value: number | string): Decimal {
  return exactDecimal(readDecimal(value) ?? { digits: 0n, decimals: 0 });
}
