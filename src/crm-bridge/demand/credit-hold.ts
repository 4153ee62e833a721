import type { Decimal } from "../../core/index.js";
import type { AccountId, CrmOrderId } from "../schema/index.js";

/** An order that its customer's credit does not cover. Amounts are in the records' currency. */
export interface CreditHold {
  readonly account: AccountId;
  readonly order: CrmOrderId;
  readonly currency: string | null;
  readonly limit: Decimal;
  /** What is not shipped of the order, at its prices. */
  readonly value: Decimal;
  /** Open receivables, and the open orders up to this one. */
  readonly exposure: Decimal;
}
