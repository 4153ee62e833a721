import { addRatios, type Day, parseDay, type Ratio } from "../../core/index.js";
import type { Peg, PegNeed } from "../../mrp/index.js";
import { decimalRatio } from "./decimal-ratio.js";
import type { LedgerSetting } from "./ledger-setting.js";
import type { PostingCause, PostingPlace } from "./posting.js";

/** What comes into stock, or below 0 goes out. */
export interface Movement {
  readonly day: Day;
  readonly cause: PostingCause;
  readonly quantity: Ratio;
  /** For whom, or with what. */
  readonly of: Partial<PostingPlace>;
}

/** What comes to a stocking point with orders and firm supplies of other items (B4). */
export function coProductsOf(setting: LedgerSetting, all: readonly Peg[]): Iterable<Movement> {
  return together(all, ({ supply, quantity }) => {
    if (supply.kind !== "coProduct") return undefined;
    const isOrder = setting.order(supply.of) !== undefined;
    const of = isOrder ? { order: supply.of } : { supply: supply.of };
    return { day: parseDay(supply.due)!, cause: "coProduct", quantity: decimalRatio(quantity), of };
  });
}

/** What a stocking point gives to demands, orders and allocations, on the days of netting. */
export function withdrawalsOf(setting: LedgerSetting, all: readonly Peg[]): Iterable<Movement> {
  return together(all, ({ need, quantity }) => {
    const taken = takerOf(setting, need);
    if (taken === undefined) return undefined;
    return { ...taken, quantity: decimalRatio(quantity.negated()) };
  });
}

/** Who takes something, and when; `undefined` where it stays. */
function takerOf(setting: LedgerSetting, need: PegNeed): Omit<Movement, "quantity"> | undefined {
  switch (need.kind) {
    case "demand": {
      const of = { demand: need.id, customer: need.customer ?? null };
      return { day: parseDay(need.date)!, cause: "shipment", of };
    }
    case "order": {
      const cause = setting.order(need.id)?.kind === "transfer" ? "transfer" : "issue";
      return { day: parseDay(need.date)!, cause, of: { order: need.id } };
    }
    case "supply": {
      const cause = setting.supplyRow(need.id).kind === "transfer" ? "transfer" : "issue";
      return { day: parseDay(need.date)!, cause, of: { supply: need.id } };
    }
    case "allocation":
      return { day: parseDay(need.date)!, cause: "allocation", of: {} };
    default:
      return undefined;
  }
}

/** One movement for all pegs of one day, cause and taker. */
function together(
  all: readonly Peg[],
  movementOf: (peg: Peg) => Movement | undefined,
): Iterable<Movement> {
  const found = new Map<string, Movement>();
  for (const peg of all) {
    const movement = movementOf(peg);
    if (movement === undefined) continue;
    const { day, cause, of, quantity } = movement;
    const key = JSON.stringify([day, cause, of]);
    const before = found.get(key);
    const sum = before === undefined ? quantity : addRatios(before.quantity, quantity);
    found.set(key, { ...movement, quantity: sum });
  }
  return found.values();
}
