/** Reads operations, each by itself. */
import {
  type Check,
  identifier,
  listOf,
  ONE,
  objectOf,
  optional,
  type Ratio,
  wholeNumber,
} from "../core/index.js";
import { anyText, anything, nonNegative, part, positive } from "./exact-checks.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

const hours = optional(nonNegative);

const subcontract = objectOf({
  supplier: identifier,
  leadTime: wholeNumber(0, 36_500),
  cost: optional(nonNegative),
});

const alternate = objectOf({
  workCenter: identifier,
  priority: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  setup: hours,
  run: hours,
});

const operation = objectOf({
  id: identifier,
  name: optional(anyText),
  workCenter: optional(identifier),
  subcontract: optional(subcontract),
  setup: hours,
  run: hours,
  batch: optional(positive),
  teardown: hours,
  queue: hours,
  wait: optional(nonNegative, NOTHING),
  move: optional(nonNegative, NOTHING),
  yield: optional(part, ONE),
  split: optional(wholeNumber(1, 1_000_000)),
  transferBatch: optional(positive),
  after: optional(listOf(identifier)),
  alternates: optional(listOf(alternate)),
  tools: optional(listOf(identifier)),
  setupGroup: optional(anyText),
  attributes: anything,
});

/** An operation as it was read. */
export type ReadOperation = ReturnType<typeof operation>;

/** The operations of a routing, at least one. */
export const readOperations: Check<ReadOperation[]> = (value, place) =>
  listOf(operation, 1)(value, place);
