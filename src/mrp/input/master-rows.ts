import { bom, bomLine, item, type itemSite } from "../schema/master-data.js";
import { KnownNames } from "./known-names.js";
import { saysMoreOfItem } from "./plain-figures.js";
import { saysMoreOfLine } from "./plain-lines.js";
import {
  isDate,
  isDays,
  isDecimals,
  isFlag,
  isId,
  isOneOf,
  isQuantity,
  isRatio,
  isSignedDays,
  isSomeCount,
  isText,
  mayBe,
  passes,
} from "./value-check.js";

/** A row as it comes: any field may hold anything, or nothing. */
type Unchecked<Shape> = { readonly [Field in keyof Shape]?: unknown };

const { shape } = item;
const isMethod = isOneOf(shape.method.unwrap().options);
const isLeadTimeBasis = isOneOf(shape.leadTimeBasis.unwrap().options);
const isDriver = isOneOf(bom.shape.drivenBy.unwrap().options);
const areAttributes = passes(shape.attributes);
const areUnits = passes(shape.units);
const areSafetyStocks = passes(shape.safetyStock);
const isForecast = passes(shape.forecast);
const isBuffer = passes(shape.ddmrp);
const isDiscontinued = passes(shape.discontinued);
const isRareLotSizing = passes(shape.lotSizing);
const areSubstitutes = passes(bomLine.shape.substitutes);
const areCoProducts = passes(bom.shape.coProducts);

const LOT_FOR_LOT = new KnownNames(["rule"]);
const FIXED = new KnownNames(["rule", "quantity", "each"]);
const PERIOD = new KnownNames(["rule", "days", "workingDays", "weeks", "months"]);
const LINE = new KnownNames(Object.keys(bomLine.shape));

type LotFields = "rule" | "quantity" | "each" | "days" | "workingDays" | "weeks" | "months";

/** The rules that most items have; of others their schema says what they are. */
function isLotSizing(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const lot: Unchecked<Record<LotFields, unknown>> = value;
  switch (lot.rule) {
    case "lotForLot":
      return LOT_FOR_LOT.areThoseOf(lot);
    case "fixedOrderQuantity":
      return FIXED.areThoseOf(lot) && isQuantity(lot.quantity) && mayBe(lot.each, isFlag);
    case "periodOrderQuantity":
      return (
        PERIOD.areThoseOf(lot) &&
        mayBe(lot.days, isSomeCount) &&
        mayBe(lot.workingDays, isSomeCount) &&
        mayBe(lot.weeks, isSomeCount) &&
        mayBe(lot.months, isSomeCount)
      );
    default:
      return isRareLotSizing(lot);
  }
}

function isSafetyStock(value: unknown): boolean {
  return isQuantity(value) || areSafetyStocks(value);
}

function areParameters(row: Unchecked<typeof itemSite.shape>): boolean {
  return (
    mayBe(row.onHand, isQuantity) &&
    mayBe(row.leadTime, isDays) &&
    mayBe(row.safetyStock, isSafetyStock) &&
    mayBe(row.lotSizing, isLotSizing) &&
    mayBe(row.minimumOrder, isQuantity) &&
    mayBe(row.orderMultiple, isQuantity) &&
    mayBe(row.shelfLifeDays, isDays) &&
    mayBe(row.minimumRemainingLife, isDays) &&
    mayBe(row.setupCost, isQuantity) &&
    mayBe(row.holdingCost, isQuantity) &&
    mayBe(row.unitCost, isQuantity) &&
    (!saysMoreOfItem(row) || areRareParameters(row))
  );
}

/** Those of which {@link saysMoreOfItem} tells. */
function areRareParameters(row: Unchecked<typeof itemSite.shape>): boolean {
  return (
    mayBe(row.method, isMethod) &&
    mayBe(row.leadTimeBasis, isLeadTimeBasis) &&
    mayBe(row.receivingTime, isDays) &&
    mayBe(row.releaseTime, isDays) &&
    mayBe(row.leadTimePerUnit, isRatio) &&
    mayBe(row.safetyTime, isDays) &&
    mayBe(row.expediteWithin, isDays) &&
    mayBe(row.deferTolerance, isDays) &&
    mayBe(row.forecast, isForecast) &&
    mayBe(row.maximumOrder, isQuantity) &&
    mayBe(row.orderUnit, isId) &&
    mayBe(row.reorderPoint, isQuantity) &&
    mayBe(row.orderUpTo, isQuantity) &&
    mayBe(row.ddmrp, isBuffer) &&
    mayBe(row.demandTimeFence, isDays) &&
    mayBe(row.planningTimeFence, isDays) &&
    mayBe(row.yield, isRatio) &&
    mayBe(row.discontinued, isDiscontinued) &&
    mayBe(row.attributes, areAttributes)
  );
}

/** Whether the fields of an item are sound. */
export function isItem(row: Unchecked<typeof item.shape>): boolean {
  return (
    isId(row.id) &&
    mayBe(row.name, isText) &&
    mayBe(row.family, isText) &&
    mayBe(row.unit, isId) &&
    mayBe(row.decimals, isDecimals) &&
    mayBe(row.units, areUnits) &&
    mayBe(row.phantom, isFlag) &&
    areParameters(row)
  );
}

/** Whether the fields of an item at a site are sound. */
export function isItemSite(row: Unchecked<typeof itemSite.shape>): boolean {
  return isId(row.item) && mayBe(row.site, isId) && areParameters(row);
}

/** Whether the fields of a bill of material are sound. */
export function isBom(row: Unchecked<typeof bom.shape>): boolean {
  return (
    isId(row.item) &&
    mayBe(row.site, isId) &&
    mayBe(row.version, isId) &&
    mayBe(row.validFrom, isDate) &&
    mayBe(row.validTo, isDate) &&
    mayBe(row.output, isRatio) &&
    mayBe(row.outputUnit, isId) &&
    areLines(row.lines) &&
    mayBe(row.coProducts, areCoProducts) &&
    mayBe(row.drivenBy, isDriver) &&
    mayBe(row.attributes, areAttributes)
  );
}

function areLines(lines: unknown): boolean {
  if (!Array.isArray(lines)) return false;
  // By number: holes are lines, too.
  for (let n = 0; n < lines.length; n++) if (!isLine(lines[n])) return false;
  return true;
}

function isLine(line: unknown): boolean {
  if (!LINE.areThoseOf(line)) return false;
  const row: Unchecked<typeof bomLine.shape> = line;
  return (
    isId(row.item) &&
    isRatio(row.quantity) &&
    mayBe(row.scrap, isRatio) &&
    mayBe(row.attributes, areAttributes) &&
    (!saysMoreOfLine(row) || areRareTerms(row))
  );
}

/** Those of which {@link saysMoreOfLine} tells. */
function areRareTerms(row: Unchecked<typeof bomLine.shape>): boolean {
  return (
    mayBe(row.unit, isId) &&
    mayBe(row.fixed, isFlag) &&
    mayBe(row.multiple, isQuantity) &&
    mayBe(row.offset, isSignedDays) &&
    mayBe(row.validFrom, isDate) &&
    mayBe(row.validTo, isDate) &&
    mayBe(row.substitutes, areSubstitutes)
  );
}
