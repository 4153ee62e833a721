import { type Check, identifier, listOf, objectOf, oneOf, optional } from "../../core/index.js";
import type { CrmAccount } from "../schema/crm-records.js";

/** What accounts can be told apart by. */
export type AccountField = "externalId" | "taxId" | "domain" | "name" | "customerClass";

/** A rule by which accounts are one customer. */
export interface AccountRule {
  /** What they share. */
  readonly by: "externalId" | "taxId" | "domain" | "name";
  /** Of which systems an external id counts; all of them when left out. */
  readonly systems?: readonly string[] | undefined;
  /** Whether capitals matter; they do when left out. */
  readonly compare?: "exact" | "caseless" | undefined;
  /** What must not differ: accounts with two values of it are no customer of this rule. */
  readonly unlessDiffers?: readonly AccountField[] | undefined;
}

/** Checks a list of rules. */
export const readAccountRules: Check<AccountRule[]> = listOf(
  objectOf({
    by: oneOf("externalId", "taxId", "domain", "name"),
    systems: optional(listOf(identifier)),
    compare: optional(oneOf("exact", "caseless")),
    unlessDiffers: optional(
      listOf(oneOf("externalId", "taxId", "domain", "name", "customerClass")),
    ),
  }),
);

/** A value of an account, and within what it is one: two values of one kind differ. */
export interface AccountValue {
  /** The field, with the system for an external id. */
  readonly kind: string;
  /** As it is compared. */
  readonly key: string;
  /** As it is written. */
  readonly text: string;
}

/**
 * The values of a field of an account, as a rule compares them.
 *
 * @returns none where the account does not say
 */
export function valuesOf(
  account: CrmAccount,
  field: AccountField,
  { systems, compare }: AccountRule,
): AccountValue[] {
  const keyOf = (text: string) =>
    compare === "caseless" ? text.normalize("NFC").toLowerCase() : text;
  if (field === "externalId") {
    return (account.externalIds ?? [])
      .filter(({ system, id }) => id.trim() !== "" && (systems?.includes(system) ?? true))
      .map(({ system, id }) => ({
        kind: JSON.stringify([field, system]),
        key: keyOf(id),
        text: id,
      }));
  }
  const text = account[field];
  return text === undefined || text.trim() === "" ? [] : [{ kind: field, key: keyOf(text), text }];
}
