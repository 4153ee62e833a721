import {
  addMistake,
  type Check,
  type Issue,
  isPlainObject,
  listOf,
  readGuarded,
  refuseMistakes,
  showValue,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import type { ReadRecords } from "../records/index.js";
import type { CrmList } from "../schema/index.js";

const LISTS: Readonly<Record<CrmList | "rates", true>> = {
  ...{ rates: true, accounts: true, contacts: true, products: true, priceLists: true },
  ...{ opportunities: true, quotes: true, orders: true, contracts: true, forecasts: true },
  ...{ campaigns: true, returns: true, serviceNeeds: true, complaints: true },
};

const HOW = "Give the records that readCrmRecords or safeReadCrmRecords gives.";

/**
 * Makes sure that records were read: then every list is there, and what stands in them is sound.
 *
 * @throws PlanningInputError for anything else
 */
export function readRecordsArgument(records: unknown): ReadRecords {
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
  return records as ReadRecords;
}

const anyRow: Check<object> = (value, place) => {
  if (isPlainObject(value)) return value;
  wrongType(value, place, "an object");
  return UNSOUND;
};

/** Makes sure that an argument is a list of rows; what they say is for others to check. */
export function rowsArgument<Row extends object>(rows: readonly Row[], name: string): void {
  const issues: Issue[] = [];
  listOf(anyRow)(rows, { path: [name], issues });
  refuseMistakes(issues);
}
