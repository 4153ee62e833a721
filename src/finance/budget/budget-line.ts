import {
  addMistake,
  type Check,
  type Day,
  dayArgument,
  type ExactNumber,
  exactArgument,
  formatDay,
  identifier,
  objectOf,
  oneOf,
  optional,
  type Ratio,
} from "../../core/index.js";
import type { LedgerAccount } from "../ledger/index.js";
import { LEDGER_ACCOUNTS } from "../ledger/posting.js";
import { REPORT_KEYS } from "../report/report-options.js";
import type { BudgetKey, BudgetKeyChecks } from "./budget-keys.js";

/**
 * An amount for a period, and of what: a supplier, an item, a family … all that it names together. What no plan
 * of the ledger has is refused, but for customers.
 */
export interface BudgetLine extends Readonly<Partial<Record<BudgetKey, string | undefined>>> {
  readonly account: LedgerAccount;
  /** The first day. */
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
  /** With the sign that the account has. */
  readonly amount: ExactNumber;
  /** That of the ledger when left out; else a rate is needed on the first day. */
  readonly currency?: string | undefined;
}

/** A budget line, checked. */
export interface ReadBudgetLine extends Readonly<Partial<Record<BudgetKey, string | undefined>>> {
  readonly account: LedgerAccount;
  readonly from: Day;
  readonly until: Day;
  readonly amount: Ratio;
  readonly currency: string | undefined;
}

/** How the fields of a line are read but for its account and keys. */
const fields = {
  from: dayArgument,
  until: dayArgument,
  amount: exactArgument,
  currency: optional(identifier),
};

/** Makes the check of a line. @param keys - how its keys are read */
export function budgetLineArgument(keys: BudgetKeyChecks): Check<ReadBudgetLine> {
  return inOrder(objectOf({ account: oneOf(...LEDGER_ACCOUNTS), ...keys, ...fields }));
}

/** Makes the check of a line that states no account. @param keys - how its keys are read */
export function limitArgument(keys: BudgetKeyChecks): Check<Omit<ReadBudgetLine, "account">> {
  return inOrder(objectOf({ ...keys, ...fields }));
}

/** A period ends after it begins. */
function inOrder<T extends Pick<ReadBudgetLine, "from" | "until">>(read: Check<T>): Check<T> {
  return (value, place) => {
    const line = read(value, place) as Partial<T> | undefined;
    if (line?.from !== undefined && line.until !== undefined && line.from >= line.until) {
      const message = `The until (${formatDay(line.until)}) must lie after from (${formatDay(line.from)}): it is the day after the last.`;
      addMistake({ ...place, path: [...place.path, "until"] }, "contradiction", message);
    }
    return line as T;
  };
}

/** The keys that a line states, in the order of {@link REPORT_KEYS}. */
export function statedKeys(line: Partial<Record<BudgetKey, unknown>>): readonly BudgetKey[] {
  return REPORT_KEYS.filter((key) => line[key] !== undefined);
}
