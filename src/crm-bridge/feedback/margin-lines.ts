import {
  type Day,
  multiplyRatios,
  parseDay,
  parseRatio,
  powerOfTen,
  type Ratio,
} from "../../core/index.js";
import type { StandardCosts } from "../../finance/index.js";
import type { Options } from "../demand/demand-policy.js";
import type { LineReference } from "../demand/index.js";
import { chosenItem } from "../demand/variants.js";
import type { ReadRecords } from "../records/index.js";
import { noRateText, rateOn } from "../records/rates.js";
import type { CrmProduct } from "../schema/index.js";

/** A line of which revenue and cost are known, in whole 10^-decimals of the currency. */
export interface MarginLine {
  readonly record: LineReference;
  readonly customer: string;
  readonly product: CrmProduct;
  readonly revenue: bigint;
  readonly cost: bigint;
}

/** A line that counts in no figure, and why. */
export interface MarginMissing {
  readonly record: LineReference;
  /** In words. */
  readonly missing: readonly string[];
}

/** In what margins are counted. */
export interface MarginSetting {
  readonly records: ReadRecords;
  readonly costs: StandardCosts;
  readonly currency: string | undefined;
  readonly decimals: number;
}

/** A line that was sold, as far as its record says it. */
interface SoldLine {
  readonly record: LineReference;
  readonly customer: string;
  readonly product: string;
  /** None where a line cannot have any: then it is of its product itself. */
  readonly options: Options | undefined;
  readonly site: string | undefined;
  readonly unit: string | undefined;
  readonly quantity: Ratio;
  readonly unitPrice: Ratio | undefined;
  readonly currency: string | undefined;
  readonly day: Day;
}

/** Values every line that was sold, each rounded once; what cannot be valued is named. */
export function marginLines(setting: MarginSetting): {
  readonly lines: readonly MarginLine[];
  readonly missing: readonly MarginMissing[];
} {
  const products = new Map<string, CrmProduct>(
    setting.records.products.map((row) => [row.id, row]),
  );
  const lines: MarginLine[] = [];
  const missing: MarginMissing[] = [];
  for (const sold of [...soldByOrders(setting.records), ...soldByCallOffs(setting.records)]) {
    const { record, customer } = sold;
    const product = products.get(sold.product)!;
    const reasons: string[] = [];
    const revenue = revenueOf(setting, sold, reasons);
    const cost = costOf(setting, sold, product, reasons);
    if (revenue === undefined || cost === undefined) missing.push({ record, missing: reasons });
    else lines.push({ record, customer, product, revenue, cost });
  }
  return { lines, missing };
}

/** An order that is closed has sold what it shipped, all of it where it does not say. */
function soldByOrders({ orders, currency }: ReadRecords): SoldLine[] {
  return orders
    .filter(({ status }) => status !== "cancelled")
    .flatMap((order) =>
      order.lines.map((line) => ({
        record: { list: "orders", id: order.id, line: line.id } as const,
        customer: order.account,
        ...{ product: line.product, site: line.site, unit: line.unit },
        options: line.options ?? {},
        quantity: parseRatio(
          order.status === "closed" ? (line.shipped ?? line.quantity) : line.quantity,
        )!,
        unitPrice: parseRatio(line.unitPrice),
        currency: order.currency ?? currency,
        day: parseDay(order.date)!,
      })),
    );
}

function soldByCallOffs({ contracts, currency }: ReadRecords): SoldLine[] {
  return contracts.flatMap((contract) =>
    (contract.callOffs ?? []).flatMap((callOff) => {
      const line = contract.lines.find(({ id }) => id === callOff.line);
      if (line === undefined) return [];
      const sold: SoldLine = {
        record: { list: "callOffs", id: contract.id, line: callOff.id },
        customer: contract.account,
        ...{ product: line.product, site: line.site, unit: line.unit },
        options: undefined,
        quantity: parseRatio(callOff.quantity)!,
        unitPrice: parseRatio(line.unitPrice),
        currency: contract.currency ?? currency,
        day: parseDay(contract.validFrom)!,
      };
      return [sold];
    }),
  );
}

function revenueOf(
  setting: MarginSetting,
  { quantity, unitPrice, currency, day }: SoldLine,
  reasons: string[],
): bigint | undefined {
  if (unitPrice === undefined) {
    reasons.push("the line states no unitPrice");
    return undefined;
  }
  return inWhole(setting, multiplyRatios(quantity, unitPrice), { currency, day }, reasons);
}

function costOf(
  setting: MarginSetting,
  { quantity, unit, site, day, options }: SoldLine,
  product: CrmProduct,
  reasons: string[],
): bigint | undefined {
  const { costs } = setting;
  const place = site ?? product.site;
  const isKnown = (name: string) => costs.exactCost(name, place) !== undefined;
  const base = product.item ?? product.id;
  const item = options === undefined ? base : chosenItem(base, options, isKnown);
  const cost = costs.exactCost(item, place);
  const asked = unit ?? product.unit;
  const units = costs.stockUnits(item, asked);
  if (cost === undefined) reasons.push(...costs.unitCost(item, place).missing);
  else if (units === undefined) reasons.push(`${item} has no unit ${JSON.stringify(asked)}`);
  if (cost === undefined || units === undefined) return undefined;
  const amount = multiplyRatios(multiplyRatios(quantity, units), cost);
  return inWhole(setting, amount, { currency: costs.currency ?? undefined, day }, reasons);
}

/** An amount in whole 10^-decimals of the currency of the margins, rounded half up. */
function inWhole(
  { records, currency: to, decimals }: MarginSetting,
  amount: Ratio,
  { currency: from, day }: { readonly currency: string | undefined; readonly day: Day },
  reasons: string[],
): bigint | undefined {
  const rate = rateOn(records.rates, from, to, day);
  if (rate === undefined) {
    reasons.push(noRateText(from, to, day));
    return undefined;
  }
  const { num, den } = multiplyRatios(amount, rate);
  return (2n * num * powerOfTen(decimals) + den) / (2n * den);
}
