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
  type OrderStatus,
  orderStatus,
  type QuoteStatus,
  quoteStatus,
  type TimedOptions,
  timedOptions,
} from "../foreign-options.js";
import { probabilityArgument } from "../probability-argument.js";

/** A field that holds a day on which a customer wants, or was promised, something. */
interface HeadFields {
  readonly requestedDate?: string | undefined;
}
interface LineFields extends HeadFields {
  readonly promisedDate?: string | undefined;
}

/** Which fields of an organisation say what no standard field says. */
export interface SalesforceFields {
  readonly opportunities?: HeadFields | undefined;
  readonly opportunityLineItems?: HeadFields | undefined;
  readonly quotes?: HeadFields | undefined;
  readonly quoteLineItems?: LineFields | undefined;
  readonly orders?: HeadFields | undefined;
  readonly orderItems?: (LineFields & { readonly shipped?: string | undefined }) | undefined;
}

/** What Salesforce records do not say by themselves. */
export interface SalesforceOptions extends TimedOptions, NumberedOptions, CodedOptions {
  /** What each `Status` of a quote means. */
  readonly quoteStatuses?: Readonly<Record<string, QuoteStatus>> | undefined;
  /** What each `Status` of an order means. */
  readonly orderStatuses?: Readonly<Record<string, OrderStatus>> | undefined;
  /** How likely opportunities without a `Probability` are, by `StageName`. */
  readonly probabilities?: Readonly<Record<string, ExactNumber>> | undefined;
  /** The fields, often ending in `__c`, of requested and promised days and shipped quantities. */
  readonly fields?: SalesforceFields | undefined;
}

const requestedDate = optional(identifier);
const head = optional(objectOf({ requestedDate }));
const line = { requestedDate, promisedDate: optional(identifier) };
const fields: Check<SalesforceFields> = objectOf({
  opportunities: head,
  opportunityLineItems: head,
  quotes: head,
  quoteLineItems: optional(objectOf(line)),
  orders: head,
  orderItems: optional(objectOf({ ...line, shipped: optional(identifier) })),
});

/** Reads the options. */
export function readSalesforceOptions(options: SalesforceOptions) {
  return readArgument(options, {
    ...timedOptions,
    ...numberedOptions,
    ...codedOptions,
    quoteStatuses: optional(recordOf(quoteStatus)),
    orderStatuses: optional(recordOf(orderStatus)),
    probabilities: optional(recordOf(probabilityArgument)),
    fields: optional(fields),
  });
}
