import {
  type Check,
  type ExactNumber,
  identifier,
  objectOf,
  oneOf,
  optional,
  readArgument,
  recordOf,
} from "../../../core/index.js";
import {
  type CodedOptions,
  codedOptions,
  type DealStatus,
  type NumberedOptions,
  numberedOptions,
  type TimedOptions,
  timedOptions,
} from "../foreign-options.js";
import { probabilityArgument } from "../probability-argument.js";

/** Which properties of an account of HubSpot say what no property of every account says. */
export interface HubspotFields {
  readonly companies?:
    | { readonly accountNumber?: string | undefined; readonly taxId?: string | undefined }
    | undefined;
  readonly deals?: { readonly requestedDate?: string | undefined } | undefined;
  readonly lineItems?: { readonly requestedDate?: string | undefined } | undefined;
}

/** What HubSpot records do not say by themselves. */
export interface HubspotOptions extends TimedOptions, NumberedOptions, CodedOptions {
  /** What each `dealstage` means, by its internal id; `delivered` is won, and nothing is owed any more. */
  readonly stages: Readonly<Record<string, DealStatus | "delivered">>;
  /**
   * What a won deal is: the order itself, or an opportunity of which the order comes from elsewhere.
   */
  readonly won: "order" | "opportunity";
  /** How likely deals without `hs_deal_stage_probability` are, by `dealstage`. */
  readonly probabilities?: Readonly<Record<string, ExactNumber>> | undefined;
  /** The properties that hold account numbers, tax ids and requested days. */
  readonly fields?: HubspotFields | undefined;
}

const requestedDate = optional(objectOf({ requestedDate: optional(identifier) }));
const fields: Check<HubspotFields> = objectOf({
  companies: optional(
    objectOf({ accountNumber: optional(identifier), taxId: optional(identifier) }),
  ),
  deals: requestedDate,
  lineItems: requestedDate,
});

/** Reads the options. */
export function readHubspotOptions(options: HubspotOptions) {
  return readArgument(options, {
    ...timedOptions,
    ...numberedOptions,
    ...codedOptions,
    stages: recordOf(oneOf("open", "won", "lost", "delivered")),
    won: oneOf("order", "opportunity"),
    probabilities: optional(recordOf(probabilityArgument)),
    fields: optional(fields),
  });
}
