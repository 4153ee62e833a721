import type { PostingCause, PostingElement } from "./posting.js";
import type { LegPart, PostingLeg } from "./posting-batch.js";
import type { StandardShape } from "./standard-parts.js";

/** What most legs have alike. */
export interface LegOf {
  readonly cause: PostingCause;
  readonly supplier: PostingLeg["supplier"];
  readonly element?: PostingElement | null | undefined;
  readonly workCenter?: string | null | undefined;
  readonly point?: Int32Array | undefined;
}

/** A leg on a day, of so many counts at a factor; most are of no quantity. */
export function legOf(
  account: PostingLeg["account"],
  of: LegOf,
  day: Int32Array,
  sign: 1 | -1,
  parts: LegPart | readonly LegPart[],
  quantity?: Float64Array,
  shift = 0,
): PostingLeg {
  return {
    account,
    cause: of.cause,
    element: of.element ?? null,
    workCenter: of.workCenter ?? null,
    supplier: of.supplier,
    day,
    shift,
    sign,
    parts: Array.isArray(parts) ? (parts as readonly LegPart[]) : [parts as LegPart],
    quantity,
    point: of.point,
  };
}

/** A part of an amount. @param factor - its place among the factors of a batch */
export function partOf(count: Float64Array, factor = 0): LegPart {
  return { count, factor };
}

/** By what an amount goes into an order. */
export interface OrderInput extends LegOf {
  /** `undefined`: work in process alone takes it. */
  readonly account: PostingLeg["account"] | undefined;
  /** When it goes in, and when the order is done. */
  readonly day: Int32Array;
  readonly done: Int32Array;
  readonly sign: 1 | -1;
  readonly part: LegPart;
  /** The supplier under whom the account has it, when it is not that of the order. */
  readonly worker?: string | null | undefined;
}

/** What goes into an order: into work in process, and when that is done from there into the variance. */
export function inputLegs(input: OrderInput): readonly PostingLeg[] {
  const { account, day, done, sign, part, element, workCenter, supplier, point } = input;
  const other = sign === 1 ? -1 : 1;
  const cleared = { cause: "variance", element, workCenter, supplier, point } as const;
  const spent = { cause: input.cause, element, workCenter, supplier, point } as const;
  const legs = [
    legOf("workInProcess", input, day, sign, part),
    legOf("workInProcess", cleared, done, other, part),
    legOf("productionVariance", spent, done, sign, part),
  ];
  if (account !== undefined) {
    const by = { ...input, supplier: input.worker ?? supplier };
    legs.unshift(legOf(account, by, day, sign, part));
  }
  return legs;
}

/**
 * What comes of an order: out of work in process at standard, and that off the variance part by part.
 *
 * @param standard - its parts, whose factors stand in their order behind that of the whole
 */
export function outputLegs(
  of: LegOf & {
    readonly day: Int32Array;
    readonly done: Int32Array;
    readonly quantity: Float64Array;
  },
  standard: StandardShape,
): readonly PostingLeg[] {
  const { day, done, quantity, supplier, point } = of;
  const part = partOf(quantity);
  const legs = [
    legOf("workInProcess", of, day, -1, part),
    legOf("workInProcess", { cause: "variance", supplier, point }, done, 1, part),
  ];
  for (const [n, { cause, element, workCenter }] of standard.entries()) {
    const taken = { cause, element, workCenter, supplier, point };
    legs.push(legOf("productionVariance", taken, done, -1, partOf(quantity, n + 1)));
  }
  return legs;
}
