import { type CrmRecordsInput, safeReadCrmRecords } from "orlicky/crm-bridge";

/** A customer. */
export const account = { id: "Smith" };
/** What is sold, in whole pieces. */
export const product = { id: "chair", decimals: 0 };
/** Two chairs. */
export const line = { id: "1", product: "chair", quantity: 2 };
/** A quote of two chairs that is sent. */
export const quote = {
  id: "Q",
  account: "Smith",
  version: 1,
  status: "sent",
  date: "2026-03-02",
  lines: [line],
} as const;
/** An open order of two chairs. */
export const order = {
  id: "O",
  account: "Smith",
  status: "open",
  date: "2026-03-03",
  requestedDate: "2026-03-20",
  lines: [line],
} as const;
/** An opportunity that is open. */
export const deal = {
  id: "D",
  account: "Smith",
  stage: "talk",
  status: "open",
  probability: 0.5,
  closeDate: "2026-04-01",
  lines: [line],
} as const;
/** Records in which nothing is wrong. */
export const sound: CrmRecordsInput = {
  currency: "EUR",
  accounts: [account, { id: "Jones" }],
  products: [product, { id: "stool" }],
  opportunities: [deal],
  quotes: [quote],
  orders: [order],
};

/** What is said of records: code, place, and the record. */
export function said(records: unknown): string[] {
  return safeReadCrmRecords(records).issues.map(
    ({ code, path, record }) =>
      `${code} ${path.join(".")}${record === null ? "" : ` of ${record.list} ${record.id}`}`,
  );
}
