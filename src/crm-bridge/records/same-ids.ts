import { showValue } from "../../core/index.js";
import { CALLED, CRM_LISTS, type CrmRow, type Draft, type Entry } from "./draft.js";

/**
 * Notes rows of which nobody can tell which is meant: all that have one id. A forecast has a row for
 * each of its versions, which are of one product, account and class.
 */
export function checkSameIds(draft: Draft): void {
  for (const list of CRM_LISTS) {
    for (const rows of draft.groups(list)) {
      if (rows.length === 1) continue;
      if (list === "forecasts") checkVersions(draft, rows as readonly Entry<"forecasts">[]);
      else refuseTwins(draft, rows);
    }
  }
}

function refuseTwins(draft: Draft, rows: readonly Entry[]): void {
  for (const entry of rows) {
    const message = `The id (${showValue(entry.id)}) belongs to ${rows.length} rows. Give each ${CALLED[entry.list]} its own.`;
    draft.refuse(entry, "duplicateId", ["id"], message);
  }
}

/** What the versions of a forecast share. */
const SHARED = ["product", "site", "account", "customerClass"] as const;

function checkVersions(draft: Draft, rows: readonly Entry<"forecasts">[]): void {
  const versions = rows.flatMap(({ row }) => row ?? []);
  const differing = SHARED.filter((field) => new Set(versions.map((row) => row[field])).size > 1);
  const counts = new Map<string, number>();
  const keyOf = (row: CrmRow<"forecasts">) => `${row.version}, ${row.status}`;
  for (const row of versions) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  for (const entry of rows) {
    if (entry.row === undefined) continue;
    for (const field of differing) {
      const message = `The ${field} (${showValue(entry.row[field])}) of forecast ${showValue(entry.id)} is not the same in all its versions. Give what differs an id of its own.`;
      draft.refuse(entry, "contradiction", [field], message);
    }
    const count = counts.get(keyOf(entry.row)) ?? 1;
    if (count === 1) continue;
    const message = `The version (${keyOf(entry.row)}) of forecast ${showValue(entry.id)} is there ${count} times.`;
    draft.refuse(entry, "duplicateId", ["version"], message);
  }
}
