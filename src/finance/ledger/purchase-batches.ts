import type { Factor } from "./factor.js";
import { differenceOf, type LedgerSetting } from "./ledger-setting.js";
import { legOf, partOf } from "./legs.js";
import type { PricedOrders } from "./order-prices.js";
import { paymentOf } from "./payment-terms.js";
import type { PostingLeg } from "./posting-batch.js";
import type { PostingWalk } from "./posting-walk.js";
import { visitOrders } from "./source-orders.js";
import { standardPrice } from "./standard-price.js";

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
}

/** The price, and where a discount is taken what is left of it and what is taken off. */
export function purchaseFactors(
  { options, factors }: LedgerSetting,
  supplier: string | null,
  price: Factor,
): readonly Factor[] {
  const { discount } = paymentOf(options.termsOf(supplier), options.takesDiscounts);
  if (discount.num === 0n || price.ratio.num === 0n) return [price];
  const { part, rest } = factors.split(price, discount);
  return [price, rest, part];
}

/** What suppliers work for on what costs, or ask for: as they are bought, received, paid. */
export function purchaseLegs(
  { options }: LedgerSetting,
  purchase: Purchase,
  hasDiscount: boolean,
): readonly PostingLeg[] {
  const { supplier, ordered, due, priced, quantity } = purchase;
  const { days } = paymentOf(options.termsOf(supplier), options.takesDiscounts);
  const whole = partOf(priced);
  const legs = [
    legOf("purchaseCommitment", purchase, ordered, 1, whole, quantity),
    legOf("purchaseReceipt", purchase, due, 1, whole, quantity),
    legOf("payable", purchase, due, 1, whole),
    legOf("payable", purchase, due, -1, whole, undefined, days),
    legOf("cashOut", purchase, due, 1, partOf(priced, hasDiscount ? 1 : 0), undefined, days),
  ];
  if (!hasDiscount) return legs;
  legs.push(legOf("purchaseDiscount", purchase, due, 1, partOf(priced, 2), undefined, days));
  return legs;
}

/**
 * Of what a purchase price variance is the sum: of the price beyond the standard cost where all that is
 * priced comes in, else of the price and of the cost by themselves.
 */
type Variance = "none" | "beyond" | "both";

/** Posts planned orders of a source that is bought, or on which a supplier works. */
export function postPurchases(
  walk: PostingWalk,
  of: {
    readonly point: number;
    readonly cause: "purchase" | "subcontract";
    readonly supplier: string | null;
    readonly priced: PricedOrders;
  },
): void {
  const { lists, parts } = walk;
  const { setting, orders } = parts;
  const { point, cause, supplier } = of;
  const isStandard = of.priced.lacks === "price";
  const price = isStandard ? standardPrice(setting, point, cause) : of.priced.price;
  if (price === undefined) {
    setting.miss(setting.points[point]!, of.priced.lacks === "rate" ? "rate" : "purchasePrice");
    return;
  }
  const { ordered, due, quantity } = orders;
  const priced = isStandard ? quantity : orders.startQuantity;
  const bought = purchaseFactors(setting, supplier, price);
  const cost = cause === "purchase" && !isStandard ? setting.costs[point] : undefined;
  const beyond = varianceFactors(setting, price, cost, priced === quantity);
  const variance: Variance = beyond.length === 0 ? "none" : priced === quantity ? "beyond" : "both";
  const legs = lists.of(
    ["orders", cause, supplier, bought.length, variance, ordered, priced, quantity],
    () => {
      const purchase = { cause, supplier, ordered, due, priced, quantity };
      return [
        ...purchaseLegs(setting, purchase, bought.length > 1),
        ...varianceLegs(purchase, variance, bought.length),
      ];
    },
  );
  const factors = beyond.length === 0 ? bought : [...bought, ...beyond];
  visitOrders(walk, { point, rows: of.priced.rows }, legs, factors);
}

/** What is bought beyond its standard cost; nothing where it costs just that. */
function varianceFactors(
  { factors }: LedgerSetting,
  price: Factor,
  cost: Factor | undefined,
  isWhole: boolean,
): readonly Factor[] {
  if (cost === undefined || (isWhole && cost === price)) return [];
  if (!isWhole) {
    return [price, factors.of({ num: -cost.ratio.num, den: cost.ratio.den })];
  }
  return [factors.of(differenceOf(price.ratio, cost.ratio))];
}

/** When it comes in. @param first - the place of the first factor of the variance */
function varianceLegs(
  purchase: Purchase & { readonly quantity: Float64Array },
  variance: Variance,
  first: number,
): readonly PostingLeg[] {
  const { due, priced, quantity } = purchase;
  switch (variance) {
    case "none":
      return [];
    case "beyond":
      return [legOf("purchasePriceVariance", purchase, due, 1, partOf(quantity, first))];
    case "both": {
      const both = [partOf(priced, first), partOf(quantity, first + 1)];
      return [legOf("purchasePriceVariance", purchase, due, 1, both)];
    }
  }
}
