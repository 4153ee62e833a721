import {
  addMistake,
  compareText,
  Decimal,
  identifier,
  listOf,
  objectOf,
  optional,
  type Place,
  parseDay,
  readArgument,
} from "../../core/index.js";
import {
  comparePlans,
  type Plan,
  type PlanChanges,
  type PlanComparison,
  type PlanMessage,
  type PlannedDemand,
  type PlanningRow,
  replan,
} from "../../mrp/index.js";
import { withFields } from "../promise/some-fields.js";

/** What happens to orders of customers, by the ids of their demands in the plan. */
export interface OrderWhatIfChange {
  readonly cancel?: readonly string[] | undefined;
  /** Rows with the fields that change. */
  readonly change?:
    | readonly (Partial<PlanningRow<"demands">> & { readonly id: string })[]
    | undefined;
}

/** A demand that is there on another day. */
export interface DemandShift {
  readonly demand: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly customer: string | null;
  readonly due: string;
  /** The day on which all of it is there; `null`: never, or nothing of it is to come. */
  readonly before: string | null;
  readonly after: string | null;
  /** Days by which it is there later; `null` where one of them is. */
  readonly days: number | null;
}

/** What planned orders with a price come to in a currency. */
export interface PurchaseChange {
  readonly currency: string | null;
  readonly before: Decimal;
  readonly after: Decimal;
  /** After less before. */
  readonly change: Decimal;
}

/** What a change of orders would do. */
export interface OrderWhatIf {
  /** The plan with it; the one asked stays as it is. */
  readonly plan: Plan;
  readonly changes: PlanChanges;
  /** All that differs. */
  readonly comparison: PlanComparison;
  /** The demands that change themselves: `null` in the plan in which they are not. */
  readonly own: readonly {
    readonly demand: string;
    readonly before: PlannedDemand | null;
    readonly after: PlannedDemand | null;
  }[];
  /** Other demands that are late and would be there sooner, by id. */
  readonly gained: readonly DemandShift[];
  /** Other demands that would be late, or later. */
  readonly lost: readonly DemandShift[];
  /** What the plan would newly say of supplies that nobody wants so soon, or at all. */
  readonly excess: readonly PlanMessage[];
  /** By currency, where it differs. */
  readonly purchases: readonly PurchaseChange[];
}

/**
 * Tells what changing or cancelling orders would do: who gains, who loses, which supplies nobody would
 * want any more, and what would be bought for more or less.
 *
 * @param plan - the live plan, which stays as it is
 * @param what - `cancel`: ids, and `change`: rows with the fields that change, or one of them; ids are those
 * of demands
 * @returns the plan with it, and the difference
 * @throws PlanningInputError when it names what is not there, or says what cannot be
 *
 * Source: rules X2, R2.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   items: [{ id: "bike", onHand: 4, leadTime: 10 }],
 *   sources: [{ item: "bike", kind: "buy", price: 300 }],
 *   demands: [
 *     { id: "first", item: "bike", quantity: 4, due: "2026-01-07" },
 *     { id: "second", item: "bike", quantity: 3, due: "2026-01-09" },
 *   ],
 * });
 * const { gained, purchases } = whatIfOrder(plan, { cancel: ["first"] });
 * gained.map(({ demand, days }) => `${demand}: ${days} days`); // => ["second: -10 days"]
 * purchases.map(({ change, currency }) => `${change} ${currency}`); // => ["-900 EUR"]
 * ```
 */
export function whatIfOrder(plan: Plan, what: OrderWhatIfChange): OrderWhatIf {
  const { cancel = [], change = [] } = readWhat(what);
  const changes: PlanChanges = {
    demands: {
      ...(cancel.length === 0 ? {} : { remove: cancel }),
      ...(change.length === 0 ? {} : { change }),
    },
  };
  const after = replan(plan, changes);
  const ids = new Set([...cancel, ...change.map(({ id }) => id)]);
  const comparison = comparePlans(plan, after);
  let shifts: readonly DemandShift[] | undefined;
  const shifted = (): readonly DemandShift[] => {
    shifts ??= shiftsOf(comparison, ids);
    return shifts;
  };
  return Object.freeze({
    plan: after,
    changes,
    comparison,
    get own() {
      return ownOf(plan, after, ids);
    },
    get gained() {
      return shifted().filter((shift) => isSooner(shift));
    },
    get lost() {
      return shifted().filter((shift) => !isSooner(shift));
    },
    get excess() {
      return comparison.messages
        .filter(({ change, message }) => change === "added" && EXCESS.has(message.code))
        .map(({ message }) => message);
    },
    get purchases() {
      return purchasesOf(plan, after);
    },
  });
}

/** What the fields of a row say is checked by the plan. */
function readWhat(what: OrderWhatIfChange): OrderWhatIfChange {
  return readArgument(
    { what },
    {
      what: (value, place) => {
        const read = objectOf({
          cancel: optional(listOf(identifier)),
          change: optional(listOf(changedRow)),
        })(value, place);
        if (read !== undefined && (read.cancel ?? read.change) === undefined) {
          const message = "It names nothing to cancel or to change. Name what is meant.";
          addMistake(place, "contradiction", message);
        }
        return read;
      },
    },
  ).what;
}

type ChangedRow = NonNullable<OrderWhatIfChange["change"]>[number];

function changedRow(value: unknown, place: Place): ChangedRow {
  withFields(value, place, "a row with its id", (field) => field("id", identifier));
  return { ...(value as ChangedRow) };
}

const EXCESS: ReadonlySet<PlanMessage["code"]> = new Set(["defer", "cancel", "decrease", "excess"]);

function shiftsOf({ demands }: PlanComparison, own: ReadonlySet<string>): readonly DemandShift[] {
  return demands
    .filter(({ demand, change }) => !own.has(demand) && (change === "later" || change === "sooner"))
    .map(({ demand, item, site, segment, before, after }) => {
      const [was, is] = [before?.available ?? null, after?.available ?? null];
      return {
        ...{ demand, item, site, segment, customer: after?.customer ?? null },
        ...{ due: after?.due ?? "", before: was, after: is },
        days: was === null || is === null ? null : parseDay(is)! - parseDay(was)!,
      };
    })
    .sort((a, b) => compareText(a.demand, b.demand));
}

function isSooner({ before, after, days }: DemandShift): boolean {
  return days === null ? before === null && after !== null : days < 0;
}

function ownOf(before: Plan, after: Plan, ids: ReadonlySet<string>): OrderWhatIf["own"] {
  const find = (plan: Plan): ReadonlyMap<string, PlannedDemand> =>
    new Map(
      Array.from(plan.demands)
        .filter(({ id }) => ids.has(id))
        .map((demand) => [demand.id, demand]),
    );
  const [was, is] = [find(before), find(after)];
  return [...ids]
    .sort(compareText)
    .map((demand) => ({ demand, before: was.get(demand) ?? null, after: is.get(demand) ?? null }));
}

function purchasesOf(before: Plan, after: Plan): readonly PurchaseChange[] {
  const [was, is] = [purchaseSums(before), purchaseSums(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort((a, b) => compareText(a ?? "", b ?? ""))
    .map((currency) => {
      const [one, other] = [was.get(currency) ?? NOTHING, is.get(currency) ?? NOTHING];
      return { currency, before: one, after: other, change: other.minus(one) };
    })
    .filter(({ change }) => !change.isZero());
}

const NOTHING = new Decimal(0);

function purchaseSums(plan: Plan): ReadonlyMap<string | null, Decimal> {
  const sums = new Map<string | null, Decimal>();
  for (const { price } of plan.orders) {
    if (price === null) continue;
    sums.set(price.currency, (sums.get(price.currency) ?? NOTHING).plus(price.amount));
  }
  return sums;
}
