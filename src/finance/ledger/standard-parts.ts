import { addRatios, parseRatio, type Ratio, ratioOf } from "../../core/index.js";
import type { CostRows } from "../standard-costs/cost-rows.js";
import type { CostParts } from "../standard-costs/work-cost.js";
import type { Factor } from "./factor.js";
import { elementsOf } from "./hour-elements.js";
import { type LedgerSetting, times } from "./ledger-setting.js";
import type { PostingCause, PostingElement } from "./posting.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** A part of what a standard cost says of what goes into an order. */
export interface StandardPart {
  readonly cause: PostingCause;
  readonly element: PostingElement | null;
  /** Where it is worked; `null` where it is at none, or nothing says at which. */
  readonly workCenter: string | null;
  /** Of a count. */
  readonly factor: Factor;
}

/** Of which parts standard costs consist, by stocking point, and by the order with which something comes. */
export class StandardParts {
  readonly #setting: LedgerSetting;
  readonly #rows: CostRows;
  readonly #known = new Map<string | number, readonly StandardPart[]>();

  constructor(setting: LedgerSetting, rows: CostRows) {
    this.#setting = setting;
    this.#rows = rows;
  }

  /**
   * The parts of what a count of a stocking point's item costs by standard, summing to it exactly.
   *
   * @param point - of what comes
   * @param lead - of the order with which it comes
   */
  of(point: number, lead: number): readonly StandardPart[] {
    const key = point === lead ? point : `${point} ${lead}`;
    let parts = this.#known.get(key);
    if (parts === undefined) {
      parts = this.#find(point, lead);
      this.#known.set(key, parts);
    }
    return parts;
  }

  /** All of it as one part, for who does not ask of what it consists. */
  whole(point: number): readonly StandardPart[] {
    const cost = this.#setting.costs[point];
    if (cost === undefined || cost.ratio.num === 0n) return [];
    return [{ cause: "variance", element: null, workCenter: null, factor: cost }];
  }

  #find(point: number, lead: number): readonly StandardPart[] {
    const { costs, factors, options, points } = this.#setting;
    const cost = costs[point];
    if (cost === undefined || cost.ratio.num === 0n) return [];
    const whole = (cause: PostingCause): readonly StandardPart[] => [
      { cause, element: null, workCenter: null, factor: cost },
    ];
    const { item, site } = points[lead]!;
    const bears = point === lead || isShare(this.#setting, point);
    const made = bears ? this.#partsOf(item, site) : undefined;
    if (made === undefined) return whole(point === lead ? "variance" : "coProduct");
    const { making, setup, run, subcontract, credit } = made;
    if (making.num <= 0n) return whole(point === lead ? "variance" : "coProduct");
    const borne = ratioOf(cost.ratio.num * making.den, cost.ratio.den * making.num);
    const parts: (Omit<StandardPart, "factor"> & { ratio: Ratio })[] = [];
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
    return parts.map(({ ratio, ...part }) => ({ ...part, factor: factors.of(ratio) }));
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
