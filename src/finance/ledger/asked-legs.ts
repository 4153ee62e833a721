import type { GroupKeys } from "./group-keys.js";
import type { LedgerAccount } from "./posting.js";
import type { PostingBatch, PostingLeg } from "./posting-batch.js";

/** A leg that is asked for. */
export interface AskedLeg {
  readonly leg: PostingLeg;
  /** The number of its keys, but for the supplier of who takes it. */
  readonly code: number;
  /** Whether its rows have keys of their own, but for those of the list in which they stand. */
  readonly isByRow: boolean;
}

/** Finds the legs that are asked for, once for each list of legs. */
export class AskedLegs {
  readonly #accounts: ReadonlySet<LedgerAccount>;
  readonly #keys: GroupKeys;
  readonly #known = new WeakMap<readonly PostingLeg[], readonly AskedLeg[]>();

  constructor(accounts: ReadonlySet<LedgerAccount>, keys: GroupKeys) {
    this.#accounts = accounts;
    this.#keys = keys;
  }

  of({ legs }: PostingBatch): readonly AskedLeg[] {
    let asked = this.#known.get(legs);
    if (asked === undefined) {
      asked = legs
        .filter(({ account }) => this.#accounts.has(account))
        .map((leg) => this.#ask(leg));
      this.#known.set(legs, asked);
    }
    return asked;
  }

  #ask(leg: PostingLeg): AskedLeg {
    const { legKeys, pointKeys } = this.#keys;
    const isOfTaker = leg.supplier === "taker";
    return {
      leg,
      code: this.#keys.legOf(leg, isOfTaker ? null : leg.supplier),
      isByRow:
        (leg.point !== undefined && pointKeys.length > 0) ||
        (isOfTaker && legKeys.includes("supplier")),
    };
  }
}
