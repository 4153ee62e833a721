import type { CrmLine, CrmList } from "../schema/crm-records.js";
import type { CrmRow } from "./draft.js";

type Field = string | number;

/** Takes a record that a row names, and the fields that lead to where it does. */
export type Refer = (list: CrmList, id: string | undefined, ...path: Field[]) => void;

/** Which records the rows of each list name. */
const REFERENCES: { readonly [List in CrmList]: (row: CrmRow<List>, refer: Refer) => void } = {
  accounts: (row, refer) => refer("accounts", row.parent, "parent"),
  contacts: (row, refer) => refer("accounts", row.account, "account"),
  products: (row, refer) => {
    row.priceLists?.forEach((id, n) => {
      refer("priceLists", id, "priceLists", n);
    });
  },
  priceLists: (row, refer) => {
    row.prices.forEach(({ product }, n) => {
      refer("products", product, "prices", n, "product");
    });
  },
  opportunities: (row, refer) => {
    refer("accounts", row.account, "account");
    refer("forecasts", row.forecast, "forecast");
    referLines(row.lines, refer);
  },
  quotes: (row, refer) => {
    refer("accounts", row.account, "account");
    refer("opportunities", row.opportunity, "opportunity");
    refer("forecasts", row.forecast, "forecast");
    referLines(row.lines, refer);
  },
  orders: (row, refer) => {
    refer("accounts", row.account, "account");
    refer("quotes", row.quote, "quote");
    refer("opportunities", row.opportunity, "opportunity");
    refer("contracts", row.contract, "contract");
    refer("forecasts", row.forecast, "forecast");
    referLines(row.lines, refer);
  },
  contracts: (row, refer) => {
    refer("accounts", row.account, "account");
    refer("forecasts", row.forecast, "forecast");
    referLines(row.lines, refer);
  },
  forecasts: (row, refer) => {
    refer("products", row.product, "product");
    refer("accounts", row.account, "account");
  },
  campaigns: (row, refer) => refer("products", row.product, "product"),
  returns: (row, refer) => {
    refer("accounts", row.account, "account");
    refer("orders", row.order, "order");
    refer("products", row.product, "product");
  },
  serviceNeeds: referAccountAndProduct,
  complaints: referAccountAndProduct,
};

function referLines(lines: readonly Pick<CrmLine, "product">[], refer: Refer): void {
  lines.forEach(({ product }, n) => {
    refer("products", product, "lines", n, "product");
  });
}

function referAccountAndProduct(
  row: CrmRow<"serviceNeeds"> | CrmRow<"complaints">,
  refer: Refer,
): void {
  refer("accounts", row.account, "account");
  refer("products", row.product, "product");
}

/**
 * Tells every record that a row names.
 *
 * @param list - the list of the row
 * @param row - the row
 * @param refer - is told each
 */
export function referencesOf<List extends CrmList>(
  list: List,
  row: CrmRow<List>,
  refer: Refer,
): void {
  REFERENCES[list](row, refer);
}
