import {
  addRatios,
  divideRatios,
  multiplyRatios,
  ONE,
  type Ratio,
  ratioOf,
  sumOfRatios,
} from "../../core/index.js";
import { type CostNetwork, keyOfLine, leadOf, shareKey } from "./cost-network.js";
import type { CostWay } from "./cost-way.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/**
 * All that things cost, without by what: the total of what `rolledCosts` rolls up by element, found only
 * for what is asked and what goes into it. What is missing counts as 0, and the caller says that it is.
 */
export class ExactTotals {
  readonly #network: CostNetwork;
  readonly #making = new Map<string, Ratio>();

  constructor(network: CostNetwork) {
    this.#network = network;
  }

  /** What one costs: of what comes with others its share, of a lead item what its co-products leave. */
  cost(key: string): Ratio {
    const share = this.#shareOf(key);
    return share === undefined
      ? multiplyRatios(this.making(key), leftOf(this.#network.get(key)!))
      : this.#sharedCost(share);
  }

  /** What it costs to make one with all that comes besides, less what by-products bring in. */
  making(first: string): Ratio {
    const open = [first];
    for (let key = open.at(-1); key !== undefined; key = open.at(-1)) {
      const next = this.#below(key).filter((other) => !this.#making.has(other));
      if (next.length > 0 && !this.#making.has(key)) open.push(...next);
      else {
        if (!this.#making.has(key)) this.#making.set(key, this.#makingOf(key));
        open.pop();
      }
    }
    return this.#making.get(first)!;
  }

  #makingOf(key: string): Ratio {
    const { own, lines, coProducts } = this.#network.get(key)!;
    const terms: Ratio[] = [own.material, own.setup, own.run, own.subcontract];
    for (const { place, quantity } of lines) {
      const cost = place.site === "" ? this.#sharedCost(place.item) : this.cost(keyOfLine(place));
      terms.push(multiplyRatios(cost, quantity));
    }
    for (const { quantity, credit } of coProducts) {
      if (credit === undefined) continue;
      const { num, den } = multiplyRatios(credit, quantity);
      terms.push({ num: -num, den });
    }
    const { num, den } = sumOfRatios(terms);
    return ratioOf(num, den);
  }

  /** The name of the share by which something that comes with another item gets its cost. */
  #shareOf(key: string): string | undefined {
    const [line] = this.#network.get(key)!.lines;
    return line?.place.site === "" ? line.place.item : undefined;
  }

  /** What one of a co-product bears of the cost of its lead item. */
  #sharedCost(share: string): Ratio {
    const lead = leadOf(share);
    const product = this.#network
      .get(lead)!
      .coProducts.find(({ place }) => shareKey(lead, place) === share)!;
    return multiplyRatios(
      this.making(lead),
      divideRatios(product.share ?? NOTHING, product.quantity),
    );
  }

  #below(key: string): readonly string[] {
    const { lines } = this.#network.get(key)!;
    return lines.map(({ place }) => (place.site === "" ? leadOf(place.item) : keyOfLine(place)));
  }
}

/** The part of the cost of making that a lead item bears itself. */
function leftOf({ coProducts }: CostWay): Ratio {
  let left = ONE;
  for (const { quantity, share, credit } of coProducts) {
    if (credit !== undefined || share === undefined || quantity.num <= 0n) continue;
    left = addRatios(left, { num: -share.num, den: share.den });
  }
  return left;
}
