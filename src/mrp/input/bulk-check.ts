import { bom, item, itemSite } from "../schema/master-data.js";
import { type BulkList, bulkRowSchemas, type PlanningRow } from "../schema/planning-input.js";
import { KnownNames } from "./known-names.js";
import { isBom, isItem, isItemSite } from "./master-rows.js";
import {
  isDate,
  isFlag,
  isId,
  isNumber,
  isOneOf,
  isQuantity,
  isText,
  mayBe,
  passes,
} from "./value-check.js";

/** A row as it comes: any field may hold anything, or nothing. */
type Unchecked<List extends CheckedList> = {
  readonly [Field in keyof PlanningRow<List>]?: unknown;
};

const { stock, supplies, demands } = bulkRowSchemas;
const isStatus = isOneOf(stock.shape.status.unwrap().options);
const isSupplyKind = isOneOf(supplies.shape.kind.options);
const isDemandKind = isOneOf(demands.shape.kind.unwrap().options);

const areAttributes = passes(demands.shape.attributes);
const areComponents = passes(supplies.shape.components);
const isProgress = passes(supplies.shape.progress);

function isAtPlace(row: Unchecked<BulkList>): boolean {
  return isId(row.item) && mayBe(row.site, isId) && mayBe(row.segment, isId);
}

function isStock(row: Unchecked<"stock">): boolean {
  return (
    isAtPlace(row) &&
    isQuantity(row.quantity) &&
    mayBe(row.unit, isId) &&
    mayBe(row.lot, isText) &&
    mayBe(row.expires, isDate) &&
    mayBe(row.status, isStatus) &&
    mayBe(row.availableFrom, isDate) &&
    mayBe(row.attributes, areAttributes)
  );
}

function isSupply(row: Unchecked<"supplies">): boolean {
  return (
    isId(row.id) &&
    isAtPlace(row) &&
    isQuantity(row.quantity) &&
    mayBe(row.unit, isId) &&
    isDate(row.due) &&
    mayBe(row.start, isDate) &&
    isSupplyKind(row.kind) &&
    mayBe(row.firm, isFlag) &&
    mayBe(row.frozen, isFlag) &&
    mayBe(row.completed, isQuantity) &&
    mayBe(row.scheduled, isFlag) &&
    mayBe(row.components, areComponents) &&
    mayBe(row.progress, isProgress) &&
    mayBe(row.supplier, isId) &&
    mayBe(row.from, isId) &&
    mayBe(row.source, isId) &&
    mayBe(row.bomVersion, isId) &&
    mayBe(row.expires, isDate) &&
    mayBe(row.attributes, areAttributes)
  );
}

function isDemand(row: Unchecked<"demands">): boolean {
  return (
    isId(row.id) &&
    isAtPlace(row) &&
    isQuantity(row.quantity) &&
    mayBe(row.unit, isId) &&
    isDate(row.due) &&
    mayBe(row.until, isDate) &&
    mayBe(row.kind, isDemandKind) &&
    mayBe(row.shipped, isQuantity) &&
    mayBe(row.consumption, isQuantity) &&
    mayBe(row.customer, isText) &&
    mayBe(row.customerClass, isText) &&
    mayBe(row.priority, isNumber) &&
    mayBe(row.attributes, areAttributes)
  );
}

function isAllocation(row: Unchecked<"allocations">): boolean {
  return (
    isAtPlace(row) &&
    isQuantity(row.quantity) &&
    mayBe(row.due, isDate) &&
    mayBe(row.attributes, areAttributes)
  );
}

/** The lists whose rows are checked by hand: bulk rows, and the longest of master data. */
export const ROW_SCHEMAS = { ...bulkRowSchemas, items: item, itemSites: itemSite, boms: bom };
export type CheckedList = keyof typeof ROW_SCHEMAS;

const IS_SOUND: { readonly [List in CheckedList]: (row: Unchecked<List>) => boolean } = {
  stock: isStock,
  supplies: isSupply,
  demands: isDemand,
  allocations: isAllocation,
  items: isItem,
  itemSites: isItemSite,
  boms: isBom,
};

const namesOf = (list: CheckedList): KnownNames =>
  new KnownNames(Object.keys(ROW_SCHEMAS[list].shape));

/** The fields that rows of a list may have. */
export const KNOWN_NAMES: Readonly<Record<CheckedList, KnownNames>> = {
  stock: namesOf("stock"),
  supplies: namesOf("supplies"),
  demands: namesOf("demands"),
  allocations: namesOf("allocations"),
  items: namesOf("items"),
  itemSites: namesOf("itemSites"),
  boms: namesOf("boms"),
};

/** A row is not sound where all were taken to be: what is wrong is for a check of all of them to say. */
export class UnsoundRow extends Error {}

/**
 * Whether a row is sound: the verdict that its schema gives, without the cost.
 *
 * Fields are read by their names, not as they come, so that each list has one shape of row and a
 * million of them are checked in a fraction of a second.
 *
 * @param list - the list that holds the row
 * @param row - anything
 */
export function isSoundRow(list: CheckedList, row: unknown): boolean {
  return KNOWN_NAMES[list].areThoseOf(row) && IS_SOUND[list](row as Unchecked<CheckedList>);
}
