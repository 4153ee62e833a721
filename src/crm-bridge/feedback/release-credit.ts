import {
  dayArgument,
  formatDay,
  identifier,
  PlanningInputError,
  readArgument,
} from "../../core/index.js";
import { type CreditHold, creditHolds } from "../demand/index.js";
import { markRead } from "../records/checked-records.js";
import type { ReadRecords } from "../records/index.js";
import { readRecordsArgument } from "../records/records-argument.js";
import type { CrmOrderName } from "../schema/index.js";

/** What the release of an order from its credit hold means. */
export interface CreditRelease {
  /** The records with the order released. */
  readonly records: ReadRecords;
  /** The hold that it was under. */
  readonly released: CreditHold;
  /** What is still on hold; later orders too, since the exposure stays. */
  readonly holds: readonly CreditHold[];
}

/**
 * Releases an order from its credit hold: it counts in every demand and promise from then on. Its value
 * stays in the exposure, so that orders after it are held as before.
 *
 * @param records - records that were read; they stay as they are
 * @param release - the id of the order, and the day of the rates
 * @returns the records with `creditReleased`, the hold that it was under, and the holds that are left
 * @throws PlanningInputError (`unknownId`) when there is no such order, (`contradiction`) when it is not
 * on hold
 *
 * Source: rule X2, K69.
 *
 * @example
 * ```ts
 * const line = { id: "1", product: "bike", quantity: 4, unitPrice: 500, requestedDate: "2026-03-20" };
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell", creditLimit: { amount: 1500 } }],
 *   products: [{ id: "bike" }],
 *   orders: [{ id: "A", account: "Bell", status: "open", date: "2026-03-01", lines: [line] }],
 * });
 * const { released, holds } = releaseCredit(records, { order: "A", asOf: "2026-03-02" });
 * `${released.exposure} of ${released.limit}`; // => "2000 of 1500"
 * holds; // => []
 * ```
 */
export function releaseCredit(
  records: ReadRecords,
  release: { readonly order: CrmOrderName; readonly asOf: string },
): CreditRelease {
  const held = readRecordsArgument(records);
  const { order: id, asOf: day } = readArgument(release, { order: identifier, asOf: dayArgument });
  const asOf = formatDay(day);
  if (!held.orders.some((order) => order.id === id)) {
    refuse("unknownId", `There is no order ${JSON.stringify(id)}. Correct the id.`);
  }
  const released = creditHolds(held, { asOf }).holds.find((hold) => hold.order === id);
  if (released === undefined) {
    return refuse("contradiction", `The order ${JSON.stringify(id)} is not on credit hold.`);
  }
  const orders = held.orders.map((order) =>
    order.id === id ? Object.freeze({ ...order, creditReleased: true }) : order,
  );
  const next = markRead(Object.freeze({ ...held, orders: Object.freeze(orders) }));
  return { records: next, released, holds: creditHolds(next, { asOf }).holds };
}

function refuse(code: string, message: string): never {
  throw new PlanningInputError([{ code, path: ["order"], message }]);
}
