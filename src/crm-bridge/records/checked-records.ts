import type { CrmList, CrmRate, CrmRecords } from "../schema/crm-records.js";

/**
 * Records that were read and checked: every list is there, maybe empty; every id that a record names
 * is in them. Frozen; quantities are still as given.
 */
export type ReadRecords = {
  readonly currency?: string | undefined;
  readonly rates: readonly CrmRate[];
} & { readonly [List in CrmList]: NonNullable<CrmRecords[List]> };
