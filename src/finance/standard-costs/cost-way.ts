import { divideRatios, multiplyRatios, ONE, parseRatio, type Ratio } from "../../core/index.js";
import { type BillInputs, billInputs } from "./bill-inputs.js";
import type { CostOrigin } from "./cost-origin.js";
import { type BomRowOfInput, type CostPlace, latestOn } from "./cost-rows.js";
import type { CostSetting } from "./cost-setting.js";
import { type CostingLot, costingLot } from "./costing-lot.js";
import { type FirstSource, firstSource } from "./first-source.js";
import type { MissingCostReason } from "./missing-cost.js";
import { type OrderHours, orderHours } from "./order-hours.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** What a good unit of an item costs by itself, in the currency of the costs. */
export interface OwnCost {
  readonly material: Ratio;
  readonly setup: Ratio;
  readonly run: Ratio;
  readonly subcontract: Ratio;
}

const NO_COST: OwnCost = { material: NOTHING, setup: NOTHING, run: NOTHING, subcontract: NOTHING };

/** By what an item gets its cost at a site. */
export interface CostWay extends BillInputs {
  readonly origin: CostOrigin | null;
  readonly own: OwnCost;
  readonly lot: Ratio;
  readonly missing: readonly MissingCostReason[];
}

/** Finds by what an item gets its cost at a site (K70). */
export function costWay(setting: CostSetting, place: CostPlace): CostWay {
  const { rows } = setting;
  const isKnown = rows.item(place.item) !== undefined && rows.sites.includes(place.site);
  if (!isKnown) return unknownCost("unknown");
  const worth = setting.byProduct(place);
  if (worth !== undefined) {
    return { ...unknownCost(), origin: "byProduct", own: { ...NO_COST, material: worth } };
  }
  const stated = rows.parameter(place, "unitCost");
  if (stated !== undefined) return statedCost(setting, parseRatio(stated)!);
  return sourcedCost(setting, place);
}

/** What making an item costs that states its cost: what comes with it bears a share of that. */
export function makingBesideStated(
  setting: CostSetting,
  place: CostPlace,
  { origin }: CostWay,
): CostWay | undefined {
  const hasMore = setting.rows.boms(place).some(({ coProducts = [] }) => coProducts.length > 0);
  if (origin !== "stated" || !hasMore) return undefined;
  const way = sourcedCost(setting, place);
  return way.coProducts.length > 0 ? way : undefined;
}

/** By its first source. */
function sourcedCost(setting: CostSetting, place: CostPlace): CostWay {
  const { rows, day } = setting;
  const source = firstSource(rows, place, day);
  if (source === undefined) return unknownCost("source");
  const lot = costingLot(rows, place, source.row);
  switch (source.kind) {
    case "buy":
      return boughtCost(setting, source, lot);
    case "transfer": {
      const from = { item: place.item, site: source.row!.from! };
      const lines = [{ place: from, quantity: ONE }];
      return { ...unknownCost(), origin: "transferred", lines, lot: lot.good };
    }
    case "subcontract":
      return subcontractedCost(setting, place, source, lot);
    case "make":
      return madeCost(setting, place, source, lot);
  }
}

function unknownCost(...missing: readonly MissingCostReason[]): CostWay {
  return { origin: null, own: NO_COST, lot: ONE, lines: [], coProducts: [], missing };
}

function statedCost({ inCurrency }: CostSetting, cost: Ratio): CostWay {
  const material = inCurrency(cost, undefined);
  const way = { ...unknownCost(), origin: "stated" } as const;
  if (material === undefined) return { ...way, missing: ["rate"] };
  return { ...way, own: { ...NO_COST, material } };
}

/** The price of a source for a lot, for a good unit; or what is missing. */
function priceOf(
  { inCurrency }: CostSetting,
  { row }: FirstSource,
  { good, start }: CostingLot,
): Ratio | "price" | "rate" {
  const reached = (row?.priceBreaks ?? []).findLast(({ from }) => {
    const least = parseRatio(from)!;
    return least.num * start.den <= start.num * least.den;
  });
  const price = parseRatio(reached?.price ?? row?.price);
  if (price === undefined) return "price";
  const converted = inCurrency(price, row?.currency);
  return converted === undefined ? "rate" : multiplyRatios(converted, divideRatios(start, good));
}

function boughtCost(setting: CostSetting, source: FirstSource, lot: CostingLot): CostWay {
  const price = priceOf(setting, source, lot);
  const way = { ...unknownCost(), origin: "bought", lot: lot.good } as const;
  if (typeof price === "string") return { ...way, missing: [price] };
  return { ...way, own: { ...NO_COST, material: price } };
}

function subcontractedCost(
  setting: CostSetting,
  place: CostPlace,
  source: FirstSource,
  lot: CostingLot,
): CostWay {
  const price = priceOf(setting, source, lot);
  const bill = billOf(setting, place, source);
  const own = typeof price === "string" ? NO_COST : { ...NO_COST, subcontract: price };
  return {
    origin: "subcontracted",
    own,
    lot: lot.good,
    // K45: components are taken from the site of the stock from which the supplier draws.
    ...billInputs(setting, { componentSite: source.row?.from ?? place.site, ...place }, bill, lot),
    missing: typeof price === "string" ? [price] : [],
  };
}

function madeCost(
  setting: CostSetting,
  place: CostPlace,
  source: FirstSource,
  lot: CostingLot,
): CostWay {
  const bill = billOf(setting, place, source);
  const { own, missing } = workCost(setting, place, lot, orderHours(setting, place, source, lot));
  const inputs = billInputs(setting, { componentSite: place.site, ...place }, bill, lot);
  const withoutBill: readonly MissingCostReason[] = bill === undefined ? ["bill"] : [];
  return {
    origin: "made",
    own,
    lot: lot.good,
    ...inputs,
    missing: [...withoutBill, ...missing],
  };
}

/** What work costs: the set-up cost of the item, else the hours of set-up; hours of run; other's work. */
function workCost(
  { rows, inCurrency }: CostSetting,
  place: CostPlace,
  { good }: CostingLot,
  hours: OrderHours,
): { readonly own: OwnCost; readonly missing: readonly MissingCostReason[] } {
  // No order is ever made of a phantom, so nothing is set up (B3).
  const isPhantom = rows.item(place.item)?.phantom === true;
  const stated = isPhantom ? NOTHING : parseRatio(rows.parameter(place, "setupCost"));
  const each = (amount: Ratio): Ratio => divideRatios(amount, good);
  const setup = inCurrency(stated ?? hours.setup, undefined);
  const run = inCurrency(hours.run, undefined);
  const subcontract = inCurrency(hours.subcontract, undefined);
  const missing: MissingCostReason[] = hours.isSubcontractUnknown ? ["subcontract"] : [];
  if (setup === undefined || run === undefined || subcontract === undefined) {
    return { own: NO_COST, missing: [...missing, "rate"] };
  }
  const own = { setup: each(setup), run: each(run), subcontract: each(subcontract) };
  return { own: { material: NOTHING, ...own }, missing };
}

/** B8: the bill that the source names, else that of the day. */
function billOf(
  { rows, day }: CostSetting,
  place: CostPlace,
  { row }: FirstSource,
): BomRowOfInput | undefined {
  const named = row?.bomVersion;
  const bills = rows.boms(place);
  return latestOn(named === undefined ? bills : bills.filter((b) => b.version === named), day);
}
