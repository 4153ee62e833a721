import {
  addMistake,
  type Issue,
  isPlainObject,
  readGuarded,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import type { CrmList } from "../schema/index.js";
import { isRead, type ReadRecords } from "./checked-records.js";
import { readRecordsAgain } from "./read-records.js";

const LISTS: Readonly<Record<CrmList | "rates", true>> = {
  ...{ rates: true, accounts: true, contacts: true, products: true, priceLists: true },
  ...{ opportunities: true, quotes: true, orders: true, contracts: true, forecasts: true },
  ...{ campaigns: true, returns: true, serviceNeeds: true, complaints: true },
};

const HOW = "Give the records that readCrmRecords or safeReadCrmRecords gives.";

/**
 * Makes sure that records were read: then every list is there, and what stands in them is sound. Copies,
 * which a host may have kept or changed, are read again.
 *
 * @throws PlanningInputError for anything else
 */
export function readRecordsArgument(records: unknown): ReadRecords {
  if (isRead(records)) return records;
  const issues: Issue[] = [];
  const place = { path: ["records"], issues };
  readGuarded(records, place, (given) => {
    if (!isPlainObject(given)) {
      addMistake(place, "invalidType", `The records (${showValue(given)}) are no records. ${HOW}`);
      return;
    }
    const missing = Object.keys(LISTS).filter((list) => !Array.isArray(Reflect.get(given, list)));
    for (const list of missing) {
      const message = `The list ${list} of the records is missing. ${HOW}`;
      addMistake({ path: ["records", list], issues }, "missingField", message);
    }
  });
  refuseMistakes(issues);
  const again = readRecordsAgain(records);
  refuseMistakes(again.issues.map((issue) => ({ ...issue, path: ["records", ...issue.path] })));
  return again.records;
}
