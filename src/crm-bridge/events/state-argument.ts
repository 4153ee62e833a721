import {
  type Check,
  dayArgument,
  exactArgument,
  type Issue,
  identifier,
  listOf,
  objectOf,
  optional,
  type Place,
  ratioToDecimal,
  refuseMistakes,
} from "../../core/index.js";
import type { CreditHold } from "../demand/index.js";
import { costsArgument } from "../feedback/costs-argument.js";
import { type KnownPromise, knownPromise } from "../promise/booked-argument.js";
import { refuseNoPlan } from "../promise/refuse-no-plan.js";
import { identifierOrNull, withFields } from "../promise/some-fields.js";
import { readRecordsArgument } from "../records/records-argument.js";
import type { CrmState } from "./crm-state.js";

/** A state, checked. */
export type KnownState = Omit<CrmState, "booked"> & {
  readonly booked?: readonly KnownPromise[] | undefined;
};

/**
 * Reads the states between which events are told.
 *
 * @throws PlanningInputError with every mistake
 */
export function readStates(before: CrmState, after: CrmState): readonly [KnownState, KnownState] {
  const issues: Issue[] = [];
  const read = [
    STATE(before, { path: ["before"], issues }),
    STATE(after, { path: ["after"], issues }),
  ] as const;
  refuseMistakes(issues);
  const [one, other] = read.map((state): KnownState => {
    refuseNoPlan(state.plan);
    const { records } = state;
    return records === undefined ? state : { ...state, records: readRecordsArgument(records) };
  });
  return [one!, other!];
}

/** Taken as it is; checked where it is read. */
function unseen<Field extends keyof CrmState>(): Check<CrmState[Field]> {
  return (value) => value as CrmState[Field];
}

const STATE: Check<KnownState> = objectOf({
  plan: unseen<"plan">(),
  records: unseen<"records">(),
  booked: optional(listOf(knownPromise)),
  costs: optional(costsArgument),
  holds: optional(listOf(holdArgument)),
  asOf: optional((value: unknown, place: Place) => {
    dayArgument(value, place);
    return value as string;
  }),
  promise: unseen<"promise">(),
});

/** Reads a hold, which a host may have written and read back. */
function holdArgument(value: unknown, place: Place): CreditHold {
  const amount: Check<CreditHold["limit"]> = (given, at) => {
    const read = exactArgument(given, at);
    return read && ratioToDecimal(read);
  };
  return withFields(value, place, "a hold that creditHolds gives", (field) => ({
    account: field("account", identifier) as CreditHold["account"],
    order: field("order", identifier) as CreditHold["order"],
    currency: field("currency", identifierOrNull),
    limit: field("limit", amount),
    value: field("value", amount),
    exposure: field("exposure", amount),
  }));
}
