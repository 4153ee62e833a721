import {
  type ExactNumber,
  identifier,
  optional,
  readArgument,
  recordOf,
} from "../../../core/index.js";
import { type ForeignOptions, foreignOptions } from "../foreign-options.js";
import { probabilityArgument } from "../probability-argument.js";

/** What ERPNext records do not say by themselves. */
export interface ErpnextOptions extends ForeignOptions {
  /** The company whose credit limits count, where customers have those of several. */
  readonly company?: string | undefined;
  /** How likely open opportunities without a `probability` are, by `sales_stage`. */
  readonly probabilities?: Readonly<Record<string, ExactNumber>> | undefined;
  /** The site of each warehouse; left out: sites are not read. */
  readonly sites?: Readonly<Record<string, string>> | undefined;
}

/** Reads the options. */
export function readErpnextOptions(options: ErpnextOptions) {
  return readArgument(options, {
    ...foreignOptions,
    company: optional(identifier),
    probabilities: optional(recordOf(probabilityArgument)),
    sites: optional(recordOf(identifier)),
  });
}
