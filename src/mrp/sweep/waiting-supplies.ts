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
  /** Those that are drawn on their own day at the latest, in the order of N4 (K15). */
  readonly kept: readonly OpenSupply[];
  readonly #keptRows: ReadonlySet<number>;
  /** Rows that wait no longer; empty while none is kept. */
  readonly #gone = new Set<number>();
  #nextPlain = 0;
  #nextScheduled = 0;
  #nextKept = 0;

  constructor(supplies: readonly OpenSupply[], kept: readonly OpenSupply[]) {
    const before: number[] = [];
    let plain = 0;
    for (const { scheduled } of supplies) {
      if (scheduled) before.push(plain);
      else plain++;
    }
    const areMixed = before.length > 0;
    this.#before = before;
    this.kept = kept;
    this.#keptRows = new Set(kept.map(({ row }) => row));
    this.#plain = areMixed ? supplies.filter(({ scheduled }) => !scheduled) : supplies;
    this.#scheduled = areMixed ? supplies.filter(({ scheduled }) => scheduled) : NONE;
  }

  /** The first one that waits; `undefined`: none does. */
  first(): OpenSupply | undefined {
    this.#nextPlain = this.#nextOf(this.#plain, this.#nextPlain);
    this.#nextScheduled = this.#nextOf(this.#scheduled, this.#nextScheduled);
    const isPlain =
      this.#nextPlain < this.#plain.length &&
      (this.#nextScheduled === this.#scheduled.length ||
        this.#nextPlain < this.#before[this.#nextScheduled]!);
    return isPlain ? this.#plain[this.#nextPlain] : this.firstScheduled();
  }

  /** The first scheduled one that waits. */
  firstScheduled(): OpenSupply | undefined {
    this.#nextScheduled = this.#nextOf(this.#scheduled, this.#nextScheduled);
    return this.#scheduled[this.#nextScheduled];
  }

  /** The first of its kind waits no longer. */
  take({ row, scheduled }: OpenSupply): void {
    if (this.kept.length > 0) this.#gone.add(row);
    if (scheduled) this.#nextScheduled++;
    else this.#nextPlain++;
  }

  /** The kept supplies that wait. */
  keptStill(): OpenSupply[] {
    return this.kept.slice(this.#nextKept).filter(({ row }) => !this.#gone.has(row));
  }

  /** Takes a kept supply that is due by a day; `undefined`: none waits. */
  takeKept(day: number): OpenSupply | undefined {
    this.#nextKept = this.#nextOf(this.kept, this.#nextKept);
    const supply = this.kept[this.#nextKept];
    if (supply === undefined || supply.due > day) return undefined;
    this.#gone.add(supply.row);
    return supply;
  }

  #nextOf(supplies: readonly OpenSupply[], from: number): number {
    let next = from;
    while (next < supplies.length && this.#gone.has(supplies[next]!.row)) next++;
    return next;
  }

  /**
   * K8: what waits and could be there on a day: due up to another one, or scheduled. A kept supply does not
   * wait from its own day on.
   */
  quantityBy(day: number, lastDue: number): number {
    let sum = 0;
    const add = (supply: OpenSupply): void => {
      const isGone =
        this.#gone.has(supply.row) || (supply.due <= day && this.#keptRows.has(supply.row));
      if (supply.expires > day && !isGone) sum += supply.quantity;
    };
    for (let k = this.#nextPlain; k < this.#plain.length; k++) {
      const supply = this.#plain[k]!;
      if (supply.due > lastDue) break;
      add(supply);
    }
    for (let k = this.#nextScheduled; k < this.#scheduled.length; k++) add(this.#scheduled[k]!);
    return sum;
  }
}
