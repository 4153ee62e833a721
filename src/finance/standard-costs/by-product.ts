import {
  addMistake,
  addRatios,
  type Check,
  type Day,
  type ExactNumber,
  exactNumber,
  formatDay,
  type Issue,
  identifier,
  multiplyRatios,
  mustBe,
  objectOf,
  optional,
  parseRatio,
  type Ratio,
  showValue,
} from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";
import type { RateBook } from "../money/dated-rate.js";
import { type CostPlace, type CostRows, keyOfPlace } from "./cost-rows.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/**
 * What a stock unit of a by-product is worth: its net realizable value is the price less what it takes
 * to complete and to sell it.
 */
export interface ByProductValue {
  /** The id of an item that comes with others, and bears no share of their cost. */
  readonly item: string;
  /** Only there; when left out wherever it comes with something, or nothing else says how it is come by. */
  readonly site?: string | undefined;
  /** For which a stock unit is sold, 0 or more. */
  readonly price: ExactNumber;
  /** What is still to be spent on a stock unit until it can be sold. */
  readonly costToComplete?: ExactNumber | undefined;
  /** What it costs to sell a stock unit. */
  readonly costToSell?: ExactNumber | undefined;
  /** Of all three; that of the input when left out. */
  readonly currency?: string | undefined;
}

/** A value, checked. */
export interface ReadByProduct {
  readonly item: string;
  readonly site: string | undefined;
  /** Price less costs, 0 or more. */
  readonly net: Ratio;
  readonly currency: string | undefined;
}

const fields = objectOf({
  item: identifier,
  site: optional(identifier),
  price: exactNumber(0),
  costToComplete: optional(exactNumber(0), NOTHING),
  costToSell: optional(exactNumber(0), NOTHING),
  currency: optional(identifier),
});

/** Reads what a by-product is worth. */
export const byProductArgument: Check<ReadByProduct> = (value, place) => {
  const read = fields(value, place);
  const { item, site, price, costToComplete, costToSell, currency } = Object(read);
  if (price === undefined || costToComplete === undefined || costToSell === undefined) {
    return undefined as never;
  }
  const spent: Ratio = addRatios(costToComplete, costToSell);
  const net = addRatios(price, { num: -spent.num, den: spent.den });
  if (net.num < 0n) {
    const at = { ...place, path: [...place.path, "price"] };
    const given = (value as ByProductValue).price;
    const what = "be no less than costToComplete and costToSell; what costs money is no by-product";
    addMistake(at, "outOfRange", mustBe(given, at, what), { value: given });
  }
  return { item, site, net, currency };
};

/** What by-products are worth in the currency of the costs, by place. */
export type ByProductValues = (place: CostPlace) => Ratio | undefined;

/** By what values are set against the rows that they are of. */
export interface ByProductSetting {
  readonly input: PlanningInput;
  readonly rows: CostRows;
  readonly rates: RateBook;
  readonly currency: string | null;
  readonly day: Day;
}

/** Sets values against the rows, and notes what does not fit them. */
export function byProductValues(
  values: readonly ReadByProduct[],
  setting: ByProductSetting,
  issues: Issue[],
): ByProductValues {
  const net = new Map<string, Ratio>();
  if (values.length === 0) return () => undefined;
  const coming = placesOfCoProducts(setting);
  for (const [n, value] of values.entries()) {
    const note = noteAt(["byProducts", n], issues);
    const sites = sitesOf(value, setting, coming, note);
    const { from, to } = { from: value.currency ?? setting.input.currency, to: setting.currency };
    const rate = setting.rates.rateOn(from, to, setting.day);
    if (rate === undefined) {
      const message = `There is no rate from ${currencyName(from)} to ${currencyName(to)} on ${formatDay(setting.day)}. Give one in rates.`;
      note("currency", "noRate", message);
    }
    for (const site of sites) {
      const key = keyOfPlace(value.item, site ?? "");
      if (net.has(key)) {
        note("item", "duplicateId", `The ${showValue(value.item)} has two values. Leave one out.`);
      }
      net.set(key, multiplyRatios(value.net, rate ?? NOTHING));
    }
  }
  return (place) => {
    const { item, site } = place;
    const key = keyOfPlace(item, site);
    const there = net.get(key);
    if (there !== undefined) return there;
    const anywhere = net.get(keyOfPlace(item, ""));
    return anywhere && (coming.has(key) || !isComeBy(setting.rows, place)) ? anywhere : undefined;
  };
}

/** Where something comes with another item, by any bill, whatever its dates. */
function placesOfCoProducts({ input, rows }: ByProductSetting): ReadonlySet<string> {
  const places = (input.boms ?? []).flatMap(({ site = rows.sites[0]!, coProducts = [] }) =>
    coProducts.map(({ item }) => keyOfPlace(item, site)),
  );
  return new Set(places);
}

/** Whether a source or a bill says how an item is come by at a site. */
function isComeBy(rows: CostRows, place: CostPlace): boolean {
  return rows.sources(place).length > 0 || rows.boms(place).length > 0;
}

function currencyName(currency: string | null | undefined): string {
  return currency == null ? "no currency" : showValue(currency);
}

type Note = (field: string, code: string, message: string) => void;

function noteAt(path: readonly (string | number)[], issues: Issue[]): Note {
  return (field, code, message) => {
    issues.push({ code, path: [...path, field], message });
  };
}

/** Where a value holds: at a site, or `undefined` for all; nowhere where it does not fit the rows. */
function sitesOf(
  { item, site }: ReadByProduct,
  { input, rows }: ByProductSetting,
  coming: ReadonlySet<string>,
  note: Note,
): readonly (string | undefined)[] {
  if (rows.item(item) === undefined) {
    note("item", "unknownId", `There is no item ${showValue(item)}. Name one of the input.`);
    return [];
  }
  if (site !== undefined && !rows.sites.includes(site)) {
    note("site", "unknownId", `There is no site ${showValue(site)}. Name one of the input.`);
    return [];
  }
  const places = (site === undefined ? rows.sites : [site]).map((at) => ({ item, site: at }));
  if (places.some((place) => rows.parameter(place, "unitCost") !== undefined)) {
    const message = `The item ${showValue(item)} states a unitCost too. Leave out that or its value as a by-product.`;
    note("item", "contradiction", message);
  } else if (bearsShare(input, item, site)) {
    const message = `The item ${showValue(item)} bears a costShare, as a co-product. Leave out that or its value as a by-product.`;
    note("item", "contradiction", message);
  } else if (!rows.sites.some((at) => coming.has(keyOfPlace(item, at)))) {
    const message = `No bill has ${showValue(item)} among its coProducts, so it comes with nothing. Name it in the bill with which it comes, or leave out its value as a by-product.`;
    note("item", "contradiction", message);
  } else if (site !== undefined && !coming.has(keyOfPlace(item, site))) {
    const message = `No bill of site ${showValue(site)} has ${showValue(item)} among its coProducts. Name a site at which it comes with something, or leave site out.`;
    note("site", "contradiction", message);
  }
  return [site];
}

function bearsShare({ boms = [] }: PlanningInput, item: string, site: string | undefined): boolean {
  return boms.some(
    ({ site: at, coProducts = [] }) =>
      (site === undefined || at === undefined || at === site) &&
      coProducts.some((row) => row.item === item && parseRatio(row.costShare ?? 0)?.num !== 0n),
  );
}
