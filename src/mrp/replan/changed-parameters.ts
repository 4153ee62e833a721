import { isAlike } from "../compile/same-value.js";
import type { PlanningRow } from "../schema/planning-input.js";
import type { PlanChanges } from "./plan-changes.js";
import {
  type ChangedParameterRows,
  PARAMETER_LISTS,
  type ParameterList,
} from "./plan-parameters.js";
import type { PlanRows } from "./plan-rows.js";
import { rowKey } from "./row-key.js";

/** What lead times, lots and order modifiers follow from, on an item, an item-site or a source. */
const OF_SOURCES = [
  "leadTime",
  "leadTimeBasis",
  "minimumOrder",
  "orderMultiple",
  "maximumOrder",
  "orderUnit",
];

const OF_ITEMS = [
  ...OF_SOURCES,
  "receivingTime",
  "releaseTime",
  "leadTimePerUnit",
  "safetyStock",
  "safetyTime",
  "expediteWithin",
  "deferTolerance",
  "lotSizing",
  "setupCost",
  "holdingCost",
  "reorderPoint",
  "orderUpTo",
  "planningTimeFence",
  "yield",
];

/** The fields that shape the orders of an item-site, and nothing that others are found or counted by. */
const PARAMETERS: Readonly<Record<ParameterList, ReadonlySet<string>>> = {
  items: new Set(OF_ITEMS),
  itemSites: new Set(OF_ITEMS),
  sources: new Set(OF_SOURCES),
};

/** Whether changes speak of rows that say planning parameters. */
export function speaksOfParameters(changes: PlanChanges): boolean {
  return PARAMETER_LISTS.some((list) => changes[list] !== undefined);
}

/**
 * The rows of items, item-sites and sources that changes put in the place of others.
 *
 * @returns `undefined` where rows come or go, something else than planning parameters changes in one, or
 * changes have mistakes
 */
export function changedParameters(
  rows: PlanRows,
  changes: PlanChanges,
): ChangedParameterRows | undefined {
  const items = changedRows("items", rows, changes);
  const itemSites = changedRows("itemSites", rows, changes);
  const sources = changedRows("sources", rows, changes);
  if (items === undefined || itemSites === undefined || sources === undefined) return undefined;
  return { items, itemSites, sources };
}

function changedRows<List extends ParameterList>(
  list: List,
  rows: PlanRows,
  changes: PlanChanges,
): ReadonlyMap<number, PlanningRow<List>> | undefined {
  const { put = [], change = [], remove = [] } = changes[list] ?? {};
  if (remove.length > 0) return undefined;
  const changed = new Map<number, PlanningRow<List>>();
  for (const [entries, keeps] of [
    [put as readonly object[], false],
    [change as readonly object[], true],
  ] as const) {
    for (const entry of entries) {
      const number = rows.lineage.first.masterRow(list, rowKey(list, entry, rows.site), rows.site);
      if (number === undefined || changed.has(number)) return undefined;
      const before = rows.parameters.row(list, number);
      const row = keeps ? { ...before, ...entry } : entry;
      const { horizonIsGiven } = rows.lineage.first;
      if (!differOnlyIn(PARAMETERS[list], before, row, horizonIsGiven)) return undefined;
      changed.set(number, row as PlanningRow<List>);
    }
  }
  return changed;
}

function differOnlyIn(
  fields: ReadonlySet<string>,
  before: object,
  row: object,
  horizonIsGiven: boolean,
): boolean {
  if (!isPlainRow(before) || !isPlainRow(row)) return false;
  // Lead times that follow from routings are not read here.
  if (before.leadTimeBasis === "routing") return false;
  const names = new Set([...Object.keys(before), ...Object.keys(row)]);
  return [...names].every((name) => {
    if (isAlike(before[name], row[name])) return true;
    // N12: the horizon may end with a step of the safety stock.
    const hasSteps = Array.isArray(before[name]) || Array.isArray(row[name]);
    return fields.has(name) && (horizonIsGiven || !hasSteps);
  });
}

/** Whether all that a row says can be seen in its own fields. */
function isPlainRow(row: object): row is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(row);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const fields = Object.values(Object.getOwnPropertyDescriptors(row));
  return fields.every(({ enumerable, get }) => enumerable && get === undefined);
}
