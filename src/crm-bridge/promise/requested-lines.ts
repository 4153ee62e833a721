import {
  divideRatios,
  exactDecimal,
  formatRatio,
  type Issue,
  multiplyRatios,
  parseDay,
  parseRatio,
  type Ratio,
  readDecimal,
  showValue,
} from "../../core/index.js";
import { demandId } from "../demand/need.js";
import type { ReadRecords } from "../records/index.js";
import type { CrmOrder, CrmProduct, CrmQuote } from "../schema/index.js";
import type { NotInForecast } from "./not-in-forecast.js";
import type { PromiseRequestLine } from "./promise-request.js";

/** A quote or an order that asks. */
export type AskingRecord =
  | { readonly list: "quotes"; readonly record: CrmQuote }
  | { readonly list: "orders"; readonly record: CrmOrder };

/** Where a demand stands, and when it is due. */
export interface DemandPlace {
  readonly item: string;
  readonly site?: string | undefined;
  readonly segment?: string | null | undefined;
  readonly due: string;
}

/** By what lines become a request. */
export interface LineSetting {
  /** Demands that were made of records, by id. */
  readonly places: ReadonlyMap<string, DemandPlace>;
  /** What a line asks for of which no demand was made: its product's `item`, or a variant of it. */
  readonly itemOf: (line: AskingLine, item: string) => string;
  /** For lines of which neither they nor their record state one. */
  readonly requestedDate: string | undefined;
  /** How many of a product's units are in another unit, where it is known. */
  readonly containsOf?: (product: string, unit: string) => Ratio | undefined;
  /** What of each line no forecast has given up for its deal; all of it when left out. */
  readonly notInForecast?: NotInForecast;
}

/**
 * The lines of a quote, or what is not shipped of those of an open order, as lines of a request: each at
 * the place of its demand, else of its product. Lines of which nothing is to come are left out (K62).
 *
 * @param issues - takes lines without a day
 */
export function requestedLines(
  records: Pick<ReadRecords, "products" | "currency" | "quotes" | "orders">,
  asking: AskingRecord,
  setting: LineSetting,
  issues: Issue[],
): PromiseRequestLine[] {
  const { list, record } = asking;
  const currency = record.currency ?? records.currency;
  const place = (records[list] as readonly object[]).indexOf(record);
  return openLines(asking).flatMap(({ line, quantity: said, n }) => {
    const id = demandId(list === "orders" ? "order" : "quote", record.id, line.id);
    const known = setting.places.get(id);
    const { product } = productOf(records, line.product, line.unit);
    const { quantity, unit, unitPrice } = inOwnUnit(setting, product, { ...line, quantity: said });
    const day = line.requestedDate ?? record.requestedDate ?? setting.requestedDate ?? known?.due;
    if (day === undefined || parseDay(day) === undefined) {
      const message = `The requestedDate of line ${showValue(line.id)} of ${showValue(record.id)} is missing. State it, or give one for lines that have none.`;
      issues.push({
        ...{ code: "missingField", path: ["records", list, place, "lines", n, "requestedDate"] },
        message,
      });
      return [];
    }
    const { item, segment } = known ?? customised(setting, product.item ?? product.id, line, id);
    const site = known?.site ?? line.site ?? product.site;
    const isInOtherUnit = unit !== product.unit;
    const consumption = setting.notInForecast?.(product.id, parseRatio(quantity)!, isInOtherUnit);
    return [
      {
        ...{ id: line.id, item, quantity, requestedDate: day },
        ...given({
          site,
          segment: segment ?? undefined,
          unit,
          consumption,
          unitPrice,
          currency,
        }),
      },
    ];
  });
}

/** K66: a line in the unit of its product, where it is known how many of these its own contains. */
function inOwnUnit(
  { containsOf }: LineSetting,
  product: CrmProduct,
  { quantity, unit = product.unit, unitPrice }: Pick<AskingLine, "quantity" | "unit" | "unitPrice">,
) {
  const isOther = unit !== undefined && unit !== product.unit;
  const contains = isOther ? containsOf?.(product.id, unit) : undefined;
  if (contains === undefined) return { quantity, unit, unitPrice };
  const price = parseRatio(unitPrice);
  return {
    quantity: formatRatio(multiplyRatios(parseRatio(quantity)!, contains)),
    unit: product.unit,
    unitPrice: price && formatRatio(divideRatios(price, contains)),
  };
}

export type AskingLine = CrmQuote["lines"][number];

/** Whether it is an order of which nothing is to come any more, whatever was shipped (K62). */
export function isEnded({ list, record }: AskingRecord): boolean {
  return list === "orders" && record.status !== "open";
}

/** What is still to come of each line, and where it stands. */
function openLines(asking: AskingRecord) {
  if (isEnded(asking)) return [];
  const { list, record } = asking;
  const lines =
    list === "quotes"
      ? record.lines.map((line, n) => ({ line, quantity: line.quantity, n }))
      : record.lines.map((line, n) => {
          const left = decimalOf(line.quantity).minus(decimalOf(line.shipped ?? 0));
          return { line: line as AskingLine, quantity: left.toFixed(), n };
        });
  return lines.filter(({ quantity }) => Number(quantity) > 0);
}

function decimalOf(value: number | string) {
  return exactDecimal(readDecimal(value) ?? { digits: 0n, decimals: 0 });
}

/** The product of a line, and the unit that is meant. */
export function productOf(
  { products }: Pick<ReadRecords, "products">,
  id: string,
  unit: string | undefined,
) {
  const product = products.find((one) => one.id === id)!;
  return { product, unit: unit ?? product.unit };
}

/** K64: options that choose no variant, and specifications, have a segment of their own. */
function customised(
  { itemOf }: LineSetting,
  item: string,
  line: AskingLine,
  demand: string,
): Pick<DemandPlace, "item" | "segment"> {
  const { options = {}, specification } = line;
  const chosen = itemOf(line, item);
  const hasOptions = Object.keys(options).length > 0;
  const isOwn = specification !== undefined || (chosen === item && hasOptions);
  return { item: chosen, segment: isOwn ? demand : undefined };
}

/** The fields that hold something. */
export function given<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}
