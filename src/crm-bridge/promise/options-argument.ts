import type { ScheduleOptions } from "../../capacity/index.js";
import {
  addMistake,
  type Check,
  type Day,
  dayArgument,
  exactNumber,
  flag,
  formatDay,
  type Issue,
  identifier,
  isPlainObject,
  listOf,
  objectOf,
  oneOf,
  optional,
  type Place,
  parseDay,
  type Ratio,
  readGuarded,
  refuseMistakes,
  showValue,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import { type Plan, promiseItem } from "../../mrp/index.js";
import type { PromiseCosts } from "./promise-money.js";
import type { PromiseOptions, PromiseTerms } from "./promise-options.js";
import { refuseNoPlan } from "./refuse-no-plan.js";

/** A quota, checked. */
export interface ReadQuota {
  readonly item: string | undefined;
  readonly customerClass: string | undefined;
  readonly customer: string | undefined;
  readonly from: Day;
  readonly until: Day;
  readonly quantity: Ratio;
}

/** The options, checked. */
export interface ReadOptions {
  readonly given: PromiseOptions;
  readonly terms: PromiseTerms;
  readonly capacity: ScheduleOptions | undefined;
  readonly quotas:
    | { readonly rows: readonly ReadQuota[]; readonly unlisted: "refuse" | "unlimited" }
    | undefined;
  /** T0. */
  readonly first: Day;
  /** The last day that may be promised. */
  readonly last: Day;
  readonly everyDay: boolean;
  readonly holds: ReadonlySet<string>;
  readonly costs: PromiseCosts | undefined;
}

const QUOTA = {
  item: optional(identifier),
  customerClass: optional(identifier),
  customer: optional(identifier),
  from: dayArgument,
  until: dayArgument,
  quantity: exactNumber(0),
};

const FIELDS = {
  // Its fields are checked by the schedule.
  capacity: optional((value: unknown) => value as ScheduleOptions),
  quotas: optional(
    objectOf({ rows: listOf(quotaArgument), unlisted: oneOf("refuse", "unlimited") }),
  ),
  latestDate: optional(dayArgument),
  everyDay: optional(flag, false),
  holds: optional(listOf(accountOf), []),
  costs: optional(costsArgument),
};

/**
 * Reads the options of a promise.
 *
 * @throws PlanningInputError with every mistake
 */
export function readOptions(plan: Plan, options: PromiseOptions): ReadOptions {
  refuseNoPlan(plan);
  const issues: Issue[] = [];
  const read = objectOf(FIELDS)(options, { path: ["options"], issues });
  const first = dayOf(plan.startDate);
  if (read?.latestDate !== undefined && read.latestDate < first) {
    const message = `The latestDate (${formatDay(read.latestDate)}) must not lie before the planning start (${plan.startDate}).`;
    addMistake({ path: ["options", "latestDate"], issues }, "outOfRange", message);
  }
  const rows = issues.length > 0 ? [] : (read.quotas?.rows ?? []);
  for (const [n, { item }] of rows.entries()) {
    if (item === undefined || promiseItem(plan, item) !== undefined) continue;
    const message = `The item ${showValue(item)} is none of the plan. Correct the id, or leave the quota out.`;
    const path = ["options", "quotas", "rows", n, "item"];
    addMistake({ path, issues }, "unknownId", message, { id: item });
  }
  refuseMistakes(issues);
  const { capacity, quotas, latestDate, everyDay, holds, costs } = read;
  return {
    given: options,
    terms: termsOf(options, holds),
    capacity,
    quotas,
    first,
    last: latestDate ?? dayOf(plan.horizonEnd),
    everyDay,
    holds: new Set(holds),
    costs,
  };
}

/** What can be written down; of holds the accounts. */
function termsOf(
  { capacity, quotas, latestDate, everyDay }: PromiseOptions,
  holds: readonly string[],
): PromiseTerms {
  return Object.freeze({
    ...(capacity === undefined ? {} : { capacity }),
    ...(quotas === undefined ? {} : { quotas }),
    ...(latestDate === undefined ? {} : { latestDate }),
    ...(everyDay === undefined ? {} : { everyDay }),
    ...(holds.length === 0 ? {} : { holds: holds.map((account) => ({ account })) }),
  });
}

/** The day of a date that the library wrote. */
export function dayOf(date: string): Day {
  return parseDay(date) ?? UNSOUND;
}

function quotaArgument(value: unknown, place: Place): ReadQuota {
  const read = objectOf(QUOTA)(value, place);
  const { from, until } = read ?? {};
  if (from !== undefined && until !== undefined && until < from) {
    const message = `The until (${formatDay(until)}) must not lie before the from (${formatDay(from)}).`;
    addMistake({ ...place, path: [...place.path, "until"] }, "contradiction", message);
  }
  return read;
}

/** What else a hold says is no matter here. */
function accountOf(value: unknown, place: Place): string {
  if (!isPlainObject(value)) {
    wrongType(value, place, "a hold with its account");
    return UNSOUND;
  }
  const at = { ...place, path: [...place.path, "account"] };
  const account: Check<string> = (hold) => identifier((hold as { account?: unknown }).account, at);
  return readGuarded(value, at, account) ?? UNSOUND;
}

function costsArgument(value: unknown, place: Place): PromiseCosts {
  const costs = value as PromiseCosts | null;
  if (typeof costs === "object" && typeof costs?.unitCost === "function") return costs;
  wrongType(value, place, "what standardCosts returned");
  return UNSOUND;
}
