import { addRatios, parseRatio, type Ratio, ratioOf } from "../../core/index.js";
import type { CostRows } from "../standard-costs/cost-rows.js";
import type { CostParts } from "../standard-costs/work-cost.js";
import type { Factor } from "./factor.js";
import { elementsOf } from "./hour-elements.js";
import { type LedgerSetting, times } from "./ledger-setting.js";
import type { PostingCause, PostingElement } from "./posting.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** A part of what a standard cost says of what goes into an order. */
interface StandardPart {
  readonly cause: PostingCause;
  readonly element: PostingElement | null;
  /** Where it is worked; `null` where it is at none, or nothing says at which. */
  readonly workCenter: string | null;
}

/** Of which parts a cost consists; those of many items are the same. */
export type StandardShape = readonly StandardPart[];

/** What a count costs by standard. */
export interface StandardCost {
  readonly shape: StandardShape;
  /** What all of it costs, then each part; they sum to the whole. */
  readonly factors: readonly Factor[];
}

const WHOLE: StandardShape = [{ cause: "variance", element: null, workCenter: null }];
const OF_CO_PRODUCT: StandardShape = [{ cause: "coProduct", element: null, workCenter: null }];
const OF_NOTHING: StandardShape = [];

/** Of which parts standard costs consist, by stocking point, and by the order with which something comes. */
export class StandardParts {
  readonly #setting: LedgerSetting;
  readonly #rows: CostRows;
  readonly #known = new Map<string | number, StandardCost | undefined>();
  readonly #shapes = new Map<string, StandardShape>();

  constructor(setting: LedgerSetting, rows: CostRows) {
    this.#setting = setting;
    this.#rows = rows;
  }

  /**
   * The parts of what a count of a stocking point's item costs by standard, summing to it exactly.
   *
   * @param point - of what comes
   * @param lead - of the order with which it comes
   * @param asksParts - otherwise all of it is one part
   * @returns `undefined` where nobody knows it
   */
  of(point: number, lead: number, asksParts: boolean): StandardCost | undefined {
    if (!asksParts) return this.#wholeOf(point, WHOLE);
    const key = point === lead ? point : `${point} ${lead}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(point, lead));
    return this.#known.get(key);
  }

  #wholeOf(point: number, shape: StandardShape): StandardCost | undefined {
    const cost = this.#setting.costs[point];
    if (cost === undefined) return undefined;
    if (cost.ratio.num === 0n) return { shape: OF_NOTHING, factors: [cost] };
    return { shape, factors: [cost, cost] };
  }

  #find(point: number, lead: number): StandardCost | undefined {
    const { costs, factors, options, points } = this.#setting;
    const cost = costs[point];
    const whole = this.#wholeOf(point, point === lead ? WHOLE : OF_CO_PRODUCT);
    if (cost === undefined || cost.ratio.num === 0n) return whole;
    const { item, site } = points[lead]!;
    const bears = point === lead || isShare(this.#setting, point);
    const made = bears ? this.#partsOf(item, site) : undefined;
    if (made === undefined) return whole;
    const { making, setup, run, subcontract, credit } = made;
    if (making.num <= 0n) return whole;
    const borne = ratioOf(cost.ratio.num * making.den, cost.ratio.den * making.num);
    const parts: (StandardPart & { ratio: Ratio })[] = [];
    const add = (
      cause: PostingCause,
      element: PostingElement | null,
      ratio: Ratio,
      workCenter: string | null = null,
    ): void => {
      if (ratio.num === 0n) return;
      const part = times(ratio, borne);
      const same = parts.find(
        (one) => one.cause === cause && one.element === element && one.workCenter === workCenter,
      );
      if (same === undefined) parts.push({ cause, element, workCenter, ratio: part });
      else same.ratio = addRatios(same.ratio, part);
    };
    for (const [cause, works] of [
      ["setup", setup],
      ["run", run],
    ] as const) {
      for (const { workCenter, cost: ofWork } of works) {
        for (const { element, share } of elementsOf(options, workCenter)) {
          // Frozen standards do not say where.
          add(cause, element, times(ofWork, share), workCenter === "" ? null : workCenter);
        }
      }
    }
    add("subcontract", "subcontract", subcontract);
    add("coProduct", null, { num: -credit.num, den: credit.den });
    const known = parts.reduce<Ratio>((sum, part) => minus(sum, part.ratio), cost.ratio);
    if (known.num !== 0n) {
      parts.push({ cause: "issue", element: "material", workCenter: null, ratio: known });
    }
    return {
      shape: this.#shapeOf(parts.map(({ ratio: _, ...part }) => part)),
      factors: [cost, ...parts.map(({ ratio }) => factors.of(ratio))],
    };
  }

  /** Shapes that are alike are the same one. */
  #shapeOf(shape: StandardShape): StandardShape {
    const name = JSON.stringify(shape);
    const same = this.#shapes.get(name);
    if (same === undefined) this.#shapes.set(name, shape);
    return same ?? shape;
  }

  /** What costs say of it; where they are data, by their elements. */
  #partsOf(item: string, site: string): CostParts | undefined {
    const { costs } = this.#setting.options;
    if (costs.exactParts !== undefined) return costs.exactParts(item, site);
    const { origin, own } = costs.unitCost(item, site);
    const making = costs.exactCost(item, site);
    if (own === null || making === undefined) return undefined;
    if (origin !== "made" && origin !== "subcontracted") return undefined;
    const workOf = (exact: Ratio, workCenter: string | null): CostParts["run"] =>
      exact.num === 0n ? [] : [{ workCenter, cost: exact }];
    const stated = this.#rows.parameter({ item, site }, "setupCost") !== undefined;
    return {
      making,
      setup: workOf(parseRatio(own.setup.ratio) ?? NOTHING, stated ? null : ""),
      run: workOf(parseRatio(own.run.ratio) ?? NOTHING, ""),
      subcontract: parseRatio(own.subcontract.ratio) ?? NOTHING,
      credit: NOTHING,
    };
  }
}

/** Whether an item bears a share of the cost of what it comes with. */
function isShare({ options, points }: LedgerSetting, point: number): boolean {
  const { item, site } = points[point]!;
  return options.costs.unitCost(item, site).origin === "coProduct";
}

function minus(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.num * b.den - b.num * a.den, a.den * b.den);
}
