import { multiplyRatios, type Ratio, ratioOf } from "../../core/index.js";
import { type LaterMovement, SUPPLY_MOVEMENT_KINDS } from "../../mrp/index.js";
import { elementsOf } from "./hour-elements.js";
import type { LedgerBase } from "./ledger-base.js";
import { type Making, openMaking } from "./making.js";
import type { LedgerAccount, PostingCause, PostingElement } from "./posting.js";
import { standardPrice } from "./standard-price.js";

/** An amount that goes into an order besides components. */
export interface WorkInput {
  readonly account: LedgerAccount;
  readonly cause: PostingCause;
  readonly element: PostingElement;
  readonly workCenter: string | null;
  /** As a day since 1970-01-01. */
  readonly day: number;
  readonly amount: Ratio;
  /** Who does it and is paid for it by itself: an operation of his. */
  readonly worker?: string | undefined;
}

/** What is still to be spent on an open order, besides components. */
export interface OpenJob {
  /** In `plan.supplies`. */
  readonly place: number;
  readonly point: number;
  readonly making: Making;
  readonly inputs: readonly WorkInput[];
}

/** What is left of orders that were released, or are firm: few, and each by itself. */
export class OpenWork {
  readonly jobs: readonly OpenJob[];
  /** What begun orders take and bring after the horizon. */
  readonly later: readonly LaterMovement[];
  /** Stocking points at which something of an order is not known. */
  readonly incomplete: ReadonlySet<number>;

  constructor(parts: LedgerBase) {
    const { setting } = parts;
    const { supplies } = setting.movements;
    const jobs: OpenJob[] = [];
    const incomplete = new Set<number>();
    for (let place = 0; place < supplies.count; place++) {
      if (!isWorkedOn(SUPPLY_MOVEMENT_KINDS[supplies.kind[place]!])) continue;
      const point = supplies.point[place]!;
      const making = openMaking(setting, place);
      const { inputs, isComplete } = inputsOf(parts, place, point, making);
      if (!isComplete || setting.costs[point] === undefined) incomplete.add(point);
      jobs.push({ place, point, making, inputs });
    }
    const begun = jobs.filter(({ making }) => making.isBegun).map(({ place }) => place);
    this.jobs = jobs;
    this.later = begun.length === 0 ? [] : setting.movements.later(new Set(begun));
    for (const { point, supply } of this.later) {
      if (setting.costs[point] === undefined) incomplete.add(supplies.point[supply]!);
    }
    this.incomplete = incomplete;
  }
}

/** Purchases and transfers are not. */
function isWorkedOn(kind: string | undefined): boolean {
  return kind === "production" || kind === "subcontract";
}

/** What goes into an order besides components, as far as it is known; what is not is named. */
function inputsOf(
  base: LedgerBase,
  row: number,
  point: number,
  { start, due, work, isBegun, isSubcontract }: Making,
): { readonly inputs: readonly WorkInput[]; readonly isComplete: boolean } {
  const { setting } = base;
  const inputs: WorkInput[] = [];
  const place = setting.points[point]!;
  let isComplete = !work.isSubcontractMissing;
  const add = (one: Omit<WorkInput, "amount" | "element">, amount: Ratio): void => {
    if (amount.num === 0n) return;
    const converted = setting.inCurrency(amount);
    if (converted === undefined) {
      isComplete = false;
      setting.miss(place, "rate");
      return;
    }
    if (one.cause === "subcontract") {
      inputs.push({ ...one, element: "subcontract", amount: converted });
      return;
    }
    for (const { element, share } of elementsOf(setting.options, one.workCenter)) {
      inputs.push({ ...one, element, amount: multiplyRatios(converted, share) });
    }
  };
  const stated = isSubcontract ? undefined : base.setupCostOf(point);
  const setup = { account: "setupAbsorbed", cause: "setup", day: start } as const;
  if (stated !== undefined && !isBegun) add({ ...setup, workCenter: null }, stated);
  for (const { cause, workCenter, amount } of work.centers) {
    if (cause === "run") add({ account: "runAbsorbed", cause, day: start, workCenter }, amount);
    else if (stated === undefined) add({ ...setup, workCenter }, amount);
  }
  const others = { account: "subcontract", cause: "subcontract", day: due } as const;
  for (const { supplier, amount } of work.suppliers) {
    add({ ...others, workCenter: null, worker: supplier }, amount);
  }
  if (work.isHourCostMissing) setting.miss(place, "hourCost");
  if (work.isSubcontractMissing) setting.miss(place, "subcontractCost");
  if (isSubcontract) {
    const price = standardPrice(setting, point, "subcontract");
    if (price === undefined) isComplete = false;
    else if (price.ratio.num !== 0n) {
      const count = BigInt(setting.movements.supplies.quantity[row]!);
      const amount = ratioOf(price.ratio.num * count, price.ratio.den);
      inputs.push({ ...others, element: "subcontract", workCenter: null, amount });
    }
  }
  return { inputs, isComplete };
}
