import {
  type Check,
  type ExactNumber,
  identifier,
  objectOf,
  optional,
  readArgument,
  recordOf,
} from "../../../core/index.js";
import {
  type CodedOptions,
  codedOptions,
  type NumberedOptions,
  numberedOptions,
  type TimedOptions,
  timedOptions,
} from "../foreign-options.js";
import { probabilityArgument } from "../probability-argument.js";

/** Which columns of an organisation say what no column of every organisation says. */
export interface DynamicsFields {
  readonly opportunities?: { readonly requestedDate?: string | undefined } | undefined;
  readonly opportunityProducts?: { readonly requestedDate?: string | undefined } | undefined;
  readonly salesOrderDetails?: { readonly promisedDate?: string | undefined } | undefined;
}

/** What Dynamics 365 records do not say by themselves. */
export interface DynamicsOptions extends TimedOptions, NumberedOptions, CodedOptions {
  /** The currency of each `_transactioncurrencyid_value`, where `transactioncurrencyid` is not expanded. */
  readonly currencies?: Readonly<Record<string, string>> | undefined;
  /** How likely opportunities without `closeprobability` are, by `stepname`. */
  readonly probabilities?: Readonly<Record<string, ExactNumber>> | undefined;
  /** The columns of requested and promised days. */
  readonly fields?: DynamicsFields | undefined;
}

const requestedDate = optional(objectOf({ requestedDate: optional(identifier) }));
const fields: Check<DynamicsFields> = objectOf({
  opportunities: requestedDate,
  opportunityProducts: requestedDate,
  salesOrderDetails: optional(objectOf({ promisedDate: optional(identifier) })),
});

/** Reads the options. */
export function readDynamicsOptions(options: DynamicsOptions) {
  return readArgument(options, {
    ...timedOptions,
    ...numberedOptions,
    ...codedOptions,
    currencies: optional(recordOf(identifier)),
    probabilities: optional(recordOf(probabilityArgument)),
    fields: optional(fields),
  });
}
