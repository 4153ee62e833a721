import { ONE } from "../../core/index.js";
import type { Factor } from "./factor.js";
import { elementsOf } from "./hour-elements.js";
import { type LedgerSetting, times } from "./ledger-setting.js";
import type { PostingElement } from "./posting.js";
import type { OperationWork } from "./routing-work.js";

/** What work costs of an element, for an order, a batch or a count that is started. */
export interface WorkFactor {
  readonly element: PostingElement;
  readonly factor: Factor;
}

const SUBCONTRACT = [{ element: "subcontract", share: ONE }] as const;

/** What the work of operations costs in the currency of the ledger, found once for all orders. */
export class WorkFactors {
  readonly #setting: LedgerSetting;
  /** By work, then by the decimals of the item that is made. */
  readonly #known = new Map<OperationWork, (readonly WorkFactor[] | null)[]>();

  constructor(setting: LedgerSetting) {
    this.#setting = setting;
  }

  /** @returns `undefined` where no rate gives it */
  of(work: OperationWork, point: number): readonly WorkFactor[] | undefined {
    const decimals = this.#setting.movements.decimals(point);
    const known = this.#known.get(work) ?? [];
    this.#known.set(work, known);
    let found = known[decimals];
    if (found === undefined) {
      found = this.#find(work, point) ?? null;
      known[decimals] = found;
    }
    return found ?? undefined;
  }

  #find(work: OperationWork, point: number): readonly WorkFactor[] | undefined {
    const { options, factors } = this.#setting;
    const { cause, workCenter, batches } = work;
    const amount = this.#setting.inCurrency(work.amount);
    if (amount === undefined) return undefined;
    const isPerUnit = cause !== "setup" && batches === undefined;
    const elements = cause === "subcontract" ? SUBCONTRACT : elementsOf(options, workCenter);
    return elements.map(({ element, share }) => {
      const each = times(amount, share);
      const factor = isPerUnit ? this.#setting.factorOf(point, each) : factors.of(each);
      return { element, factor };
    });
  }
}
