import {
  addRatios,
  type Day,
  divideRatios,
  multiplyRatios,
  ONE,
  parseRatio,
  type Ratio,
} from "../../core/index.js";
import { type BomRowOfInput, type CostRows, isValidOn, keyOfPlace, latestOn } from "./cost-rows.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** How much of a component an order takes; stock units, not rounded. */
export interface BillNeed {
  readonly item: string;
  /** For one unit that is started. */
  readonly perUnit: Ratio;
  /** Once an order. */
  readonly perOrder: Ratio;
}

/**
 * What orders take by their bills. Phantoms are passed through, as the plan does (B3): factors multiply,
 * and a fixed line below one is needed once an order of what is really made, on each way that leads there.
 */
export class BillNeeds {
  readonly #rows: CostRows;
  readonly #day: Day;
  /** Of one of a phantom, by its place; each is worked out once, however many ways lead there. */
  readonly #ofPhantoms = new Map<string, readonly BillNeed[]>();

  constructor(rows: CostRows, day: Day) {
    this.#rows = rows;
    this.#day = day;
  }

  /**
   * What an order by a bill takes.
   *
   * @param site - from which its components are taken
   */
  of(bill: BomRowOfInput, site: string): readonly BillNeed[] {
    const open = this.#unknownBelow(bill, site);
    for (let one = open.at(-1); one !== undefined; one = open.at(-1)) {
      // No bill leads round through a phantom (B2), so this ends.
      const next = this.#unknownBelow(one, site);
      if (next.length > 0) open.push(...next);
      else {
        const key = keyOfPlace(one.item, site);
        if (!this.#ofPhantoms.has(key)) this.#ofPhantoms.set(key, this.#sum(one, site));
        open.pop();
      }
    }
    return this.#sum(bill, site);
  }

  /** The bills of phantoms on the lines of a bill that were not gone through yet. */
  #unknownBelow(bill: BomRowOfInput, site: string): BomRowOfInput[] {
    return bill.lines.flatMap((line) => {
      const { item } = line;
      if (this.#rows.item(item)?.phantom !== true || !isValidOn(line, this.#day)) return [];
      if (this.#ofPhantoms.has(keyOfPlace(item, site))) return [];
      return latestOn(this.#rows.boms({ item, site }), this.#day) ?? [];
    });
  }

  #sum(bill: BomRowOfInput, site: string): readonly BillNeed[] {
    const { item: made, outputUnit } = bill;
    const unit = this.#rows.stockUnits(made, outputUnit) ?? ONE;
    const output = multiplyRatios(parseRatio(bill.output ?? 1)!, unit);
    const needs = new Map<string, BillNeed>();
    const add = (item: string, perUnit: Ratio, perOrder: Ratio): void => {
      const before = needs.get(item);
      needs.set(item, {
        item,
        perUnit: before === undefined ? perUnit : addRatios(before.perUnit, perUnit),
        perOrder: before === undefined ? perOrder : addRatios(before.perOrder, perOrder),
      });
    };
    for (const line of bill.lines) {
      if (!isValidOn(line, this.#day)) continue;
      const { item } = line;
      const factor = this.#rows.stockUnits(item, line.unit) ?? ONE;
      const net = multiplyRatios(parseRatio(line.quantity)!, factor);
      const gross = multiplyRatios(net, addRatios(ONE, parseRatio(line.scrap ?? 0)!));
      const perUnit = line.fixed === true ? NOTHING : divideRatios(gross, output);
      const perOrder = line.fixed === true ? gross : NOTHING;
      const below = this.#belowOf(item, site);
      if (below === undefined) add(item, perUnit, perOrder);
      for (const one of below ?? []) {
        const atOnce = multiplyRatios(perOrder, one.perUnit);
        // A zero quantity is zero, also for what is fixed below it.
        const fixed = gross.num === 0n ? NOTHING : one.perOrder;
        add(one.item, multiplyRatios(perUnit, one.perUnit), addRatios(atOnce, fixed));
      }
    }
    return [...needs.values()];
  }

  /** What one of a phantom takes; `undefined` of what is none, and where no bill says what it takes. */
  #belowOf(item: string, site: string): readonly BillNeed[] | undefined {
    if (this.#rows.item(item)?.phantom !== true) return undefined;
    return this.#ofPhantoms.get(keyOfPlace(item, site));
  }
}
