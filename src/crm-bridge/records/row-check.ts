import { countQuantity, formatPath, showValue } from "../../core/index.js";
import type { CrmProduct } from "../schema/crm-records.js";
import type { CrmIssueCode } from "./issue.js";

/** The precision of a product that states none (Q1). */
export const DEFAULT_DECIMALS = 6;

/** What the check of a row needs. */
export interface RowCheck {
  /** How a message calls the row: ` of order "7"`. */
  readonly owner: string;
  /** The product of an id, when it is sound. */
  readonly product: (id: string) => CrmProduct | undefined;
  readonly refuse: (
    code: CrmIssueCode,
    path: readonly (string | number)[],
    message: string,
    figures?: Readonly<Record<string, unknown>>,
  ) => void;
}

/**
 * Checks that an amount of a product is a whole number of its smallest parts (Q1, Q4). What is counted
 * in another unit than the product's is for the plan to judge, which knows the factor.
 *
 * @param row - what holds the amount, its product and its unit
 * @param field - the name of the amount
 * @param path - of the row
 */
export function checkAmount<Field extends string>(
  row: { readonly product: string; readonly unit?: string | undefined } & {
    readonly [Name in Field]?: number | string | undefined;
  },
  field: Field,
  path: readonly (string | number)[],
  { owner, product, refuse }: RowCheck,
): void {
  const value = row[field];
  const sold = product(row.product);
  if (value === undefined || sold === undefined) return;
  if (row.unit !== undefined && row.unit !== sold.unit) return;
  const decimals = sold.decimals ?? DEFAULT_DECIMALS;
  const count = countQuantity(value, decimals);
  if (typeof count === "number" || count === "invalidQuantity") return;
  const what = `The ${formatPath([...path, field])} (${showValue(value)})${owner}`;
  const message =
    count === "tooFine"
      ? `${what} is finer than the ${decimals} decimals of product ${showValue(row.product)}.`
      : `${what} is more than can be counted in ${decimals} decimals.`;
  refuse(count, [...path, field], message, { value });
}
