import type { CrmList, CrmRate, CrmRecords } from "../schema/crm-records.js";

/**
 * Records that were read and checked: every list is there, maybe empty; every id that a record names
 * is in them. Frozen; quantities are still as given.
 */
export type ReadRecords = {
  readonly currency?: string | undefined;
  readonly rates: readonly CrmRate[];
} & { readonly [List in CrmList]: NonNullable<CrmRecords[List]> };

const READ = new WeakSet<object>();

/** Notes that records were read here, or made of such ones so that they are as sound. */
export function markRead(records: ReadRecords): ReadRecords {
  READ.add(records);
  return records;
}

/** Whether records are the very ones that were read here; not so copies, which may have been changed. */
export function isRead(records: unknown): records is ReadRecords {
  return typeof records === "object" && records !== null && READ.has(records);
}
