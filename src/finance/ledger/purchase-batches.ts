import { parseRatio } from "../../core/index.js";
import type { Factor } from "./factor.js";
import { differenceOf, type LedgerSetting } from "./ledger-setting.js";
import { legOf, partOf } from "./legs.js";
import type { PricedOrders } from "./order-prices.js";
import { paymentOf } from "./payment-terms.js";
import type { PointOrders } from "./point-orders.js";
import type { BatchVisitor, PostingLeg } from "./posting-batch.js";

/** What comes from a supplier. */
interface Purchase {
  readonly cause: "purchase" | "subcontract";
  readonly supplier: string | null;
  readonly ordered: Int32Array;
  readonly due: Int32Array;
  /** Counts that are priced, and counts that come in. */
  readonly priced: Float64Array;
  /** `undefined`: work, of which nothing comes by itself. */
  readonly quantity: Float64Array | undefined;
  readonly price: Factor;
}

/** What suppliers work for on what costs, or ask for: as they are bought, received, paid. */
export function purchaseLegs(setting: LedgerSetting, purchase: Purchase): readonly PostingLeg[] {
  const { supplier, ordered, due, priced, quantity, price } = purchase;
  const { termsOf, takesDiscounts } = setting.options;
  const { days, discount } = paymentOf(termsOf(supplier), takesDiscounts);
  const whole = partOf(priced, price);
  const split = discount.num === 0n ? undefined : setting.factors.split(price, discount);
  const cash = split === undefined ? whole : partOf(priced, split.rest);
  const legs = [
    legOf("purchaseCommitment", purchase, ordered, 1, whole, quantity),
    legOf("purchaseReceipt", purchase, due, 1, whole, quantity),
    legOf("payable", purchase, due, 1, whole),
    legOf("payable", purchase, due, -1, whole, undefined, days),
    legOf("cashOut", purchase, due, 1, cash, undefined, days),
  ];
  if (split === undefined || split.part.ratio.num === 0n) return legs;
  const discounted = partOf(priced, split.part);
  legs.push(legOf("purchaseDiscount", purchase, due, 1, discounted, undefined, days));
  return legs;
}

/** What is bought beyond its standard cost, when it comes in; nothing where it costs just that. */
function varianceLegs(
  setting: LedgerSetting,
  purchase: Purchase & { readonly quantity: Float64Array },
  cost: Factor,
): readonly PostingLeg[] {
  const { due, priced, quantity, price } = purchase;
  if (priced !== quantity) {
    const standard = setting.factors.of({ num: -cost.ratio.num, den: cost.ratio.den });
    const parts = [partOf(priced, price), partOf(quantity, standard)];
    return [legOf("purchasePriceVariance", purchase, due, 1, parts)];
  }
  const beyond = differenceOf(price.ratio, cost.ratio);
  if (beyond.num === 0n) return [];
  const part = partOf(quantity, setting.factors.of(beyond));
  return [legOf("purchasePriceVariance", purchase, due, 1, part)];
}

/** Posts planned orders of a source that is bought, or on which a supplier works. */
export function postPurchases(
  setting: LedgerSetting,
  visit: BatchVisitor,
  of: {
    readonly point: number;
    readonly cause: "purchase" | "subcontract";
    readonly supplier: string | null;
    readonly orders: PointOrders;
    readonly priced: PricedOrders;
  },
): void {
  const { point, orders, priced, cause } = of;
  const isStandard = priced.lacks === "price";
  const price = isStandard ? standardPrice(setting, point, cause) : priced.price;
  if (price === undefined) {
    setting.miss(setting.points[point]!, priced.lacks === "rate" ? "rate" : "purchasePrice");
    return;
  }
  const purchase = {
    ...{ cause, supplier: of.supplier, ordered: orders.ordered, due: orders.due, price },
    priced: isStandard ? orders.quantity : orders.startQuantity,
    quantity: orders.quantity,
  };
  const cost = setting.costs[point];
  const hasVariance = cause === "purchase" && !isStandard && cost !== undefined;
  visit({
    ...{ point, rows: priced.rows, count: priced.count },
    ...{ of: "order", ref: orders.place, times: orders.times },
    legs: [
      ...purchaseLegs(setting, purchase),
      ...(hasVariance ? varianceLegs(setting, purchase, cost) : []),
    ],
  });
}

/** What has no price costs its standard; of what a supplier works on, only his part of it. */
export function standardPrice(
  setting: LedgerSetting,
  point: number,
  cause: "purchase" | "subcontract",
): Factor | undefined {
  if (cause === "purchase") return setting.costs[point];
  const { item, site } = setting.points[point]!;
  const { origin, own, missingCosts } = setting.options.costs.unitCost(item, site);
  const isKnown = missingCosts.every((one) => one.item !== item || one.site !== site);
  const cost = origin === "subcontracted" && isKnown ? own?.subcontract.ratio : undefined;
  const exact = parseRatio(cost);
  return exact && setting.factorOf(point, exact);
}
