import type { OpenSupply } from "../compile/model.js";

const NONE: readonly OpenSupply[] = [];

/**
 * The open supplies of a stocking point that wait to be drawn, in the order of N4. Scheduled ones may be
 * drawn before others that are too far off (K57), so each kind waits in a row of its own.
 */
export class WaitingSupplies {
  readonly #plain: readonly OpenSupply[];
  readonly #scheduled: readonly OpenSupply[];
  /** By scheduled supply: how many plain ones come before it. */
  readonly #before: readonly number[];
  #nextPlain = 0;
  #nextScheduled = 0;

  constructor(supplies: readonly OpenSupply[]) {
    const before: number[] = [];
    let plain = 0;
    for (const { scheduled } of supplies) {
      if (scheduled) before.push(plain);
      else plain++;
    }
    const areMixed = before.length > 0;
    this.#before = before;
    this.#plain = areMixed ? supplies.filter(({ scheduled }) => !scheduled) : supplies;
    this.#scheduled = areMixed ? supplies.filter(({ scheduled }) => scheduled) : NONE;
  }

  /** The first one that waits; `undefined`: none does. */
  first(): OpenSupply | undefined {
    const isPlain =
      this.#nextPlain < this.#plain.length &&
      (this.#nextScheduled === this.#scheduled.length ||
        this.#nextPlain < this.#before[this.#nextScheduled]!);
    return isPlain ? this.#plain[this.#nextPlain] : this.firstScheduled();
  }

  /** The first scheduled one that waits. */
  firstScheduled(): OpenSupply | undefined {
    return this.#scheduled[this.#nextScheduled];
  }

  /** The first of its kind waits no longer. */
  take({ scheduled }: OpenSupply): void {
    if (scheduled) this.#nextScheduled++;
    else this.#nextPlain++;
  }

  /** K8: what waits and could be there on a day: due at most so many days after it, or scheduled. */
  quantityBy(day: number, reach: number): number {
    let sum = 0;
    for (let k = this.#nextPlain; k < this.#plain.length; k++) {
      const supply = this.#plain[k]!;
      if (supply.due - day > reach) break;
      if (supply.expires > day) sum += supply.quantity;
    }
    for (let k = this.#nextScheduled; k < this.#scheduled.length; k++) {
      const supply = this.#scheduled[k]!;
      if (supply.expires > day) sum += supply.quantity;
    }
    return sum;
  }
}
