import { identifier, oneOf, optional, readArgument, recordOf } from "../../../core/index.js";
import {
  type CodedOptions,
  codedOptions,
  type DealStatus,
  dealStatus,
  type NumberedOptions,
  numberedOptions,
  type TimedOptions,
  timedOptions,
} from "../foreign-options.js";

/** What Odoo records do not say by themselves. */
export interface OdooOptions extends TimedOptions, NumberedOptions, CodedOptions {
  /** What each stage means, by its id as a text; archived leads with probability 0 are lost anyway. */
  readonly stages?: Readonly<Record<string, DealStatus>> | undefined;
  /**
   * The day on which an order is wanted: the delivery date that was agreed, or where there is none the
   * one that Odoo expects. A quotation is wanted on the agreed day or on none: the one that Odoo expects
   * of it is counted from the day on which it is read.
   */
  readonly deliveryDates: "commitment" | "commitmentOrExpected";
  /** The site of each warehouse, by its id as a text; left out: sites are not read. */
  readonly sites?: Readonly<Record<string, string>> | undefined;
}

/** Reads the options. */
export function readOdooOptions(options: OdooOptions) {
  return readArgument(options, {
    ...timedOptions,
    ...numberedOptions,
    ...codedOptions,
    stages: optional(recordOf(dealStatus)),
    deliveryDates: oneOf("commitment", "commitmentOrExpected"),
    sites: optional(recordOf(identifier)),
  });
}
